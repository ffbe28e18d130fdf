// Looking after an index: forgetting documents, shrinking, verifying. All throw Error(no_index) if there is
// no usable index in the folder `index`.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace dossier {

struct RemoveReport {
  std::uint64_t documents = 0;
  std::vector<std::string> unknown;  // names that stand for nothing in the index
};

// Forgets documents, given by id or by path (a file, or a folder: all below it). Their files leave the ledger
// too: indexing them again brings them back.
RemoveReport remove_documents(const std::string& index, const std::vector<std::string>& names);

// Writes the database of an index anew without its gaps and unused space. Gives its bytes before and after.
std::pair<std::uint64_t, std::uint64_t> compact_index(const std::string& index);

// Verifies an index: Xapian's own check of each table, then that every document's passages, every ledger
// entry's documents and the columns are there and agree. Gives what is wrong, a line each; nothing if all is
// well. `progress` gets what is being looked at. Throws Error(locked) if a writer commits faster than the
// index can be checked.
std::vector<std::string> check_index(const std::string& index,
                                     const std::function<void(const std::string&)>& progress);

}  // namespace dossier
