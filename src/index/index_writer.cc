#include "dossier/index/index_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "batch.h"
#include "bulk.h"
#include "column_keeper.h"
#include "dossier/core/error.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "dossier/index/segment_merger.h"
#include "dossier/index/xapian_errors.h"
#include "folder_lock.h"
#include "glass_reader.h"
#include "index_folder.h"

namespace dossier {
namespace {

// Passages wait in memory up to here; then they go where they are written.
constexpr std::uint64_t kMostWaiting = 32 << 20;

// Passages after which Xapian's writer lays down what it has gathered, though nothing is committed. Each
// takes some 30 kB until then, one of unique words 90; more of them at once are written no faster.
constexpr const char* kFlushPassages = "250";

}  // namespace

struct IndexWriter::Impl {
  template <typename Work>
  decltype(auto) doing(const char* what, Work&& work) const {
    return translating(fmt::format("{} {}", what, folder), std::forward<Work>(work));
  }

  Impl(const std::string& name, const IndexWriterOptions& chosen)
      : folder(name),
        options(chosen),
        lock((prepare_folder(name), name)),
        batch(segments_path(name), chosen.memory) {
    if (!index_exists(folder)) create_database();
    setenv("XAPIAN_FLUSH_THRESHOLD", kFlushPassages, 0);  // Xapian has no other way to be told
    open_database();
    load();
    const ScratchFolder left_over(scratch_path(folder));  // by a writer that was killed
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
    publish_first(fresh.path(), folder);
  }

  void open_database() {
    doing("opening the index", [&] {
      database = Xapian::WritableDatabase(database_path(folder), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      check_version();
      database.begin_transaction();
    });
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
      const std::string prefix(schema::key::file_prefix);
      for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
           ++key) {
        FileRecord file = decode_file(database.get_metadata(*key));
        std::string path = file.path;
        files.emplace_hint(files.end(), std::move(path), std::move(file));
      }
      passages = database.get_doccount();
      next_docid = unwritten_from = database.get_lastdocid() + 1;
      const std::string number = database.get_metadata(std::string(schema::key::columns));
      columns_number = std::strtoull(number.c_str(), nullptr, 10);
      // An index has columns from its first commit on; where they were lost, the next one saves them.
      dirty = number.empty() || !columns.load(columns_path(folder, number), database);
    });
  }

  std::string metadata(const std::string& key) const {
    const auto changed = batch.metadata.find(key);
    return changed != batch.metadata.end() ? changed->second : database.get_metadata(key);
  }

  void set_metadata(std::string_view key, std::string_view value) {
    dirty = true;
    batch.metadata[std::string(key)] = value;
  }

  void make_room() {
    const std::uint64_t most = comes_in_bulk ? 1 : std::min(kMostWaiting, options.memory / 4);
    if (batch.additions.waiting_bytes() < most) return;
    if (may_merge())
      batch.additions.build();
    else
      hand_over();
  }

  std::uint64_t database_bytes() const { return folder_bytes(database_path(folder)); }
  bool may_merge() const { return options.writing != Writing::stock && can_build_segments(); }

  bool is_worth_merging() const {
    if (!may_merge() || (batch.additions.empty() && batch.removed.empty())) return false;
    if (options.writing == Writing::segments) return true;
    return is_bulk(batch.text_bytes + kPassageBytes * batch.removed.size(), database_bytes());
  }

  // Gives the additions to Xapian's writer, which commits them later.
  void hand_over() {
    std::sort(batch.removed.begin(), batch.removed.end());
    batch.additions.for_each([&](std::uint32_t docid, const Xapian::Document& document) {
      if (!std::binary_search(batch.removed.begin(), batch.removed.end(), docid))
        database.replace_document(docid, document);
    });
    for (const std::uint32_t docid : batch.removed) {
      if (docid < unwritten_from) database.delete_document(docid);
    }
    batch.removed.clear();
    batch.additions.clear();
    unwritten_from = next_docid;
  }

  // The terms of the paths in the place of those that a document's passages have.
  void change_paths(Xapian::WritableDatabase& target) const {
    const std::string prefix(schema::prefix::path);
    for (const auto& [number, terms] : batch.paths) {
      const DocumentRow* row = columns.find(number);
      for (std::uint32_t i = 0; row != nullptr && i < row->passages; ++i) {
        Xapian::Document passage = target.get_document(row->first_docid + i);
        std::vector<std::string> old;
        for (auto term = passage.termlist_begin(); term != passage.termlist_end(); ++term) {
          if ((*term).starts_with(prefix)) old.push_back(*term);
        }
        for (const std::string& term : old) passage.remove_term(term);
        for (const std::string& term : terms) passage.add_boolean_term(term);
        target.replace_document(row->first_docid + i, passage);
      }
    }
  }

  void commit_in_place() {
    hand_over();
    change_paths(database);
    for (const auto& [key, value] : batch.metadata) database.set_metadata(key, value);
    database.commit_transaction();
    database.begin_transaction();
  }

  // A new database of what is there and what was added. Nobody sees it before it is whole.
  void commit_by_merge() {
    const ScratchFolder fresh(scratch_path(folder));
    database.cancel_transaction();
    const bool begins = database.get_doccount() == 0 && batch.removed.empty() && batch.additions.is_single();
    if (begins)
      write_single(fresh.path());
    else
      merge(fresh.path());
    if (!batch.paths.empty()) {
      Xapian::WritableDatabase merged(fresh.path(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
      change_paths(merged);
      merged.commit();
      merged.close();
    }
    exchange(fresh.path());
    unwritten_from = next_docid;
  }

  std::uint32_t next_revision() const { return glass::read_version(database_path(folder)).revision + 1; }

  // The one segment is the whole database: it needs what metadata there are, the schema's version among them.
  void write_single(const std::string& path) {
    auto all = batch.metadata;
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
      all.try_emplace(*key, database.get_metadata(*key));
    std::erase_if(all, [](const auto& entry) { return entry.second.empty(); });
    const std::string segment = batch.additions.write(all, next_revision()).back();
    std::filesystem::rename(segment, path);
  }

  void merge(const std::string& path) {
    MergeRequest request{.sources = {database_path(folder)},
                         .removed = batch.removed,
                         .metadata = batch.metadata,
                         .revision = next_revision()};
    std::sort(request.removed.begin(), request.removed.end());
    for (std::string& segment : batch.additions.write()) request.sources.push_back(std::move(segment));
    merge_databases(request, path);
  }

  void exchange(const std::string& made) {
    database.close();
    publish_instead(made, folder);
    open_database();
  }

  // Of a document whose last part has not come nothing may become visible.
  void expect(bool new_document) const {
    if (new_document != (unfinished == 0))
      throw Error(ErrorCode::internal, "a part of a document was not given to the index");
  }

  std::string folder;
  IndexWriterOptions options;
  FolderLock lock;
  Xapian::WritableDatabase database;  // in a transaction
  std::map<std::string, FileRecord> files;
  ColumnKeeper columns;
  std::uint64_t columns_number = 0;
  std::uint64_t passages = 0;
  Xapian::docid next_docid = 1;
  Xapian::docid unwritten_from = 1;  // passages from here on are not in the database yet
  Xapian::docid unfinished = 0;      // first of the document that is being added in parts; else 0
  Batch batch;
  bool dirty = false;
  bool comes_in_bulk = false;  // what is to come is built as segments from the start
};

IndexWriter::IndexWriter(const std::string& folder, const IndexWriterOptions& options)
    : impl_(std::make_unique<Impl>(folder, options)) {}

IndexWriter::~IndexWriter() {
  try {
    impl_->database.cancel_transaction();
  } catch (const Xapian::Error&) {
    // A database that failed drops its batch by itself.
  }
}

std::uint32_t IndexWriter::add(IndexableDocument&& part) {
  Impl& impl = *impl_;
  impl.expect(part.is_first);
  return impl.doing("writing to the index", [&] {
    const std::uint32_t number = impl.columns.next_number();
    if (number > schema::max_documents)
      throw Error(ErrorCode::io, "the index is full: it holds 16,777,216 documents");
    impl.dirty = true;
    if (part.is_first) impl.unfinished = impl.next_docid;
    for (std::size_t i = 0; i < part.postings.size(); ++i) {
      PassagePostings& postings = part.postings[i];
      part.passages[i].document = number;
      postings.set_value(schema::slot::document, schema::encode_number(number));
      impl.batch.additions.add(impl.next_docid++, std::move(postings), encode(part.passages[i]));
    }
    impl.passages += part.postings.size();
    impl.batch.text_bytes += part.bytes;
    if (part.is_last) {
      part.record.first_docid = std::exchange(impl.unfinished, 0);
      impl.batch.ids[part.record.id] = number;
      impl.set_metadata(schema::key::document(number), encode(part.record));
      impl.columns.place(number, part.record);
    }
    impl.make_room();
    return number;
  });
}

void IndexWriter::remove(std::uint32_t number) {
  Impl& impl = *impl_;
  const DocumentRow* row = impl.columns.find(number);
  if (row == nullptr) return;
  const auto added = impl.batch.ids.find(document(number).id);
  if (added != impl.batch.ids.end() && added->second == number) impl.batch.ids.erase(added);
  for (std::uint32_t i = 0; i < row->passages; ++i) impl.batch.removed.push_back(row->first_docid + i);
  impl.passages -= row->passages;
  impl.batch.paths.erase(number);
  impl.set_metadata(schema::key::document(number), "");
  impl.columns.remove(number);
}

std::optional<std::uint32_t> IndexWriter::find(std::string_view id) const {
  const Impl& impl = *impl_;
  if (const auto added = impl.batch.ids.find(std::string(id)); added != impl.batch.ids.end())
    return added->second;
  return impl.doing("reading the index", [&]() -> std::optional<std::uint32_t> {
    const std::string term = schema::id_term(id);
    const auto posting = impl.database.postlist_begin(term);
    if (posting == impl.database.postlist_end(term)) return std::nullopt;
    const auto number =
        schema::decode_number(impl.database.get_document(*posting).get_value(schema::slot::document));
    return number && impl.columns.find(*number) != nullptr ? number : std::nullopt;
  });
}

StoredDocument IndexWriter::document(std::uint32_t number) const {
  return decode_document(metadata(schema::key::document(number)));
}

void IndexWriter::set_paths(std::uint32_t number, const std::vector<std::string>& paths, Analyzer& analyzer) {
  StoredDocument record = document(number);
  std::vector<std::string>& terms = impl_->batch.paths[number];
  terms.clear();
  for (const std::string& path : paths) {
    for (std::string& term : path_terms(path, analyzer)) terms.push_back(std::move(term));
  }
  record.paths = paths;
  impl_->set_metadata(schema::key::document(number), encode(record));
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
  return impl_->doing("reading the index", [&] { return impl_->metadata(std::string(key)); });
}

void IndexWriter::set_metadata(std::string_view key, std::string_view value) {
  impl_->set_metadata(key, value);
}

bool IndexWriter::dirty() const noexcept {
  return impl_->dirty;
}

std::uint64_t IndexWriter::documents() const noexcept {
  return impl_->columns.documents();
}

std::uint64_t IndexWriter::passages() const noexcept {
  return impl_->passages;
}

void IndexWriter::announce(std::uint64_t text_bytes) {
  impl_->comes_in_bulk = impl_->may_merge() && is_bulk(text_bytes, impl_->database_bytes());
}

bool IndexWriter::can_build_segments() {
  return SegmentBuilder::is_possible();
}

void IndexWriter::commit(std::int64_t now) {
  Impl& impl = *impl_;
  if (!impl.dirty) return;
  impl.expect(true);
  // The columns of the new revision are on disk before anybody can see it.
  const std::string number = std::to_string(impl.columns_number + 1);
  save_columns(impl.columns.table(), columns_path(impl.folder, number));
  impl.set_metadata(schema::key::columns, number);
  impl.set_metadata(schema::key::updated, std::to_string(now));
  impl.doing("writing to the index", [&] {
    if (impl.is_worth_merging())
      impl.commit_by_merge();
    else
      impl.commit_in_place();
  });
  impl.batch.clear();
  ++impl.columns_number;
  impl.dirty = false;
  remove_stale_columns(impl.folder, impl.columns_number);
}

std::pair<std::uint64_t, std::uint64_t> IndexWriter::compact(std::int64_t now) {
  Impl& impl = *impl_;
  const std::string path = database_path(impl.folder);
  const std::uint64_t before = folder_bytes(path);
  impl.dirty = true;  // the column file is written anew too
  commit(now);
  const ScratchFolder fresh(scratch_path(impl.folder));
  impl.doing("compacting the index", [&] {
    impl.database.cancel_transaction();
    // Documents are found by ranges of docids: they must stay.
    Xapian::Database(path).compact(fresh.path(), Xapian::DBCOMPACT_NO_RENUMBER);
    impl.exchange(fresh.path());
  });
  return {before, folder_bytes(path)};
}

}  // namespace dossier
