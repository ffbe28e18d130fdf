// Word's documents before 2007: DOC, and DOT, which is the same.
#include <utility>

#include "apart.h"
#include "doc_text.h"
#include "extractors.h"
#include "office_document.h"
#include "ole_storage.h"

namespace dossier {
namespace {

class DocExtractor : public Extractor {
 public:
  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    const OleStorage storage(input.bytes);
    const std::string main = storage.stream("WordDocument");
    if (!DocFile::is_document(main))
      return {Status::failed, Reason::damaged, "it has no text that can be read"};
    if (DocFile::is_encrypted(main)) return encrypted_document();
    const std::string table = storage.stream(DocFile::table_name(main));
    const DocFile file(main, table);
    DocText text(file, input.limits);
    ExtractedDocument document{
        .type = "application/msword", .encoding = "UTF-16LE", .metadata = storage.metadata("doc")};
    document.blocks = text.read();
    add_about(document, storage.about());
    PartFaults faults;
    if (text.is_cut() || file.pieces().empty()) faults.add(Reason::damaged, "some of its text is missing");
    return give_office(std::move(document), faults, input.limits, sink);
  }
};

// What Office encrypts it puts into an OLE container, whatever it is.
class ProtectedOfficeExtractor : public Extractor {
 public:
  Outcome extract(const ExtractionInput&, const DocumentSink&) const override { return encrypted_document(); }
};

}  // namespace

const Extractor& doc_extractor() {
  static const DocExtractor extractor;
  return extractor;
}

const Extractor& protected_office_extractor() {
  static const ProtectedOfficeExtractor extractor;
  return extractor;
}

}  // namespace dossier
