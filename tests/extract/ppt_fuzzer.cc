// Any bytes as the stream of a presentation, whose last save is said to be at a place that their first four
// bytes name.
#include <algorithm>

#include "fuzz_extraction.h"
#include "support/ole_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string place = bytes.substr(0, std::min<std::size_t>(4, size));
  const std::string user = std::string(16, '\0') + place;
  const std::string file =
      dossier::ole_file({{"PowerPoint Document", bytes.substr(place.size())}, {"Current User", user}});
  dossier::check_extraction("a.ppt", reinterpret_cast<const std::uint8_t*>(file.data()), file.size());
  return 0;
}
