#include <set>

#include "clock.h"
#include "dossier/app/maintain_index.h"
#include "dossier/core/file_walk.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/word_table.h"
#include "named_documents.h"
#include "relate_documents.h"

namespace dossier {
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
      const auto known = writer.files().find(std::string(file_of(path)));
      if (known == writer.files().end()) continue;
      FileRecord file = known->second;
      std::erase(file.documents, number);
      if (file.documents.empty()) {
        writer.forget_file(file.path);
        continue;
      }
      // The next run reads the file again, finds what was left of it there, and adds this document anew.
      file.hash.clear();
      file.modified_ns = 0;
      writer.put_file(file);
    }
  }
  writer.commit(seconds_now());
  relate_documents(writer, index, {});
  write_word_table(index);
  return report;
}

}  // namespace dossier
