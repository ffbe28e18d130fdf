#include "dossier/index/stored.h"

#include <limits>

#include "dossier/core/codec.h"
#include "dossier/core/error.h"

namespace dossier {
namespace {

void write_strings(ByteWriter& out, const std::vector<std::string>& strings) {
  out.u64(strings.size());
  for (const std::string& value : strings) out.string(value);
}

std::vector<std::string> read_strings(ByteReader& in) {
  std::vector<std::string> strings;
  for (std::uint64_t count = in.u64(); count > 0 && in.ok(); --count) strings.emplace_back(in.string());
  return strings;
}

void write_days(ByteWriter& out, const DayInterval& days, CalendarUnit precision) {
  out.i64(days.first);
  out.i64(static_cast<std::int64_t>(days.last) - days.first);
  out.u64(static_cast<std::uint64_t>(precision));
}

void read_days(ByteReader& in, DayInterval& days, CalendarUnit& precision) {
  const auto in_range = [](std::int64_t day) {
    return day >= std::numeric_limits<Day>::min() && day <= std::numeric_limits<Day>::max();
  };
  const std::int64_t first = in.i64();
  const std::int64_t span = in.i64();
  const std::uint64_t unit = in.u64();
  if (!in_range(first) || !in_range(span) || !in_range(first + span) ||
      unit > static_cast<std::uint64_t>(CalendarUnit::century)) {
    in.fail();
    return;
  }
  days = {static_cast<Day>(first), static_cast<Day>(first + span)};
  precision = static_cast<CalendarUnit>(unit);
}

template <typename Enum>
Enum read_enum(ByteReader& in, Enum last) {
  const std::uint64_t value = in.u64();
  if (value > static_cast<std::uint64_t>(last)) return in.fail(), Enum{};
  return static_cast<Enum>(value);
}

void check(const ByteReader& in, const char* what) {
  if (in.ok()) return;
  throw Error(ErrorCode::no_index, std::string("the index is damaged: a ") + what + " record cannot be read",
              "run 'dossier check'; rebuild the index with 'dossier index' into a new folder");
}

void write_outcome(ByteWriter& out, const Outcome& outcome) {
  out.string(status_name(outcome.status));
  out.string(reason_name(outcome.reason));
  out.string(outcome.detail);
}

Outcome read_outcome(ByteReader& in) {
  const auto status = parse_status(in.string());
  const auto reason = parse_reason(in.string());
  if (!status || !reason) in.fail();
  return {status.value_or(Status::failed), reason.value_or(Reason::none), std::string(in.string())};
}

}  // namespace

std::string encode(const StoredDocument& document) {
  ByteWriter out;
  for (const std::string* value :
       {&document.id, &document.title, &document.author, &document.source, &document.url, &document.language,
        &document.type, &document.content_hash}) {
    out.string(*value);
  }
  write_strings(out, document.paths);
  out.i64(document.modified);
  out.u64(document.first_docid);
  out.u64(document.passages);
  out.u64(document.length);
  out.u64(document.fingerprints);
  out.boolean(document.published.has_value());
  if (document.published) {
    write_days(out, document.published->days, document.published->precision);
    out.string(document.published->from);
  }
  // Behind all else, and only where it holds: what older programs do not look at, and older indexes lack.
  if (document.recognised) out.boolean(true);
  return out.take();
}

StoredDocument decode_document(std::string_view record) {
  ByteReader in(record);
  StoredDocument document;
  for (std::string* value : {&document.id, &document.title, &document.author, &document.source, &document.url,
                             &document.language, &document.type, &document.content_hash}) {
    *value = in.string();
  }
  document.paths = read_strings(in);
  document.modified = in.i64();
  document.first_docid = in.u32();
  document.passages = in.u32();
  document.length = in.u32();
  document.fingerprints = in.u32();
  if (in.boolean()) {
    PublicationDate published;
    read_days(in, published.days, published.precision);
    published.from = in.string();
    document.published = std::move(published);
  }
  document.recognised = !in.at_end() && in.boolean();
  check(in, "document");
  return document;
}

std::string encode(const StoredPassage& passage) {
  ByteWriter out;
  out.u64(passage.document);
  out.u64(passage.ordinal);
  out.u64(passage.page.value_or(0));
  out.u64(passage.start);
  write_strings(out, passage.headings);
  out.string(passage.language);
  out.u64(passage.mentions.size());
  for (const DateMention& mention : passage.mentions) {
    out.u64(mention.start);
    out.u64(mention.end);
    write_days(out, mention.days, mention.precision);
    out.u64(static_cast<std::uint64_t>(mention.how));
    out.u64(static_cast<std::uint64_t>(mention.part));
    out.u64(static_cast<std::uint64_t>(mention.anchor));
    if (mention.anchor != MentionAnchor::none)
      out.i64(static_cast<std::int64_t>(mention.anchor_day) - mention.days.first);
  }
  out.string(passage.lead);
  out.raw(passage.text);
  return out.take();
}

StoredPassage decode_passage(std::string_view record) {
  ByteReader in(record);
  StoredPassage passage;
  passage.document = in.u32();
  passage.ordinal = in.u32();
  if (const std::uint32_t page = in.u32(); page != 0) passage.page = page;
  passage.start = in.u64();
  passage.headings = read_strings(in);
  passage.language = in.string();
  for (std::uint64_t count = in.u64(); count > 0 && in.ok(); --count) {
    DateMention mention{.start = in.u32(), .end = in.u32()};
    read_days(in, mention.days, mention.precision);
    mention.how = read_enum(in, MentionHow::calendar);
    mention.part = read_enum(in, MentionPart::end);
    mention.anchor = read_enum(in, MentionAnchor::published);
    if (mention.anchor != MentionAnchor::none)
      mention.anchor_day = static_cast<Day>(in.i64() + mention.days.first);
    passage.mentions.push_back(std::move(mention));
  }
  passage.lead = in.string();
  check(in, "passage");
  passage.text = in.rest();
  return passage;
}

std::string encode(const FileRecord& file) {
  ByteWriter out;
  out.string(file.path);
  out.u64(file.size);
  out.i64(file.modified_ns);
  out.string(file.hash);
  write_outcome(out, file.outcome);
  out.i64(file.when);
  // A JSONL file's documents mostly have consecutive numbers: differences are small.
  out.u64(file.documents.size());
  std::int64_t previous = 0;
  for (const std::uint32_t number : file.documents) {
    out.i64(static_cast<std::int64_t>(number) - previous);
    previous = number;
  }
  out.u64(file.members.size());
  for (const MemberRecord& member : file.members) {
    out.string(member.member);
    write_outcome(out, member.outcome);
  }
  return out.take();
}

FileRecord decode_file(std::string_view record) {
  ByteReader in(record);
  FileRecord file;
  file.path = in.string();
  file.size = in.u64();
  file.modified_ns = in.i64();
  file.hash = in.string();
  file.outcome = read_outcome(in);
  file.when = in.i64();
  std::int64_t previous = 0;
  for (std::uint64_t count = in.u64(); count > 0 && in.ok(); --count) {
    previous += in.i64();
    if (previous < 0 || previous > std::numeric_limits<std::uint32_t>::max()) in.fail();
    file.documents.push_back(static_cast<std::uint32_t>(previous));
  }
  for (std::uint64_t count = in.u64(); count > 0 && in.ok(); --count) {
    std::string member(in.string());
    file.members.push_back({std::move(member), read_outcome(in)});
  }
  check(in, "file");
  return file;
}

}  // namespace dossier
