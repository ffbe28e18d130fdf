// Columns: the facts of all documents side by side, for facets, filters and counting. A file of fixed rows,
// mapped into memory when a query needs it, one a revision of the index.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/core/calendar.h"

namespace dossier {

class MappedFile;

// A document's row. Passages have consecutive Xapian docids. Rows stand in the order of first_docid; that of
// a removed document stays, with no passages.
struct DocumentRow {
  static constexpr Day undated = std::numeric_limits<Day>::min();

  std::uint32_t first_docid = 0;
  std::uint32_t passages = 0;
  Day published_first = undated;
  Day published_last = undated;
  std::uint32_t source = 0;  // numbers of values, 0 for none
  std::uint32_t language = 0;
  std::uint32_t type = 0;
  std::uint32_t length = 0;  // words of title and text
};

// The values of a keyword column by their numbers; 0 is the empty value. Values that differ in case or
// accents alone are one, shown as the first of them was written.
class Dictionary {
 public:
  std::uint32_t number(std::string_view value);  // adds it if it is new
  const std::vector<std::string>& values() const noexcept { return values_; }

 private:
  std::vector<std::string> values_{""};
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// What the writer keeps and saves.
struct ColumnTable {
  std::vector<DocumentRow> rows;  // by document number
  Dictionary sources;
  Dictionary languages;
  Dictionary types;
};

// Writes the table to a new file and makes it durable. Throws Error(io).
void save_columns(const ColumnTable& table, const std::string& path);

// A mapped column file. Immutable: calls may run in parallel.
class Columns {
 public:
  // Maps the file. Throws Error(no_index) if it is missing or damaged.
  explicit Columns(const std::string& path);
  ~Columns();
  Columns(const Columns&) = delete;
  Columns& operator=(const Columns&) = delete;

  std::span<const DocumentRow> rows() const noexcept { return rows_; }
  const std::vector<std::string>& sources() const noexcept { return sources_; }
  const std::vector<std::string>& languages() const noexcept { return languages_; }
  const std::vector<std::string>& types() const noexcept { return types_; }

  // The number of the document that owns the passage; rows().size() if none does. `hint` is where the last
  // one was found: asking in ascending order costs next to nothing.
  std::size_t document_of(std::uint32_t docid, std::size_t& hint) const noexcept;

  std::uint64_t documents() const noexcept;  // those that have passages

 private:
  std::unique_ptr<MappedFile> file_;
  std::span<const DocumentRow> rows_;
  std::vector<std::string> sources_, languages_, types_;
};

}  // namespace dossier
