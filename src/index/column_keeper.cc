#include "column_keeper.h"

#include "dossier/core/error.h"

namespace dossier {

bool ColumnKeeper::load(const std::string& file, const Xapian::Database& database) {
  try {
    copy(Columns(file));
    return true;
  } catch (const Error&) {
    gather(database);
    return false;
  }
}

void ColumnKeeper::copy(const Columns& saved) {
  table_.rows.assign(saved.rows().begin(), saved.rows().end());
  for (const std::string& value : saved.sources()) table_.sources.number(value);
  for (const std::string& value : saved.languages()) table_.languages.number(value);
  for (const std::string& value : saved.types()) table_.types.number(value);
  documents_ = saved.documents();
}

// The column file is a copy of what the documents' records say: without it they are read one by one.
void ColumnKeeper::gather(const Xapian::Database& database) {
  for (auto key = database.metadata_keys_begin("D"); key != database.metadata_keys_end("D"); ++key) {
    const std::string name = *key;
    if (name.size() != 5) continue;
    std::uint32_t number = 0;
    for (std::size_t i = 1; i < 5; ++i) number = number << 8 | static_cast<unsigned char>(name[i]);
    place(number, decode_document(database.get_metadata(name)));
  }
  // Rows of removed documents keep the order of first_docid.
  Xapian::docid at = 1;
  for (DocumentRow& row : table_.rows) {
    if (row.passages == 0) row.first_docid = at;
    at = row.first_docid + row.passages;
  }
}

const DocumentRow* ColumnKeeper::find(std::uint32_t number) const noexcept {
  return number < table_.rows.size() && table_.rows[number].passages > 0 ? &table_.rows[number] : nullptr;
}

void ColumnKeeper::place(std::uint32_t number, const StoredDocument& record) {
  if (table_.rows.size() <= number) table_.rows.resize(number + 1);
  DocumentRow& row = table_.rows[number];
  row = {.first_docid = record.first_docid,
         .passages = record.passages,
         .source = table_.sources.number(record.source),
         .language = table_.languages.number(record.language),
         .type = table_.types.number(record.type),
         .length = record.length};
  if (record.published) {
    row.published_first = record.published->days.first;
    row.published_last = record.published->days.last;
  }
  ++documents_;
}

void ColumnKeeper::remove(std::uint32_t number) noexcept {
  table_.rows[number].passages = 0;
  --documents_;
}

}  // namespace dossier
