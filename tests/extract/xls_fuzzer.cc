// Any bytes as the stream of a workbook.
#include "fuzz_extraction.h"
#include "support/ole_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string file =
      dossier::ole_file({{"Workbook", std::string(reinterpret_cast<const char*>(data), size)}});
  dossier::check_extraction("a.xls", reinterpret_cast<const std::uint8_t*>(file.data()), file.size());
  return 0;
}
