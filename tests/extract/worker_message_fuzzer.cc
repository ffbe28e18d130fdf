// Any bytes as what a worker sends: read without harm, and if read, sent again as the same.
#include <string>
#include <variant>

#include "fuzz_extraction.h"
#include "wire.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dossier::FrameReader frames;
  frames.append({reinterpret_cast<const char*>(data), size});
  while (const auto record = frames.next()) {
    dossier::decode_request(*record);
    const auto message = dossier::decode_message(*record);
    if (!message) continue;
    const std::string again =
        std::visit([](const auto& value) { return dossier::encode_message(value); }, *message);
    dossier::check(dossier::decode_message(again) == message);
  }
  return 0;
}
