#include <fmt/format.h>

#include <algorithm>

#include "dossier/app/maintain_index.h"
#include "dossier/core/error.h"
#include "dossier/core/file_walk.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/relations.h"
#include "dossier/index/schema.h"
#include "dossier/index/xapian_errors.h"

namespace dossier {
namespace {

constexpr std::size_t kMostReported = 100;
constexpr int kMostAttempts = 5;

class Check {
 public:
  Check(const IndexReader& reader, std::vector<std::string>& faults) : reader_(reader), faults_(faults) {}

  void documents() {
    const auto rows = reader_.columns().rows();
    std::uint64_t passages = 0;
    for (std::uint32_t number = 0; number < rows.size(); ++number) {
      if (rows[number].passages == 0) continue;
      passages += rows[number].passages;
      trying(number, [&] { document(number, rows[number]); });
    }
    if (passages != reader_.database().get_doccount()) {
      fault(fmt::format("the documents have {} passages, the database {}", passages,
                        reader_.database().get_doccount()));
    }
  }

  // After documents(). A document names its files, a file its documents: each other.
  void ledger() {
    const auto rows = reader_.columns().rows();
    std::uint64_t references = 0;
    for (const FileRecord& file : reader_.files()) {
      for (const std::uint32_t number : file.documents) {
        ++references;
        if (number >= rows.size() || rows[number].passages == 0)
          fault(fmt::format("{}: its document {} is not in the index", file.path, number));
        else
          trying(number, [&] { reference(number, file.path); });
      }
    }
    if (references != listed_)
      fault(fmt::format("the documents name {} files, the ledger's files {} documents", listed_, references));
  }

  // Of copies, versions and excerpts. Those that were removed since are no fault.
  void relations() {
    const auto rows = reader_.columns().rows();
    for (const std::uint32_t number : related_documents(reader_)) {
      trying(number, [&] {
        for (const StoredRelation& relation : relations_of(reader_, number)) {
          if (relation.other == number || number >= rows.size())
            fault(fmt::format("document {}: related to what it cannot be", number));
        }
      });
    }
  }

 private:
  void document(std::uint32_t number, const DocumentRow& row) {
    const StoredDocument stored = reader_.document(number);
    listed_ += stored.paths.size();
    const Day published = stored.published ? stored.published->days.first : DocumentRow::undated;
    if (stored.first_docid != row.first_docid || stored.passages != row.passages ||
        stored.length != row.length || published != row.published_first)
      fault(fmt::format("document {}: its record and its row differ", stored.id));
    if (reader_.find(stored.id) != number) fault(fmt::format("document {}: not found by its id", stored.id));
    for (std::uint32_t i = 0; i < row.passages; ++i) {
      const StoredPassage passage = reader_.passage(row.first_docid + i);
      if (passage.document != number || passage.ordinal != i)
        fault(fmt::format("document {}: passage {} belongs elsewhere", stored.id, i));
    }
  }

  void reference(std::uint32_t number, const std::string& path) {
    const StoredDocument stored = reader_.document(number);
    const bool names_it = std::any_of(stored.paths.begin(), stored.paths.end(),
                                      [&](const std::string& p) { return file_of(p) == path; });
    if (!names_it) fault(fmt::format("{}: its document {} does not name it", path, stored.id));
  }

  // What cannot be read of one document is a fault and no end.
  template <typename Work>
  void trying(std::uint32_t number, Work&& work) {
    try {
      translating("reading it", work);
    } catch (const Error& error) {
      fault(fmt::format("document {}: {}", number, error.what()));
    }
  }

  void fault(std::string what) {
    if (faults_.size() < kMostReported) faults_.push_back(std::move(what));
  }

  const IndexReader& reader_;
  std::vector<std::string>& faults_;
  std::uint64_t listed_ = 0;  // files, by the documents
};

std::vector<std::string> check_records(const IndexReader& reader,
                                       const std::function<void(const std::string&)>& progress) {
  std::vector<std::string> faults;
  if (reader.metadata(schema::key::columns).empty()) return faults;  // made, and not yet committed to
  Check check(reader, faults);
  progress("documents");
  check.documents();
  progress("ledger");
  check.ledger();
  check.relations();
  return faults;
}

std::vector<std::string> check_once(const IndexReader& reader,
                                    const std::function<void(const std::string&)>& progress) {
  progress("tables");
  if (std::string fault = check_tables(reader.folder()); !fault.empty()) return {std::move(fault)};
  return check_records(reader, progress);
}

}  // namespace

std::vector<std::string> check_index(const std::string& index,
                                     const std::function<void(const std::string&)>& progress) {
  IndexReader reader(index);
  // Tables are read whole, and may be written over meanwhile: what is found then is no fault.
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    try {
      std::vector<std::string> faults = translating("checking the index " + index, [&] {
        return reading(reader, [&] { return check_once(reader, progress); });
      });
      if (faults.empty() || reader.is_newest()) return faults;
    } catch (const Error&) {
      if (reader.is_newest()) throw;
    }
    reader.reopen();
  }
  throw Error(ErrorCode::locked, "the index " + index + " is written to while it is checked",
              "check it when the writer is done");
}

}  // namespace dossier
