// Tables as text: as one document of rows, and as a document a row.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "member_list.h"

namespace dossier {
namespace {

using std::string_literals::operator""s;

std::string table(std::string_view bytes, std::string_view name = "a.csv") {
  return print(extract_bytes(name, bytes).document().blocks);
}

Extraction rows(std::string_view bytes) {
  return extract_bytes("a.csv", bytes, {}, {.csv_rows = true});
}

TEST(Csv, GivesItsRows) {
  EXPECT_EQ(table("country,year\nChad,1990\n\nMali,\n"), "tr country | year\ntr Chad | 1990\ntr Mali");
  EXPECT_EQ(extract_bytes("a.csv", "a,b").document().type, "text/csv");
  EXPECT_EQ(print(extract_bytes("a.csv", ",,\n\n-\n").outcome), "skipped no-text");
}

TEST(Csv, FindsWhatPartsTheFields) {
  for (const std::string& delimiter : {","s, ";"s, "\t"s, "|"s}) {
    EXPECT_EQ(table("one" + delimiter + "two\nthree" + delimiter + "four\n"), "tr one | two\ntr three | four")
        << delimiter;
  }
  EXPECT_EQ(table("name;value\na;1,5\nb;2,75\n"), "tr name | value\ntr a | 1,5\ntr b | 2,75");
  EXPECT_EQ(table("a, b\tc, d\ne, f\tg\n", "a.tsv"), "tr a, b | c, d\ntr e, f | g");
  EXPECT_EQ(table("sep=;\na;b,c\n"), "tr a | b,c");
  EXPECT_EQ(table("only one column\nand its rows\n"), "tr only one column\ntr and its rows");
}

TEST(Csv, ReadsQuotes) {
  EXPECT_EQ(table("a,\"b, c\"\n\"two\nlines\",\"say \"\"so\"\"\"\n"),
            "tr a | b, c\ntr two lines | say \"so\"");
  EXPECT_EQ(table("a,\"\"\nb,c\n"), "tr a\ntr b | c");
  EXPECT_EQ(table("5\" pipe,b\nc,\"d\"e\",f\n"), "tr 5\" pipe | b\ntr c | d\"e | f");
}

TEST(Csv, LosesNothingBehindAQuoteThatIsNeverClosed) {
  const Extraction got = extract_bytes("a.csv", "a,b\n1,\"never closed\n2,two\n3,three\n");
  EXPECT_EQ(print(got.document().blocks), "tr a | b\ntr 1 | \"never closed\ntr 2 | two\ntr 3 | three");
  EXPECT_EQ(print(got.outcome), "partial damaged");
  std::string many = "a,b\n1,\"opened\n";
  for (int i = 0; i < 50'000; ++i) many += "2,\"x\n";
  EXPECT_EQ(extract_bytes("a.csv", many).document().blocks.size(), 50'002u) << "linear, too";
}

TEST(Csv, IsReadInItsCharset) {
  EXPECT_EQ(table("\xEF\xBB\xBF"
                  "a,b\n"),
            "tr a | b");
  EXPECT_EQ(table("\xFF\xFE"
                  "a\0,\0b\0\n\0c\0,\0d\0"s),
            "tr a | b\ntr c | d");
  EXPECT_EQ(table("a,b\r\nc,d\r"), "tr a | b\ntr c | d");
}

TEST(CsvRows, AreDocumentsWithTheColumnsThatTheyKnow) {
  const Extraction got = rows(
      "id,Title,text,date,author,url,language,source,Region\n"
      "r1,First,\"One.\n\nTwo.\",2019-05-01,Ana,https://x.example/1,en,Desk,North\n"
      "r2,Second,Three.,,,,,,\n");
  EXPECT_EQ(print_members(got), "//2: ok | p One. | p Two. | tr Region: North\n//3: ok | p Three.\nok\n");
  ASSERT_EQ(got.documents.size(), 2u);
  const RawMetadata expected{.id = "r1",
                             .title = "First",
                             .author = "Ana",
                             .source = "Desk",
                             .language = "en",
                             .url = "https://x.example/1",
                             .dates = {{"csv:date", "2019-05-01"}}};
  EXPECT_EQ(got.documents[0].metadata, expected);
}

TEST(CsvRows, WithoutAHeaderAreTextAlone) {
  EXPECT_EQ(print_members(rows("1,one\n2,two\n")), "//1: ok | tr 1 | tr one\n//2: ok | tr 2 | tr two\nok\n");
  EXPECT_EQ(print_members(rows("id,text\n1,one\n2,\n3,three\n")),
            "//2: ok | p one\n//4: ok | p three\npartial bad-records\n");
  EXPECT_EQ(print_members(rows("id,text\n")), "skipped no-text\n");
}

}  // namespace
}  // namespace dossier
