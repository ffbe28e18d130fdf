// OpenDocument: texts (ODT, OTT), spreadsheets (ODS), presentations (ODP), and the same as one XML file (FODT
// ...).
#include <fmt/format.h>

#include <utility>

#include "extractors.h"
#include "odf_text.h"
#include "office_document.h"
#include "office_properties.h"
#include "self_test.h"

namespace dossier {
namespace {

constexpr std::string_view kPrefix = "application/vnd.oasis.opendocument.";

bool is_encrypted(Package& package) {
  bool encrypted = package.encrypted();
  each_element(package, "META-INF/manifest.xml", [&](std::string_view name, const XmlAttributes&) {
    encrypted = encrypted || name == "encryption-data";
  });
  return encrypted;
}

// Of a text, a spreadsheet or a presentation, whichever `kind` says.
std::string sample_content(std::string_view kind) {
  std::string body = "<text:p>" + std::string(sample_words) + "</text:p>";
  if (kind == "spreadsheet")
    body = "<table:table table:name='Sheet'><table:table-row><table:table-cell>" + body +
           "</table:table-cell></table:table-row></table:table>";
  if (kind == "presentation")
    body = "<draw:page><draw:frame><draw:text-box>" + body + "</draw:text-box></draw:frame></draw:page>";
  return fmt::format(
      "<office:document xmlns:office='o' xmlns:text='t' xmlns:table='a' xmlns:draw='d'><office:body>"
      "<office:{0}>{1}</office:{0}></office:body></office:document>",
      kind, body);
}

class OdfExtractor : public Extractor {
 public:
  // `format` names the claims of dates: "odt".
  OdfExtractor(std::string_view format, std::string_view kind)
      : format_(format), type_(std::string(kPrefix).append(kind)) {}

  std::string reader() const override { return package_libraries(); }
  std::string sample() const override {
    return zip_sample({{"mimetype", type_},
                       {"content.xml", sample_content(std::string_view(type_).substr(kPrefix.size()))}});
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    Package package(input.bytes);
    package.load({"META-INF/manifest.xml", "styles.xml", "content.xml", "meta.xml"});
    if (is_encrypted(package)) return encrypted_document();
    OdfText text(input.limits);
    PartFaults faults(package);
    read_part(package, "styles.xml", text, faults);
    if (!read_part(package, "content.xml", text, faults)) return unreadable_package(package, "content.xml");
    ExtractedDocument document{.type = type_, .encoding = "UTF-8"};
    OfficeProperties properties(format_);
    PartFaults none;  // a document without its properties has lost nothing of its text
    read_part(package, "meta.xml", properties, none);
    properties.add_to(document);
    text.add_to(document);
    return give_office(std::move(document), faults, input.limits, sink);
  }

 private:
  std::string_view format_;
  std::string type_;
};

// The whole document in one XML file.
class FlatOdfExtractor : public Extractor {
 public:
  std::string reader() const override { return xml_library(); }
  std::string sample() const override { return "<?xml version=\"1.0\"?>\n" + sample_content("text"); }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    OdfText text(input.limits);
    OfficeProperties properties("odt");
    PartFaults faults;
    if (const std::string problem = read_xml(input.bytes, text); !problem.empty())
      faults.add(Reason::damaged, problem);
    read_xml(input.bytes, properties);
    ExtractedDocument document{.type = std::string(kPrefix).append("text-flat-xml"), .encoding = "UTF-8"};
    properties.add_to(document);
    text.add_to(document);
    return give_office(std::move(document), faults, input.limits, sink);
  }
};

}  // namespace

const Extractor& odt_extractor() {
  static const OdfExtractor extractor("odt", "text");
  return extractor;
}

const Extractor& ods_extractor() {
  static const OdfExtractor extractor("ods", "spreadsheet");
  return extractor;
}

const Extractor& odp_extractor() {
  static const OdfExtractor extractor("odp", "presentation");
  return extractor;
}

const Extractor& flat_odf_extractor() {
  static const FlatOdfExtractor extractor;
  return extractor;
}

}  // namespace dossier
