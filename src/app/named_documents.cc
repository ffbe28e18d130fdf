#include "named_documents.h"

#include <filesystem>

#include "dossier/core/file_walk.h"
#include "dossier/search/browse.h"

namespace dossier {

std::vector<std::uint32_t> documents_named(const IndexReader& reader, const std::string& name) {
  if (name.empty()) return {};
  if (!reader.find(name)) {
    // A member's name stays as it is: it is no path of the file system.
    const std::size_t file_bytes = name.starts_with("//") ? name.size() : file_of(name).size();
    std::error_code error;
    const std::filesystem::path path = std::filesystem::weakly_canonical(
        std::filesystem::absolute(name.substr(0, file_bytes), error), error);
    const auto below = resolve_documents(reader, path.string() + name.substr(file_bytes));
    if (!error && !below.empty()) return below;
  }
  return resolve_documents(reader, name);
}

}  // namespace dossier
