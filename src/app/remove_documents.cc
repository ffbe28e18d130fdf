#include <algorithm>
#include <filesystem>
#include <set>

#include "clock.h"
#include "dossier/app/maintain_index.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/index_writer.h"
#include "dossier/search/browse.h"

namespace dossier {
namespace {

// A name as it was typed may be a path from here; that goes before the beginning of an id.
std::vector<std::uint32_t> documents_named(const IndexReader& reader, const std::string& name) {
  if (name.empty()) return {};
  if (!reader.find(name)) {
    std::error_code error;
    const std::filesystem::path path =
        std::filesystem::weakly_canonical(std::filesystem::absolute(name, error), error);
    if (const auto below = resolve_documents(reader, path); !error && !below.empty()) return below;
  }
  return resolve_documents(reader, name);
}

}  // namespace

RemoveReport remove_documents(const std::string& index, const std::vector<std::string>& names) {
  RemoveReport report;
  IndexReader reader(index);  // before the writer, which would make an index where there is none
  IndexWriter writer(index);
  reader.refresh();
  std::set<std::uint32_t> numbers;
  for (const std::string& name : names) {
    const auto found = documents_named(reader, name);
    if (found.empty()) report.unknown.push_back(name);
    numbers.insert(found.begin(), found.end());
  }
  for (const std::uint32_t number : numbers) {
    const std::vector<std::string> paths = writer.document(number).paths;
    writer.remove(number);
    ++report.documents;
    for (const std::string& path : paths) {
      const auto known = writer.files().find(path);
      if (known == writer.files().end()) continue;
      FileRecord file = known->second;
      std::erase(file.documents, number);
      if (file.documents.empty()) {
        writer.forget_file(path);
        continue;
      }
      // The next run reads the file again, finds what was left of it there, and adds this document anew.
      file.hash.clear();
      file.modified_ns = 0;
      writer.put_file(file);
    }
  }
  writer.commit(seconds_now());
  return report;
}

}  // namespace dossier
