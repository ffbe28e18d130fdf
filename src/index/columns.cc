#include "dossier/index/columns.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "dossier/core/codec.h"
#include "dossier/core/error.h"
#include "dossier/core/hash.h"
#include "dossier/index/schema.h"
#include "mapped_file.h"

namespace dossier {
namespace {

static_assert(std::is_trivially_copyable_v<DocumentRow> && sizeof(DocumentRow) == 32);

// Header, rows, then the dictionaries. Rows are written as this machine lays them out: the file is derived
// from the database and is not meant to travel between kinds of machine; the mark tells byte orders apart.
struct Header {
  char magic[8] = {'d', 's', 's', 'r', 'c', 'o', 'l', '2'};
  std::uint32_t byte_order = 0x01020304;
  std::uint32_t row_bytes = sizeof(DocumentRow);
  std::uint64_t rows = 0;
  std::uint64_t dictionary_bytes = 0;
  char hash[32] = {};  // of all that follows the header
};
static_assert(sizeof(Header) == 64);

std::vector<std::string> read_dictionary(ByteReader& in) {
  std::vector<std::string> values;
  for (std::uint64_t count = in.u64(); count > 0 && in.ok(); --count) values.emplace_back(in.string());
  return values;
}

}  // namespace

std::uint32_t Dictionary::number(std::string_view value) {
  if (value.empty()) return 0;
  // Values that a filter cannot tell apart are one: a bucket and its filter must agree.
  const auto [entry, added] =
      numbers_.try_emplace(schema::keyword_term("", value), static_cast<std::uint32_t>(values_.size()));
  if (added) values_.emplace_back(value);
  return entry->second;
}

void save_columns(const ColumnTable& table, const std::string& path) {
  ByteWriter dictionaries;
  for (const Dictionary* dictionary : {&table.sources, &table.languages, &table.types}) {
    dictionaries.u64(dictionary->values().size());
    for (const std::string& value : dictionary->values()) dictionaries.string(value);
  }
  Header header;
  header.rows = table.rows.size();
  header.dictionary_bytes = dictionaries.bytes().size();
  const std::string_view rows(reinterpret_cast<const char*>(table.rows.data()),
                              table.rows.size() * sizeof(DocumentRow));
  Hasher hasher;
  for (const std::string_view part : {rows, std::string_view(dictionaries.bytes())}) hasher.update(part);
  hasher.hex().copy(header.hash, sizeof header.hash);
  const std::string_view head(reinterpret_cast<const char*>(&header), sizeof header);
  write_durably(path, {head, rows, dictionaries.bytes()});
}

Columns::Columns(const std::string& path) : file_(std::make_unique<MappedFile>(path)) {
  Header header;
  const std::string_view bytes = file_->bytes();
  if (bytes.size() >= sizeof header) std::memcpy(&header, bytes.data(), sizeof header);
  // The hash is what makes the rest worth trusting: rows are used as they lie there.
  const std::string_view body = bytes.substr(std::min(bytes.size(), sizeof header));
  const bool sound = bytes.size() >= sizeof header &&
                     std::memcmp(header.magic, Header{}.magic, sizeof header.magic) == 0 &&
                     header.byte_order == Header{}.byte_order && header.row_bytes == sizeof(DocumentRow) &&
                     header.rows <= body.size() / sizeof(DocumentRow) &&
                     header.rows * sizeof(DocumentRow) + header.dictionary_bytes == body.size() &&
                     hash_hex(body) == std::string_view(header.hash, sizeof header.hash);
  if (!sound) {
    throw Error(ErrorCode::no_index, "the index is damaged: " + path + " cannot be read",
                "'dossier compact' writes it anew from the database");
  }
  ByteReader dictionaries(body.substr(header.rows * sizeof(DocumentRow)));
  for (auto* values : {&sources_, &languages_, &types_}) *values = read_dictionary(dictionaries);
  rows_ = {reinterpret_cast<const DocumentRow*>(body.data()), static_cast<std::size_t>(header.rows)};
}

Columns::~Columns() = default;

std::size_t Columns::document_of(std::uint32_t docid, std::size_t& hint) const noexcept {
  const auto holds = [&](std::size_t i) {
    return docid >= rows_[i].first_docid && docid - rows_[i].first_docid < rows_[i].passages;
  };
  for (std::size_t i = hint; i < rows_.size() && i < hint + 4; ++i) {
    if (holds(i)) return hint = i;
  }
  const auto after =
      std::upper_bound(rows_.begin(), rows_.end(), docid,
                       [](std::uint32_t id, const DocumentRow& row) { return id < row.first_docid; });
  if (after == rows_.begin()) return rows_.size();
  const auto i = static_cast<std::size_t>(after - rows_.begin()) - 1;
  return holds(i) ? hint = i : rows_.size();
}

std::uint64_t Columns::documents() const noexcept {
  return static_cast<std::uint64_t>(
      std::count_if(rows_.begin(), rows_.end(), [](const DocumentRow& row) { return row.passages > 0; }));
}

}  // namespace dossier
