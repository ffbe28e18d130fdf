// PDF: text with its pages, read by poppler; layout, headings and running lines are told here.
#include <fmt/format.h>

#include <algorithm>

#include "apart.h"
#include "blocks.h"
#include "extractors.h"
#include "furniture.h"
#include "pdf_columns.h"
#include "pdf_file.h"
#include "pdf_headings.h"
#include "pdf_lines.h"
#include "pdf_metadata.h"
#include "pdf_pages.h"
#include "pdf_paragraphs.h"
#include "pdf_running_lines.h"
#include "pdf_tables.h"

namespace dossier {
namespace {

constexpr std::uint32_t kScanPixels = 600;  // high and wide at least: the image of a page

// The parts behind the pages.
std::uint32_t metadata_part(const PdfFile& file) {
  return file.page_count() + 1;
}
std::uint32_t outline_part(const PdfFile& file) {
  return file.page_count() + 2;
}

// The number behind `name` in the dictionary around it; 0 if there is none.
std::uint32_t number_behind(std::string_view dictionary, std::string_view name) {
  const std::size_t at = dictionary.find(name);
  if (at == std::string_view::npos) return 0;
  const std::size_t digits = dictionary.find_first_not_of(" \r\n\t", at + name.size());
  std::uint32_t value = 0;
  for (std::size_t i = digits; i < dictionary.size() && dictionary[i] >= '0' && dictionary[i] <= '9'; ++i)
    value = std::min(value * 10 + static_cast<std::uint32_t>(dictionary[i] - '0'), 1'000'000U);
  return value;
}

// How many images of a size to fill a page a file holds. Their dictionaries are never compressed: nothing but
// the bytes is looked at, no image is decoded.
std::size_t count_page_images(std::string_view bytes) {
  constexpr std::size_t kReach = 400;  // bytes before and behind, in which the size stands
  std::size_t count = 0;
  for (std::size_t at = bytes.find("/Image"); at != std::string_view::npos;
       at = bytes.find("/Image", at + 6)) {
    std::string_view around = bytes.substr(at - std::min(at, kReach), 2 * kReach);
    const std::size_t here = std::min(at, kReach);
    const std::size_t start = around.substr(0, here).rfind(" obj");
    if (start != std::string_view::npos) around.remove_prefix(start);
    around = around.substr(0, around.find("stream", start == std::string_view::npos ? here : here - start));
    count +=
        number_behind(around, "/Width") >= kScanPixels && number_behind(around, "/Height") >= kScanPixels;
  }
  return count;
}

// "3, 7 to 9": pages for people, of many the first.
std::string list_pages(const std::vector<std::uint32_t>& pages, std::uint32_t most) {
  std::string list;
  std::uint32_t ranges = 0;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    if (ranges++ == most) return list + fmt::format(" and {} more", pages.size() - i);
    if (!list.empty()) list += ", ";
    list += last == i ? fmt::format("{}", pages[i]) : fmt::format("{} to {}", pages[i], pages[last]);
    i = last + 1;
  }
  return (pages.size() == 1 ? "page " : "pages ") + list;
}

// "page 3 and its outline ended the process that read them".
std::string tell_lost(const PagesRead& pages, const PdfFile& file, std::uint32_t most) {
  std::vector<std::uint32_t> numbers;
  std::vector<std::string> names;
  for (const LostPart& part : pages.lost) {
    if (part.number <= file.page_count()) numbers.push_back(part.number);
    if (part.number == metadata_part(file)) names.emplace_back("its properties");
    if (part.number == outline_part(file)) names.emplace_back("its outline");
  }
  if (!numbers.empty()) names.insert(names.begin(), list_pages(numbers, most));
  const bool is_cut = pages.lost.back().is_last && pages.lost.back().number < file.page_count();
  return fmt::format("{} ended the process that read {}{}", fmt::join(names, " and "),
                     pages.lost.size() == 1 ? "it" : "them",
                     is_cut ? "; what comes behind was not read" : "");
}

Outcome outcome_of(const PagesRead& pages, const PdfFile& file, const ExtractionInput& input) {
  if (!pages.lost.empty()) {
    return {Status::partial, pages.lost.front().reason, tell_lost(pages, file, input.limits.problems)};
  }
  if (pages.cut_reason != Reason::none) return {Status::partial, pages.cut_reason, pages.cut};
  if (!pages.broken.empty()) {
    return {Status::partial, Reason::damaged,
            list_pages(pages.broken, input.limits.problems) + " cannot be read"};
  }
  if (!pages.unfinished.empty()) {
    return {Status::partial, Reason::timed_out,
            list_pages(pages.unfinished, input.limits.problems) + " took too long to be recognised whole"};
  }
  if (input.recogniser != nullptr && !pages.textless.empty()) {
    return {Status::partial, Reason::timed_out,
            list_pages(pages.textless, input.limits.problems) +
                " were not recognised: those before took too long"};
  }
  // A few pages are blank in many a document.
  const bool scanned = !pages.textless.empty() && count_page_images(input.bytes) >= pages.textless.size();
  if (!scanned) return {};
  return {Status::partial, Reason::no_text_layer,
          "no text on " + list_pages(pages.textless, input.limits.problems) +
              ", which may be scanned; --ocr reads them"};
}

Outcome without_text(const PagesRead& pages, const PdfFile& file, const ExtractionInput& input) {
  const std::uint32_t count = file.page_count();
  if (!pages.lost.empty()) {
    return {Status::failed, pages.lost.front().reason, tell_lost(pages, file, input.limits.problems)};
  }
  if (count == 0 || pages.broken.size() == pages.read) {
    return {Status::failed, Reason::damaged, "none of its pages can be read"};
  }
  const std::string all = count == 1 ? "only page" : fmt::format("{} pages", count);
  if (input.recogniser != nullptr)
    return {Status::skipped, Reason::no_text, fmt::format("no word was recognised on its {}", all)};
  return {Status::skipped, Reason::no_text_layer,
          fmt::format("no text on its {}; {} may be scanned, and --ocr reads scans", all,
                      count == 1 ? "it" : "they")};
}

class PdfExtractor : public Extractor {
 public:
  // As long as one document is open, the library keeps what it knows of the system's fonts and charsets.
  void prepare() const override {
    static const PdfFile smallest(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        "trailer<</Root 1 0 R/Size 3>>\n%%EOF\n");
  }

  std::string reader() const override { return pdf_library(); }
  // Without a table of its objects, which the library then looks for.
  std::string sample() const override {
    const std::string content = fmt::format("BT /F 12 Tf 72 700 Td ({}) Tj ET", sample_words);
    return fmt::format(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 "
        "R>>"
        "endobj\n4 0 obj<</Length {}>>\nstream\n{}\nendstream\nendobj\n"
        "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
        "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n",
        content.size(), content);
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    const PdfFile file(input.bytes);
    if (file.state() == PdfState::encrypted)
      return {Status::skipped, Reason::encrypted, "it needs a password"};
    if (file.state() == PdfState::damaged)
      return {Status::failed, Reason::damaged, "it cannot be read as PDF"};
    PagesRead pages = read_pages(file, input);
    if (pages.lines.empty()) return without_text(pages, file, input);
    drop_running_lines(pages.lines, file.page_count());
    order_columns(pages.lines);
    join_table_rows(pages.lines);
    const float size = main_size(pages.lines);
    std::vector<PdfParagraph> paragraphs = pdf_paragraphs(pages.lines, size);
    ExtractedDocument document{.type = "application/pdf",
                               .encoding = "UTF-8",
                               .pages = file.page_count(),
                               .recognised = pages.recognised};
    const auto read_part = [&](std::uint32_t part, const auto& read) {
      const auto lost = input.walk->start_part(part);
      lost ? pages.lost.push_back(*lost) : read();
    };
    std::vector<std::string> about;
    read_part(metadata_part(file), [&] {
      document.metadata = pdf_metadata(file);
      about = {file.info("Subject"), file.info("Keywords")};
    });
    std::vector<PdfOutlineEntry> outline;
    read_part(outline_part(file), [&] { outline = file.outline(); });
    input.walk->start_part(0);
    if (document.metadata.title.empty()) document.metadata.title = largest_line(paragraphs, size);
    document.outcome = outcome_of(pages, file, input);
    document.blocks = pdf_blocks(std::move(paragraphs), outline, size);
    if (document.metadata.title.empty()) document.metadata.title = guess_title(document.blocks);
    add_about(document, about);
    return give(std::move(document), input.limits, sink);
  }
};

}  // namespace

const Extractor& pdf_extractor() {
  static const PdfExtractor extractor;
  return extractor;
}

}  // namespace dossier
