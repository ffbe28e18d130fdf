// The registry of formats: the one place that a new format is added to (docs/adding-a-format.md).
#include <algorithm>
#include <array>

#include "charset.h"
#include "dossier/core/utf8.h"
#include "extractors.h"

namespace dossier {
namespace {

using namespace std::string_view_literals;

// `head` without a UTF-8 mark and white space before the first character.
std::string_view beginning(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t start = head.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? std::string_view{} : head.substr(start);
}

template <std::size_t N>
bool begins_with_any(std::string_view head, const std::array<std::string_view, N>& signatures) {
  return std::any_of(signatures.begin(), signatures.end(), [&](std::string_view s) { return head.starts_with(s); });
}

// A page that says what it is in its first tag; comments and an XML declaration may come before it.
bool looks_like_html(std::string_view head) {
  std::string_view rest = beginning(head);
  while (rest.starts_with("<?xml") || rest.starts_with("<!--")) {
    const std::string_view close = rest.starts_with("<?") ? "?>" : "-->";
    const std::size_t end = rest.find(close);
    if (end == std::string_view::npos) return false;
    rest = beginning(rest.substr(end + close.size()));
  }
  const std::string start = ascii_lower(rest.substr(0, 16));
  return start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<head>") ||
         start.starts_with("<body");
}

bool looks_like_xml(std::string_view head) { return beginning(head).starts_with("<?xml"); }
bool looks_like_pdf(std::string_view head) { return head.substr(0, 1024).find("%PDF-") != std::string_view::npos; }
bool looks_like_rtf(std::string_view head) { return beginning(head).starts_with("{\\rtf"); }
bool looks_like_zip(std::string_view head) { return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"); }
bool looks_like_ole(std::string_view head) { return head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }
bool looks_like_archive(std::string_view head) {
  constexpr std::array kSignatures{"\x1F\x8B"sv, "BZh"sv, "\xFD" "7zXZ"sv, "\x28\xB5\x2F\xFD"sv, "7z\xBC\xAF\x27\x1C"sv,
                                   "Rar!\x1A\x07"sv};
  return begins_with_any(head, kSignatures) || head.substr(std::min<std::size_t>(257, head.size())).starts_with("ustar");
}
bool looks_like_image(std::string_view head) {
  constexpr std::array kSignatures{"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "GIF87a"sv, "GIF89a"sv, "II*\0"sv, "MM\0*"sv};
  return begins_with_any(head, kSignatures);
}

std::string_view ending_of(std::string_view name) noexcept {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot + 1);
}

bool has_ending(const Format& format, std::string_view ending) {
  return std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end();
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all{
      // Read. Plain text stands last: what no other row claims and is no binary data is text.
      {"html", "text/html", {"html", "htm", "xhtml", "xht"}, &html_extractor(), looks_like_html},
      {"markdown", "text/markdown", {"md", "markdown", "mdown", "mkd", "qmd", "rmd"}, &markdown_extractor()},
      {"jsonl", "application/jsonl", {"jsonl", "ndjson"}, &jsonl_extractor()},
      {"text", "text/plain", {"txt", "text", "log", "asc"}, &plain_text_extractor()},
      // Known, so that the ledger can say what a file is.
      {"pdf", "application/pdf", {"pdf"}, nullptr, looks_like_pdf},
      {"rtf", "application/rtf", {"rtf"}, nullptr, looks_like_rtf},
      {"zip", "application/zip", {"zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"}, nullptr, looks_like_zip},
      {"ole", "application/x-ole-storage", {"doc", "xls", "ppt", "msg"}, nullptr, looks_like_ole},
      {"archive", "application/x-archive", {"gz", "tgz", "bz2", "xz", "zst", "7z", "tar", "rar", "warc"}, nullptr, looks_like_archive},
      {"image", "image/*", {"png", "jpg", "jpeg", "gif", "tif", "tiff", "svg", "webp"}, nullptr, looks_like_image},
      {"xml", "application/xml", {"xml", "tei", "akn", "rss", "atom"}, nullptr, looks_like_xml},
      {"json", "application/json", {"json"}, nullptr},
      {"csv", "text/csv", {"csv", "tsv"}, nullptr},
      {"mail", "message/rfc822", {"eml", "mbox"}, nullptr},
      {"media", "application/octet-stream", {"mp3", "mp4", "wav", "ogg", "avi", "mov", "mkv", "webm"}, nullptr},
  };
  return all;
}

const Format* recognise_format(std::string_view name, std::string_view head) {
  const std::vector<Format>& all = formats();
  const std::string ending = ascii_lower(ending_of(name));
  for (const Format& format : all) {
    // XHTML begins like XML: the name decides where both could be.
    if (format.looks_like != nullptr && format.looks_like(head) && !(format.name == "xml" && ending.ends_with("html"))) return &format;
  }
  for (const Format& format : all) {
    if (has_ending(format, ending)) return &format;
  }
  if (is_binary(head)) return nullptr;
  return &*std::find_if(all.begin(), all.end(), [](const Format& format) { return format.name == "text"; });
}

}  // namespace dossier
