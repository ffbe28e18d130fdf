// Excel's workbooks since 2007: XLSX, and XLSM, XLTX, XLTM, which are the same.
#include <charconv>
#include <iterator>
#include <utility>

#include "drawing_text.h"
#include "extractors.h"
#include "opc.h"
#include "self_test.h"
#include "xlsx_cells.h"

namespace dossier {
namespace {

constexpr std::string_view kType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// The strings that cells share: si elements of runs, without the readings beside them.
class SharedStrings : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") strings_.emplace_back();
    if (name == "rPh") in_reading_ = true;
    if (name == "t") in_text_ = true;
  }
  void end(std::string_view name) override {
    if (name == "rPh") in_reading_ = false;
    if (name == "t") in_text_ = false;
  }
  void text(std::string_view text) override {
    if (in_text_ && !in_reading_ && !strings_.empty()) strings_.back().append(text);
  }

  std::string_view get(std::string_view written) const {
    std::size_t number = strings_.size();
    std::from_chars(written.data(), written.data() + written.size(), number);
    return number < strings_.size() ? std::string_view(strings_[number]) : std::string_view{};
  }

 private:
  std::vector<std::string> strings_;
  bool in_text_ = false;
  bool in_reading_ = false;
};

struct Workbook {
  SharedStrings strings;
  XlsxStyles styles;
  bool from_1904 = false;
};

// A sheet's rows; formulas by the values they had last.
class SheetText : public XmlHandler {
 public:
  SheetText(const Workbook& workbook, OfficeBlocks& blocks) : workbook_(workbook), blocks_(blocks) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") blocks_.start_row();
    if (name == "c") {
      blocks_.start_cell();
      type_ = attributes.get("t");
      style_ = 0;
      const std::string_view style = attributes.get("s");
      std::from_chars(style.data(), style.data() + style.size(), style_);
    }
    if (name == "rPh") in_reading_ = true;
    collecting_ = name == "v" || (name == "t" && !in_reading_);
  }

  void end(std::string_view name) override {
    if (name == "row") blocks_.end_row();
    if (name == "rPh") in_reading_ = false;
    if (name == "v" || name == "t") add_value();
    collecting_ = false;
  }

  void text(std::string_view text) override {
    if (collecting_) value_.append(text);
  }

 private:
  void add_value() {
    if (type_ == "s") {
      blocks_.text(workbook_.strings.get(value_));
    } else if (type_ == "b") {
      blocks_.text(value_ == "1" ? "TRUE" : "FALSE");
    } else if (type_ == "d") {
      blocks_.text(std::string_view(value_).substr(0, value_.find('T')));
    } else if (type_.empty() || type_ == "n") {
      blocks_.text(show_xlsx_number(value_, workbook_.styles.format(style_), workbook_.from_1904));
    } else {
      blocks_.text(value_);
    }
    value_.clear();
  }

  const Workbook& workbook_;
  OfficeBlocks& blocks_;
  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  bool collecting_ = false;
  bool in_reading_ = false;
};

struct Sheet {
  std::string name;
  std::string part;
};

class XlsxReader {
 public:
  XlsxReader(Package& package, const ExtractionLimits& limits)
      : package_(package), limits_(limits), faults_(package), blocks_(limits) {}

  bool read(ExtractedDocument& document) {
    const std::string main = opc_main_part(package_, "xl/workbook.xml");
    if (!package_.has(main)) return false;
    const std::vector<OpcRelationship> related = opc_relationships(package_, main);
    std::vector<Sheet> sheets;
    each_element(package_, main, [&](std::string_view name, const XmlAttributes& attributes) {
      if (name == "workbookPr")
        workbook_.from_1904 = attributes.get("date1904") == "1" || attributes.get("date1904") == "true";
      if (name != "sheet") return;
      sheets.push_back({.name = std::string(attributes.get("name")),
                        .part = opc_target_of_id(related, attributes.get_prefixed("id"))});
    });
    package_.load_if([](std::string_view name) {
      return name.starts_with("xl/") && (name.ends_with(".xml") || name.ends_with(".rels"));
    });
    read_part(package_, opc_target(related, "sharedStrings"), workbook_.strings, faults_);
    read_part(package_, opc_target(related, "styles"), workbook_.styles, faults_);
    for (const Sheet& sheet : sheets) add_sheet(sheet);
    document.blocks = blocks_.take();
    return true;
  }

  const PartFaults& faults() const noexcept { return faults_; }

 private:
  void add_sheet(const Sheet& sheet) {
    blocks_.text(sheet.name);
    blocks_.end_paragraph(BlockKind::heading, 1);
    SheetText text(workbook_, blocks_);
    if (!read_part(package_, sheet.part, text, faults_)) faults_.add(Reason::damaged, "a sheet is missing");
    for (const OpcRelationship& related : opc_relationships(package_, sheet.part)) {
      if (related.type == "drawing") add_drawing(related.target);
      if (related.type == "comments") add_text(related.target);
    }
  }

  void add_drawing(const std::string& part) {
    add_text(part);
    for (const OpcRelationship& related : opc_relationships(package_, part)) {
      if (related.type == "chart" || related.type == "diagramData") add_text(related.target);
    }
  }

  void add_text(const std::string& part) {
    DrawingText text(limits_);
    read_part(package_, part, text, faults_);
    blocks_.add(text.blocks().take());
  }

  Package& package_;
  const ExtractionLimits& limits_;
  PartFaults faults_;
  Workbook workbook_;
  OfficeBlocks blocks_;
};

class XlsxExtractor : public Extractor {
 public:
  std::string reader() const override { return package_libraries(); }
  std::string sample() const override {
    return opc_sample({{"xl/workbook.xml",
                        "<w:workbook xmlns:w='w' xmlns:r='r'><w:sheets><w:sheet name='Sheet' r:id='r1'/>"
                        "</w:sheets></w:workbook>"},
                       {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t='inlineStr'><is><t>" +
                                                        std::string(sample_words) +
                                                        "</t></is></c></row></sheetData></worksheet>"}});
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    Package package(input.bytes);
    XlsxReader reader(package, input.limits);
    ExtractedDocument document{.type = std::string(kType), .encoding = "UTF-8"};
    if (package.encrypted() || !reader.read(document)) return unreadable_package(package, "main part");
    add_opc_properties(package, "xlsx", document);
    return give_office(std::move(document), reader.faults(), input.limits, sink);
  }
};

}  // namespace

const Extractor& xlsx_extractor() {
  static const XlsxExtractor extractor;
  return extractor;
}

}  // namespace dossier
