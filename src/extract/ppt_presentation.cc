#include "ppt_presentation.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "dossier/core/utf8.h"
#include "little_endian.h"
#include "utf16.h"

namespace dossier {
namespace {

constexpr std::size_t kMostDepth = 32;  // of records in each other: shapes in groups
constexpr std::uint32_t kEncrypted = 0xF3D1C4DF;
// Kinds of texts.
constexpr std::uint32_t kTitle = 0;
constexpr std::uint32_t kBody = 1;
constexpr std::uint32_t kOther = 4;
constexpr std::uint32_t kCentredTitle = 6;
constexpr std::uint32_t kHalfBody = 7;
constexpr std::uint32_t kQuarterBody = 8;
// Which list of slides, and which string of a link or a comment, by the record's instance.
constexpr std::uint32_t kSlides = 0;
constexpr std::uint32_t kNotes = 2;
constexpr std::uint32_t kLinkTarget = 1;
constexpr std::uint32_t kCommentText = 1;

bool is_title(std::uint32_t kind) noexcept {
  return kind == kTitle || kind == kCentredTitle;
}

bool is_body(std::uint32_t kind) noexcept {
  return kind == kBody || kind == kHalfBody || kind == kQuarterBody;
}

// The text of a record that is one; none if it is not.
std::optional<std::string> text_of(const PptRecord& record) {
  std::string text;
  if (record.type == ppt_record::text_bytes) {
    for (const char byte : record.data) append_utf8(text, static_cast<unsigned char>(byte));
    return text;
  }
  if (record.type != ppt_record::text_units && record.type != ppt_record::string) return std::nullopt;
  append_utf16_bytes(text, record.data);
  return text;
}

}  // namespace

PptPresentation::PptPresentation(std::string_view stream, std::string_view user,
                                 const ExtractionLimits& limits)
    : stream_(stream), limits_(limits) {
  find_objects(user);
}

// Each time it was saved, what had changed was written behind all else, with where objects are now: the last
// that names an object counts.
void PptPresentation::find_objects(std::string_view user) {
  constexpr std::size_t kHead = 8;        // bytes of a record's
  constexpr std::size_t kKeyOfEdit = 28;  // where the object with the key is named, if there is one
  is_encrypted_ = u32_at(user, kHead + 4) == kEncrypted;
  std::uint32_t at = u32_at(user, kHead + 8);
  std::optional<std::uint32_t> document;
  while (at > 0 && at < stream_.size()) {
    PptRecord edit;
    PptRecord places;
    if (!PptRecords(stream_.substr(at)).next(edit) || edit.type != ppt_record::user_edit) break;
    if (!document) document = u32_at(edit.data, 16);
    is_encrypted_ = is_encrypted_ || u32_at(edit.data, kKeyOfEdit) != 0;
    const std::uint32_t table = u32_at(edit.data, 12);
    const bool has_places = table < stream_.size() && PptRecords(stream_.substr(table)).next(places) &&
                            places.type == ppt_record::places;
    for (std::string_view rest = has_places ? places.data : std::string_view{}; rest.size() >= 4;) {
      const std::uint32_t head = u32_at(rest, 0);
      rest.remove_prefix(4);
      for (std::uint32_t i = 0; i < head >> 20 && rest.size() >= 4; ++i, rest.remove_prefix(4))
        offsets_.emplace((head & 0xFFFFF) + i, u32_at(rest, 0));
    }
    const std::uint32_t before = u32_at(edit.data, 8);
    if (before >= at) break;  // earlier is further to the front
    at = before;
  }
  if (!document) return;
  document_ = object(*document);
  if (document_ && document_->type != ppt_record::document) document_.reset();
}

std::optional<PptRecord> PptPresentation::object(std::uint32_t number) const {
  const auto found = offsets_.find(number);
  PptRecord record;
  if (found == offsets_.end() || found->second >= stream_.size() ||
      !PptRecords(stream_.substr(found->second)).next(record)) {
    return std::nullopt;
  }
  return record;
}

std::vector<Block> PptPresentation::read() {
  std::vector<Place> slides;
  std::vector<Place> notes;
  if (document_) read_document(slides, notes);
  // The number of a slide's notes stands in the notes themselves, as the slide's.
  std::map<std::uint32_t, std::vector<Place*>> notes_of;
  for (Place& place : notes) {
    const auto page = object(place.object);
    PptRecord first;
    if (page && page->type == ppt_record::notes && PptRecords(page->data).next(first))
      notes_of[u32_at(first.data, 0)].push_back(&place);
  }
  std::vector<Block> blocks;
  for (Place& slide : slides) {
    ++slides_;
    std::vector<Block> page = read_page(slide, ppt_record::slide);
    std::stable_partition(page.begin(), page.end(),
                          [](const Block& block) { return block.kind == BlockKind::heading; });
    for (Place* note : notes_of[slide.number]) {
      std::vector<Block> more = read_page(*note, ppt_record::notes);
      std::move(more.begin(), more.end(), std::back_inserter(page));
    }
    for (Block& block : page) block.page = slides_;
    std::move(page.begin(), page.end(), std::back_inserter(blocks));
  }
  OfficeBlocks edges(limits_);
  for (const std::string& edge : edges_) put(edges, kOther, edge);
  add_page_edges(blocks, edges.take());
  return blocks;
}

void PptPresentation::read_document(std::vector<Place>& slides, std::vector<Place>& notes) {
  PptRecord record;
  for (PptRecords records(document_->data); records.next(record);) {
    if (record.type == ppt_record::slide_list && record.instance == kSlides) read_list(record.data, slides);
    if (record.type == ppt_record::slide_list && record.instance == kNotes) read_list(record.data, notes);
    if (record.type == ppt_record::page_edges) add_edges(record.data);
    if (!record.is_container) continue;
    PptRecord inner;
    for (PptRecords links(record.data); links.next(inner);) {
      if (inner.type != ppt_record::link) continue;
      PptRecord part;
      for (PptRecords parts(inner.data); parts.next(part);) {
        if (part.type == ppt_record::string && part.instance == kLinkTarget) links_.add(*text_of(part));
      }
    }
  }
}

void PptPresentation::read_list(std::string_view list, std::vector<Place>& places) const {
  std::uint32_t kind = kOther;
  PptRecord record;
  for (PptRecords records(list); records.next(record);) {
    if (record.type == ppt_record::slide_place) {
      places.push_back({.object = u32_at(record.data, 0), .number = u32_at(record.data, 12), .texts = {}});
    } else if (record.type == ppt_record::text_kind) {
      kind = u32_at(record.data, 0);
      // A text that is empty has no record of its own, and counts.
      if (!places.empty()) places.back().texts.push_back({.kind = kind, .text = {}});
    } else if (auto text = text_of(record); text && !places.empty() && !places.back().texts.empty()) {
      places.back().texts.back().text = std::move(*text);
    }
  }
}

std::vector<Block> PptPresentation::read_page(Place& place, std::uint32_t type) {
  OfficeBlocks blocks(limits_);
  const auto page = object(place.object);
  const bool is_there = page && page->type == type;
  is_cut_ = is_cut_ || !is_there;
  if (is_there && read_.insert(page->data.data()).second) read_shapes(page->data, 0, place, blocks);
  for (Text& text : place.texts) {
    if (!text.is_used) put(blocks, text.kind, text.text);
  }
  return blocks.take();
}

void PptPresentation::read_shapes(std::string_view data, std::size_t depth, Place& place,
                                  OfficeBlocks& blocks) {
  if (depth > kMostDepth) {
    is_cut_ = true;
    return;
  }
  std::uint32_t kind = kOther;
  PptRecord record;
  for (PptRecords records(data); records.next(record);) {
    if (record.type == ppt_record::text_kind) {
      kind = u32_at(record.data, 0);
    } else if (record.type == ppt_record::text_reference) {
      const std::size_t number = u32_at(record.data, 0);
      if (number >= place.texts.size() || std::exchange(place.texts[number].is_used, true)) continue;
      put(blocks, place.texts[number].kind, place.texts[number].text);
    } else if (record.type == ppt_record::page_edges) {
      add_edges(record.data);
    } else if (record.type == ppt_record::comment) {
      read_comment(record.data, blocks);
    } else if (record.holds_records()) {
      read_shapes(record.data, depth + 1, place, blocks);
    } else if (record.type != ppt_record::string) {
      if (const auto text = text_of(record)) put(blocks, kind, *text);
    }
  }
}

void PptPresentation::read_comment(std::string_view data, OfficeBlocks& blocks) const {
  PptRecord record;
  for (PptRecords records(data); records.next(record);) {
    if (record.type == ppt_record::string && record.instance == kCommentText)
      put(blocks, kOther, *text_of(record));
  }
}

// What is switched off is kept, but not shown.
void PptPresentation::add_edges(std::string_view data) {
  constexpr std::size_t kMost = 10'000;
  // The switches of a date, a header and a footer, whose strings have these instances.
  constexpr std::array<std::uint32_t, 3> kSwitches{1U << 2, 1U << 4, 1U << 5};
  std::uint32_t switches = 0;
  PptRecord record;
  for (PptRecords records(data); records.next(record) && edges_.size() < kMost;) {
    if (record.type == ppt_record::edge_switches) switches = u16_at(record.data, 2);
    if (record.type == ppt_record::string && record.instance < kSwitches.size() &&
        (switches & kSwitches[record.instance]) != 0) {
      edges_.push_back(*text_of(record));
    }
  }
}

void PptPresentation::put(OfficeBlocks& blocks, std::uint32_t kind, std::string_view text) {
  // In place of the number of the slide, or of a date that the program knows, stands a star.
  if (trim(text) == "*") return;
  while (!text.empty()) {
    constexpr std::string_view kLineEnds = "\r\v";
    const std::size_t end = std::min(text.find_first_of(kLineEnds), text.size());
    blocks.text(text.substr(0, end));
    if (end < text.size() && text[end] == '\v') {
      blocks.line_break();
    } else {
      blocks.end_paragraph(is_body(kind) ? BlockKind::list_item : BlockKind::paragraph,
                           is_title(kind) ? 1 : 0);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  blocks.end_paragraph(is_body(kind) ? BlockKind::list_item : BlockKind::paragraph, is_title(kind) ? 1 : 0);
}

}  // namespace dossier
