// Which document a zip is, by its members.
#include "package_formats.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/core/utf8.h"
#include "office_document.h"

namespace dossier {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

// The member "mimetype" of OpenDocument and EPUB, but for "-template" at its end.
constexpr auto kMediaTypes = std::to_array<Row>({{"application/epub+zip", "epub"},
                                                 {"application/vnd.oasis.opendocument.presentation", "odp"},
                                                 {"application/vnd.oasis.opendocument.spreadsheet", "ods"},
                                                 {"application/vnd.oasis.opendocument.text", "odt"}});

// What the type of an OOXML package's main part holds.
constexpr auto kMainParts = std::to_array<Row>({{"wordprocessingml.document.main", "docx"},
                                                {"wordprocessingml.template.main", "docx"},
                                                {"ms-word.document.macroenabled.main", "docx"},
                                                {"ms-word.template.macroenabledtemplate.main", "docx"},
                                                {"presentationml.presentation.main", "pptx"},
                                                {"presentationml.slideshow.main", "pptx"},
                                                {"presentationml.template.main", "pptx"},
                                                {"ms-powerpoint.presentation.macroenabled.main", "pptx"},
                                                {"ms-powerpoint.slideshow.macroenabled.main", "pptx"},
                                                {"spreadsheetml.sheet.main", "xlsx"},
                                                {"spreadsheetml.template.main", "xlsx"},
                                                {"ms-excel.sheet.macroenabled.main", "xlsx"}});

// Members that a package has where it does not say what it is.
constexpr auto kMembers = std::to_array<Row>({{"word/document.xml", "docx"},
                                              {"ppt/presentation.xml", "pptx"},
                                              {"xl/workbook.xml", "xlsx"},
                                              {"META-INF/container.xml", "epub"}});

}  // namespace

std::string_view package_format(std::string_view bytes) {
  Package package(bytes);
  if (const PackagePart* part = package.read("mimetype")) {
    const std::string type = ascii_lower(trim(std::string_view(part->bytes).substr(0, 256)));
    for (const auto& [media_type, format] : kMediaTypes) {
      if (type.starts_with(media_type)) return format;
    }
  }
  std::string_view format;
  if (package.has("[Content_Types].xml")) {
    each_element(package, "[Content_Types].xml", [&](std::string_view, const XmlAttributes& attributes) {
      const std::string type = ascii_lower(attributes.get("ContentType"));
      for (const auto& [main, name] : kMainParts) {
        if (format.empty() && type.find(main) != std::string::npos) format = name;
      }
    });
  }
  if (!format.empty()) return format;
  const auto member =
      std::find_if(kMembers.begin(), kMembers.end(), [&](const Row& row) { return package.has(row.first); });
  return member == kMembers.end() ? std::string_view{} : member->second;
}

}  // namespace dossier
