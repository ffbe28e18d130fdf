// Documents made by hand, and indexes of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dossier/document/document.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/word_table.h"
#include "dossier/text/analyzer.h"

namespace dossier {

struct SamplePassage {
  std::string text;
  std::vector<std::string> headings = {};
  std::optional<std::uint32_t> page = {};
  std::string language = {};  // where it is not the document's
};

// What a test says of a document; the rest is made up.
struct SampleDocument {
  std::string id;
  std::string title = {};
  std::string published = {};  // "2013-05", or "first..last" of days; empty: undated
  std::string language = "en";
  std::string source = {};
  std::string type = "text/plain";
  std::string author = {};
  std::string path = {};  // empty: "/docs/<id>.txt"
  std::vector<SamplePassage> passages;
};

inline PublicationDate published_on(const std::string& date) {
  const std::size_t dots = date.find("..");
  if (dots == std::string::npos) {
    const PartialDate parsed = parse_partial_date(date).value();
    return {.days = parsed.days, .precision = parsed.precision, .from = "test"};
  }
  const Day first = parse_partial_date(date.substr(0, dots)).value().days.first;
  const Day last = parse_partial_date(date.substr(dots + 2)).value().days.last;
  return {.days = {first, last}, .precision = CalendarUnit::day, .from = "test"};
}

inline Document to_document(const SampleDocument& sample) {
  Document document{.id = sample.id,
                    .title = sample.title,
                    .author = sample.author,
                    .source = sample.source,
                    .language = sample.language,
                    .type = sample.type,
                    .paths = {sample.path.empty() ? "/docs/" + sample.id + ".txt" : sample.path}};
  if (!sample.published.empty()) document.published = published_on(sample.published);
  for (const SamplePassage& passage : sample.passages) {
    if (!document.text.empty()) document.text += "\n\n";
    const std::size_t start = document.text.size();
    document.text += passage.text;
    document.passages.push_back({.ordinal = static_cast<std::uint32_t>(document.passages.size()),
                                 .headings = passage.headings,
                                 .page = passage.page,
                                 .start = start,
                                 .end = document.text.size(),
                                 .language = passage.language});
  }
  return document;
}

inline IndexableDocument to_indexable(const SampleDocument& sample) {
  Analyzer analyzer;
  return make_indexable(to_document(sample), analyzer);
}

// Writes an index of the documents in one commit.
inline void make_index(const std::string& folder, const std::vector<SampleDocument>& samples) {
  IndexWriter writer(folder);
  Analyzer analyzer;
  for (const SampleDocument& sample : samples) writer.add(make_indexable(to_document(sample), analyzer));
  writer.commit(0);
  write_word_table(folder);
}

}  // namespace dossier
