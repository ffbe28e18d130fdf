#include "clock.h"
#include "dossier/app/maintain_index.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/word_table.h"

namespace dossier {

std::pair<std::uint64_t, std::uint64_t> compact_index(const std::string& index) {
  const IndexReader must_exist(index);  // the writer would make an index where there is none
  IndexWriter writer(index);
  const auto sizes = writer.compact(seconds_now());
  write_word_table(index);
  return sizes;
}

}  // namespace dossier
