// What the readers of office documents in packages share: reading parts, and giving what came of them.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dossier/extract/extracted_document.h"
#include "dossier/extract/extractor.h"
#include "office_blocks.h"
#include "package.h"
#include "xml_reader.h"

namespace dossier {

// What was lost of a document's parts.
class PartFaults {
 public:
  PartFaults() = default;
  // Those of the zip itself.
  explicit PartFaults(const Package& package);

  void add(Reason reason, std::string problem);
  bool empty() const noexcept { return count_ == 0; }
  // Ok, or partial, with the first problem and how many there were.
  Outcome outcome() const;

 private:
  Outcome first_;
  std::size_t count_ = 0;
};

// Adds what is wrong with a part as the package gave it; true if something is.
bool add_part_faults(PartFaults& faults, std::string_view name, const PackagePart& part);

// Tells `handler` what stands in a part, and `faults` what is wrong with it. False if there is no such part.
bool read_part(Package& package, std::string_view name, XmlHandler& handler, PartFaults& faults);

// Each element of a part with its attributes, for `visit`; nothing if there is no such part.
using ElementVisitor = std::function<void(std::string_view name, const XmlAttributes& attributes)>;
void each_element(Package& package, std::string_view name, const ElementVisitor& visit);

// Of a document that is protected by a password or a licence.
Outcome encrypted_document();

// Why a package cannot be read at all: its zip is broken, or needs a password.
Outcome unreadable_package(const Package& package, std::string_view missing);

// Gives a document as give() does, with what was lost of its parts as its outcome. What damage left nothing
// of has failed. A title that it does not say is that of its blocks.
Outcome give_office(ExtractedDocument&& document, const PartFaults& faults, const ExtractionLimits& limits,
                    const DocumentSink& sink);

}  // namespace dossier
