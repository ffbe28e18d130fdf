#include "citation_entry.h"

#include <fmt/format.h>

#include <chrono>
#include <set>

#include "dossier/core/utf8.h"
#include "dossier/render/html_text.h"
#include "dossier/render/terminal.h"

namespace dossier {
namespace {

// "Family, Given" is taken apart; whatever else a document names as its author, a person, several, an
// institution with "and" in its name, is left as it is. Semicolons part names.
std::vector<PersonName> authors_of(std::string_view text) {
  std::vector<PersonName> names;
  while (!text.empty()) {
    const std::size_t end = text.find(';');
    const std::string name = visible_text(trim(text.substr(0, end)));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (name.empty()) continue;
    const std::size_t comma = name.find(',');
    const std::string family(trim(std::string_view(name).substr(0, comma)));
    const std::string given(comma == std::string::npos ? std::string_view()
                                                       : trim(std::string_view(name).substr(comma + 1)));
    const bool in_parts = !family.empty() && !given.empty() && given.find(',') == std::string::npos;
    names.push_back(in_parts ? PersonName{family, given} : PersonName{name, {}});
  }
  return names;
}

DateParts parts_of(Day day, CalendarUnit precision) {
  const std::chrono::year_month_day date = to_date(day);
  DateParts parts{.year = static_cast<int>(date.year())};
  if (precision <= CalendarUnit::month) parts.month = static_cast<unsigned>(date.month());
  if (precision == CalendarUnit::day) parts.day = static_cast<unsigned>(date.day());
  return parts;
}

CitationDate date_of(const std::optional<PublicationDate>& published) {
  if (!published) return {};
  const bool is_unit = published->precision <= CalendarUnit::year &&
                       unit_interval(published->precision, published->days.first) == published->days;
  return {.first = parts_of(published->days.first, published->precision),
          .last = parts_of(published->days.last, published->precision),
          .is_range = !is_unit,
          .known = true};
}

std::string iso_date(const DateParts& date) {
  std::string out = fmt::format("{:04}", date.year);
  if (date.month > 0) out += fmt::format("-{:02}", date.month);
  if (date.day > 0) out += fmt::format("-{:02}", date.day);
  return out;
}

std::string date_words(const DateParts& date) {
  constexpr const char* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  std::string out;
  if (date.day > 0) out += fmt::format("{} ", date.day);
  if (date.month > 0) out += fmt::format("{} ", kMonths[date.month - 1]);
  return out + std::to_string(date.year);
}

std::string title_of(const HitDocument& document) {
  const std::string title = visible_text(trim(document.title));
  return title.empty() ? visible_name(document.path.substr(document.path.rfind('/') + 1)) : title;
}

// The id, where it is of such letters; every other byte as "_" and its number, so that ids stay different.
std::string key_of(const std::string& id) {
  std::string key;
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    key += plain ? std::string(1, c) : fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return "dossier-" + key;
}

}  // namespace

std::string CitationDate::iso() const {
  if (!known) return {};
  return is_range ? iso_date(first) + "/" + iso_date(last) : iso_date(first);
}

std::string CitationDate::in_words() const {
  return is_range ? date_words(first) + "–" + date_words(last) : date_words(first);
}

std::vector<CitationEntry> citation_entries(const std::vector<Cited>& cited) {
  std::vector<CitationEntry> entries;
  std::set<std::string> keys;
  for (const Cited& one : cited) {
    const HitDocument& document = *one.document;
    CitationEntry entry{.key = key_of(document.id),
                        .authors = authors_of(document.author),
                        .title = title_of(document),
                        .source = visible_text(trim(document.source)),
                        .date = date_of(document.published),
                        .link = citation_link(one),
                        .language = visible_text(document.language),
                        .on_the_web = is_web_address(document.url)};
    if (one.passage != nullptr && one.passage->page) {
      entry.page = std::to_string(*one.passage->page);
      entry.key += "-p" + entry.page;
    }
    if (keys.insert(entry.key).second) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace dossier
