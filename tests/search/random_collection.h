// Collections of random documents over few words and values, so that everything meets everything.
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "support/sample_documents.h"

namespace dossier {

class RandomCollection {
 public:
  explicit RandomCollection(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  template <std::size_t kCount>
  std::string one_of(const std::array<const char*, kCount>& values) {
    return values[below(kCount)];
  }

  std::string word() {
    return one_of(std::array{"kosovo", "serbia", "nato", "peace", "treaty", "council", "talks", "border",
                             "Vučić", "trade"});
  }
  std::string text() {
    std::string out;
    for (std::size_t i = 3 + below(8); i > 0; --i) out += (out.empty() ? "" : " ") + word();
    return out;
  }

  // Undated, or a day, month, year, or interval across years.
  std::string published() {
    const std::string year = std::to_string(2010 + below(6));
    const std::string month = year + (below(2) == 0 ? "-03" : "-11");
    switch (below(5)) {
      case 0:
        return "";
      case 1:
        return year;
      case 2:
        return month;
      case 3:
        return month + "-1" + std::to_string(below(10));
      default:
        return year + "-06-15.." + std::to_string(std::stoi(year) + static_cast<int>(below(3))) + "-08-01";
    }
  }

  std::vector<SampleDocument> make(std::size_t count) {
    std::vector<SampleDocument> samples;
    for (std::size_t i = 0; i < count; ++i) {
      SampleDocument sample{.id = "d" + std::to_string(i),
                            .title = below(3) == 0 ? word() : "",
                            .published = published(),
                            .language = one_of(std::array{"en", "sr", "de", ""}),
                            .source = one_of(std::array{"UN", "un", "OSCE", "Radio Évropa", ""}),
                            .type = one_of(std::array{"text/html", "text/plain", "application/jsonl"})};
      for (std::size_t passages = 1 + below(5); passages > 0; --passages) sample.passages.push_back({text()});
      samples.push_back(std::move(sample));
    }
    return samples;
  }

 private:
  std::mt19937 random_;
};

}  // namespace dossier
