// Records survive being stored, and damaged ones are refused.
#include "dossier/index/stored.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>

#include "dossier/core/error.h"

namespace dossier {
namespace {

using std::string_literals::operator""s;

StoredDocument sample_document() {
  return {.id = "d\0 1"s,
          .title = "Vučić à Paris",
          .author = "A. Writer",
          .source = "UN",
          .url = "https://un.org/a",
          .language = "fr",
          .type = "text/html",
          .paths = {"/docs/a.html", "/docs/\xFF\xFE.html"},
          .published = PublicationDate{{-5000, -4990}, CalendarUnit::month, "html:meta"},
          .modified = -1,
          .content_hash = "0123",
          .first_docid = 4'000'000'000U,
          .passages = 3,
          .length = 250};
}

StoredPassage sample_passage() {
  return {.document = 0xFFFFFF,
          .ordinal = 12,
          .page = 7,
          .start = std::uint64_t{1} << 40,
          .headings = {"One", "", "Three"},
          .mentions = {{.start = 3,
                        .end = 9,
                        .days = {-719162, 2932896},
                        .precision = CalendarUnit::century,
                        .how = MentionHow::relative,
                        .part = MentionPart::end,
                        .anchor = MentionAnchor::previous,
                        .anchor_day = -800000}},
          .lead = "\n\nHeading\n\n",
          .text = "Text with a \0 in it"s};
}

FileRecord sample_file() {
  return {.path = "/docs/\xFF.jsonl",
          .size = std::uint64_t{1} << 40,
          .modified_ns = std::numeric_limits<std::int64_t>::min(),
          .hash = "abc",
          .outcome = {Status::partial, Reason::bad_records, "line 3: not an object"},
          .when = 1'700'000'000,
          .documents = {7, 8, 9, 2, std::numeric_limits<std::uint32_t>::max(), 0}};
}

TEST(StoredDocument, ComesBackAsItWas) {
  const StoredDocument document = sample_document();
  const StoredDocument back = decode_document(encode(document));
  EXPECT_EQ(back.id, document.id);
  EXPECT_EQ(back.title, document.title);
  EXPECT_EQ(back.author, document.author);
  EXPECT_EQ(back.source, document.source);
  EXPECT_EQ(back.url, document.url);
  EXPECT_EQ(back.language, document.language);
  EXPECT_EQ(back.type, document.type);
  EXPECT_EQ(back.paths, document.paths);
  EXPECT_EQ(back.published, document.published);
  EXPECT_EQ(back.modified, document.modified);
  EXPECT_EQ(back.content_hash, document.content_hash);
  EXPECT_EQ(back.first_docid, document.first_docid);
  EXPECT_EQ(back.passages, document.passages);
  EXPECT_EQ(back.length, document.length);
  EXPECT_FALSE(decode_document(encode(StoredDocument{})).published);
}

TEST(StoredPassage, ComesBackAsItWas) {
  const StoredPassage passage = sample_passage();
  const StoredPassage back = decode_passage(encode(passage));
  EXPECT_EQ(back.document, passage.document);
  EXPECT_EQ(back.ordinal, passage.ordinal);
  EXPECT_EQ(back.page, passage.page);
  EXPECT_EQ(back.start, passage.start);
  EXPECT_EQ(back.headings, passage.headings);
  EXPECT_EQ(back.mentions, passage.mentions);
  EXPECT_EQ(back.lead, passage.lead);
  EXPECT_EQ(back.text, passage.text);
  EXPECT_FALSE(decode_passage(encode(StoredPassage{})).page);
}

TEST(StoredFile, ComesBackAsItWas) {
  const FileRecord file = sample_file();
  const FileRecord back = decode_file(encode(file));
  EXPECT_EQ(back.path, file.path);
  EXPECT_EQ(back.size, file.size);
  EXPECT_EQ(back.modified_ns, file.modified_ns);
  EXPECT_EQ(back.hash, file.hash);
  EXPECT_EQ(back.outcome, file.outcome);
  EXPECT_EQ(back.when, file.when);
  EXPECT_EQ(back.documents, file.documents);
}

// True if the record is refused with the one error there is for it.
template <typename Decode>
bool is_refused(Decode decode, const std::string& record) {
  try {
    decode(record);
    return false;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::no_index);
    EXPECT_NE(error.hint(), "");
    return true;
  }
}

TEST(StoredRecord, IsRefusedWhenItIsCutShort) {
  const std::string document = encode(sample_document());
  for (std::size_t size = 0; size < document.size(); ++size)
    EXPECT_TRUE(is_refused(&decode_document, document.substr(0, size))) << size;
  const std::string file = encode(sample_file());
  for (std::size_t size = 0; size < file.size(); ++size)
    EXPECT_TRUE(is_refused(&decode_file, file.substr(0, size))) << size;
  const std::string passage = encode(sample_passage());
  for (std::size_t size = 0; size < passage.size() - sample_passage().text.size(); ++size)
    EXPECT_TRUE(is_refused(&decode_passage, passage.substr(0, size))) << size;
}

TEST(StoredRecord, IsRefusedWhenItPromisesMoreThanItHolds) {
  const std::string many = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01";  // 2^64 - 1 as LEB128
  EXPECT_TRUE(is_refused(&decode_document, many));
  EXPECT_TRUE(is_refused(&decode_document, std::string(8, '\0') + many)) << "paths";
  EXPECT_TRUE(is_refused(&decode_passage, std::string(4, '\0') + many)) << "headings";
  EXPECT_TRUE(is_refused(&decode_passage, std::string(5, '\0') + many)) << "mentions";
  EXPECT_TRUE(is_refused(&decode_file, many));
  EXPECT_TRUE(is_refused(&decode_document, many.substr(0, 9) + "\x7F")) << "a number of more than 64 bits";
}

TEST(StoredRecord, SurvivesAnyBytes) {
  std::mt19937 random(1);
  const auto below = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    for (std::string record : {encode(sample_document()), encode(sample_passage()), encode(sample_file())}) {
      for (std::size_t changes = 1 + below(4); changes > 0; --changes)
        record[below(record.size())] = static_cast<char>(below(256));
      refused += is_refused(&decode_document, record) + is_refused(&decode_passage, record) +
                 is_refused(&decode_file, record);
    }
  }
  EXPECT_GT(refused, 3000);
}

}  // namespace
}  // namespace dossier
