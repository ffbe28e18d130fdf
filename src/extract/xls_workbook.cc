#include "xls_workbook.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "little_endian.h"

namespace dossier {
namespace {

// Records (MS-XLS 2.4).
enum XlsType : std::uint32_t {
  formula = 0x06,
  end_of_part = 0x0A,
  calendar_of_1904 = 0x22,
  password = 0x2F,
  code_page = 0x42,
  sheet_place = 0x85,
  multiple_numbers = 0xBD,
  rich_text = 0xD6,
  style = 0xE0,
  shared_strings = 0xFC,
  shared_text = 0xFD,
  text_box = 0x1B6,
  number = 0x203,
  label = 0x204,
  truth = 0x205,
  formula_text = 0x207,
  short_number = 0x27E,
  number_format = 0x41E,
  start_of_part = 0x809,
};

constexpr std::uint32_t kVersion5 = 0x0500;
constexpr std::uint32_t kVersion8 = 0x0600;
constexpr std::size_t kCellBytes = 6;  // row, column and style of a cell
constexpr std::size_t kMaxSheets = 10'000;
constexpr std::size_t kMaxStyles = 1 << 16;
constexpr std::size_t kMaxStrings = 4 << 20;

double double_at(std::string_view bytes, std::size_t at) {
  return std::bit_cast<double>(std::uint64_t{u32_at(bytes, at + 4)} << 32 | u32_at(bytes, at));
}

// A number in 30 bits (MS-XLS 2.5.218).
double short_number_of(std::uint32_t bits) {
  const double value = (bits & 2) != 0 ? static_cast<double>(static_cast<std::int32_t>(bits) >> 2)
                                       : std::bit_cast<double>(std::uint64_t{bits & 0xFFFFFFFC} << 32);
  return (bits & 1) != 0 ? value / 100 : value;
}

}  // namespace

XlsWorkbook::XlsWorkbook(std::string_view stream, const ExtractionLimits& limits)
    : stream_(stream), most_(limits.text_bytes), blocks_(limits) {
  read_globals();
}

bool XlsWorkbook::is_workbook(std::string_view stream) {
  const std::uint32_t version = u16_at(stream, 4);
  return u16_at(stream, 0) == start_of_part && (version == kVersion5 || version == kVersion8);
}

void XlsWorkbook::read_globals() {
  is_old_ = u16_at(stream_, 4) == kVersion5;
  if (is_old_) charset_ = "WINDOWS-1252";
  XlsRecords records(stream_);
  for (XlsRecord record; records.next(record);) {
    switch (record.type) {
      case end_of_part:
        return;
      case password:
        is_encrypted_ = true;
        return;
      case code_page:
        if (const std::string named = rtf_code_page(static_cast<int>(u16_at(record.data, 0)));
            is_old_ && !named.empty())
          charset_ = named;
        break;
      case calendar_of_1904:
        from_1904_ = u16_at(record.data, 0) == 1;
        break;
      case number_format:
        formats_[u16_at(record.data, 0)] = xlsx_format(string(record, 2, is_old_ ? 1 : 2));
        break;
      case style:
        add_style(u16_at(record.data, 2));
        break;
      case sheet_place:
        // Of the kinds of sheets the first has cells: others are charts and macros.
        if (u8_at(record.data, 5) == 0 && sheets_.size() < kMaxSheets)
          sheets_.push_back({.start = u32_at(record.data, 0), .name = string(record, 6, 1)});
        break;
      case shared_strings:
        read_strings(record);
        break;
      default:
        break;
    }
  }
  is_cut_ = true;
}

void XlsWorkbook::read_strings(const XlsRecord& record) {
  XlsBytes bytes(record, 8);
  const std::size_t count = std::min<std::size_t>(u32_at(record.data, 4), kMaxStrings);
  while (strings_.size() < count && !bytes.at_end()) strings_.push_back(bytes.string(2));
}

// A style's number of its format. What formats the workbook defines stands before.
void XlsWorkbook::add_style(std::uint32_t format) {
  if (styles_.size() == kMaxStyles) return;
  const auto own = formats_.find(format);
  styles_.push_back(own == formats_.end() ? builtin_xlsx_format(static_cast<int>(format)) : own->second);
}

// A string at `at` of a record.
std::string XlsWorkbook::string(const XlsRecord& record, std::size_t at, std::size_t length_bytes) {
  XlsBytes bytes(record, at);
  if (!is_old_) return bytes.string(length_bytes);
  const std::size_t start = std::min(at + length_bytes, record.data.size());
  std::string text;
  decoder_.append(text, record.data.substr(start, bytes.number(length_bytes)), charset_);
  return text;
}

std::vector<Block> XlsWorkbook::read() {
  // In their order in the stream, so that nothing is read twice, wherever they say they lie.
  std::stable_sort(sheets_.begin(), sheets_.end(),
                   [](const Sheet& a, const Sheet& b) { return a.start < b.start; });
  std::size_t read = 0;
  for (const Sheet& sheet : sheets_) {
    blocks_.text(sheet.name);
    blocks_.end_paragraph(BlockKind::heading, 1);
    const bool is_there = sheet.start >= read && u16_at(stream_, sheet.start) == start_of_part;
    if (is_there)
      read = read_sheet(sheet.start);
    else
      is_cut_ = true;
  }
  return blocks_.take();
}

// Gives where it ends.
std::size_t XlsWorkbook::read_sheet(std::size_t start) {
  XlsRecords records(stream_, start);
  std::size_t depth = 0;  // of charts in the sheet
  bool has_ended = false;
  for (XlsRecord record; !has_ended && blocks_.size() <= most_ && records.next(record);) {
    if (record.type == start_of_part) ++depth;
    if (record.type == end_of_part) has_ended = --depth == 0;
    if (depth == 1) read_cell(record);
  }
  is_cut_ = is_cut_ || !has_ended;
  end_row();
  for (const std::string& aside : std::exchange(asides_, {})) {
    blocks_.text(aside);
    blocks_.end_paragraph();
  }
  return records.position();
}

void XlsWorkbook::end_row() {
  if (std::exchange(in_row_, false)) blocks_.end_row();
}

// At the cell whose row begins `data`.
void XlsWorkbook::start_cell(std::string_view data) {
  const std::uint32_t row = u16_at(data, 0);
  if (in_row_ && row != row_) end_row();
  if (!in_row_) blocks_.start_row();
  in_row_ = true;
  row_ = row;
  blocks_.start_cell();
}

void XlsWorkbook::add_number(double value, std::size_t style) {
  const XlsxFormat format = style < styles_.size() ? styles_[style] : XlsxFormat::number;
  blocks_.text(show_xlsx_number(value, format, from_1904_));
}

void XlsWorkbook::read_cell(const XlsRecord& record) {
  const std::string_view data = record.data;
  switch (record.type) {
    case shared_text: {
      start_cell(data);
      const std::size_t number = u32_at(data, kCellBytes);
      if (number < strings_.size()) blocks_.text(strings_[number]);
      break;
    }
    case label:
    case rich_text:
      start_cell(data);
      blocks_.text(string(record, kCellBytes, 2));
      break;
    case number:
      start_cell(data);
      add_number(double_at(data, kCellBytes), u16_at(data, 4));
      break;
    case short_number:
      start_cell(data);
      add_number(short_number_of(u32_at(data, kCellBytes)), u16_at(data, 4));
      break;
    case truth:
      start_cell(data);
      if (u8_at(data, kCellBytes + 1) == 0) blocks_.text(u8_at(data, kCellBytes) != 0 ? "TRUE" : "FALSE");
      break;
    case multiple_numbers:
      read_multiple(data);
      break;
    case formula:
      read_formula(data);
      break;
    case formula_text:
      blocks_.text(string(record, 0, 2));
      break;
    case text_box:
      // Its text is the first piece behind it.
      if (!record.more.empty() && !is_old_) {
        const std::string_view length = data.substr(std::min<std::size_t>(10, data.size()), 2);
        asides_.push_back(string({.type = text_box, .data = length, .more = record.more}, 0, 2));
      }
      break;
    default:
      break;
  }
}

// Cells side by side.
void XlsWorkbook::read_multiple(std::string_view data) {
  constexpr std::size_t kEach = 6;
  for (std::size_t at = 4; at + kEach + 2 <= data.size(); at += kEach) {
    start_cell(data);
    add_number(short_number_of(u32_at(data, at + 2)), u16_at(data, at));
  }
}

// A formula's value is a number, or says what else it is; text follows in a record of its own.
void XlsWorkbook::read_formula(std::string_view data) {
  constexpr std::uint32_t kTruth = 1;
  start_cell(data);
  if (u16_at(data, kCellBytes + 6) != 0xFFFF) return add_number(double_at(data, kCellBytes), u16_at(data, 4));
  if (u8_at(data, kCellBytes) == kTruth) blocks_.text(u8_at(data, kCellBytes + 2) != 0 ? "TRUE" : "FALSE");
}

}  // namespace dossier
