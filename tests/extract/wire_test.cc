// What passes between the program and its workers: whole, cut short, and made up by a worker that was taken
// over.
#include "wire.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "blocks.h"
#include "dossier/core/codec.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// Values drawn from a fixed seed: the same in every run.
class Values {
 public:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }

  std::string text(std::size_t most) {
    std::string out;
    for (std::size_t left = below(most + 1); left > 0; --left) {
      append_utf8(out, static_cast<char32_t>(below(4) == 0 ? below(0x110000) : 'a' + below(26)));
    }
    return out;
  }

  Outcome outcome() { return {static_cast<Status>(below(4)), static_cast<Reason>(below(16)), text(20)}; }

  ExtractedDocument document() {
    ExtractedDocument document{.member = text(5),
                               .file_name = text(5),
                               .type = "x" + text(20),
                               .encoding = text(10),
                               .pages = static_cast<std::uint32_t>(below(0xFFFFFFFF)),
                               .outcome = outcome()};
    document.metadata = {text(9), text(99), text(9), text(9), text(9), text(9), {}};
    for (std::size_t left = below(4); left > 0; --left)
      document.metadata.dates.emplace_back(text(9), text(9));
    for (std::size_t left = below(20); left > 0; --left) document.blocks.push_back(block());
    for (std::size_t left = below(4); left > 0; --left) document.apart.push_back(block());
    return document;
  }

  Block block() {
    Block block{.kind = static_cast<BlockKind>(below(5)),
                .level = static_cast<std::uint8_t>(below(7)),
                .text = "x" + text(300)};
    if (below(2) == 0) block.page = static_cast<std::uint32_t>(1 + below(1000));
    return block;
  }

 private:
  std::mt19937 random_{20190524};
};

TEST(Wire, GivesBackWhatWasSent) {
  Values values;
  for (int i = 0; i < 200; ++i) {
    const ExtractedDocument document = values.document();
    const auto got = decode_message(encode_message(document));
    ASSERT_TRUE(got && std::holds_alternative<ExtractedDocument>(*got));
    EXPECT_EQ(std::get<ExtractedDocument>(*got), document);
    MemberPosition position{.member = values.text(20),
                            .part = static_cast<std::uint32_t>(values.below(0xFFFFFFFF))};
    for (std::size_t left = values.below(5); left > 0; --left)
      position.place.push_back(static_cast<std::uint32_t>(values.below(0xFFFFFFFF)));
    EXPECT_EQ(decode_message(encode_message(position)), WorkerMessage(position));
    const Outcome outcome = values.outcome();
    EXPECT_EQ(decode_message(encode_message(outcome)), WorkerMessage(outcome));
  }
  for (const FileAccess files : {FileAccess::any, FileAccess::shared_data, FileAccess::none}) {
    const Confinement confinement{.system_calls = files != FileAccess::any, .files = files};
    EXPECT_EQ(decode_message(encode_message(confinement)), WorkerMessage(confinement));
  }
  const FormatDescription format{.name = "html",
                                 .endings = {"htm", "html"},
                                 .is_read = true,
                                 .reader = "a library 1.2",
                                 .sample = std::string("\x00\xFF bytes", 8)};
  EXPECT_EQ(decode_message(encode_message(format)), WorkerMessage(format));
}

TEST(Wire, GivesBackRequests) {
  const WorkerRequest request{
      .name = "a \xFF name",
      .limits = {.file_bytes = 1,
                 .text_bytes = 2,
                 .problems = 3,
                 .member_bytes = 5,
                 .unpacked_bytes = 6,
                 .unpacked_ratio = 7,
                 .members = 8,
                 .depth = 9},
      .options = {.csv_rows = true},
      .resume = {10, 11},
      .lost = {.place = {10, 12},
               .parts = {{.number = 3, .reason = Reason::crashed},
                         {.number = 7, .reason = Reason::timed_out, .is_last = true}}}};
  const auto got = decode_request(encode_request(request));
  ASSERT_TRUE(got);
  EXPECT_EQ(got->name, request.name);
  EXPECT_EQ(got->limits.file_bytes, 1u);
  EXPECT_EQ(got->limits.text_bytes, 2u);
  EXPECT_EQ(got->limits.problems, 3u);
  EXPECT_EQ(got->limits.member_bytes, 5u);
  EXPECT_EQ(got->limits.unpacked_bytes, 6u);
  EXPECT_EQ(got->limits.unpacked_ratio, 7u);
  EXPECT_EQ(got->limits.members, 8u);
  EXPECT_EQ(got->limits.depth, 9u);
  EXPECT_TRUE(got->options.csv_rows);
  EXPECT_EQ(got->resume, (MemberPlace{10, 11}));
  EXPECT_EQ(got->lost, request.lost);
  EXPECT_FALSE(got->asks_formats);
  EXPECT_TRUE(decode_request(encode_request({.asks_formats = true}))->asks_formats);
}

TEST(Wire, RefusesRecordsCutShortOrTooLong) {
  Values values;
  for (int i = 0; i < 20; ++i) {
    const std::string record = encode_message(values.document());
    for (std::size_t length = 0; length < record.size(); ++length) {
      EXPECT_FALSE(decode_message(std::string_view(record).substr(0, length))) << length;
    }
    EXPECT_FALSE(decode_message(record + '\0'));
  }
  const std::string request = encode_request({.name = "a"});
  for (std::size_t length = 0; length < request.size(); ++length) {
    EXPECT_FALSE(decode_request(std::string_view(request).substr(0, length))) << length;
  }
  EXPECT_FALSE(decode_request(request + 'x'));
}

TEST(Wire, SurvivesChangedBytes) {
  Values values;
  std::size_t read = 0;
  for (int i = 0; i < 5'000; ++i) {
    std::string record = encode_message(values.document());
    for (std::size_t left = 1 + values.below(3); left > 0; --left)
      record[values.below(record.size())] = static_cast<char>(values.below(256));
    const auto got = decode_message(record);
    if (!got || !std::holds_alternative<ExtractedDocument>(*got)) continue;
    const auto& document = std::get<ExtractedDocument>(*got);
    EXPECT_TRUE(is_valid_utf8(document.metadata.title));
    for (const Block& block : document.blocks) {
      EXPECT_TRUE(is_valid_utf8(block.text));
      EXPECT_FALSE(block.text.empty());
      EXPECT_LE(block.level, 6);
    }
    ++read;
  }
  EXPECT_GT(read, 250u);  // changes inside texts go unnoticed
}

// A record of a document with nothing in it but `blocks` announced, and `rest` behind.
std::string announcing_blocks(std::uint64_t blocks, std::string_view rest) {
  std::string record = encode_message(ExtractedDocument{.type = "text/plain"});
  record.resize(record.size() - 2);  // "no blocks, none apart"
  ByteWriter out;
  out.u64(blocks);
  out.raw(rest);
  out.u64(0);
  return record + out.take();
}

std::string block_record(std::uint64_t kind, std::uint64_t level, std::uint64_t page, std::string_view text) {
  ByteWriter out;
  out.u64(kind);
  out.u64(level);
  out.u64(page);
  out.string(text);
  return out.take();
}

TEST(Wire, RefusesWhatNoWorkerSends) {
  EXPECT_TRUE(decode_message(announcing_blocks(1, block_record(0, 1, 0, "x"))));
  EXPECT_FALSE(decode_message(announcing_blocks(1, block_record(5, 1, 0, "x"))));           // no such kind
  EXPECT_FALSE(decode_message(announcing_blocks(1, block_record(0, 7, 0, "x"))));           // no such level
  EXPECT_FALSE(decode_message(announcing_blocks(1, block_record(0, 1, 1ull << 32, "x"))));  // no such page
  EXPECT_FALSE(decode_message(announcing_blocks(1, block_record(0, 1, 0, ""))));            // an empty block
  EXPECT_FALSE(decode_message(announcing_blocks(2, block_record(0, 1, 0, "x"))));  // fewer than announced
  EXPECT_FALSE(
      decode_message(announcing_blocks(~0ull, block_record(0, 1, 0, "x"))));  // more than memory holds
  std::string many;
  for (std::size_t i = 0; i <= max_blocks; ++i) many += block_record(0, 0, 0, "x");
  EXPECT_FALSE(decode_message(announcing_blocks(max_blocks + 1, many)));
  EXPECT_FALSE(decode_message("\x04"));                            // no such message
  EXPECT_FALSE(decode_message(std::string("\x02\x00\x03", 3)));    // no such access to files
  EXPECT_FALSE(decode_message(std::string("\x01\x04\0\0", 4)));    // no such status
  EXPECT_FALSE(decode_message(std::string("\x01\x00\x11\0", 4)));  // no such reason
  EXPECT_FALSE(decode_message("\x03\x7F"));                        // no place is so deep
  ExtractedDocument untyped{.blocks = {{.text = "x"}}};
  EXPECT_FALSE(decode_message(encode_message(untyped)));  // text of no document
  std::swap(untyped.blocks, untyped.apart);
  EXPECT_FALSE(decode_message(encode_message(untyped)));
  EXPECT_FALSE(decode_message(""));
}

TEST(Wire, MakesTextValid) {
  const auto got = decode_message(announcing_blocks(1, block_record(1, 0, 0, "caf\xE9")));
  ASSERT_TRUE(got);
  EXPECT_EQ(std::get<ExtractedDocument>(*got).blocks.at(0).text, "caf\uFFFD");
}

TEST(FrameReader, CutsAStreamIntoRecordsHoweverItArrives) {
  const std::vector<std::string> records{"", "a", std::string(70'000, 'b'), "c"};
  std::string stream;
  for (const std::string& record : records) append_frame(stream, record);
  for (const std::size_t step : {1u, 3u, 1000u, 1'000'000u}) {
    FrameReader reader;
    std::vector<std::string> got;
    for (std::size_t at = 0; at < stream.size(); at += step) {
      reader.append(std::string_view(stream).substr(at, step));
      while (const auto record = reader.next()) got.emplace_back(*record);
    }
    EXPECT_EQ(got, records) << step;
    EXPECT_FALSE(reader.broken());
  }
}

TEST(FrameReader, GivesUpAtAFrameThatIsTooLong) {
  FrameReader reader;
  std::string stream;
  append_frame(stream, "good");
  reader.append(stream + std::string("\x01\x00\x00\x08", 4));  // 128 MB and one byte
  EXPECT_EQ(reader.next(), "good");
  EXPECT_FALSE(reader.broken());
  EXPECT_EQ(reader.next(), std::nullopt);
  EXPECT_TRUE(reader.broken());
  reader.append(stream);
  EXPECT_EQ(reader.next(), std::nullopt);
}

}  // namespace
}  // namespace dossier
