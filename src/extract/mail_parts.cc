#include "mail_parts.h"

#include <algorithm>
#include <iterator>

#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "extractors.h"

namespace dossier {
namespace {

constexpr std::size_t kMostDepth = 100;  // of multiparts in each other; senders make four at most

std::string_view mail_string(const char* text) {
  return text == nullptr ? std::string_view() : text;
}

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
  return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype) != 0;
}

bool is_signature(GMimeObject* part) {
  return is_type(part, "application", "pgp-signature") || is_type(part, "application", "pkcs7-signature") ||
         is_type(part, "application", "x-pkcs7-signature");
}

bool is_html(GMimeObject* part) {
  return is_type(part, "text", "html") || is_type(part, "text", "enriched");
}

// Text of the message itself: no file somebody attached, and of no kind that has a reader of its own.
bool is_own_text(GMimeObject* part) {
  if (!GMIME_IS_PART(part) || g_mime_part_is_attachment(GMIME_PART(part)) != 0) return false;
  const bool has_name = g_mime_part_get_filename(GMIME_PART(part)) != nullptr;
  if (is_type(part, "message", "delivery-status") || is_type(part, "message", "disposition-notification"))
    return true;
  return !has_name && is_type(part, "text", "*") && !is_type(part, "text", "calendar") &&
         !is_type(part, "text", "rtf") && !is_type(part, "text", "csv") && !is_type(part, "text", "xml");
}

}  // namespace

std::string mail_text(const char* text) {
  return text == nullptr ? std::string() : collapse_whitespace(clean_text(repair_utf8(text)));
}

std::string mail_content(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const MailObject<GMimeStream> stream(g_mime_stream_mem_new(), g_object_unref);
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return bytes->len == 0 ? std::string()
                         : std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

void MailParts::add(GMimeObject* part, bool is_shown, std::size_t depth) {
  if (part == nullptr) return;
  if (depth == kMostDepth) {
    outcome = {Status::partial, Reason::damaged, "its parts are nested too deeply"};
    return;
  }
  if (!GMIME_IS_MULTIPART(part)) return add_leaf(part, is_shown);
  if (is_type(part, "multipart", "encrypted")) {
    outcome = {Status::partial, Reason::encrypted, "its text is encrypted"};
    return;
  }
  GMimeMultipart* parts = GMIME_MULTIPART(part);
  if (is_type(part, "multipart", "alternative")) return add_alternatives(parts, is_shown, depth);
  // Without a boundary, or with one that is never met, all stands before the first part.
  if (g_mime_multipart_get_count(parts) == 0 && is_shown)
    add_plain(mail_string(g_mime_multipart_get_prologue(parts)), nullptr);
  for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
    add(g_mime_multipart_get_part(parts, i), is_shown, depth + 1);
}

void MailParts::add_alternatives(GMimeMultipart* parts, bool is_shown, std::size_t depth) {
  const int count = g_mime_multipart_get_count(parts);
  int best = 0;
  int best_rank = -1;
  for (int i = 0; i < count; ++i) {
    GMimeObject* part = g_mime_multipart_get_part(parts, i);
    const bool plain = is_own_text(part) && is_type(part, "text", "plain");
    const bool marked = is_html(part) || GMIME_IS_MULTIPART(part);
    const int rank = plain && is_worded(part) ? 2 : marked ? 1 : 0;
    if (rank > best_rank) best_rank = rank, best = i;
  }
  // Those not shown say the same in other words, but files may be attached to them.
  for (int i = 0; i < count; ++i) add(g_mime_multipart_get_part(parts, i), is_shown && i == best, depth + 1);
}

bool MailParts::is_worded(GMimeObject* part) const {
  return has_word(decode_text(mail_content(GMIME_PART(part))).text);
}

void MailParts::add_leaf(GMimeObject* part, bool is_shown) {
  if (is_own_text(part)) {
    if (is_shown) add_text(GMIME_PART(part));
  } else if (is_type(part, "application", "pkcs7-mime") || is_type(part, "application", "x-pkcs7-mime")) {
    outcome = {Status::partial, Reason::encrypted, "its text is encrypted"};
  } else if (!is_signature(part)) {
    attachments.push_back(part);
  }
}

void MailParts::add_text(GMimePart* part) {
  const std::string bytes = mail_content(part);
  const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  if (is_html(GMIME_OBJECT(part))) return add_html(bytes, charset);
  add_plain(bytes, charset);
}

void MailParts::add_plain(std::string_view bytes, const char* charset) {
  const DecodedText decoded = decode_text(bytes, mail_string(charset));
  std::vector<Block> more = split_paragraphs(clean_text(decoded.text));
  std::move(more.begin(), more.end(), std::back_inserter(blocks));
  if (encoding.empty()) encoding = decoded.encoding;
  if (outcome.status == Status::ok) outcome = encoding_outcome(decoded);
}

void MailParts::add_html(std::string_view bytes, const char* charset) {
  // What the mail says of the charset goes before what the page says.
  std::string marked;
  if (charset != nullptr) {
    const DecodedText decoded = decode_text(bytes, charset);
    marked = "\xEF\xBB\xBF" + decoded.text;
    bytes = marked;
    if (encoding.empty()) encoding = decoded.encoding;
    if (outcome.status == Status::ok) outcome = encoding_outcome(decoded);
  }
  html_extractor().extract({.name = "", .bytes = bytes, .limits = limits_}, [&](ExtractedDocument&& page) {
    std::move(page.blocks.begin(), page.blocks.end(), std::back_inserter(blocks));
    if (encoding.empty()) encoding = page.encoding;
    if (outcome.status == Status::ok) outcome = page.outcome;
  });
}

}  // namespace dossier
