// The registry of formats: the one place that a new format is added to (docs/adding-a-format.md).
#include <algorithm>
#include <array>

#include "charset.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "mailbox.h"
#include "ole_storage.h"
#include "package_formats.h"

namespace dossier {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kHeadBytes = 64 * 1024;  // the first bytes, by which a format is recognised

// `head` without a UTF-8 mark and white space before the first character.
std::string_view beginning(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t start = head.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? std::string_view{} : head.substr(start);
}

template <std::size_t N>
bool begins_with_any(std::string_view head, const std::array<std::string_view, N>& signatures) {
  return std::any_of(signatures.begin(), signatures.end(),
                     [&](std::string_view s) { return head.starts_with(s); });
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

bool looks_like_xml(std::string_view head) {
  return beginning(head).starts_with("<?xml");
}

bool looks_like_flat_odf(std::string_view head) {
  return looks_like_xml(head) && head.substr(0, 2048).find("<office:document ") != std::string_view::npos;
}

// Other bytes may come before it, but on lines of their own.
bool looks_like_pdf(std::string_view head) {
  head = head.substr(0, 1024);
  const std::size_t at = head.find("%PDF-");
  return at != std::string_view::npos &&
         (at == 0 || head[at - 1] == '\n' || head[at - 1] == '\r' || is_binary(head));
}

bool looks_like_rtf(std::string_view head) {
  return beginning(head).starts_with("{\\rtf");
}

bool looks_like_zip(std::string_view head) {
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

bool looks_like_ole(std::string_view head) {
  return head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool looks_like_archive(std::string_view head) {
  constexpr std::array kSignatures{"\x1F\x8B"sv,
                                   "\x1F\x9D"sv,
                                   "\x04\x22\x4D\x18"sv,
                                   "LZIP\x01"sv,
                                   "070701"sv,
                                   "070707"sv,
                                   "\xFD"
                                   "7zXZ"sv,
                                   "\x28\xB5\x2F\xFD"sv,
                                   "7z\xBC\xAF\x27\x1C"sv,
                                   "Rar!\x1A\x07"sv};
  const bool is_bzip2 = head.starts_with("BZh") && head.substr(3, 7).ends_with("1AY&SY");
  const bool is_tar = head.substr(std::min<std::size_t>(257, head.size())).starts_with("ustar");
  return is_bzip2 || is_tar || begins_with_any(head, kSignatures);
}

bool looks_like_web_archive(std::string_view head) {
  return head.starts_with("WARC/");
}

bool looks_like_image(std::string_view head) {
  constexpr std::array kSignatures{
      "\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "GIF87a"sv, "GIF89a"sv, "II*\0"sv, "MM\0*"sv};
  return begins_with_any(head, kSignatures) ||
         (head.starts_with("RIFF") && head.substr(std::min<std::size_t>(8, head.size())).starts_with("WEBP"));
}

// Outlook's own way of packing attachments: winmail.dat.
bool looks_like_tnef(std::string_view head) {
  return head.starts_with("\x78\x9F\x3E\x22");
}

bool looks_like_mailbox(std::string_view head) {
  const std::string_view first = head.substr(0, head.find('\n'));
  return is_from_line(first) && has_mail_header(head.substr(std::min(first.size() + 1, head.size())));
}

// A header that only a mail program writes, beside others of a message.
bool looks_like_mail(std::string_view head) {
  return has_mail_header(beginning(head));
}

std::string_view ending_of(std::string_view name) noexcept {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view{} : name.substr(dot + 1);
}

bool has_ending(const Format& format, std::string_view ending) {
  return std::find(format.endings.begin(), format.endings.end(), ending) != format.endings.end();
}

const Format& format_named(std::string_view name) {
  const std::vector<Format>& all = formats();
  return *std::find_if(all.begin(), all.end(), [&](const Format& format) { return format.name == name; });
}

// What a file of the format `container` is. The name decides where its content is that of no known format, as
// when it is broken.
const Format* format_in(const Format& container, std::string_view ending, std::string_view bytes) {
  if (container.content_format == nullptr) return &container;
  const std::string_view content = container.content_format(bytes);
  const std::vector<Format>& all = formats();
  const auto named = std::find_if(all.begin(), all.end(), [&](const Format& format) {
    return content.empty() ? format.container == container.name && has_ending(format, ending)
                           : format.name == content;
  });
  return named == all.end() ? &container : &*named;
}

}  // namespace

const std::vector<Format>& formats() {
  using enum Content;
  static const std::vector<Format> all{
      // Read.
      {"html", "text/html", {"html", "htm", "xhtml", "xht"}, text, &html_extractor(), looks_like_html},
      {"markdown",
       "text/markdown",
       {"md", "markdown", "mdown", "mkd", "qmd", "rmd"},
       text,
       &markdown_extractor()},
      {"mbox", "application/mbox", {"mbox"}, text, &mailbox_extractor(), looks_like_mailbox},
      {"mail", "message/rfc822", {"eml", "mht", "mhtml"}, text, &mail_extractor(), looks_like_mail},
      {"csv", "text/csv", {"csv", "tsv", "tab"}, text, &csv_extractor()},
      {"jsonl", "application/jsonl", {"jsonl", "ndjson"}, text, &jsonl_extractor()},
      {"docx",
       "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
       {"docx", "docm", "dotx", "dotm"},
       binary,
       &docx_extractor(),
       nullptr,
       nullptr,
       "zip"},
      {"pptx",
       "application/vnd.openxmlformats-officedocument.presentationml.presentation",
       {"pptx", "pptm", "ppsx", "ppsm", "potx", "potm"},
       binary,
       &pptx_extractor(),
       nullptr,
       nullptr,
       "zip"},
      {"xlsx",
       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
       {"xlsx", "xlsm", "xltx", "xltm"},
       binary,
       &xlsx_extractor(),
       nullptr,
       nullptr,
       "zip"},
      {"epub", "application/epub+zip", {"epub"}, binary, &epub_extractor(), nullptr, nullptr, "zip"},
      {"rtf", "application/rtf", {"rtf"}, binary, &rtf_extractor(), looks_like_rtf},
      {"doc", "application/msword", {"doc", "dot"}, binary, &doc_extractor(), nullptr, nullptr, "ole"},
      {"ppt",
       "application/vnd.ms-powerpoint",
       {"ppt", "pps", "pot"},
       binary,
       &ppt_extractor(),
       nullptr,
       nullptr,
       "ole"},
      {"xls", "application/vnd.ms-excel", {"xls", "xlt"}, binary, &xls_extractor(), nullptr, nullptr, "ole"},
      {"protected-office",
       "application/x-ole-storage",
       {},
       binary,
       &protected_office_extractor(),
       nullptr,
       nullptr,
       "ole"},
      {"odt",
       "application/vnd.oasis.opendocument.text",
       {"odt", "ott"},
       binary,
       &odt_extractor(),
       nullptr,
       nullptr,
       "zip"},
      {"ods",
       "application/vnd.oasis.opendocument.spreadsheet",
       {"ods", "ots"},
       binary,
       &ods_extractor(),
       nullptr,
       nullptr,
       "zip"},
      {"odp",
       "application/vnd.oasis.opendocument.presentation",
       {"odp", "otp"},
       binary,
       &odp_extractor(),
       nullptr,
       nullptr,
       "zip"},
      {"flat-odf",
       "application/vnd.oasis.opendocument.text-flat-xml",
       {"fodt", "fods", "fodp"},
       text,
       &flat_odf_extractor(),
       looks_like_flat_odf},
      {"json", "application/json", {"json", "geojson"}, text, &json_extractor()},
      {"web-archive", "application/warc", {"warc"}, binary, &warc_extractor(), looks_like_web_archive},
      {"xml",
       "application/xml",
       {"xml", "tei", "akn", "rss", "rdf", "atom", "svg"},
       text,
       &xml_extractor(),
       looks_like_xml},
      {"text", "text/plain", {"txt", "text", "log", "asc"}, text, &plain_text_extractor()},
      {"pdf", "application/pdf", {"pdf"}, binary, &pdf_extractor(), looks_like_pdf},
      // Known, so that the ledger can say what a file is.
      {"zip", "application/zip", {"zip"}, binary, &zip_extractor(), looks_like_zip, package_format},
      {"ole", "application/x-ole-storage", {"msg"}, binary, nullptr, looks_like_ole, ole_format},
      {"archive",
       "application/x-archive",
       {"gz", "tgz", "bz2", "tbz2", "xz", "txz", "lzma", "zst", "tzst", "lz4", "lz", "7z", "tar", "rar",
        "cpio"},
       binary,
       &archive_extractor(),
       looks_like_archive},
      {"image",
       "image/*",
       {"tiff", "tif", "png", "jpg", "jpeg", "gif", "webp"},
       binary,
       &image_extractor(),
       looks_like_image},
      {"tnef", "application/ms-tnef", {"dat"}, binary, nullptr, looks_like_tnef},
      {"media",
       "application/octet-stream",
       {"mp3", "mp4", "wav", "ogg", "avi", "mov", "mkv", "webm"},
       binary},
  };
  return all;
}

const Format* recognise_format(std::string_view name, std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHeadBytes);
  const std::vector<Format>& all = formats();
  const std::string ending = ascii_lower(ending_of(name));
  for (const Format& format : all) {
    // XHTML begins like XML: the name decides where both could be.
    const bool is_named_html = format.name == "xml" && has_ending(format_named("html"), ending);
    if (format.looks_like != nullptr && format.looks_like(head) && !is_named_html)
      return format_in(format, ending, bytes);
  }
  const bool binary = is_binary(head);
  for (const Format& format : all) {
    const bool has_signature = format.looks_like != nullptr || !format.container.empty();
    const bool possible = format.content == Content::text ? !binary : binary || !has_signature;
    if (possible && has_ending(format, ending)) return &format;
  }
  if (binary) return nullptr;
  return &format_named("text");
}

}  // namespace dossier
