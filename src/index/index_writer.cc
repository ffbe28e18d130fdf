#include "dossier/index/index_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "dossier/core/error.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "dossier/index/xapian_errors.h"
#include "durable.h"
#include "folder_lock.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kColumnsName = "columns-";
constexpr std::string_view kWordsName = "words";

std::string scratch_path(const std::string& folder) {
  return database_path(folder) + ".new";
}

// A folder that is not there at first and gone at the end, whatever it then holds.
class ScratchFolder {
 public:
  explicit ScratchFolder(std::string path) : path_(std::move(path)) { clear(); }
  ~ScratchFolder() { clear(); }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::string& path() const noexcept { return path_; }

 private:
  void clear() const noexcept {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  std::string path_;
};

// Makes the folder, or sees that it is an index or as good as empty.
void prepare_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw Error(ErrorCode::no_index, "cannot make the index folder " + folder + ": " + error.message(),
                "name another place with --index DIR or DOSSIER_INDEX");
  }
  if (index_exists(folder)) return;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename();
    if (name == "README.md" || name == "lock" || name[0] == '.' || name.starts_with(kColumnsName) ||
        name.starts_with(kWordsName) || entry.path() == scratch_path(folder))
      continue;
    throw Error(ErrorCode::no_index, folder + " is no index: it holds " + name,
                "name an empty or new folder with --index; documents are given as arguments of 'index'");
  }
}

std::uint64_t folder_bytes(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.is_regular_file(error)) bytes += entry.file_size(error);
  }
  return bytes;
}

}  // namespace

std::string database_path(const std::string& folder) {
  return folder + "/db";
}

std::string columns_path(const std::string& folder, std::string_view number) {
  return folder + "/" + std::string(kColumnsName) + std::string(number);
}

struct IndexWriter::Impl {
  template <typename Work>
  decltype(auto) doing(const char* what, Work&& work) const {
    return translating(fmt::format("{} {}", what, folder), std::forward<Work>(work));
  }

  explicit Impl(const std::string& name) : folder(name), lock((prepare_folder(name), name)) {
    if (!index_exists(folder)) create_database();
    doing("opening the index", [&] {
      database = Xapian::WritableDatabase(database_path(folder), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      check_version();
      database.begin_transaction();
    });
    load();
    const ScratchFolder left_over(scratch_path(folder));  // by a compaction that was killed
  }

  // Made aside and then renamed: what is called db is a database at any moment.
  void create_database() const {
    const ScratchFolder fresh(scratch_path(folder));
    doing("making the index", [&] {
      Xapian::WritableDatabase made(fresh.path(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
      made.set_metadata(std::string(schema::key::version), std::to_string(schema::version));
      made.commit();
      made.close();
    });
    make_durable(fresh.path());
    const std::string path = database_path(folder);
    if (std::rename(fresh.path().c_str(), path.c_str()) != 0) throw_system_error(errno, "make", path);
    make_durable(folder);
  }

  void check_version() const {
    const std::string version = database.get_metadata(std::string(schema::key::version));
    const std::string ours = std::to_string(schema::version);
    if (version != ours) {
      throw Error(ErrorCode::no_index,
                  fmt::format("the index {} has schema version {}, this program writes version {}", folder,
                              version.empty() ? "none" : version, ours),
                  "index again into a new folder");
    }
  }

  void load() {
    doing("reading the index", [&] {
      load_files();
      const std::string number = database.get_metadata(std::string(schema::key::columns));
      columns_number = std::strtoull(number.c_str(), nullptr, 10);
      dirty = number.empty();  // an index has columns from its first commit on
      if (dirty) return;
      try {
        copy_columns(Columns(columns_path(folder, number)));
      } catch (const Error&) {
        gather_columns();
        dirty = true;  // the next commit saves them
      }
    });
  }

  void load_files() {
    const std::string prefix(schema::key::file_prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
      FileRecord file = decode_file(database.get_metadata(*key));
      std::string path = file.path;
      files.emplace_hint(files.end(), std::move(path), std::move(file));
    }
  }

  void copy_columns(const Columns& saved) {
    columns.rows.assign(saved.rows().begin(), saved.rows().end());
    for (const std::string& value : saved.sources()) columns.sources.number(value);
    for (const std::string& value : saved.languages()) columns.languages.number(value);
    for (const std::string& value : saved.types()) columns.types.number(value);
    live = saved.documents();
  }

  // The column file is a copy of what the documents' records say: without it they are read one by one.
  void gather_columns() {
    for (auto key = database.metadata_keys_begin("D"); key != database.metadata_keys_end("D"); ++key) {
      const std::string name = *key;
      if (name.size() != 5) continue;
      std::uint32_t number = 0;
      for (std::size_t i = 1; i < 5; ++i) number = number << 8 | static_cast<unsigned char>(name[i]);
      place(number, decode_document(database.get_metadata(name)));
    }
    // Rows of removed documents keep the order of first_docid.
    Xapian::docid at = 1;
    for (DocumentRow& row : columns.rows) {
      if (row.passages == 0) row.first_docid = at;
      at = row.first_docid + row.passages;
    }
  }

  void place(std::uint32_t number, const StoredDocument& record) {
    if (columns.rows.size() <= number) columns.rows.resize(number + 1);
    DocumentRow& row = columns.rows[number];
    row = {.first_docid = record.first_docid,
           .passages = record.passages,
           .source = columns.sources.number(record.source),
           .language = columns.languages.number(record.language),
           .type = columns.types.number(record.type),
           .length = record.length};
    if (record.published) {
      row.published_first = record.published->days.first;
      row.published_last = record.published->days.last;
    }
    ++live;
  }

  void remove_stale_columns() const {
    // The revision before keeps its file: a reader may just have opened it.
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
      const std::string name = entry.path().filename();
      if (!name.starts_with(kColumnsName)) continue;
      const std::uint64_t number = std::strtoull(name.c_str() + kColumnsName.size(), nullptr, 10);
      if (number != columns_number && number + 1 != columns_number) fs::remove(entry.path(), error);
    }
  }

  std::string folder;
  FolderLock lock;
  Xapian::WritableDatabase database;
  std::map<std::string, FileRecord> files;
  ColumnTable columns;
  std::uint64_t columns_number = 0;
  std::uint64_t live = 0;
  bool dirty = false;
};

IndexWriter::IndexWriter(const std::string& folder) : impl_(std::make_unique<Impl>(folder)) {}

IndexWriter::~IndexWriter() {
  try {
    impl_->database.cancel_transaction();
  } catch (const Xapian::Error&) {
    // A database that failed drops its batch by itself.
  }
}

std::uint32_t IndexWriter::add(IndexableDocument&& document) {
  Impl& impl = *impl_;
  return impl.doing("writing to the index", [&] {
    const auto number = static_cast<std::uint32_t>(impl.columns.rows.size());
    if (number > schema::max_documents)
      throw Error(ErrorCode::io, "the index is full: it holds 16,777,216 documents");
    impl.dirty = true;
    document.record.first_docid = impl.database.get_lastdocid() + 1;
    for (std::size_t i = 0; i < document.postings.size(); ++i) {
      Xapian::Document postings = to_xapian(document.postings[i]);
      document.passages[i].document = number;
      postings.add_value(schema::slot::document, schema::encode_number(number));
      postings.set_data(encode(document.passages[i]));
      impl.database.add_document(postings);
    }
    impl.database.set_metadata(schema::key::document(number), encode(document.record));
    impl.place(number, document.record);
    return number;
  });
}

void IndexWriter::remove(std::uint32_t number) {
  Impl& impl = *impl_;
  if (number >= impl.columns.rows.size() || impl.columns.rows[number].passages == 0) return;
  impl.doing("writing to the index", [&] {
    impl.dirty = true;
    DocumentRow& row = impl.columns.rows[number];
    for (std::uint32_t i = 0; i < row.passages; ++i) impl.database.delete_document(row.first_docid + i);
    impl.database.set_metadata(schema::key::document(number), "");
    row.passages = 0;
    --impl.live;
  });
}

std::optional<std::uint32_t> IndexWriter::find(std::string_view id) const {
  const Impl& impl = *impl_;
  return impl.doing("reading the index", [&]() -> std::optional<std::uint32_t> {
    const std::string term = schema::id_term(id);
    const auto posting = impl.database.postlist_begin(term);
    if (posting == impl.database.postlist_end(term)) return std::nullopt;
    return schema::decode_number(impl.database.get_document(*posting).get_value(schema::slot::document));
  });
}

StoredDocument IndexWriter::document(std::uint32_t number) const {
  return impl_->doing("reading the index", [&] {
    return decode_document(impl_->database.get_metadata(schema::key::document(number)));
  });
}

void IndexWriter::set_paths(std::uint32_t number, const std::vector<std::string>& paths, Analyzer& analyzer) {
  Impl& impl = *impl_;
  StoredDocument record = document(number);
  std::vector<std::string> terms;
  for (const std::string& path : paths) {
    const auto more = path_terms(path, analyzer);
    terms.insert(terms.end(), more.begin(), more.end());
  }
  impl.doing("writing to the index", [&] {
    impl.dirty = true;
    const std::string prefix(schema::prefix::path);
    for (std::uint32_t i = 0; i < record.passages; ++i) {
      Xapian::Document passage = impl.database.get_document(record.first_docid + i);
      std::vector<std::string> old;
      for (auto term = passage.termlist_begin(); term != passage.termlist_end(); ++term) {
        if ((*term).starts_with(prefix)) old.push_back(*term);
      }
      for (const std::string& term : old) passage.remove_term(term);
      for (const std::string& term : terms) passage.add_boolean_term(term);
      impl.database.replace_document(record.first_docid + i, passage);
    }
    record.paths = paths;
    impl.database.set_metadata(schema::key::document(number), encode(record));
  });
}

const std::map<std::string, FileRecord>& IndexWriter::files() const noexcept {
  return impl_->files;
}

void IndexWriter::put_file(const FileRecord& file) {
  set_metadata(schema::key::file(file.path), encode(file));
  impl_->files[file.path] = file;
}

void IndexWriter::forget_file(const std::string& path) {
  set_metadata(schema::key::file(path), "");
  impl_->files.erase(path);
}

std::string IndexWriter::metadata(std::string_view key) const {
  return impl_->doing("reading the index", [&] { return impl_->database.get_metadata(std::string(key)); });
}

void IndexWriter::set_metadata(std::string_view key, std::string_view value) {
  impl_->doing("writing to the index", [&] {
    impl_->dirty = true;
    impl_->database.set_metadata(std::string(key), std::string(value));
  });
}

bool IndexWriter::dirty() const noexcept {
  return impl_->dirty;
}
std::uint64_t IndexWriter::documents() const noexcept {
  return impl_->live;
}

std::uint64_t IndexWriter::passages() const {
  return impl_->database.get_doccount();
}

void IndexWriter::commit(std::int64_t now) {
  Impl& impl = *impl_;
  if (!impl.dirty) return;
  // The columns of the new revision are on disk before anybody can see it.
  const std::string number = std::to_string(impl.columns_number + 1);
  save_columns(impl.columns, columns_path(impl.folder, number));
  impl.doing("writing to the index", [&] {
    impl.database.set_metadata(std::string(schema::key::columns), number);
    impl.database.set_metadata(std::string(schema::key::updated), std::to_string(now));
    impl.database.commit_transaction();
    impl.database.begin_transaction();
  });
  ++impl.columns_number;
  impl.dirty = false;
  impl.remove_stale_columns();
}

std::pair<std::uint64_t, std::uint64_t> IndexWriter::compact(std::int64_t now) {
  Impl& impl = *impl_;
  impl.dirty = true;  // the column file is written anew too
  commit(now);
  const std::string path = database_path(impl.folder);
  const ScratchFolder fresh(scratch_path(impl.folder));
  const std::uint64_t before = folder_bytes(path);
  impl.doing("compacting the index", [&] {
    impl.database.cancel_transaction();
    // Documents are found by ranges of docids: they must stay.
    Xapian::Database(path).compact(fresh.path(), Xapian::DBCOMPACT_NO_RENUMBER);
    impl.database.close();
  });
  for (const auto& entry : fs::directory_iterator(fresh.path())) make_durable(entry.path());
  make_durable(fresh.path());
  // The two folders change places in one step: a reader finds the one or the other.
  if (renameat2(AT_FDCWD, fresh.path().c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) != 0)
    throw_system_error(errno, "put the compacted database in the place of", path);
  make_durable(impl.folder);
  impl.doing("opening the index", [&] {
    impl.database = Xapian::WritableDatabase(path, Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    impl.database.begin_transaction();
  });
  return {before, folder_bytes(path)};
}

}  // namespace dossier
