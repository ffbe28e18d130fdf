// Any bytes as a table.
#include "fuzz_extraction.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dossier::check_extraction("a.csv", data, size);
  dossier::check_extraction("a.csv", data, size, {.csv_rows = true});
  return 0;
}
