// Excel's workbooks before 2007: XLS, and XLT, which is the same.
#include <utility>

#include "apart.h"
#include "extractors.h"
#include "office_document.h"
#include "ole_storage.h"
#include "self_test.h"
#include "xls_workbook.h"

namespace dossier {
namespace {

class XlsExtractor : public Extractor {
 public:
  std::string reader() const override { return ole_library(); }
  // A workbook of Excel 5 with one sheet that has one cell.
  std::string sample() const override {
    const auto record = [](std::initializer_list<unsigned char> head, std::string_view text = {}) {
      std::string bytes(head.begin(), head.end());
      bytes += text;
      bytes.insert(2, {static_cast<char>(bytes.size() - 2), '\0'});
      return bytes;
    };
    const std::string end = record({0x0A, 0x00});
    const std::string start = record({0x09, 0x08, 0x00, 0x05, 0x05, 0x00, 0, 0, 0, 0});
    const std::string place = record({0x85, 0x00, 0x1C, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01}, "S");
    const std::string cell = record(
        {0x04, 0x02, 0, 0, 0, 0, 0, 0, static_cast<unsigned char>(sample_words.size()), 0}, sample_words);
    return ole_sample({{"Book", start + place + end + start + cell + end}});
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    const OleStorage storage(input.bytes);
    std::string stream = storage.stream("Workbook");
    if (stream.empty()) stream = storage.stream("Book");
    if (!XlsWorkbook::is_workbook(stream))
      return {Status::failed, Reason::damaged, "it has no sheets that can be read"};
    XlsWorkbook workbook(stream, input.limits);
    if (workbook.is_encrypted()) return encrypted_document();
    ExtractedDocument document{.type = "application/vnd.ms-excel",
                               .encoding = workbook.charset(),
                               .metadata = storage.metadata("xls")};
    document.blocks = workbook.read();
    add_about(document, storage.about());
    PartFaults faults;
    if (workbook.is_cut()) faults.add(Reason::damaged, "some of its sheets are missing");
    return give_office(std::move(document), faults, input.limits, sink);
  }
};

}  // namespace

const Extractor& xls_extractor() {
  static const XlsExtractor extractor;
  return extractor;
}

}  // namespace dossier
