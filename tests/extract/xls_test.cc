// What is read of Excel's workbooks before 2007. Files are made here, record by record.
#include <gtest/gtest.h>

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extraction.h"
#include "support/ole_file.h"

namespace dossier {
namespace {

using namespace std::string_literals;

// Numbers, lowest byte first: (value, bytes).
std::string numbers(const std::vector<std::pair<std::uint64_t, int>>& values) {
  std::string out;
  for (const auto& [value, bytes] : values) append_little_endian(out, value, bytes);
  return out;
}

std::string record(std::uint64_t type, const std::string& data) {
  return numbers({{type, 2}, {data.size(), 2}}) + data;
}

std::string part(const std::string& records, std::uint64_t version = 0x600) {
  return record(0x809, numbers({{version, 2}, {0x10, 2}, {0, 4}})) + records + record(0x0A, "");
}

std::string place(std::size_t start, const std::string& name, std::uint64_t kind = 0) {
  return record(0x85, numbers({{start, 4}, {0, 1}, {kind, 1}, {name.size(), 1}, {0, 1}}) + name);
}

// A cell's row, column and style.
std::string cell(std::uint64_t row, std::uint64_t column, std::uint64_t style = 0) {
  return numbers({{row, 2}, {column, 2}, {style, 2}});
}

std::string number(double value) {
  return numbers({{std::bit_cast<std::uint64_t>(value), 8}});
}

// A workbook of one sheet.
std::string stream(const std::string& globals, const std::string& sheet) {
  const std::size_t start = part(globals + place(0, "Votes")).size();
  return part(globals + place(start, "Votes")) + part(sheet);
}

Extraction read(const std::string& workbook) {
  return extract_bytes("a.xls", ole_file({{"Workbook", workbook}}));
}

std::string blocks(const std::string& globals, const std::string& sheet) {
  const Extraction got = read(stream(globals, sheet));
  EXPECT_EQ(print(got.outcome), "ok");
  return print(got.document().blocks);
}

// Strings that cells share: their number, then each.
std::string shared(std::uint64_t count, const std::string& strings) {
  return numbers({{count, 4}, {count, 4}}) + strings;
}

TEST(Xls, HasASheetRowByRow) {
  const std::string globals =
      record(0xFC, shared(2, numbers({{5, 2}, {0, 1}}) + "State" + numbers({{1, 2}, {1, 1}, {0x416, 2}})));
  const std::string integer = numbers({{7 << 2 | 2, 4}});
  const std::string hundredth = numbers({{1250 << 2 | 3, 4}});
  const std::vector<std::pair<std::string, std::string>> rows{
      {record(0xFD, cell(0, 0) + numbers({{0, 4}})) + record(0xFD, cell(0, 1) + numbers({{1, 4}})),
       "State | Ж"},
      {record(0x204, cell(0, 0) + "\3\0\0Aye"s) + record(0x203, cell(0, 1) + number(12.5)), "Aye | 12.5"},
      {record(0xBD, numbers({{0, 2}, {0, 2}, {0, 2}}) + integer + numbers({{0, 2}}) + hundredth +
                        numbers({{1, 2}})),
       "7 | 12.5"},
      {record(0x27E, cell(0, 0) + numbers({{0x3FF00000, 4}})) + record(0x205, cell(0, 1) + "\1\0"s),
       "1 | TRUE"},
      {record(0x205, cell(0, 0) + "\7\1"s) + record(0x204, cell(0, 1) + "\3\0\0end"s), "end"},
      {record(0xFD, cell(0, 0) + numbers({{2, 4}})) + record(0x204, cell(0, 1) + "\4\0\0text"s), "text"},
  };
  for (const auto& [sheet, expected] : rows) EXPECT_EQ(blocks(globals, sheet), "h1 Votes\ntr " + expected);
  EXPECT_EQ(blocks("", record(0x204, cell(0, 0) + "\3\0\0One"s) + record(0x204, cell(9, 0) + "\3\0\0Two"s)),
            "h1 Votes\ntr One\ntr Two");
}

TEST(Xls, ShowsFormulasByTheirLastValues) {
  const auto formula = [](const std::string& value) { return record(0x06, cell(0, 0) + value + "\0\0"s); };
  EXPECT_EQ(blocks("", formula(number(0.25))), "h1 Votes\ntr 0.25");
  EXPECT_EQ(blocks("", formula("\1\0\1\0\0\0\xFF\xFF"s)), "h1 Votes\ntr TRUE");
  EXPECT_EQ(blocks("", formula("\2\0\x2A\0\0\0\xFF\xFF"s)), "h1 Votes");  // an error
  EXPECT_EQ(blocks("", formula("\0\0\0\0\0\0\xFF\xFF"s) + record(0x207, "\6\0\0agreed"s)),
            "h1 Votes\ntr agreed");
}

TEST(Xls, ShowsDaysAndShares) {
  const auto style = [](std::uint64_t format) { return record(0xE0, numbers({{0, 2}, {format, 2}})); };
  const std::string globals = record(0x41E, numbers({{164, 2}, {7, 2}, {0, 1}}) + "d.m.yyy") + style(0) +
                              style(14) + style(164) + style(10);
  const std::string sheet =
      record(0x203, cell(0, 1, 1) + number(41418)) + record(0x203, cell(0, 2, 2) + number(41418)) +
      record(0x203, cell(0, 3, 3) + number(0.5)) + record(0x203, cell(0, 4, 9) + number(3));
  EXPECT_EQ(blocks(globals, sheet), "h1 Votes\ntr 2013-05-24 | 2013-05-24 | 50% | 3");
  EXPECT_EQ(blocks(globals + record(0x22, "\1\0"s), sheet), "h1 Votes\ntr 2017-05-25 | 2017-05-25 | 50% | 3");
}

// Strings go on in the next record, where each says anew whether it is of one byte a character or two.
TEST(Xls, ReadsSharedStringsAcrossRecords) {
  const std::string formatted = numbers({{3, 2}, {8 | 4, 1}, {1, 2}, {5, 4}}) + "abc" + "runs" + "phone";
  const std::string globals = record(0xFC, shared(3, formatted + numbers({{6, 2}, {0, 1}}) + "def")) +
                              record(0x3C, numbers({{1, 1}, {'g', 2}, {0x416, 2}})) +
                              record(0x3C, "\0i"s + numbers({{1, 2}, {0, 1}}) + "j");
  std::string sheet;
  for (std::uint64_t i = 0; i < 3; ++i) sheet += record(0xFD, cell(0, i) + numbers({{i, 4}}));
  EXPECT_EQ(blocks(globals, sheet), "h1 Votes\ntr abc | defgЖi | j");
}

TEST(Xls, HasTextBoxesBehindTheRowsAndNoChartsOrMacros) {
  const std::string chart = part(record(0x204, cell(0, 0) + "\5\0\0chart"s));
  const std::string sheet = record(0x1B6, std::string(10, '\0') + "\4\0\0\0\0\0\0\0"s) +
                            record(0x3C, "\0note"s) + record(0x3C, "runs") + chart +
                            record(0x204, cell(0, 0) + "\3\0\0row"s);
  EXPECT_EQ(blocks(place(0, "Chart", 2) + place(0, "Macros", 1), sheet), "h1 Votes\ntr row\np note");
}

TEST(Xls, OfExcel5IsDecodedByItsCodePage) {
  const std::string globals = record(0x42, numbers({{1251, 2}}));
  const auto old_place = [](std::size_t start) {
    return record(0x85, numbers({{start, 4}, {0, 2}, {2, 1}}) + "\xC4\xE0");
  };
  const std::size_t start = part(globals + old_place(0), 0x500).size();
  const std::string workbook =
      part(globals + old_place(start), 0x500) + part(record(0x204, cell(0, 0) + "\2\0\xCD\xE5"s), 0x500);
  const Extraction got = extract_bytes("a.xls", ole_file({{"Book", workbook}}));
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(print(got.document().blocks), "h1 Да\ntr Не");
  EXPECT_EQ(got.document().type, "application/vnd.ms-excel");
  EXPECT_EQ(got.document().metadata.title, "Да");
}

TEST(Xls, ThatNeedsAPasswordSaysSo) {
  EXPECT_EQ(print(read(stream(record(0x2F, "\1\0"s), "")).outcome), "skipped encrypted");
}

TEST(Xls, ThatIsBrokenGivesWhatIsThere) {
  const std::string row = record(0x204, cell(0, 0) + "\3\0\0row"s);
  const std::string whole = stream("", row);
  struct Row {
    std::string workbook;
    std::string_view outcome;
    std::string_view blocks;
  };
  for (const auto& [workbook, outcome, expected] : std::vector<Row>{
           {"", "failed damaged", ""},
           {whole.substr(0, whole.size() - 4), "partial damaged", "h1 Votes\ntr row"},
           {part(place(9'000'000, "Nowhere")) + row, "partial damaged", "h1 Nowhere"},
           {part(place(0, "Itself")), "ok", "h1 Itself"},
           // More strings than there are, longer than the file.
           {stream(record(0xFC, shared(0xFFFFFFFF, "\xFF\xFF\x0C\xFF\xFF\xFF\xFF\xFF\xFFx"s)), row), "ok",
            "h1 Votes\ntr row"},
       }) {
    const Extraction got = read(workbook);
    EXPECT_EQ(print(got.outcome), outcome);
    EXPECT_EQ(print(got.document().blocks), expected);
  }
}

// Each of many sheets says that it lies where all the others do, and nothing but the first is read.
TEST(Xls, ReadsNothingTwice) {
  std::string places;
  for (int i = 0; i < 3'000; ++i) places += place(0, "S");
  const std::size_t start = part(places).size();
  std::string rows;
  for (std::uint64_t i = 0; i < 3'000; ++i) rows += record(0x204, cell(i, 0) + "\3\0\0row"s);
  places.clear();
  for (int i = 0; i < 3'000; ++i) places += place(start, "S");
  const Extraction got = read(part(places) + part(rows));
  EXPECT_EQ(print(got.outcome), "partial damaged");
  EXPECT_EQ(got.document().blocks.size(), 6'000u);
}

}  // namespace
}  // namespace dossier
