#include "mail_message.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "blocks.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "mail_parts.h"
#include "members.h"

namespace dossier {
namespace {

constexpr std::string_view kType = "message/rfc822";
constexpr int kMostAddresses = 100;  // of a header that are told

using Options = std::unique_ptr<GMimeParserOptions, decltype(&g_mime_parser_options_free)>;

Options parser_options() {
  prepare_mail();
  Options options(g_mime_parser_options_new(), g_mime_parser_options_free);
  // What headers with bytes beyond ASCII may be written in.
  std::array<const char*, 3> charsets{"utf-8", "windows-1252", nullptr};
  g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
  return options;
}

MailObject<GMimeMessage> parse_message(std::string_view bytes) {
  const Options options = parser_options();
  const MailObject<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()),
                                       g_object_unref);
  const MailObject<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()), g_object_unref);
  return {g_mime_parser_construct_message(parser.get(), options.get()), g_object_unref};
}

// "Ana Anić, Boris Borić": names, or addresses where there are none; with both where `full`.
std::string addresses(InternetAddressList* list, bool full) {
  std::string out;
  const int count = list == nullptr ? 0 : internet_address_list_length(list);
  for (int i = 0; i < std::min(count, kMostAddresses); ++i) {
    InternetAddress* address = internet_address_list_get_address(list, i);
    const std::string name = mail_text(internet_address_get_name(address));
    const std::string box =
        INTERNET_ADDRESS_IS_MAILBOX(address)
            ? mail_text(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)))
            : "";
    const std::string shown = name.empty() ? box : full && !box.empty() ? name + " <" + box + ">" : name;
    if (shown.empty()) continue;
    if (!out.empty()) out += ", ";
    out += shown;
  }
  if (count > kMostAddresses) out += fmt::format(" and {} more", count - kMostAddresses);
  return out;
}

// The day by the sender's clock; as it is written where it is no date.
std::string date_of(GMimeMessage* message) {
  if (GDateTime* date = g_mime_message_get_date(message)) {
    return fmt::format("{:04}-{:02}-{:02}", g_date_time_get_year(date), g_date_time_get_month(date),
                       g_date_time_get_day_of_month(date));
  }
  return mail_text(g_mime_object_get_header(GMIME_OBJECT(message), "Date"));
}

RawMetadata metadata_of(GMimeMessage* message) {
  RawMetadata metadata{.title = mail_text(g_mime_message_get_subject(message)),
                       .author = addresses(g_mime_message_get_from(message), false)};
  if (const std::string id = mail_text(g_mime_message_get_message_id(message)); !id.empty())
    metadata.url = "mid:" + id;  // RFC 2392
  if (std::string date = date_of(message); !date.empty())
    metadata.dates.emplace_back("mail:Date", std::move(date));
  return metadata;
}

// Who wrote to whom, as the first lines of the text.
void add_correspondents(GMimeMessage* message, std::vector<Block>& blocks) {
  std::string lines;
  const auto add = [&](const char* label, InternetAddressList* list) {
    const std::string names = addresses(list, true);
    if (!names.empty()) lines += fmt::format("{}{}: {}", lines.empty() ? "" : "\n", label, names);
  };
  add("From", g_mime_message_get_from(message));
  add("To", g_mime_message_get_to(message));
  add("Cc", g_mime_message_get_cc(message));
  if (has_word(lines)) blocks.insert(blocks.begin(), Block{.text = std::move(lines)});
}

// What an attachment without a name is called, so that its ending tells its format.
std::string name_by_type(GMimeObject* part, std::size_t number) {
  const GMimeContentType* type = g_mime_object_get_content_type(part);
  const std::string media_type = ascii_lower(
      fmt::format("{}/{}", mail_text(g_mime_content_type_get_media_type(const_cast<GMimeContentType*>(type))),
                  mail_text(g_mime_content_type_get_media_subtype(const_cast<GMimeContentType*>(type)))));
  const auto& all = formats();
  const auto format =
      std::find_if(all.begin(), all.end(), [&](const Format& f) { return f.media_type == media_type; });
  if (format == all.end() || format->endings.empty()) return fmt::format("part-{}", number);
  return fmt::format("part-{}.{}", number, format->endings.front());
}

std::string attachment_name(GMimeObject* part, std::size_t number) {
  const char* name = GMIME_IS_PART(part) ? g_mime_part_get_filename(GMIME_PART(part))
                                         : g_mime_object_get_content_type_parameter(part, "name");
  return name != nullptr && *name != '\0' ? repair_utf8(name) : name_by_type(part, number);
}

Outcome read_message(GMimeMessage* message, const ExtractionInput& input, const DocumentSink& sink);

Outcome read_attachment(GMimeObject* part, Members& members, ExtractionInput input,
                        const DocumentSink& sink) {
  if (GMIME_IS_MESSAGE_PART(part)) {
    GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    if (message == nullptr) return {Status::failed, Reason::damaged, "a message without anything"};
    return read_message(message, input, sink);
  }
  if (!GMIME_IS_PART(part)) return {Status::skipped, Reason::unsupported_format, "part of a message"};
  const std::string bytes = mail_content(GMIME_PART(part));
  members.unpacked(bytes.size());
  input.bytes = bytes;
  return extract(input, sink);
}

// What is attached was there when the message was sent, and is its sender's where it names nobody. A message
// within the message says of itself when it was written and by whom.
void inherit(ExtractedDocument& attached, const RawMetadata& message) {
  RawMetadata& metadata = attached.metadata;
  if (!attached.is_document() || attached.type == kType) return;
  if (metadata.author.empty()) metadata.author = message.author;
  for (const auto& [from, written] : message.dates) metadata.dates.emplace_back("mail:attached", written);
}

Outcome read_message(GMimeMessage* message, const ExtractionInput& input, const DocumentSink& sink) {
  const RawMetadata metadata = metadata_of(message);
  MailParts parts(input.limits);
  parts.add(g_mime_message_get_mime_part(message));
  ExtractedDocument document{
      .type = std::string(kType), .encoding = std::move(parts.encoding), .metadata = metadata};
  if (document.encoding.empty()) document.encoding = "UTF-8";  // the header alone, as GMime gives it
  document.blocks = std::move(parts.blocks);
  add_correspondents(message, document.blocks);
  document.outcome = std::move(parts.outcome);
  Outcome outcome = give(std::move(document), input.limits, sink);
  Members members(input, sink);
  for (std::size_t i = 0; i < parts.attachments.size() && members.more(); ++i) {
    GMimeObject* part = parts.attachments[i];
    members.add(attachment_name(part, i + 1), [&](const ExtractionInput& member, const DocumentSink& into) {
      return read_attachment(part, members, member, [&](ExtractedDocument&& attached) {
        inherit(attached, metadata);
        into(std::move(attached));
      });
    });
  }
  if (!members.more()) return members.outcome();
  return outcome.reason == Reason::no_text && members.count() > 0 ? Outcome{} : outcome;
}

}  // namespace

void prepare_mail() {
  static const bool started = (g_mime_init(), true);
  static_cast<void>(started);
}

Outcome extract_message(std::string_view bytes, const ExtractionInput& input, const DocumentSink& sink) {
  const MailObject<GMimeMessage> message = parse_message(bytes);
  if (message == nullptr) return {Status::failed, Reason::damaged, "no message can be made of it"};
  return read_message(message.get(), input, sink);
}

}  // namespace dossier
