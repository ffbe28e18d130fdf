// What is read of Word's documents before 2007. Files are made here: a container, a file information block,
// one piece of text, a sheet of styles, a page of paragraphs' properties.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"
#include "support/ole_file.h"

namespace dossier {
namespace {

constexpr std::size_t kText = 0x600;

void put(std::string& bytes, std::size_t at, std::uint64_t value, int size) {
  std::string written;
  append_little_endian(written, value, size);
  bytes.replace(at, written.size(), written);
}

struct Made {
  std::u16string text;
  std::u16string footnotes{};
  std::u16string page_edges{};
  std::map<std::size_t, std::string> properties{};  // of the paragraph that has its end at that position
  int flags = 0x0200;
  int version = 0xC1;
  bool is_wide = true;
};

// The part of the table stream of that number lies at its end.
void add_part(std::string& main, std::string& table, std::size_t number, std::string_view part) {
  put(main, 0x9A + number * 8, table.size(), 4);
  put(main, 0x9E + number * 8, part.size(), 4);
  table += part;
}

std::string styles() {
  std::string sheet("\x12\0\x03\0\x0A\0", 6);  // three styles, ten bytes of each before its name
  sheet.resize(20);
  for (const auto& [number, base] : {std::pair{0, 0xFFF}, std::pair{2, 0}, std::pair{0xFFE, 1}}) {
    std::string style;
    append_little_endian(style, static_cast<std::uint64_t>(number), 2);
    append_little_endian(style, static_cast<std::uint64_t>(base << 4 | 1), 2);
    style.resize(10);
    style += std::string("\x01\0N\0\0\0\x02\0\0\0", 10);  // the name, no properties but the style's number
    append_little_endian(sheet, style.size(), 2);
    sheet += style;
  }
  return sheet;
}

std::string word_file(const Made& made) {
  const std::u16string all = made.text + made.footnotes + made.page_edges;
  std::string main(kText, '\0');
  put(main, 0, 0xA5EC, 2);
  put(main, 2, static_cast<std::uint64_t>(made.version), 2);
  put(main, 0x0A, static_cast<std::uint64_t>(made.flags), 2);
  put(main, 0x4C, made.text.size(), 4);
  put(main, 0x50, made.footnotes.size(), 4);
  put(main, 0x54, made.page_edges.size(), 4);
  const std::size_t width = made.is_wide ? 2 : 1;
  for (const char16_t c : all) append_little_endian(main, c, static_cast<int>(width));
  // A page of properties: where each paragraph begins and ends, and what it is.
  std::string page(512, '\0');
  std::vector<std::size_t> ends;
  for (const auto& [end, properties] : made.properties) ends.push_back(end);
  std::size_t at = 510;
  put(page, 0, kText, 4);
  for (std::size_t i = 0; i < ends.size(); ++i) {
    put(page, (i + 1) * 4, kText + (ends[i] + 1) * width, 4);
    const std::string& properties = made.properties.at(ends[i]);
    at -= properties.size() + 2 + properties.size() % 2;
    page.replace(at + 1, 1, 1, static_cast<char>((properties.size() + 1) / 2));
    page.replace(at + 2, properties.size(), properties);
    page.replace((ends.size() + 1) * 4 + i * 13, 1, 1, static_cast<char>(at / 2));
  }
  page.back() = static_cast<char>(ends.size());
  main.resize((main.size() + 511) / 512 * 512);
  const std::size_t number = main.size() / 512;
  main += page;
  std::string table("pad", 4);
  std::string pieces("\x02\x10\0\0\0", 5);
  append_little_endian(pieces, 0, 4);
  append_little_endian(pieces, all.size(), 4);
  append_little_endian(pieces, 0, 2);
  append_little_endian(pieces, made.is_wide ? kText : kText * 2 | 0x40000000, 4);
  append_little_endian(pieces, 0, 2);
  add_part(main, table, 33, pieces);
  add_part(main, table, 1, styles());
  std::string pages;
  append_little_endian(pages, 0, 4);
  append_little_endian(pages, 0, 4);
  append_little_endian(pages, number, 4);
  add_part(main, table, 13, pages);
  std::string marks;
  append_little_endian(marks, made.text.find(u'\x02'), 4);
  append_little_endian(marks, made.text.size(), 4);
  append_little_endian(marks, 0, 2);
  if (!made.footnotes.empty()) {
    add_part(main, table, 2, marks);
    std::string notes;
    for (const std::size_t position : {std::size_t{0}, made.footnotes.size(), made.footnotes.size()})
      append_little_endian(notes, position, 4);
    add_part(main, table, 3, notes);
  }
  return ole_file({{"WordDocument", main}, {"1Table", table}});
}

Extraction extracted(const Made& made) {
  return extract_bytes("a.doc", word_file(made));
}

// Properties of a paragraph: its style, and single ones.
std::string style(char number, std::string_view more = "") {
  return std::string{number, '\0'} + std::string(more);
}

const std::string kInTable("\x16\x24\x01", 3);
const std::string kEndsRow("\x17\x24\x01", 3);

TEST(Doc, IsReadAsParagraphsWithHeadings) {
  const Extraction got = extracted(
      {.text = u"One\rBased\rThe coun\x1F"
               u"cil\x0Bmet\ton 24\x1EMay Ω\rItem\r",
       .properties = {{3, style(1)}, {9, style(2)}, {38, style(0)}, {43, style(0, {"\x0B\x46\x01\0", 4})}}});
  EXPECT_EQ(print(got.outcome), "ok");
  EXPECT_EQ(got.document().type, "application/msword");
  EXPECT_EQ(print(got.document().blocks), "h2 One\nh2 Based\np The council\\nmet on 24-May Ω\nli Item");
}

TEST(Doc, OfBytesIsWindows1252) {
  EXPECT_EQ(print(extracted({.text = u"caf\xE9 \x80 10\r", .is_wide = false}).document().blocks),
            "p café € 10");
}

// A document as Word 6 and 95 wrote them: bytes, and no table stream.
std::string old_word_file(std::string_view text, std::uint64_t language) {
  constexpr std::size_t kOldText = 0x300;
  std::string main(kOldText, '\0');
  put(main, 0, 0xA5DC, 2);
  put(main, 2, 101, 2);
  put(main, 6, language, 2);
  put(main, 0x18, kOldText, 4);
  put(main, 0x34, text.size(), 4);
  return ole_file({{"WordDocument", main + std::string(text)}});
}

TEST(Doc, OfWord6IsInTheCharsetOfItsLanguageOrOfItsText) {
  const auto blocks = [](std::string_view text, std::uint64_t language) {
    return print(extract_bytes("a.doc", old_word_file(text, language)).document().blocks);
  };
  constexpr std::uint64_t kEnglish = 0x409;
  constexpr std::uint64_t kRussian = 0x419;
  // "Правительство приняло решение о водной политике." in windows-1251
  const std::string russian =
      "\xCF\xF0\xE0\xE2\xE8\xF2\xE5\xEB\xFC\xF1\xF2\xE2\xEE \xEF\xF0\xE8\xED\xFF\xEB\xEE "
      "\xF0\xE5\xF8\xE5\xED\xE8\xE5 \xEE \xE2\xEE\xE4\xED\xEE\xE9 "
      "\xEF\xEE\xEB\xE8\xF2\xE8\xEA\xE5.\r";
  EXPECT_EQ(blocks(russian, kRussian), "p Правительство приняло решение о водной политике.");
  EXPECT_EQ(blocks("Setup: " + russian, kEnglish),
            "p Setup: Правительство приняло решение о водной политике.");
  EXPECT_EQ(blocks("Soci\xE9t\xE9 \x93na\xEFve\x94\r", kEnglish), "p Société “naïve”");
}

TEST(Doc, HasTablesRowByRow) {
  const std::u16string text =
      u"State\x07Vote\r1999\x07\x07No\x07\x07"
      u"After\r";
  const std::vector<std::pair<std::string, std::map<std::size_t, std::string>>> rows{
      {"tr State | Vote\\n1999\ntr No\np After",
       {{5, style(0, kInTable)},
        {10, style(0, kInTable)},
        {15, style(0, kInTable)},
        {16, style(0, kInTable + kEndsRow)},
        {19, style(0, kInTable)},
        {20, style(0, kInTable + kEndsRow)},
        {26, style(0)}}},
      // Without the properties the marks tell most of it.
      {"tr State\np Vote\ntr 1999\ntr No\np After", {}},
  };
  for (const auto& [expected, properties] : rows) {
    EXPECT_EQ(print(extracted({.text = text, .properties = properties}).document().blocks), expected);
  }
}

TEST(Doc, ShowsWhatWordShows) {
  EXPECT_EQ(
      print(extracted(
                {.text = u"See \x13HYPERLINK \"http://example.org\"\x14the link\x15.\rA \x13 lost\rNext\r"})
                .document()
                .blocks),
      "p See the link.\np A\np Next");
  EXPECT_EQ(print(extracted({.text = u"It was\x02 agreed.\rNext.\r",
                             .footnotes = u"\x02 A note.\r\r",
                             .page_edges = u"Ministry\r7\r"})
                      .document()
                      .blocks),
            "p It was agreed.\np A note.\np Next.\np Ministry");
}

TEST(Doc, ThatNeedsAPasswordIsSkipped) {
  EXPECT_EQ(print(extracted({.text = u"noise\r", .flags = 0x0300}).outcome), "skipped encrypted");
  EXPECT_EQ(
      print(
          extract_bytes("a.docx", ole_file({{"EncryptedPackage", "noise"}, {"EncryptionInfo", ""}})).outcome),
      "skipped encrypted");
}

TEST(Doc, ThatIsBrokenGivesWhatCanBeRead) {
  const std::string whole =
      word_file({.text = u"First.\rSecond.\r", .properties = {{6, style(1)}, {14, style(0)}}});
  EXPECT_EQ(print(extract_bytes("a.doc", whole.substr(0, 700)).outcome), "failed damaged");
  EXPECT_EQ(print(extract_bytes("a.doc", ole_file({{"WordDocument", ""}})).outcome), "failed damaged");
  // Any number may be anything: each byte of the structures in turn.
  const std::size_t start = whole.find("\xEC\xA5");
  for (std::size_t at = 0; at < whole.size(); at += at < 512 || at > start + 1600 ? 3 : 1) {
    std::string broken = whole;
    broken[at] = static_cast<char>(broken[at] ^ 0xFF);
    const Extraction got = extract_bytes("a.doc", broken);
    EXPECT_EQ(got.documents.empty(),
              got.outcome.status == Status::failed || got.outcome.status == Status::skipped)
        << at;
  }
}

}  // namespace
}  // namespace dossier
