// Pictures: what is written on them, where something is there that reads it. Each picture of a file is a
// page.
#include "blocks.h"
#include "extractors.h"
#include "pdf_columns.h"
#include "pdf_headings.h"
#include "pdf_paragraphs.h"
#include "pdf_running_lines.h"
#include "pdf_tables.h"
#include "scanned_page.h"
#include "self_test.h"

namespace dossier {
namespace {

constexpr std::uint32_t kMostPages = 10'000;

std::string media_type(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG")) return "image/png";
  if (bytes.starts_with("\xFF\xD8")) return "image/jpeg";
  if (bytes.starts_with("GIF")) return "image/gif";
  return bytes.starts_with("RIFF") ? "image/webp" : "image/tiff";
}

struct PicturesRead {
  std::vector<PdfLine> lines;
  std::uint32_t count = 0;
  Outcome outcome;
};

PicturesRead read_pictures(const ExtractionInput& input, ScanReader& scans) {
  PicturesRead pictures;
  std::size_t place = 0;
  do {
    // A picture that ended a worker: where the next one is, nobody knows.
    if (const auto lost = input.walk->start_part(++pictures.count)) {
      pictures.outcome = {Status::partial, lost->reason, "a picture in it ended the process that read it"};
      break;
    }
    const auto picture = scans.is_ready() ? input.recogniser->decode(input.bytes, place) : std::nullopt;
    if (!picture) {
      pictures.outcome =
          scans.is_ready() ? Outcome{Status::partial, Reason::damaged, "a picture in it cannot be decoded"}
                           : Outcome{Status::partial, Reason::timed_out, "not all of its pictures were read"};
      break;
    }
    for (PdfLine& line : scans.read(*picture, pictures.count)) pictures.lines.push_back(std::move(line));
  } while (place != 0 && pictures.count < kMostPages);
  input.walk->start_part(0);
  if (pictures.outcome.status == Status::ok && !scans.unfinished().empty())
    pictures.outcome = {Status::partial, Reason::timed_out, "it took too long to be recognised whole"};
  return pictures;
}

class ImageExtractor : public Extractor {
 public:
  bool reads_scans() const override { return true; }
  std::string sample() const override { return picture_sample(); }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    if (input.recogniser == nullptr)
      return {Status::skipped, Reason::no_text_layer, "a picture; --ocr reads what is written on it"};
    ScanReader scans(input.recogniser);
    PicturesRead pictures = read_pictures(input, scans);
    if (pictures.lines.empty()) {
      if (pictures.outcome.status == Status::ok)
        return {Status::skipped, Reason::no_text, "no word was recognised on it"};
      return {Status::failed, pictures.outcome.reason, pictures.outcome.detail};
    }
    drop_running_lines(pictures.lines, pictures.count);
    order_columns(pictures.lines);
    join_table_rows(pictures.lines);
    const float size = main_size(pictures.lines);
    std::vector<PdfParagraph> paragraphs = pdf_paragraphs(pictures.lines, size);
    ExtractedDocument document{.type = media_type(input.bytes),
                               .encoding = "UTF-8",
                               .pages = pictures.count,
                               .recognised = true,
                               .outcome = std::move(pictures.outcome)};
    document.metadata.title = largest_line(paragraphs, size);
    document.blocks = pdf_blocks(std::move(paragraphs), {}, size);
    return give(std::move(document), input.limits, sink);
  }
};

}  // namespace

const Extractor& image_extractor() {
  static const ImageExtractor extractor;
  return extractor;
}

}  // namespace dossier
