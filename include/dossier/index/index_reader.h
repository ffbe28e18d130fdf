// A reader of an index: one revision of it, until reopened. Any number may read while one writes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "dossier/core/error.h"
#include "dossier/index/columns.h"
#include "dossier/index/stored.h"
#include "dossier/index/word_table.h"

namespace dossier {

// Opened for one thread. Its methods may throw Xapian::DatabaseModifiedError when the writer has moved on two
// revisions: use reading() below, which starts again.
class IndexReader {
 public:
  // Throws Error(no_index) if there is no usable index in `folder`.
  explicit IndexReader(const std::string& folder);

  // Moves to the newest revision.
  void reopen();
  // Whether this revision is the newest; costs a look at one small file.
  bool is_newest() const { return newest() == opened_; }
  void refresh();

  const Xapian::Database& database() const noexcept { return database_; }
  const std::string& folder() const noexcept { return folder_; }

  // Mapped when first asked for.
  const Columns& columns() const;

  // The words as they were last listed (word_table.h), maybe of an earlier revision: then refresh() looks
  // whether they have been listed anew.
  const WordTable& words() const;

  // Those of documents, and those that passages alone are in; each once, sorted. Listed when first asked for.
  const std::vector<std::string>& languages() const;

  std::optional<std::uint32_t> find(std::string_view id) const;  // a document's number
  StoredDocument document(std::uint32_t number) const;
  StoredPassage passage(std::uint32_t docid) const;
  std::vector<FileRecord> files() const;  // the ledger, by path
  std::string metadata(std::string_view key) const { return database_.get_metadata(std::string(key)); }

 private:
  void check_version() const;
  std::string newest() const;

  std::string folder_;
  Xapian::Database database_;
  std::string opened_;  // what newest() gave for this revision
  mutable std::unique_ptr<Columns> columns_;
  mutable std::optional<std::vector<std::string>> languages_;
  mutable std::unique_ptr<WordTable> words_;
};

// True if something that looks like an index is there. Throws Error(no_index) if it may not be looked at.
bool index_exists(const std::string& folder);

// Xapian's own check of the index's tables: what is wrong, for people; empty if nothing is. Throws Error
// where they cannot be read at all.
std::string check_tables(const std::string& folder);

// Runs `work`, which reads through `reader`; when the index changes under it, reopens and runs it again from
// the start. Throws Error(io) if it changes every time.
template <typename Work>
auto reading(IndexReader& reader, Work&& work) {
  for (int attempt = 0;; ++attempt) {
    try {
      return work();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == 20) {
        throw Error(ErrorCode::io, "the index " + reader.folder() + " changes faster than it can be read",
                    "try again when its writer is done");
      }
      reader.reopen();
    }
  }
}

}  // namespace dossier
