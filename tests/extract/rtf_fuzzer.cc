// Any bytes as RTF.
#include "fuzz_extraction.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dossier::check_extraction("a.rtf", data, size);
  return 0;
}
