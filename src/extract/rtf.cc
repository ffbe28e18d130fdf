// Rich Text Format.
#include <utility>

#include "blocks.h"
#include "extractors.h"
#include "office_document.h"
#include "rtf_text.h"

namespace dossier {
namespace {

class RtfExtractor : public Extractor {
 public:
  std::string reader() const override { return charset_libraries(); }
  std::string sample() const override { return "{\\rtf1\\ansi " + std::string(sample_words) + "\\par}"; }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    RtfText text(input.limits);
    PartFaults faults;
    if (std::string problem = text.read(input.bytes); !problem.empty()) {
      faults.add(Reason::damaged, std::move(problem));
    }
    ExtractedDocument document{.type = "application/rtf",
                               .encoding = text.charset().empty() ? "windows-1252" : text.charset()};
    text.add_to(document);
    return give_office(std::move(document), faults, input.limits, sink);
  }
};

}  // namespace

const Extractor& rtf_extractor() {
  static const RtfExtractor extractor;
  return extractor;
}

}  // namespace dossier
