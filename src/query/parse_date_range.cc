#include <fmt/format.h>

#include <utility>

#include "characters.h"
#include "dossier/core/utf8.h"
#include "dossier/query/parser.h"

namespace dossier {
namespace {

using query::is_digit;

constexpr std::string_view kNone = "none";
constexpr std::size_t kShown = 40;  // bytes of a wrong date that a message repeats

std::string shown(std::string_view text) {
  return text.size() <= kShown ? std::string(text) : std::string(truncate_utf8(text, kShown)) + "...";
}

// The digits of `text` from `offset` on; moves `offset` behind them.
std::string_view take_digits(std::string_view text, std::size_t& offset) {
  const std::size_t begin = offset;
  while (offset < text.size() && is_digit(static_cast<unsigned char>(text[offset]))) ++offset;
  return text.substr(begin, offset - begin);
}

// A date as people type it, months and days with one digit or two.
std::optional<DayInterval> parse_date(std::string_view text, std::string& why) {
  std::size_t at = text.starts_with("BC") || text.starts_with("bc") ? 2 : 0;
  const std::string_view year = take_digits(text, at);
  std::string padded = (text.size() > year.size() && at > year.size() ? "BC" : "") + std::string(year);
  int parts = 1;
  bool shaped = year.size() == 4;
  for (; shaped && at < text.size() && text[at] == '-' && parts < 3; ++parts) {
    const std::string_view part = take_digits(text, ++at);
    shaped = part.size() == 1 || part.size() == 2;
    padded += fmt::format("-{:0>2}", part);
  }
  const std::string_view rest = text.substr(at);
  padded += parts == 1 && rest == "S" ? "s" : rest;
  shaped = shaped && (rest.empty() || (parts == 1 && padded.ends_with('s') && rest.size() == 1));
  if (shaped) {
    if (const auto date = parse_partial_date(padded)) return date->days;
  }
  if (!shaped) {
    why = fmt::format("{} is no date; write 2013, 2013-05, 2013-05-24, 1990s, A..B, ..B, A.. or none",
                      shown(text));
  } else if (year == "0000") {
    why = "years go from 0001 to 9999";
  } else if (!rest.empty()) {
    why = fmt::format("{} is no decade; write {}0s", shown(text), year.substr(0, 3));
  } else if (!parse_partial_date(padded.substr(0, 7))) {
    why = fmt::format("{} is no date: there is no month {}", text, padded.substr(5, 2));
  } else {
    why = fmt::format("{} is no date: {} has no day {}", text, padded.substr(0, 7), padded.substr(8, 2));
  }
  return std::nullopt;
}

struct Ends {
  std::string_view first, last;
};

// Where a range is cut: "..", "..." or an ellipsis, a dash between dates, a hyphen between years.
std::optional<Ends> split_range(std::string_view text) {
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    std::size_t behind = dots;
    while (behind < text.size() && text[behind] == '.') ++behind;
    return Ends{trim(text.substr(0, dots)), trim(text.substr(behind))};
  }
  for (const std::string_view mark : {"\u2026", "\u2013", "\u2014"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos)
      return Ends{trim(text.substr(0, at)), trim(text.substr(at + mark.size()))};
  }
  if (text.size() == 9 && text[4] == '-') {
    std::size_t at = 5;
    if (take_digits(text, at).size() == 4) return Ends{text.substr(0, 4), text.substr(5)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateNode> parse_date_range(std::string_view text, DateField field, std::string* why) {
  std::string unused;
  std::string& reason = why != nullptr ? *why : unused;
  reason.clear();
  text = trim(text);
  DateNode node{.field = field, .days = all_days(), .within = text.starts_with('=')};
  if (ascii_lower(text) == kNone) {
    node.none = true;
    return node;
  }
  if (node.within) text = trim(text.substr(1));
  if (text.empty()) {
    reason = "there is no date here";
    return std::nullopt;
  }
  const std::optional<Ends> ends = split_range(text);
  if (!ends) {
    const auto days = parse_date(text, reason);
    if (!days) return std::nullopt;
    node.days = *days;
    return node;
  }
  if (ends->first.empty() && ends->last.empty()) {
    reason = "a range needs a date on at least one side";
    return std::nullopt;
  }
  DayInterval first = all_days();
  DayInterval last = all_days();
  if (!ends->first.empty()) {
    const auto days = parse_date(ends->first, reason);
    if (!days) return std::nullopt;
    first = *days;
  }
  if (!ends->last.empty()) {
    const auto days = parse_date(ends->last, reason);
    if (!days) return std::nullopt;
    last = *days;
  }
  if (first.first > last.last) {
    reason = fmt::format("the range ends before it begins; taken as {}..{}", ends->last, ends->first);
    std::swap(first, last);
  }
  node.days = {first.first, last.last};
  return node;
}

}  // namespace dossier
