// Word's documents before 2007: DOC, and DOT, which is the same.
#include <utility>

#include "apart.h"
#include "doc_text.h"
#include "extractors.h"
#include "office_document.h"
#include "ole_storage.h"
#include "self_test.h"

namespace dossier {
namespace {

class DocExtractor : public Extractor {
 public:
  std::string reader() const override { return ole_library(); }
  // Word 95's, whose text lies in one stream as it is.
  std::string sample() const override {
    std::string main(0x200, '\0');
    const auto put = [&](std::size_t at, std::string_view bytes) { main.replace(at, bytes.size(), bytes); };
    using namespace std::string_view_literals;
    put(0x00, "\xDC\xA5\x65"sv);  // what it is, and the version
    put(0x06, "\x09\x04"sv);      // English
    put(0x19, "\x02"sv);          // where the text begins
    put(0x34, std::string(1, static_cast<char>(sample_words.size() + 1)));
    return ole_sample({{"WordDocument", main + std::string(sample_words) + "\r"}});
  }
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
