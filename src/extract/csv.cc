// CSV and TSV: a document of rows, or, where that is asked for, a document a row.
#include <algorithm>
#include <optional>
#include <set>

#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "csv_reader.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "text_record.h"

namespace dossier {
namespace {

constexpr std::size_t kMostColumns = 10'000;  // of a row that are read
constexpr std::string_view kCellBreak = " | ";

using Row = std::vector<std::string>;

// Excel's first line, "sep=;", says what parts the fields.
std::optional<char> told_delimiter(std::string_view& text) {
  if (!text.starts_with("sep=") || text.size() < 6 || text[5] != '\n') return std::nullopt;
  const char delimiter = text[4];
  text.remove_prefix(6);
  return delimiter;
}

char delimiter_of(std::string_view name, std::string_view& text) {
  if (const auto told = told_delimiter(text)) return *told;
  const bool tabs = ascii_lower(name).ends_with(".tsv") || ascii_lower(name).ends_with(".tab");
  return guess_delimiter(text, tabs ? '\t' : ',');
}

// A row as one line: its cells but the empty ones at the end.
std::string row_text(const Row& row) {
  std::string text;
  std::size_t cells = std::min(row.size(), kMostColumns);
  while (cells > 0 && trim(row[cells - 1]).empty()) --cells;
  for (std::size_t i = 0; i < cells; ++i) {
    if (i > 0) text += kCellBreak;
    text += collapse_whitespace(row[i]);
  }
  return text;
}

// Whether a first row names the columns: words, all different.
bool is_header(const Row& row) {
  std::set<std::string> names;
  for (const std::string& cell : row) {
    const std::string name = ascii_lower(trim(cell));
    const bool is_number = !name.empty() && name.find_first_not_of("0123456789.,-+% ") == std::string::npos;
    if (is_number || name.size() > 100 || (!name.empty() && !names.insert(name).second)) return false;
  }
  return row.size() > 1 && !names.empty();
}

// A row as a record: columns with a known name are its fields, the others its text, with their names.
TextRecord row_record(const Row& header, const Row& row, std::vector<Block>& others) {
  TextRecord record;
  for (std::size_t i = 0; i < std::min(row.size(), kMostColumns); ++i) {
    const std::string value = std::string(trim(row[i]));
    if (value.empty()) continue;
    const std::string name = i < header.size() ? collapse_whitespace(header[i]) : std::string();
    std::string* field = record.field(ascii_lower(name));
    if (field != nullptr && field->empty())
      *field = value;
    else
      others.push_back({.kind = BlockKind::table_row, .text = name.empty() ? value : name + ": " + value});
  }
  return record;
}

class CsvExtractor : public Extractor {
 public:
  std::string reader() const override { return charset_libraries(); }
  std::string sample() const override { return "title,votes\n" + std::string(sample_words) + ",12\n"; }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    DecodedText decoded = decode_text(input.bytes);
    decoded.text = clean_text(decoded.text);
    std::string_view text = decoded.text;
    CsvReader reader(text, ',');
    const char delimiter = delimiter_of(input.name, text);
    reader = CsvReader(text, delimiter);
    return input.options.csv_rows ? give_rows(reader, decoded, input, sink)
                                  : give_table(reader, decoded, input, sink);
  }

 private:
  static Outcome outcome_of(const CsvReader& reader, const DecodedText& decoded) {
    if (reader.open_quotes() == 0) return encoding_outcome(decoded);
    return {Status::partial, Reason::damaged, "a quote is never closed: taken as text"};
  }

  static Outcome give_table(CsvReader& reader, const DecodedText& decoded, const ExtractionInput& input,
                            const DocumentSink& sink) {
    ExtractedDocument document{.type = "text/csv", .encoding = decoded.encoding};
    std::uint64_t bytes = 0;
    // One more than may be passed on: what is cut is said.
    for (Row row;
         bytes <= input.limits.text_bytes && document.blocks.size() <= max_blocks && reader.next(row);) {
      std::string line = row_text(row);
      if (!has_word(line)) continue;
      bytes += line.size();
      document.blocks.push_back({.kind = BlockKind::table_row, .text = std::move(line)});
    }
    document.outcome = outcome_of(reader, decoded);
    return give(std::move(document), input.limits, sink);
  }

  static Outcome give_rows(CsvReader& reader, const DecodedText& decoded, const ExtractionInput& input,
                           const DocumentSink& sink) {
    RecordProblems problems("row", input.limits.problems);
    std::size_t documents = 0;
    Row header;
    bool first = true;
    for (Row row; reader.next(row); first = false) {
      if (first && is_header(row)) {
        header = std::move(row);
        continue;
      }
      ExtractedDocument document{.type = "text/csv", .encoding = decoded.encoding};
      TextRecord record = row_record(header, row, document.blocks);
      if (document.blocks.empty() && !has_word(record.text) && !has_word(record.title)) {
        problems.add(reader.row(), "no text");
        continue;
      }
      sink(record_document(std::move(record), reader.row(), "csv", std::move(document), input.limits));
      ++documents;
    }
    return problems.outcome(documents, outcome_of(reader, decoded));
  }
};

}  // namespace

const Extractor& csv_extractor() {
  static const CsvExtractor extractor;
  return extractor;
}

}  // namespace dossier
