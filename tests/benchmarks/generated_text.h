// Text made up for measurements: words by Zipf's law, as many as text of that length has, with dates,
// sentences and paragraphs. The same for everybody.
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "dossier/document/document.h"
#include "dossier/extract/extracted_document.h"
#include "dossier/ingest/passages.h"

namespace dossier {

class TextGenerator {
 public:
  explicit TextGenerator(unsigned seed = 1) : random_(seed) {}

  // The word of that rank: the frequent ones are short.
  static std::string word(std::uint64_t rank) {
    static constexpr const char* kSyllables[] = {"ta",  "re", "ni", "so",   "ku", "men", "dol", "ver",
                                                 "sha", "li", "po", "gran", "ti", "ex",  "con", "ur"};
    std::string out;
    do {
      out += kSyllables[rank % 16];
      rank /= 16;
    } while (rank > 0);
    return out;
  }

  std::string paragraph() {
    std::string out;
    for (std::uint64_t sentences = 2 + random_() % 6; sentences > 0; --sentences) {
      const std::size_t begin = out.size();
      for (std::uint64_t words = 8 + random_() % 24; words > 0; --words) out += word(rank()) + ' ';
      out[begin] = static_cast<char>(out[begin] - 'a' + 'A');
      if (random_() % 4 == 0) out += "on " + std::to_string(1 + random_() % 28) + " May " + year() + ' ';
      out.back() = '.';
      out += ' ';
    }
    return out;
  }

  std::string text(std::size_t bytes) {
    std::string out;
    while (out.size() < bytes) out += paragraph() + "\n\n";
    return out;
  }

  Document document(std::size_t number, std::size_t bytes) {
    std::vector<Block> blocks;
    for (std::size_t size = 0; size < bytes; size += blocks.back().text.size())
      blocks.push_back({.kind = BlockKind::paragraph, .text = paragraph()});
    PassagedText cut = make_passages(blocks, "");
    Document out{.id = "d" + std::to_string(number), .title = "Title " + word(rank()), .language = "en"};
    out.paths = {"/docs/d" + std::to_string(number) + ".txt"};
    out.text = std::move(cut.text);
    out.passages = std::move(cut.passages);
    return out;
  }

 private:
  std::string year() { return std::to_string(1950 + random_() % 70); }

  // By Zipf's law over a million words.
  std::uint64_t rank() {
    const double uniform = std::uniform_real_distribution<double>(0, 1)(random_);
    return static_cast<std::uint64_t>(std::pow(1e6, uniform)) - 1;
  }

  std::mt19937 random_;
};

}  // namespace dossier
