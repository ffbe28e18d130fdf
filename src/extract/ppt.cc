// PowerPoint's presentations before 2007: PPT, and PPS and POT, which are the same.
#include <utility>

#include "apart.h"
#include "extractors.h"
#include "little_endian.h"
#include "office_document.h"
#include "ole_storage.h"
#include "ppt_presentation.h"
#include "self_test.h"

namespace dossier {
namespace {

std::string number(std::uint64_t value, int bytes = 4) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
  return out;
}

std::string record(std::uint32_t type, const std::string& data, std::uint32_t kind = 0) {
  return number(kind, 2) + number(type, 2) + number(data.size()) + data;
}

class PptExtractor : public Extractor {
 public:
  std::string reader() const override { return ole_library(); }
  // A presentation of one slide, whose title is all there is.
  std::string sample() const override {
    namespace kind = ppt_record;
    constexpr std::uint32_t kContainer = 0xF;
    const std::string place = record(kind::slide_place, number(2) + std::string(16, '\0'));
    const std::string title =
        record(kind::text_kind, number(0)) + record(kind::text_bytes, std::string(sample_words));
    const std::string document =
        record(kind::document, record(kind::slide_list, place + title, kContainer), kContainer);
    const std::string slide = record(kind::slide, "", kContainer);
    const std::size_t places = document.size() + slide.size();
    const std::string table =
        record(kind::places, number(2U << 20 | 1) + number(0) + number(document.size()));
    const std::string edit =
        record(kind::user_edit, number(0, 8) + number(0) + number(places) + number(1) + number(0, 8));
    const std::string user = record(4086, number(20) + number(0xE391C05F) + number(places + table.size()));
    return ole_sample({{"PowerPoint Document", document + slide + table + edit}, {"Current User", user}});
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    const OleStorage storage(input.bytes);
    const std::string stream = storage.stream("PowerPoint Document");
    const std::string user = storage.stream("Current User");
    PptPresentation presentation(stream, user, input.limits);
    if (presentation.is_encrypted()) return encrypted_document();
    if (!presentation.is_readable())
      return {Status::failed, Reason::damaged, "it has no slides that can be read"};
    ExtractedDocument document{
        .type = "application/vnd.ms-powerpoint", .encoding = "UTF-16LE", .metadata = storage.metadata("ppt")};
    document.blocks = presentation.read();
    document.pages = presentation.slides();
    add_about(document, storage.about());
    presentation.links().add_to(document);
    PartFaults faults;
    if (presentation.is_cut()) faults.add(Reason::damaged, "some of its slides are missing");
    return give_office(std::move(document), faults, input.limits, sink);
  }
};

}  // namespace

const Extractor& ppt_extractor() {
  static const PptExtractor extractor;
  return extractor;
}

}  // namespace dossier
