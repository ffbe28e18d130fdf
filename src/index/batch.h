// What a writer has done since its last commit.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "additions.h"

namespace dossier {

struct Batch {
  Batch(const std::string& scratch, std::uint64_t memory) : additions(scratch, memory) {}

  Additions additions;
  std::uint64_t text_bytes = 0;                        // of the additions
  std::unordered_map<std::string, std::uint32_t> ids;  // of documents added: their numbers
  std::vector<std::uint32_t> removed;                  // docids, of additions too
  std::map<std::uint32_t, std::vector<std::string>>
      paths;                                    // of documents by number: new terms of their paths
  std::map<std::string, std::string> metadata;  // an empty value: the key goes

  bool empty() const noexcept {
    return additions.empty() && removed.empty() && paths.empty() && metadata.empty();
  }
  void clear() {
    additions.clear();
    text_bytes = 0;
    ids.clear();
    removed.clear();
    paths.clear();
    metadata.clear();
  }
};

}  // namespace dossier
