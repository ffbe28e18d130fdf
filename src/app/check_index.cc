#include <fmt/format.h>

#include "dossier/app/maintain_index.h"
#include "dossier/core/error.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/xapian_errors.h"

namespace dossier {
namespace {

constexpr std::size_t kMostReported = 100;

class Check {
 public:
  Check(const IndexReader& reader, std::vector<std::string>& faults) : reader_(reader), faults_(faults) {}

  void documents() {
    const auto rows = reader_.columns().rows();
    std::uint64_t passages = 0;
    for (std::uint32_t number = 0; number < rows.size(); ++number) {
      if (rows[number].passages == 0) continue;
      passages += rows[number].passages;
      document(number, rows[number]);
    }
    if (passages != reader_.database().get_doccount()) {
      fault(fmt::format("the documents have {} passages, the database {}", passages,
                        reader_.database().get_doccount()));
    }
  }

  void ledger() {
    const auto rows = reader_.columns().rows();
    for (const FileRecord& file : reader_.files()) {
      for (const std::uint32_t number : file.documents) {
        if (number >= rows.size() || rows[number].passages == 0) {
          fault(fmt::format("{}: its document {} is not in the index", file.path, number));
        }
      }
    }
  }

 private:
  void document(std::uint32_t number, const DocumentRow& row) {
    try {
      translating("reading it", [&] { passages_of(number, row); });
    } catch (const Error& error) {
      fault(fmt::format("document {}: {}", number, error.what()));
    }
  }

  void passages_of(std::uint32_t number, const DocumentRow& row) {
    const StoredDocument stored = reader_.document(number);
    if (stored.first_docid != row.first_docid || stored.passages != row.passages) {
      fault(fmt::format("document {}: its record and its row differ", stored.id));
    }
    if (reader_.find(stored.id) != number) fault(fmt::format("document {}: not found by its id", stored.id));
    for (std::uint32_t i = 0; i < row.passages; ++i) {
      const StoredPassage passage = reader_.passage(row.first_docid + i);
      if (passage.document != number || passage.ordinal != i)
        fault(fmt::format("document {}: passage {} belongs elsewhere", stored.id, i));
    }
  }

  void fault(std::string what) {
    if (faults_.size() < kMostReported) faults_.push_back(std::move(what));
  }

  const IndexReader& reader_;
  std::vector<std::string>& faults_;
};

}  // namespace

std::vector<std::string> check_index(const std::string& index,
                                     const std::function<void(const std::string&)>& progress) {
  std::vector<std::string> faults;
  IndexReader reader(index);
  progress("tables");
  if (std::string fault = check_tables(index); !fault.empty()) faults.push_back(std::move(fault));
  const std::vector<std::string> found = reading(reader, [&] {
    std::vector<std::string> of_this_revision;
    if (reader.database().get_doccount() == 0) return of_this_revision;
    Check check(reader, of_this_revision);
    progress("documents");
    check.documents();
    progress("ledger");
    check.ledger();
    return of_this_revision;
  });
  faults.insert(faults.end(), found.begin(), found.end());
  return faults;
}

}  // namespace dossier
