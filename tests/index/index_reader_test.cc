// Reading while others write.
#include "dossier/index/index_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "dossier/core/error.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/schema.h"
#include "support/sample_documents.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

SampleDocument numbered(int number) {
  return {.id = "d" + std::to_string(number),
          .title = "Number " + std::to_string(number),
          .passages = {{"peace treaty"}}};
}

std::vector<std::string> ids(const IndexReader& reader) {
  std::vector<std::string> out;
  for (std::uint32_t number = 0; number < reader.columns().rows().size(); ++number) {
    if (reader.columns().rows()[number].passages > 0) out.push_back(reader.document(number).id);
  }
  return out;
}

// The passages with the two words side by side.
Xapian::doccount phrase_matches(const IndexReader& reader) {
  const std::vector<std::string> words{"peace", "treaty"};
  Xapian::Enquire enquire(reader.database());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end()));
  return enquire.get_mset(0, 1000, 1000).size();
}

// What an Error says, by its code.
template <typename Work>
std::string message_of(ErrorCode code, Work&& work) {
  try {
    work();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << error.what();
    return error.what();
  }
  return "no error";
}

TEST(IndexReader, NeedsAnIndex) {
  const TemporaryFolder folder;
  EXPECT_EQ(message_of(ErrorCode::no_index, [&] { IndexReader reader(folder.path()); }),
            "there is no index in " + folder.path());
  std::filesystem::create_directory(folder / "db");
  EXPECT_NE(
      message_of(ErrorCode::no_index, [&] { IndexReader reader(folder.path()); }).find("opening the index"),
      std::string::npos);
  folder.write("db/iamglass", "nonsense");
  EXPECT_NE(
      message_of(ErrorCode::no_index, [&] { IndexReader reader(folder.path()); }).find("opening the index"),
      std::string::npos);
}

TEST(IndexReader, RefusesAnIndexOfAnotherSchema) {
  const TemporaryFolder folder;
  make_index(folder.path(), {numbered(1)});
  Xapian::WritableDatabase database(database_path(folder.path()));
  database.set_metadata(std::string(schema::key::version), "999");
  database.commit();
  database.close();
  EXPECT_EQ(message_of(ErrorCode::no_index, [&] { IndexReader reader(folder.path()); }),
            "the index " + folder.path() + " has schema version 999, this program reads version 5");
}

TEST(IndexReader, ReadsWhatWasWritten) {
  const TemporaryFolder folder;
  make_index(folder.path(),
             {{.id = "a", .title = "A", .passages = {{"One.", {"H"}, 3}, {"Two."}}}, numbered(2)});
  const IndexReader reader(folder.path());
  EXPECT_EQ(reader.find("a"), 0U);
  EXPECT_EQ(reader.find("d2"), 1U);
  EXPECT_EQ(reader.find("d"), std::nullopt);
  EXPECT_EQ(reader.document(0).title, "A");
  EXPECT_EQ(reader.document(1).first_docid, 3U);
  EXPECT_EQ(reader.passage(1).text, "One.");
  EXPECT_EQ(reader.passage(1).headings, std::vector<std::string>{"H"});
  EXPECT_EQ(reader.passage(1).page, 3U);
  EXPECT_EQ(reader.passage(2).ordinal, 1U);
  EXPECT_EQ(reader.passage(3).document, 1U);
  EXPECT_TRUE(reader.files().empty());
}

TEST(IndexReader, SeesOneRevisionUntilItIsRefreshed) {
  const TemporaryFolder folder;
  IndexWriter writer(folder.path());
  writer.add(to_indexable(numbered(1)));
  writer.commit(0);
  IndexReader reader(folder.path());
  writer.add(to_indexable(numbered(2)));
  reader.refresh();
  EXPECT_EQ(ids(reader), std::vector<std::string>{"d1"}) << "not committed";
  writer.commit(0);
  EXPECT_EQ(ids(reader), std::vector<std::string>{"d1"}) << "not refreshed";
  reader.refresh();
  EXPECT_EQ(ids(reader), (std::vector<std::string>{"d1", "d2"}));
}

TEST(IndexReader, StartsAgainWhenTheIndexMovesOnUnderIt) {
  const TemporaryFolder folder;
  IndexWriter writer(folder.path());
  for (int i = 0; i < 50; ++i) writer.add(to_indexable(numbered(i)));
  writer.commit(0);
  IndexReader reader(folder.path());
  int next = 50;
  int runs = 0;
  const std::vector<std::string> read = reading(reader, [&] {
    if (++runs == 1) {
      for (int commit = 0; commit < 3; ++commit) {
        for (int i = 0; i < 50; ++i) writer.add(to_indexable(numbered(next++)));
        writer.commit(0);
      }
    }
    return ids(reader);
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(read.size(), 200U);
}

TEST(IndexReader, ReadsOnWhileTheIndexIsCompacted) {
  const TemporaryFolder folder;
  IndexWriter writer(folder.path());
  for (int i = 0; i < 300; ++i) writer.add(to_indexable(numbered(i)));
  writer.commit(0);
  for (std::uint32_t number = 0; number < 100; ++number) writer.remove(number);
  writer.commit(0);
  IndexReader untouched(folder.path());
  IndexReader used(folder.path());
  EXPECT_EQ(phrase_matches(used), 200U);
  writer.compact(0);
  EXPECT_EQ(phrase_matches(untouched), 200U) << "tables read for the first time";
  EXPECT_EQ(phrase_matches(used), 200U);
  used.refresh();
  EXPECT_EQ(phrase_matches(used), 200U);
  EXPECT_EQ(used.document(100).id, "d100");
  EXPECT_EQ(used.passage(used.document(299).first_docid).document, 299U);
}

TEST(IndexReader, SaysThatTheColumnsAreDamagedWhenTheyAre) {
  const TemporaryFolder folder;
  make_index(folder.path(), {numbered(1)});
  folder.write("columns-1", "nonsense");
  const IndexReader reader(folder.path());
  EXPECT_EQ(message_of(ErrorCode::no_index, [&] { reader.columns(); }),
            "the index is damaged: " + (folder / "columns-1") + " cannot be read");
}

}  // namespace
}  // namespace dossier
