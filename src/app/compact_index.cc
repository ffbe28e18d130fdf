#include "clock.h"
#include "dossier/app/maintain_index.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/index_writer.h"

namespace dossier {

std::pair<std::uint64_t, std::uint64_t> compact_index(const std::string& index) {
  const IndexReader must_exist(index);  // the writer would make an index where there is none
  return IndexWriter(index).compact(seconds_now());
}

}  // namespace dossier
