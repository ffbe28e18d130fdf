#include "office_document.h"

#include <fmt/format.h>

#include <utility>

#include "blocks.h"

namespace dossier {

PartFaults::PartFaults(const Package& package) {
  if (!package.problem().empty()) add(Reason::damaged, package.problem());
}

void PartFaults::add(Reason reason, std::string problem) {
  if (count_++ == 0) first_ = {Status::partial, reason, std::move(problem)};
}

Outcome PartFaults::outcome() const {
  Outcome outcome = first_;
  if (count_ > 1) outcome.detail += fmt::format("; and {} more", count_ - 1);
  return outcome;
}

bool add_part_faults(PartFaults& faults, std::string_view name, const PackagePart& part) {
  if (part.cut) {
    faults.add(Reason::too_large, fmt::format("{}: only the first {} bytes", name, part.bytes.size()));
  } else if (part.damaged) {
    faults.add(Reason::damaged, fmt::format("{}: it is cut or damaged", name));
  }
  return part.cut || part.damaged;
}

bool read_part(Package& package, std::string_view name, XmlHandler& handler, PartFaults& faults) {
  const PackagePart* part = package.read(name);
  if (part == nullptr) return false;
  const std::string problem = read_xml(part->bytes, handler);
  if (!add_part_faults(faults, name, *part) && !problem.empty()) {
    faults.add(Reason::damaged, fmt::format("{}: {}", name, problem));
  }
  package.release(name);
  return true;
}

void each_element(Package& package, std::string_view name, const ElementVisitor& visit) {
  class Elements : public XmlHandler {
   public:
    explicit Elements(const ElementVisitor& visitor) : visit_(visitor) {}
    void start(std::string_view element, const XmlAttributes& attributes) override {
      visit_(element, attributes);
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

   private:
    const ElementVisitor& visit_;
  } elements(visit);
  if (const PackagePart* part = package.read(name)) read_xml(part->bytes, elements);
}

Outcome encrypted_document() {
  return {Status::skipped, Reason::encrypted, "it needs a password or a licence"};
}

Outcome unreadable_package(const Package& package, std::string_view missing) {
  if (package.encrypted()) return encrypted_document();
  if (package.empty()) return {Status::failed, Reason::damaged, "no part of it can be read"};
  return {Status::failed, Reason::damaged, fmt::format("it has no {}", missing)};
}

Outcome give_office(ExtractedDocument&& document, const PartFaults& faults, const ExtractionLimits& limits,
                    const DocumentSink& sink) {
  document.outcome = faults.outcome();
  if (document.blocks.empty() && !faults.empty()) {
    return {Status::failed, document.outcome.reason, document.outcome.detail};
  }
  if (document.metadata.title.empty()) document.metadata.title = title_of_blocks(document.blocks);
  return give(std::move(document), limits, sink);
}

}  // namespace dossier
