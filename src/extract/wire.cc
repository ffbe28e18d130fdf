#include "wire.h"

#include <algorithm>
#include <array>

#include "blocks.h"
#include "dossier/core/codec.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kLeastBlockBytes = 5;  // kind, level, page, length, one byte of text

constexpr std::size_t kMostDepth = 64;
constexpr std::size_t kKeptBytes = 1u << 20;  // of records that were read

enum class MessageKind : std::uint8_t { document, outcome, confinement, member, format, recognition };

template <typename Enum>
Enum read_enum(ByteReader& in, Enum last) {
  const std::uint64_t value = in.u64();
  if (value > static_cast<std::uint64_t>(last)) return in.fail(), Enum{};
  return static_cast<Enum>(value);
}

std::string read_text(ByteReader& in) {
  const std::string_view text = in.string();
  return is_valid_utf8(text) ? std::string(text) : repair_utf8(text);
}

void write_outcome(ByteWriter& out, const Outcome& outcome) {
  out.u64(static_cast<std::uint64_t>(outcome.status));
  out.u64(static_cast<std::uint64_t>(outcome.reason));
  out.string(outcome.detail);
}

Outcome read_outcome(ByteReader& in) {
  Outcome outcome;
  outcome.status = read_enum(in, Status::failed);
  outcome.reason = read_enum(in, Reason::out_of_memory);
  outcome.detail = read_text(in);
  return outcome;
}

void write_metadata(ByteWriter& out, const RawMetadata& metadata) {
  for (const auto* field : {&metadata.id, &metadata.title, &metadata.author, &metadata.source,
                            &metadata.language, &metadata.url}) {
    out.string(*field);
  }
  out.u64(metadata.dates.size());
  for (const auto& [from, written] : metadata.dates) {
    out.string(from);
    out.string(written);
  }
}

RawMetadata read_metadata(ByteReader& in) {
  RawMetadata metadata;
  for (auto* field : {&metadata.id, &metadata.title, &metadata.author, &metadata.source, &metadata.language,
                      &metadata.url}) {
    *field = read_text(in);
  }
  for (std::uint64_t left = in.u64(); left > 0 && in.ok(); --left) {
    std::string from = read_text(in);
    metadata.dates.emplace_back(std::move(from), read_text(in));
  }
  return metadata;
}

void write_block(ByteWriter& out, const Block& block) {
  out.u64(static_cast<std::uint64_t>(block.kind));
  out.u64(block.level);
  out.u64(block.page.value_or(0));
  out.string(block.text);
}

Block read_block(ByteReader& in) {
  Block block;
  block.kind = read_enum(in, BlockKind::preformatted);
  const std::uint64_t level = in.u64();
  const std::uint32_t page = in.u32();
  block.text = read_text(in);
  if (level > 6 || block.text.empty()) in.fail();
  block.level = static_cast<std::uint8_t>(level);
  if (page != 0) block.page = page;
  return block;
}

void write_blocks(ByteWriter& out, const std::vector<Block>& blocks) {
  out.u64(blocks.size());
  for (const Block& block : blocks) write_block(out, block);
}

std::vector<Block> read_blocks(ByteReader& in) {
  std::vector<Block> blocks;
  const std::uint64_t count = in.u64();
  if (count > max_blocks || count > in.rest().size() / kLeastBlockBytes) in.fail();
  if (in.ok()) blocks.reserve(count);
  for (std::uint64_t i = 0; i < count && in.ok(); ++i) blocks.push_back(read_block(in));
  return blocks;
}

void write_place(ByteWriter& out, const MemberPlace& place) {
  out.u64(place.size());
  for (const std::uint32_t ordinal : place) out.u64(ordinal);
}

MemberPlace read_place(ByteReader& in) {
  MemberPlace place;
  const std::uint64_t depth = in.u64();
  if (depth > kMostDepth) in.fail();
  for (std::uint64_t i = 0; i < depth && in.ok(); ++i) place.push_back(in.u32());
  return place;
}

// The same on both sides of a request.
template <typename Limits, typename Visit>
void each_limit(Limits& limits, Visit&& visit) {
  visit(limits.file_bytes);
  visit(limits.text_bytes);
  visit(limits.problems);
  visit(limits.member_bytes);
  visit(limits.unpacked_bytes);
  visit(limits.unpacked_ratio);
  visit(limits.members);
  visit(limits.depth);
}

ExtractedDocument read_document(ByteReader& in) {
  ExtractedDocument document;
  document.member = read_text(in);
  document.file_name = read_text(in);
  document.type = read_text(in);
  document.encoding = read_text(in);
  document.pages = in.u32();
  document.recognised = in.boolean();
  document.metadata = read_metadata(in);
  document.outcome = read_outcome(in);
  document.blocks = read_blocks(in);
  document.apart = read_blocks(in);
  if (!document.is_document() && !(document.blocks.empty() && document.apart.empty())) in.fail();
  return document;
}

Confinement read_confinement(ByteReader& in) {
  const bool system_calls = in.u64() != 0;
  return {.system_calls = system_calls, .files = read_enum(in, FileAccess::none)};
}

TextRecognition read_recognition(ByteReader& in) {
  TextRecognition recognition{.library = read_text(in)};
  recognition.languages = read_text(in);
  recognition.problem = read_text(in);
  return recognition;
}

FormatDescription read_format(ByteReader& in) {
  FormatDescription format{.name = read_text(in)};
  for (std::uint64_t left = in.u64(); left > 0 && in.ok(); --left) format.endings.push_back(read_text(in));
  format.is_read = in.boolean();
  format.reader = read_text(in);
  format.sample = in.string();
  return format;
}

}  // namespace

std::string encode_request(const WorkerRequest& request) {
  ByteWriter out;
  out.boolean(request.asks_formats);
  out.string(request.name);
  each_limit(request.limits, [&](std::uint64_t limit) { out.u64(limit); });
  out.boolean(request.options.csv_rows);
  write_place(out, request.resume);
  write_place(out, request.lost.place);
  out.u64(request.lost.parts.size());
  for (const LostPart& part : request.lost.parts) {
    out.u64(part.number);
    out.u64(static_cast<std::uint64_t>(part.reason));
    out.boolean(part.is_last);
  }
  return out.take();
}

std::optional<WorkerRequest> decode_request(std::string_view record) {
  ByteReader in(record);
  WorkerRequest request{.asks_formats = in.boolean()};
  request.name = in.string();
  each_limit(request.limits, [&]<typename Limit>(Limit& limit) {
    if constexpr (sizeof(Limit) == sizeof(std::uint64_t))
      limit = in.u64();
    else
      limit = in.u32();
  });
  request.options.csv_rows = in.boolean();
  request.resume = read_place(in);
  request.lost.place = read_place(in);
  for (std::uint64_t left = in.u64(); left > 0 && in.ok(); --left) {
    LostPart part{.number = in.u32(), .reason = read_enum(in, Reason::out_of_memory)};
    part.is_last = in.boolean();
    request.lost.parts.push_back(part);
  }
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return request;
}

std::string encode_message(const ExtractedDocument& document) {
  ByteWriter out;
  out.u64(static_cast<std::uint64_t>(MessageKind::document));
  out.string(document.member);
  out.string(document.file_name);
  out.string(document.type);
  out.string(document.encoding);
  out.u64(document.pages);
  out.boolean(document.recognised);
  write_metadata(out, document.metadata);
  write_outcome(out, document.outcome);
  write_blocks(out, document.blocks);
  write_blocks(out, document.apart);
  return out.take();
}

std::string encode_message(const MemberPosition& position) {
  ByteWriter out;
  out.u64(static_cast<std::uint64_t>(MessageKind::member));
  write_place(out, position.place);
  out.string(position.member);
  out.u64(position.part);
  return out.take();
}

std::string encode_message(const Outcome& outcome) {
  ByteWriter out;
  out.u64(static_cast<std::uint64_t>(MessageKind::outcome));
  write_outcome(out, outcome);
  return out.take();
}

std::string encode_message(const Confinement& confinement) {
  ByteWriter out;
  out.u64(static_cast<std::uint64_t>(MessageKind::confinement));
  out.u64(confinement.system_calls ? 1 : 0);
  out.u64(static_cast<std::uint64_t>(confinement.files));
  return out.take();
}

std::string encode_message(const TextRecognition& recognition) {
  ByteWriter out;
  out.u64(static_cast<std::uint64_t>(MessageKind::recognition));
  out.string(recognition.library);
  out.string(recognition.languages);
  out.string(recognition.problem);
  return out.take();
}

std::string encode_message(const FormatDescription& format) {
  ByteWriter out;
  out.u64(static_cast<std::uint64_t>(MessageKind::format));
  out.string(format.name);
  out.u64(format.endings.size());
  for (const std::string& ending : format.endings) out.string(ending);
  out.boolean(format.is_read);
  out.string(format.reader);
  out.string(format.sample);
  return out.take();
}

std::optional<WorkerMessage> decode_message(std::string_view record) {
  ByteReader in(record);
  WorkerMessage message;
  switch (read_enum(in, MessageKind::recognition)) {
    case MessageKind::document:
      message = read_document(in);
      break;
    case MessageKind::member: {
      MemberPlace place = read_place(in);
      std::string member = read_text(in);
      message = MemberPosition{std::move(place), std::move(member), in.u32()};
      break;
    }
    case MessageKind::outcome:
      message = read_outcome(in);
      break;
    case MessageKind::confinement:
      message = read_confinement(in);
      break;
    case MessageKind::format:
      message = read_format(in);
      break;
    case MessageKind::recognition:
      message = read_recognition(in);
      break;
  }
  if (!in.ok() || !in.at_end()) return std::nullopt;
  return message;
}

void append_frame(std::string& out, std::string_view record) {
  for (std::size_t i = 0; i < kLengthBytes; ++i) out += static_cast<char>((record.size() >> (8 * i)) & 0xFF);
  out.append(record);
}

void FrameReader::append(std::string_view bytes) {
  // Moving the rest to the front each time would be quadratic; moving it when half is used up is not.
  if (start_ > buffer_.size() / 2) {
    buffer_.erase(0, start_);
    start_ = 0;
  }
  buffer_.append(bytes);
}

void FrameReader::release() {
  if (start_ < kKeptBytes) return;
  buffer_ = buffer_.substr(start_);
  start_ = 0;
}

std::optional<std::string_view> FrameReader::next() {
  const std::string_view rest = std::string_view(buffer_).substr(start_);
  if (broken_ || rest.size() < kLengthBytes) return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length |= static_cast<std::size_t>(static_cast<unsigned char>(rest[i])) << (8 * i);
  }
  if (length > max_frame_bytes) return broken_ = true, std::nullopt;
  if (rest.size() - kLengthBytes < length) {
    // Growing step by step takes twice the memory; what comes behind the frame must fit, too.
    buffer_.reserve(start_ + kLengthBytes + length + kKeptBytes);
    return std::nullopt;
  }
  start_ += kLengthBytes + length;
  return rest.substr(kLengthBytes, length);
}

}  // namespace dossier
