// The columns of an index that is being written: taken over from their file, kept with each change.
#pragma once

#include <cstdint>
#include <string>

#include <xapian.h>

#include "dossier/index/columns.h"
#include "dossier/index/stored.h"

namespace dossier {

class ColumnKeeper {
 public:
  // Takes over the column file. Where it is missing or damaged, reads the documents' records instead; false
  // then.
  bool load(const std::string& file, const Xapian::Database& database);

  const ColumnTable& table() const noexcept { return table_; }
  std::uint32_t next_number() const noexcept { return static_cast<std::uint32_t>(table_.rows.size()); }
  std::uint64_t documents() const noexcept { return documents_; }  // that are there
  // The row of a document that is there; null otherwise.
  const DocumentRow* find(std::uint32_t number) const noexcept;

  void place(std::uint32_t number, const StoredDocument& record);
  void remove(std::uint32_t number) noexcept;  // one that is there

 private:
  void copy(const Columns& saved);
  void gather(const Xapian::Database& database);

  ColumnTable table_;
  std::uint64_t documents_ = 0;
};

}  // namespace dossier
