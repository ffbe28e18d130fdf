// Documents by what somebody typed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/index/index_reader.h"

namespace dossier {

// The documents that `name` means: an id, a path from here (of a folder, a file, or a member of a file), an
// absolute path, or the beginning of an id; in this order.
std::vector<std::uint32_t> documents_named(const IndexReader& reader, const std::string& name);

}  // namespace dossier
