// The writer of an index. One at a time holds the lock; readers go on meanwhile. What is not committed is
// gone after a kill, what is committed stays; a document is in the index as a whole or not at all. After an
// Error a writer is of no more use; the index is as of the last commit.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/document/file_record.h"
#include "dossier/index/columns.h"
#include "dossier/index/document_indexer.h"
#include "dossier/index/stored.h"
#include "dossier/index/writing.h"

namespace dossier {

struct IndexWriterOptions {
  std::uint64_t memory = 256ull << 20;  // bytes that what is not yet written may take, about
  Writing writing = Writing::by_size;   // other than by_size: for tests and measurements
};

class IndexWriter {
 public:
  // Opens the index in `folder`, or makes one. Throws Error(locked) naming the process that writes to it,
  // Error(no_index) if there is something else, an index of another version or one that may not be written
  // to, Error(io) where the system refuses otherwise.
  explicit IndexWriter(const std::string& folder, const IndexWriterOptions& options = {});
  ~IndexWriter();  // drops what was not committed
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  // Says how much text is to come, about. Changes nothing of what becomes of it: what is too much for
  // Xapian's writer need not wait in memory until that shows.
  void announce(std::uint64_t text_bytes);

  // Adds a document, of one passage at least, whose id must not be taken; or the next part of the one whose
  // first part was added last. Gives the document's number. Throws Error(internal) if a part is missing, and
  // so does commit().
  std::uint32_t add(IndexableDocument&& part);
  void remove(std::uint32_t number);
  std::optional<std::uint32_t> find(std::string_view id) const;
  StoredDocument document(std::uint32_t number) const;
  // Lists the document under these paths from now on.
  void set_paths(std::uint32_t number, const std::vector<std::string>& paths, Analyzer& analyzer);

  // The ledger: every path ever seen.
  const std::map<std::string, FileRecord>& files() const noexcept;
  void put_file(const FileRecord& file);
  void forget_file(const std::string& path);

  std::string metadata(std::string_view key) const;
  void set_metadata(std::string_view key, std::string_view value);

  // False where Xapian is of a version that segments were not compared with: all goes through its own writer.
  static bool can_build_segments();

  // Makes durable and visible all that was done. Does nothing if nothing was. `now`: seconds since 1970-01-01
  // UTC.
  void commit(std::int64_t now);
  bool dirty() const noexcept;
  std::uint64_t documents() const noexcept;
  std::uint64_t passages() const noexcept;

  // Writes the database anew without its gaps and unused space. Commits first. Gives the bytes before and
  // after.
  std::pair<std::uint64_t, std::uint64_t> compact(std::int64_t now);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The places inside an index folder.
std::string database_path(const std::string& folder);
std::string columns_path(const std::string& folder, std::string_view number);

}  // namespace dossier
