// Analysis: from text to Tokens ready to be indexed, sought or marked. One Analyzer serves index, query and
// highlighter: that keeps results and marks right.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "dossier/text/tokenizer.h"

namespace dossier {

// The forms of one word, each of max_word_bytes at most, families aside. Owned by the Analyzer.
struct TermForms {
  std::string written;      // case-folded, accents kept: "vučić"
  std::string folded;       // accents dropped; empty where that changes nothing: "vucic"
  std::string stem;         // stem of the written form, then accents dropped; with its family (stemmer.h)
  std::string folded_stem;  // stem of the folded form; empty where it is the same

  // The form by which spellings meet.
  const std::string& meeting_form() const noexcept { return folded.empty() ? written : folded; }
};

struct Token {
  const TermForms* term = nullptr;
  std::uint64_t word = 0;      // number of the word: no other has had it in any text of the same Analyzer
  std::uint32_t position = 0;  // words from the start of the text
  std::size_t start = 0;       // bytes into the text
  std::size_t end = 0;
  TokenKind kind = TokenKind::word;
};

// Analyses texts of any language. Keeps what it worked out for each word it met (a bounded table), so that a
// word costs a look-up. One for each thread.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;

  // Gives each token of `text` (valid UTF-8) to `sink`, stemmed as `language` (ISO 639 code; empty: not
  // stemmed). Token::term holds for the call of the sink only. Gives the position behind the last token.
  std::uint32_t analyze(std::string_view text, std::string_view language,
                        const std::function<void(const Token&)>& sink, std::uint32_t first_position = 0);

  // The forms of one word, as `language`. Holds until the next call.
  const TermForms& forms(std::string_view word, std::string_view language);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier
