// How one text is related to another, and in what they differ: values. text/comparison.h finds them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier {

enum class Relation : std::uint8_t {
  none,     // other texts, though they may share a quotation, a form of words or a template
  copy,     // the same but for formatting, typos, headers and footers
  version,  // the same text with another number, date, name, negation or wording
  excerpt,  // the one holds most of the other, and much more
};

enum class DifferenceKind : std::uint8_t {
  number,
  date,
  name,
  negation,
  wording,  // other words
  text,     // a passage that only one has
};

std::string_view relation_name(Relation relation) noexcept;      // "copy", "version", ...
std::string_view difference_name(DifferenceKind kind) noexcept;  // "number", "date", ...

// One place where the texts differ, as written, cut at 80 bytes; empty where one has nothing.
struct Difference {
  DifferenceKind kind = DifferenceKind::wording;
  std::string left;
  std::string right;
  friend bool operator==(const Difference&, const Difference&) = default;
};

}  // namespace dossier
