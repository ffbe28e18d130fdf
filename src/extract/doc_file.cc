#include "doc_file.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "charset_detection.h"
#include "little_endian.h"
#include "rtf_charsets.h"

namespace dossier {
namespace {

// Of the file information block (MS-DOC 2.5).
constexpr std::size_t kVersion = 0x02;
constexpr std::size_t kLanguage = 0x06;
constexpr std::size_t kFlags = 0x0A;
constexpr std::uint32_t kIsComplex = 0x0004;
constexpr std::uint32_t kIsEncrypted = 0x0100;
constexpr std::uint32_t kUsesTable1 = 0x0200;
constexpr std::uint32_t kWord97 = 0xC1;    // the first version whose text is UTF-16 or windows-1252
constexpr std::size_t kLengths = 0x4C;     // of the texts, in characters
constexpr std::size_t kTableParts = 0x9A;  // pairs of offset and size in the table stream
// Numbers of such pairs.
constexpr std::size_t kStyles = 1;
constexpr std::size_t kFootnoteMarks = 2;
constexpr std::size_t kFootnotes = 3;
constexpr std::size_t kCharacterPages = 12;
constexpr std::size_t kParagraphPages = 13;
constexpr std::size_t kPieces = 33;
constexpr std::size_t kEndnoteMarks = 46;
constexpr std::size_t kEndnotes = 47;
// Of Word 6 and 95.
constexpr std::size_t kOldTextStart = 0x18;
constexpr std::size_t kOldLengths = 0x34;
constexpr std::size_t kOldPieces = 0x160;

constexpr std::size_t kSampleBytes = 64 * 1024;  // of its text
constexpr std::size_t kPage = 512;               // of properties
constexpr std::size_t kMaxPieces = 1 << 20;
constexpr std::size_t kMaxBases = 32;  // styles based on each other: more, or a circle, is an error
constexpr std::uint32_t kNoBase = 0xFFF;
constexpr int kBodyText = 9;
constexpr int kTitleStyle = 62;

// The code page of the languages that Word 6 and 95 wrote in other charsets than windows-1252, by the lower
// ten bits of their number.
constexpr auto kPages = std::to_array<std::pair<std::uint32_t, int>>(
    {{0x01, 1256}, {0x02, 1251}, {0x04, 936},  {0x05, 1250}, {0x08, 1253}, {0x0D, 1255},
     {0x0E, 1250}, {0x11, 932},  {0x12, 949},  {0x15, 1250}, {0x18, 1250}, {0x19, 1251},
     {0x1A, 1250}, {0x1B, 1250}, {0x1E, 874},  {0x1F, 1254}, {0x22, 1251}, {0x23, 1251},
     {0x24, 1250}, {0x25, 1257}, {0x26, 1257}, {0x27, 1257}, {0x2F, 1251}});

// Each single property of a list (MS-DOC 2.2.5): its number and where its operand is.
void each_property(std::string_view bytes,
                   const std::function<void(std::uint32_t number, std::string_view operand)>& visit) {
  constexpr std::array<std::size_t, 8> kSizes{1, 1, 2, 4, 2, 2, 0, 3};
  constexpr std::uint32_t kTableDefinition = 0xD608;
  while (bytes.size() >= 3) {
    const std::uint32_t number = u16_at(bytes, 0);
    bytes.remove_prefix(2);
    std::size_t size = kSizes[number >> 13];
    if (number == kTableDefinition) {
      size = u16_at(bytes, 0) + 1;
    } else if (size == 0) {
      size = u8_at(bytes, 0) + 1;
    }
    if (size > bytes.size()) return;
    visit(number, bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
}

// The pages of properties, each with its runs: their offsets, and where on the page their list is.
void each_run(std::string_view main, std::string_view pages, std::size_t entry,
              const std::function<void(std::string_view page, std::uint32_t first, std::uint32_t last,
                                       std::size_t at)>& visit) {
  if (pages.size() < 4) return;
  const std::size_t count = (pages.size() - 4) / 8;
  std::size_t most = main.size() / kPage;  // no page counts twice
  for (std::size_t i = 0; i < count && most > 0; ++i, --most) {
    const std::size_t start = std::size_t{u32_at(pages, (count + 1) * 4 + i * 4) & 0x3FFFFF} * kPage;
    if (start >= main.size() || main.size() - start < kPage) continue;
    const std::string_view page = main.substr(start, kPage);
    const std::size_t runs = u8_at(page, kPage - 1);
    for (std::size_t r = 0; r < runs && (runs + 1) * 4 + (r + 1) * entry < kPage; ++r) {
      const std::size_t at = std::size_t{u8_at(page, (runs + 1) * 4 + r * entry)} * 2;
      visit(page, u32_at(page, r * 4), u32_at(page, r * 4 + 4), at);
    }
  }
}

}  // namespace

const char* DocFile::table_name(std::string_view main) {
  return (u16_at(main, kFlags) & kUsesTable1) != 0 ? "1Table" : "0Table";
}

bool DocFile::is_document(std::string_view main) {
  const std::uint32_t magic = u16_at(main, 0);
  return magic == 0xA5EC || magic == 0xA5DC;
}

bool DocFile::is_encrypted(std::string_view main) {
  return (u16_at(main, kFlags) & kIsEncrypted) != 0;
}

DocFile::DocFile(std::string_view main, std::string_view table) : main_(main), table_(table) {
  if (u16_at(main_, kVersion) < kWord97) {
    read_old();
    return;
  }
  read_texts();
  read_pieces(table_part(kPieces));
  read_styles(table_part(kStyles));
  read_paragraphs();
  read_hidden();
}

std::string_view DocFile::table_part(std::size_t number) const {
  const std::size_t offset = u32_at(main_, kTableParts + number * 8);
  const std::size_t size = u32_at(main_, kTableParts + number * 8 + 4);
  return offset < table_.size() ? table_.substr(offset, size) : std::string_view{};
}

// The texts lie behind each other: the document, footnotes, page edges, macros, comments, endnotes, boxes.
void DocFile::read_texts() {
  std::array<DocRange, 7> texts;
  std::uint64_t position = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    texts[i].first = static_cast<DocPosition>(position);
    position = std::min<std::uint64_t>(position + u32_at(main_, kLengths + i * 4), 0x7FFFFFFF);
    texts[i].last = static_cast<DocPosition>(position);
  }
  text_ = texts[0];
  page_edges_ = texts[2];
  comments_ = texts[4];
  text_boxes_ = texts[6];
  read_notes(kFootnoteMarks, kFootnotes, texts[1].first);
  read_notes(kEndnoteMarks, kEndnotes, texts[5].first);
}

void DocFile::read_notes(std::size_t marks, std::size_t texts, DocPosition base) {
  const std::string_view at = table_part(marks);
  const std::string_view ends = table_part(texts);
  if (at.size() < 4) return;
  const std::size_t count = std::min((at.size() - 4) / 6, ends.size() / 4);
  for (std::size_t i = 0; i < count; ++i) {
    const DocRange note{base + u32_at(ends, i * 4), base + u32_at(ends, i * 4 + 4)};
    if (note.first < note.last) notes_.emplace(u32_at(at, i * 4), note);
  }
}

void DocFile::read_pieces(std::string_view clx) {
  // Lists of properties come first.
  while (clx.size() > 3 && clx.front() == 1)
    clx.remove_prefix(std::min<std::size_t>(clx.size(), 3 + u16_at(clx, 1)));
  if (clx.size() < 5 || clx.front() != 2) return;
  const std::string_view table = clx.substr(5, u32_at(clx, 1));
  if (table.size() < 4) return;
  const bool is_old = u16_at(main_, kVersion) < kWord97;
  const std::size_t count = std::min((table.size() - 4) / 12, kMaxPieces);
  DocPosition before = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const DocRange positions{u32_at(table, i * 4), u32_at(table, i * 4 + 4)};
    if (positions.first < before || positions.last <= positions.first) continue;
    before = positions.last;
    const std::uint32_t written = u32_at(table, (count + 1) * 4 + i * 8 + 2);
    constexpr std::uint32_t kBytes = 0x40000000;
    const bool is_wide = !is_old && (written & kBytes) == 0;
    const std::uint32_t offset = is_wide || is_old ? written : (written & ~kBytes) / 2;
    pieces_.push_back({.positions = positions, .offset = offset, .is_wide = is_wide});
  }
}

void DocFile::read_old() {
  const std::uint32_t language = u16_at(main_, kLanguage) & 0x3FF;
  const auto page =
      std::find_if(kPages.begin(), kPages.end(), [&](const auto& row) { return row.first == language; });
  if (page != kPages.end()) charset_ = rtf_code_page(page->second);
  text_ = {0, u32_at(main_, kOldLengths)};
  if ((u16_at(main_, kFlags) & kIsComplex) != 0) {
    const std::size_t offset = u32_at(main_, kOldPieces);
    if (offset < main_.size()) read_pieces(main_.substr(offset, u32_at(main_, kOldPieces + 4)));
  }
  if (pieces_.empty()) pieces_.push_back({.positions = text_, .offset = u32_at(main_, kOldTextStart)});
  if (page == kPages.end()) detect_charset();
}

// Fonts, not the language, tell that an English Word holds Russian: what is in another script has words of
// letters that English has none of.
void DocFile::detect_charset() {
  constexpr std::size_t kForeignRun = 4;  // letters above 127 in a row: no Western word has them
  std::string sample;
  for (const DocPiece& piece : pieces_) {
    const std::size_t size = piece.positions.last - piece.positions.first;
    if (piece.offset < main_.size() && sample.size() < kSampleBytes)
      sample.append(main_.substr(piece.offset, std::min(size, kSampleBytes)));
  }
  std::size_t high = 0;
  std::size_t foreign = 0;
  std::size_t run = 0;
  for (const char byte : sample) {
    run = static_cast<unsigned char>(byte) >= 0xC0 ? run + 1 : 0;
    high += run > 0;
    if (run == kForeignRun) foreign += kForeignRun;
    if (run > kForeignRun) ++foreign;
  }
  if (foreign == 0 || foreign * 2 < high) return;
  if (const std::string detected = legacy_charset(sample); !detected.empty()) charset_ = detected;
}

void DocFile::read_styles(std::string_view sheet) {
  const std::size_t head = u16_at(sheet, 0);
  const std::size_t count = u16_at(sheet, 2);
  const std::size_t fixed = u16_at(sheet, 4);  // bytes of a style before its name
  std::size_t at = head + 2;
  for (std::size_t i = 0; i < count && at + 2 <= sheet.size(); ++i) {
    const std::size_t size = u16_at(sheet, at);
    const std::string_view style = sheet.substr(at + 2, size);
    at += 2 + size + size % 2;
    Style read{.base = kNoBase};
    if (style.size() >= fixed && fixed >= 10) {
      const auto number = static_cast<int>(u16_at(style, 0) & 0xFFF);
      read.base = u16_at(style, 2) >> 4;
      if (number >= 1 && number <= 9) read.level = number;
      if (number == kTitleStyle) read.level = 1;
      // Behind the name, padded to two bytes: the properties of its paragraphs, their style before them.
      const std::size_t properties = fixed + 2 + std::size_t{u16_at(style, fixed)} * 2 + 2;
      const std::size_t length = u16_at(style, properties);
      if (properties + 2 + length <= style.size() && length > 2) {
        each_property(style.substr(properties + 4, length - 2),
                      [&](std::uint32_t property, std::string_view operand) {
                        const auto level = static_cast<int>(u8_at(operand, 0));
                        if (property == 0x2640) read.level = level < kBodyText ? level + 1 : 0;
                      });
      }
    }
    styles_.push_back(read);
  }
}

std::size_t DocFile::level_of_style(std::uint32_t style) const {
  for (std::size_t i = 0; i < kMaxBases && style < styles_.size(); ++i) {
    if (styles_[style].level >= 0) return static_cast<std::size_t>(styles_[style].level);
    style = styles_[style].base;
  }
  return 0;
}

// A paragraph's style and what it says besides.
DocParagraph DocFile::read_properties(std::string_view bytes) const {
  DocParagraph paragraph{.level = level_of_style(u16_at(bytes, 0))};
  if (bytes.size() <= 2) return paragraph;
  each_property(bytes.substr(2), [&](std::uint32_t property, std::string_view operand) {
    const std::uint32_t value = u8_at(operand, 0);
    if (property == 0x2640) paragraph.level = value < kBodyText ? value + 1 : 0;
    if (property == 0x460B) paragraph.is_item = u16_at(operand, 0) != 0;
    if (property == 0x2416) paragraph.in_table = value != 0;
    if (property == 0x2417) paragraph.ends_row = value != 0;
  });
  return paragraph;
}

void DocFile::read_paragraphs() {
  constexpr std::size_t kEntry = 13;
  each_run(main_, table_part(kParagraphPages), kEntry,
           [&](std::string_view page, std::uint32_t first, std::uint32_t last, std::size_t at) {
             if (at == 0) return paragraphs_.push_back({first, last, {}});
             // The size in words, less a half; where that is 0, the next byte has it whole.
             const std::size_t words = u8_at(page, at);
             const std::size_t start = words == 0 ? at + 2 : at + 1;
             const std::size_t size = words == 0 ? std::size_t{u8_at(page, at + 1)} * 2 : words * 2 - 1;
             const std::string_view properties =
                 start < page.size() ? page.substr(start, size) : std::string_view{};
             paragraphs_.push_back({first, last, read_properties(properties)});
           });
  std::sort(paragraphs_.begin(), paragraphs_.end(),
            [](const Run& a, const Run& b) { return a.first < b.first; });
}

void DocFile::read_hidden() {
  constexpr std::uint32_t kHidden = 0x083C;
  constexpr std::uint32_t kDeleted = 0x0800;
  each_run(main_, table_part(kCharacterPages), 1,
           [&](std::string_view page, std::uint32_t first, std::uint32_t last, std::size_t at) {
             if (at == 0 || at >= page.size()) return;
             bool is_hidden = false;
             each_property(page.substr(at + 1, u8_at(page, at)),
                           [&](std::uint32_t property, std::string_view operand) {
                             if (property == kHidden || property == kDeleted)
                               is_hidden = is_hidden || u8_at(operand, 0) == 1;
                           });
             if (is_hidden) hidden_.push_back({first, last, {}});
           });
  std::sort(hidden_.begin(), hidden_.end(), [](const Run& a, const Run& b) { return a.first < b.first; });
}

bool DocFile::find_paragraph(std::uint32_t offset, DocParagraph& paragraph) const {
  auto run = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), offset,
                              [](std::uint32_t o, const Run& r) { return o < r.first; });
  if (run == paragraphs_.begin() || offset >= (--run)->last) return false;
  paragraph = run->paragraph;
  return true;
}

bool DocFile::is_hidden(std::uint32_t offset) const {
  auto run = std::upper_bound(hidden_.begin(), hidden_.end(), offset,
                              [](std::uint32_t o, const Run& r) { return o < r.first; });
  return run != hidden_.begin() && offset < (--run)->last;
}

}  // namespace dossier
