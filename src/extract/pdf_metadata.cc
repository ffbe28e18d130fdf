#include "pdf_metadata.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "html_events.h"

namespace dossier {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxXmpBytes = 1 << 20;  // read of it
constexpr std::size_t kMinTitleLetters = 3;

// Beginnings, in lower case, of what programs put where a title belongs.
constexpr std::array kProgramTitles{"microsoft word"sv,   "microsoft powerpoint"sv,
                                    "microsoft excel"sv,  "powerpoint presentation"sv,
                                    "untitled"sv,         "unbenannt"sv,
                                    "sans titre"sv,       "sin título"sv,
                                    "senza titolo"sv,     "без имени"sv,
                                    "unknown"sv,          "[title]"sv,
                                    "no title"sv,         "slide 1"sv,
                                    "document1"sv,        "dokument1"sv,
                                    "layout 1"sv,         "layout1"sv,
                                    "scanned document"sv, "scan_"sv,
                                    "full page"sv,        "print job"sv,
                                    "template"sv,         "blank page"sv};

constexpr std::array kFileEndings{".doc"sv,  ".docx"sv, ".pdf"sv, ".rtf"sv, ".odt"sv, ".txt"sv,  ".wpd"sv,
                                  ".indd"sv, ".qxd"sv,  ".qxp"sv, ".fm"sv,  ".xls"sv, ".xlsx"sv, ".ppt"sv,
                                  ".pptx"sv, ".p65"sv,  ".pmd"sv, ".tex"sv, ".dvi"sv, ".ps"sv,   ".eps"sv,
                                  ".htm"sv,  ".html"sv, ".tif"sv, ".jpg"sv, ".ai"sv,  ".cdr"sv,  ".md"sv};

bool is_file_name(std::string_view lower) {
  // "a.qxp (Page 1)"
  const std::string_view name = lower.substr(0, lower.find(" (pag"));
  if (std::any_of(kFileEndings.begin(), kFileEndings.end(),
                  [&](auto ending) { return name.ends_with(ending); }))
    return true;
  // One word with the marks of a name or a number in it.
  return lower.find(' ') == std::string_view::npos &&
         lower.find_first_of("_0123456789\\/") != std::string_view::npos;
}

// The properties that XMP holds, in its elements or attributes.
class XmpReader : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override {
    for (Property& property : properties_) {
      if (name == property.name) open_ = &property;
      if (property.value.empty()) property.value = attributes.get(property.name);
    }
  }
  void end(std::string_view name) override {
    if (open_ == nullptr || name != open_->name) return;
    open_->value = collapse_whitespace(open_->value);
    open_->complete = !open_->value.empty();
    open_ = nullptr;
  }
  void text(std::string_view text) override {
    // Of several the first; of an author's list all would be too many.
    if (open_ == nullptr || open_->complete) return;
    if (!trim(open_->value).empty() && !trim(text).empty()) open_->value += ", ";
    open_->value += trim(text);
  }

  std::string value(std::string_view name) const {
    for (const Property& property : properties_) {
      if (property.name == name) return collapse_whitespace(property.value);
    }
    return {};
  }

 private:
  struct Property {
    std::string_view name;
    std::string value = {};
    bool complete = false;
  };
  std::array<Property, 4> properties_{Property{"dc:title"}, Property{"dc:creator"}, Property{"dc:language"},
                                      Property{"xmp:createdate"}};
  Property* open_ = nullptr;
};

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "D:20130524101010+02'00'" as "2013-05-24T10:10:10"; what is no such date as it stands.
std::string readable_date(std::string_view written) {
  const std::string_view digits = written.starts_with("D:") ? written.substr(2) : written;
  const std::string_view day = digits.substr(0, 8);
  if (day.size() < 4 || !all_digits(day.substr(0, 4))) return std::string(written);
  std::string date(day.substr(0, 4));
  if (day.size() < 6 || !all_digits(day)) return digits.size() == 4 ? date : std::string(written);
  date.append("-").append(day.substr(4, 2));
  if (day.size() < 8) return date;
  date.append("-").append(day.substr(6, 2));
  const std::string_view time = digits.substr(8, 6);
  if (time.size() == 6 && all_digits(time)) {
    date.append("T")
        .append(time.substr(0, 2))
        .append(":")
        .append(time.substr(2, 2))
        .append(":")
        .append(time.substr(4, 2));
  }
  return date;
}

std::string clean_property(const std::string& value) {
  return collapse_whitespace(clean_text(value));
}

}  // namespace

bool is_plausible_title(std::string_view title) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < title.size();) {
    const auto [c, next] = decode_utf8(title, i);
    letters += u_isalpha(static_cast<UChar32>(c)) != 0;
    i = next;
  }
  const std::string lower = ascii_lower(title);
  const bool by_program = std::any_of(kProgramTitles.begin(), kProgramTitles.end(),
                                      [&](auto beginning) { return lower.starts_with(beginning); });
  const bool is_number = 2 * letters < count_code_points(title);
  return letters >= kMinTitleLetters && !is_number && lower != "title" && !by_program && !is_file_name(lower);
}

RawMetadata pdf_metadata(const PdfFile& file) {
  XmpReader xmp;
  read_html(clean_text(truncate_utf8(file.xmp(), kMaxXmpBytes)), xmp);
  RawMetadata metadata;
  for (const std::string& title :
       {clean_property(file.info("Title")), clean_property(xmp.value("dc:title"))}) {
    if (metadata.title.empty() && is_plausible_title(title)) metadata.title = title;
  }
  metadata.author = clean_property(file.info("Author"));
  if (metadata.author.empty()) metadata.author = xmp.value("dc:creator");
  metadata.language = xmp.value("dc:language");
  if (metadata.language == "x-default") metadata.language.clear();
  const std::string created = clean_property(file.info("CreationDate"));
  const std::string date = created.empty() ? xmp.value("xmp:createdate") : readable_date(created);
  if (!date.empty()) metadata.dates.emplace_back("pdf:created", date);
  return metadata;
}

}  // namespace dossier
