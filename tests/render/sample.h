// A small search result that every format is tried on.
#pragma once

#include <sstream>
#include <string>

#include "dossier/search/result.h"

namespace dossier::sample {

inline Range find_range(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  return {at, at + part.size()};
}

inline PublicationDate published_on(const char* date, const char* from) {
  const auto parsed = parse_partial_date(date).value();
  return {.days = parsed.days, .precision = parsed.precision, .from = from};
}

inline Hit agreement_hit() {
  Hit hit;
  hit.rank = 1;
  hit.score = 12.5;
  hit.document = {.id = "d1",
                  .title = "Kosovo and Serbia agree",
                  .title_highlights = {{0, 6}},
                  .author = "A. Writer",
                  .source = "Balkan Insight",
                  .url = "https://example.org/a?b=1&c=2",
                  .language = "en",
                  .type = "text/html",
                  .path = "/docs/a.html",
                  .paths = {"/docs/a.html"},
                  .published = published_on("2013-05-24", "html:json-ld"),
                  .modified = 1369389600,
                  .passages = 9};
  const std::string text =
      "The talks were long. Kosovo accepted the resolution of the Council, and both sides signed on 24 May "
      "2013.";
  hit.passage = {.id = "d1#12",
                 .ordinal = 12,
                 .page = 3,
                 .headings = {"Background", "Resolution 1244"},
                 .text = text,
                 .highlights = {find_range(text, "Kosovo"), find_range(text, "resolution")},
                 .fragments = {find_range(text, "Kosovo accepted the resolution of the Council")},
                 .mentioned = {}};
  const Range date = find_range(text, "24 May 2013");
  hit.passage.mentioned.push_back({.start = static_cast<std::uint32_t>(date.start),
                                   .end = static_cast<std::uint32_t>(date.end),
                                   .days = parse_partial_date("2013-05-24")->days,
                                   .precision = CalendarUnit::day,
                                   .how = MentionHow::explicit_date});
  return hit;
}

// Everything unknown, and only some of the words.
inline Hit bare_hit() {
  Hit hit;
  hit.rank = 2;
  hit.score = 13.25;
  hit.partial = true;
  hit.document.id = "d2";
  hit.document.path = "/docs/note.txt";
  hit.document.paths = {"/docs/note.txt", "/docs/copy.txt"};
  hit.document.type = "text/plain";
  hit.document.passages = 1;
  hit.passage.id = "d2#0";
  hit.passage.text = "Kosovo";
  hit.passage.highlights = {{0, 6}};
  return hit;
}

inline SearchResult result() {
  SearchResult result;
  result.query = "kosovo resolution";
  result.interpreted = "kosovo AND resolution";
  result.match = "all";
  result.index = {.documents = 6699, .passages = 120345, .uuid = "u-1", .revision = 12};
  result.total = {.passages = 1, .documents = 1};
  result.partial = {.passages = 1, .documents = 1};
  result.took_ms = 3.14159;
  result.hits = {agreement_hit(), bare_hit()};
  result.facets = {{.name = "published:year",
                    .buckets = {{.value = "2012", .counts = {3, 2}},
                                {.value = "2013", .counts = {9, 4}, .selected = true}},
                    .more = 0,
                    .missing = {5, 2}},
                   {.name = "language",
                    .buckets = {{.value = "en", .counts = {12, 5}}, {.value = "de", .counts = {3, 1}}},
                    .more = 2,
                    .missing = {}}};
  result.request.query = result.query;
  return result;
}

// What `write(stream, ...)` writes.
template <typename Writer, typename... Args>
std::string written(Writer writer, const Args&... args) {
  std::ostringstream out;
  writer(out, args...);
  return out.str();
}

}  // namespace dossier::sample
