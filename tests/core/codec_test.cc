#include "dossier/core/codec.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace dossier {
namespace {

using namespace std::string_literals;

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

template <typename Write>
std::string bytes_of(const Write& write) {
  ByteWriter writer;
  write(writer);
  return writer.take();
}

TEST(ByteWriter, WritesLeb128) {
  const std::vector<std::pair<std::uint64_t, std::string>> rows = {
      {0, "\0"s},
      {1, "\x01"},
      {127, "\x7F"},
      {128, "\x80\x01"},
      {300, "\xAC\x02"},
      {16383, "\xFF\x7F"},
      {16384, "\x80\x80\x01"},
      {0xFFFFFFFF, "\xFF\xFF\xFF\xFF\x0F"},
      {std::uint64_t{1} << 63, "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"},
      {kMost, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"},
  };
  for (const auto& [value, bytes] : rows) {
    EXPECT_EQ(bytes_of([&](ByteWriter& w) { w.u64(value); }), bytes) << value;
    ByteReader reader(bytes);
    EXPECT_EQ(reader.u64(), value);
    EXPECT_TRUE(reader.ok() && reader.at_end()) << value;
  }
}

TEST(ByteWriter, KeepsSmallNegativeNumbersShort) {
  const std::vector<std::pair<std::int64_t, std::string>> rows = {
      {0, "\0"s},
      {-1, "\x01"},
      {1, "\x02"},
      {-64, "\x7F"},
      {64, "\x80\x01"},
      {std::numeric_limits<std::int64_t>::max(), "\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"},
      {std::numeric_limits<std::int64_t>::min(), "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"},
  };
  for (const auto& [value, bytes] : rows) {
    EXPECT_EQ(bytes_of([&](ByteWriter& w) { w.i64(value); }), bytes) << value;
    ByteReader reader(bytes);
    EXPECT_EQ(reader.i64(), value);
    EXPECT_TRUE(reader.ok() && reader.at_end()) << value;
  }
}

// One of everything.
void write_record(ByteWriter& writer) {
  writer.u64(300);
  writer.i64(-5000);
  writer.boolean(true);
  writer.string("Vučić\0s"s);
  writer.string("");
  writer.u64(7);
}

bool reads_record(ByteReader& reader) {
  return reader.u64() == 300 && reader.i64() == -5000 && reader.boolean() && reader.string() == "Vučić\0s"s &&
         reader.string().empty() && reader.u32() == 7;
}

TEST(ByteReader, ReadsWhatWasWritten) {
  ByteWriter writer;
  write_record(writer);
  writer.raw("rest");
  ByteReader reader(writer.bytes());
  EXPECT_TRUE(reads_record(reader));
  EXPECT_EQ(reader.rest(), "rest");
  EXPECT_TRUE(reader.ok());
  EXPECT_FALSE(reader.at_end());
}

TEST(ByteReader, ReadsRandomNumbersBack) {
  std::mt19937_64 random(1);
  std::vector<std::uint64_t> values;
  ByteWriter writer;
  for (int i = 0; i < 10'000; ++i) {
    values.push_back(random() >> (random() % 64));
    writer.u64(values.back());
    writer.i64(static_cast<std::int64_t>(values.back()));
  }
  ByteReader reader(writer.bytes());
  for (const std::uint64_t value : values) {
    ASSERT_EQ(reader.u64(), value);
    ASSERT_EQ(reader.i64(), static_cast<std::int64_t>(value));
  }
  EXPECT_TRUE(reader.ok() && reader.at_end());
}

TEST(ByteReader, FailsOnEveryTruncation) {
  const std::string whole = bytes_of(write_record);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    ByteReader reader(std::string_view(whole).substr(0, size));
    EXPECT_FALSE(reads_record(reader) && reader.ok()) << size;
    EXPECT_FALSE(reader.ok()) << size;
  }
}

TEST(ByteReader, FailsOnHostileBytes) {
  const std::vector<std::pair<const char*, std::string>> rows = {
      {"nothing", ""},
      {"a number that does not end", "\x80"},
      {"a number that never ends", std::string(1000, '\x80')},
      {"ten bytes of more than 64 bits", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02"},
      {"eleven bytes", "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"},
      {"all ones", std::string(64, '\xFF')},
  };
  for (const auto& [what, bytes] : rows) {
    ByteReader reader(bytes);
    EXPECT_EQ(reader.u64(), 0U) << what;
    EXPECT_FALSE(reader.ok()) << what;
    EXPECT_TRUE(reader.at_end()) << what;
  }
}

TEST(ByteReader, TakesNoLengthOnTrust) {
  for (const std::uint64_t length :
       {std::uint64_t{4}, std::uint64_t{1} << 31, std::uint64_t{1} << 63, kMost}) {
    ByteWriter writer;
    writer.u64(length);
    writer.raw("abc");
    ByteReader reader(writer.bytes());
    EXPECT_EQ(reader.string(), "") << length;
    EXPECT_FALSE(reader.ok()) << length;
  }
}

TEST(ByteReader, HoldsA32BitNumberToItsBits) {
  const std::string bytes = bytes_of([](ByteWriter& w) { w.u64(0xFFFFFFFF), w.u64(0x100000000), w.u64(1); });
  ByteReader reader(bytes);
  EXPECT_EQ(reader.u32(), 0xFFFFFFFF);
  EXPECT_TRUE(reader.ok());
  EXPECT_EQ(reader.u32(), 0U);
  EXPECT_FALSE(reader.ok());
}

TEST(ByteReader, GivesNothingMoreAfterAFailure) {
  ByteReader reader(
      "\x05"
      "ab\x01\x01");
  EXPECT_EQ(reader.string(), "");
  EXPECT_EQ(reader.u64(), 0U);
  EXPECT_EQ(reader.i64(), 0);
  EXPECT_EQ(reader.u32(), 0U);
  EXPECT_FALSE(reader.boolean());
  EXPECT_EQ(reader.string(), "");
  EXPECT_FALSE(reader.ok());
}

TEST(ByteReader, EndsOnRandomBytes) {
  std::mt19937_64 random(2);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    ByteReader reader(bytes);
    std::size_t reads = 0;
    for (; reader.ok() && !reader.at_end(); ++reads) {
      const std::string_view piece = reader.string();
      ASSERT_LE(piece.size(), bytes.size());
    }
    ASSERT_LE(reads, bytes.size());
  }
}

}  // namespace
}  // namespace dossier
