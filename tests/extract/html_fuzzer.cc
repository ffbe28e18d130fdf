// Any bytes as a web page.
#include "fuzz_extraction.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dossier::check_extraction("a.html", data, size);
  return 0;
}
