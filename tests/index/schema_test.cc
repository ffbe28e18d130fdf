// The bytes that stand in an index: a change here is a new schema version.
#include "dossier/index/schema.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "dossier/core/hash.h"

namespace dossier::schema {
namespace {

using std::string_literals::operator""s;

TEST(Schema, EncodesNumbersInThreeBytes) {
  EXPECT_EQ(encode_number(0), "\0\0\0"s);
  EXPECT_EQ(encode_number(0x010203), "\x01\x02\x03");
  EXPECT_EQ(encode_number(max_documents), "\xFF\xFF\xFF");
  for (const std::uint32_t number : {0U, 1U, 255U, 256U, 65535U, 65536U, max_documents})
    EXPECT_EQ(decode_number(encode_number(number)), number);
  for (const std::string& wrong : {""s, "\x01"s, "\x01\x02"s, "\x01\x02\x03\x04"s})
    EXPECT_FALSE(decode_number(wrong)) << wrong.size();
}

TEST(Schema, EncodesDaysSoThatTheySortAsDaysDo) {
  EXPECT_EQ(encode_day(0), "\x80\0\0"s);
  std::string before;
  for (const char* date :
       {"0001-01-01", "0999-12-31", "1969-12-31", "1970-01-01", "2013-05-24", "9999-12-31"}) {
    const std::string day = encode_day(parse_partial_date(date)->days.first);
    EXPECT_EQ(day.size(), 3U);
    EXPECT_LT(before, day) << date;
    before = day;
  }
}

TEST(Schema, KeepsRecordsUnderKeysOfTheirOwn) {
  EXPECT_EQ(key::document(0), "D\0\0\0\0"s);
  EXPECT_EQ(key::document(0x01020304), "D\x01\x02\x03\x04");
  EXPECT_EQ(key::file("/docs/a.txt"), "F/docs/a.txt");
  const std::string shortest_hashed = "/" + std::string(200, 'x');
  EXPECT_EQ(key::file(shortest_hashed.substr(0, 200)), "F" + shortest_hashed.substr(0, 200));
  EXPECT_EQ(key::file(shortest_hashed), "F#" + hash_hex(shortest_hashed));
  EXPECT_NE(key::file(shortest_hashed), key::file(shortest_hashed + "y"));
}

TEST(Schema, NamesADocumentByOneTermOfItsId) {
  EXPECT_EQ(id_term("speech-1"), "Qspeech-1");
  EXPECT_EQ(id_term(""), "Q");
  const std::string with_nul = "a\0b"s;
  EXPECT_EQ(id_term(with_nul), "Q#" + hash_hex(with_nul)) << "a NUL byte takes two in a key";
  EXPECT_EQ(id_term(std::string(200, 'x')), "Q" + std::string(200, 'x'));
  EXPECT_EQ(id_term(std::string(201, 'x')), "Q#" + hash_hex(std::string(201, 'x')));
}

TEST(Schema, FoldsKeywords) {
  EXPECT_EQ(keyword_term(prefix::source, "Radio Slobodna Evropa"), "XSradio slobodna evropa");
  EXPECT_EQ(keyword_term(prefix::source, "Société"), keyword_term(prefix::source, "SOCIETE"));
  EXPECT_EQ(keyword_term(prefix::language, "sr-Cyrl"), "Lsr-cyrl");
  EXPECT_EQ(keyword_term(prefix::source, std::string(199, 'x') + "éé"), "XS" + std::string(199, 'x') + "e")
      << "cut at 200 bytes";
  EXPECT_EQ(keyword_term(prefix::source, std::string(199, 'x') + "жж"), "XS" + std::string(199, 'x'))
      << "and not within a letter";
}

}  // namespace
}  // namespace dossier::schema
