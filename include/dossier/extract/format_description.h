// What a program that reads files says of the formats it knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// A row of the registry of formats (extractor.h) as it is told to others.
struct FormatDescription {
  std::string name;                  // "html"
  std::vector<std::string> endings;  // lower case, without the dot
  bool is_read = false;              // else it is known by name, and nothing reads it
  std::string reader;                // the libraries that do the reading and their versions; may be empty
  std::string sample;                // a small file of the format, with sample_words in it; may be empty
  friend bool operator==(const FormatDescription&, const FormatDescription&) = default;
};

inline constexpr std::string_view sample_words = "A sample of the format";

}  // namespace dossier
