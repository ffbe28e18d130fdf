#include "csv_reader.h"

#include <algorithm>
#include <array>
#include <map>

namespace dossier {
namespace {

constexpr std::size_t kMostQuotedLines = 2000;
// Each open quote is looked for up to there again; behind so many of them, only to the end of the line.
constexpr std::size_t kMostOpenQuotes = 10;
constexpr std::size_t kSampleBytes = 64 * 1024;
constexpr std::size_t kSampleRows = 50;

}  // namespace

bool CsvReader::next(std::vector<std::string>& fields) {
  while (!rest_.empty()) {
    ++row_;
    if (read_row(fields)) return true;
  }
  return false;
}

bool CsvReader::ends_field(std::size_t at) const noexcept {
  return at == rest_.size() || rest_[at] == delimiter_ || rest_[at] == '\n';
}

bool CsvReader::read_row(std::vector<std::string>& fields) {
  fields.clear();
  bool any = false;
  while (true) {
    std::string field;
    const bool quoted = rest_.starts_with('"') && read_quoted(field);
    if (!quoted) {
      std::size_t end = 0;
      while (!ends_field(end)) ++end;
      field = rest_.substr(0, end);
      rest_.remove_prefix(end);
    }
    any = any || field.find_first_not_of(" \t") != std::string::npos;
    fields.push_back(std::move(field));
    const bool more = rest_.starts_with(delimiter_);
    if (!rest_.empty()) rest_.remove_prefix(1);
    if (!more) return any;
  }
}

bool CsvReader::read_quoted(std::string& field) {
  std::size_t lines_left = open_quotes_ < kMostOpenQuotes ? kMostQuotedLines : 0;
  std::size_t from = 1;
  for (std::size_t at = 1;; ++at) {
    at = rest_.find_first_of("\"\n", at);
    const bool lost = at == std::string_view::npos || (rest_[at] == '\n' && lines_left-- == 0);
    if (lost) return ++open_quotes_, false;
    if (rest_[at] == '\n') continue;
    if (ends_field(at + 1)) {
      field.append(rest_.substr(from, at - from));
      rest_.remove_prefix(at + 1);
      return true;
    }
    if (rest_[at + 1] != '"') continue;
    // Two quotes are one.
    field.append(rest_.substr(from, at + 1 - from));
    from = at + 2;
    ++at;
  }
}

char guess_delimiter(std::string_view text, char likely) {
  char best = likely;
  std::size_t best_score = 0;
  for (const char delimiter : {likely, ',', ';', '\t', '|'}) {
    CsvReader reader(text.substr(0, kSampleBytes), delimiter);
    std::map<std::size_t, std::size_t> rows_by_fields;
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < kSampleRows && reader.next(fields); ++i) {
      if (fields.size() > 1) ++rows_by_fields[fields.size()];
    }
    for (const auto& [count, rows] : rows_by_fields) {
      const std::size_t score = rows * 64 + std::min<std::size_t>(count, 63);
      if (score > best_score) best_score = score, best = delimiter;
    }
  }
  return best;
}

}  // namespace dossier
