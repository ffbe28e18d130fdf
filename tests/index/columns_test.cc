// The facts of all documents side by side: saved, mapped, and never trusted.
#include "dossier/index/columns.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "dossier/core/error.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

ColumnTable sample_table() {
  ColumnTable table;
  table.rows.push_back({.first_docid = 1, .passages = 3, .published_first = -10, .published_last = 20});
  table.rows.push_back({.first_docid = 4, .passages = 0, .length = 5});
  table.rows.push_back(
      {.first_docid = 9, .passages = 2, .source = 1, .language = 2, .type = 1, .length = 400});
  for (const char* source : {"UN", "OSCE"}) table.sources.number(source);
  for (const char* language : {"en", "sr"}) table.languages.number(language);
  table.types.number("text/html");
  return table;
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Dictionary, TakesSpellingsThatAFilterCannotTellApartForOne) {
  Dictionary sources;
  EXPECT_EQ(sources.number(""), 0U);
  EXPECT_EQ(sources.number("Société"), 1U);
  EXPECT_EQ(sources.number("SOCIETE"), 1U);
  EXPECT_EQ(sources.number("UN"), 2U);
  EXPECT_EQ(sources.number("Société"), 1U);
  EXPECT_EQ(sources.values(), (std::vector<std::string>{"", "Société", "UN"})) << "shown as first written";
}

TEST(Columns, ComeBackAsTheyWereSaved) {
  const TemporaryFolder folder;
  const ColumnTable table = sample_table();
  save_columns(table, folder / "columns-1");
  const Columns columns(folder / "columns-1");
  ASSERT_EQ(columns.rows().size(), 3U);
  EXPECT_EQ(columns.rows()[0].published_first, -10);
  EXPECT_EQ(columns.rows()[0].published_last, 20);
  EXPECT_EQ(columns.rows()[1].published_first, DocumentRow::undated);
  EXPECT_EQ(columns.rows()[2].first_docid, 9U);
  EXPECT_EQ(columns.rows()[2].passages, 2U);
  EXPECT_EQ(columns.rows()[2].source, 1U);
  EXPECT_EQ(columns.rows()[2].language, 2U);
  EXPECT_EQ(columns.rows()[2].type, 1U);
  EXPECT_EQ(columns.rows()[2].length, 400U);
  EXPECT_EQ(columns.sources(), table.sources.values());
  EXPECT_EQ(columns.languages(), table.languages.values());
  EXPECT_EQ(columns.types(), table.types.values());
  EXPECT_EQ(columns.documents(), 2U);
}

TEST(Columns, OfNothingComeBackToo) {
  const TemporaryFolder folder;
  save_columns({}, folder / "columns-1");
  const Columns columns(folder / "columns-1");
  EXPECT_TRUE(columns.rows().empty());
  EXPECT_EQ(columns.documents(), 0U);
  std::size_t hint = 0;
  EXPECT_EQ(columns.document_of(1, hint), 0U);
}

TEST(Columns, SayWhoOwnsAPassage) {
  const TemporaryFolder folder;
  save_columns(sample_table(), folder / "columns-1");
  const Columns columns(folder / "columns-1");
  std::vector<std::size_t> owners;
  for (std::uint32_t docid = 0; docid <= 12; ++docid) {
    std::size_t hint = docid % 4;  // wherever one looked last
    owners.push_back(columns.document_of(docid, hint));
  }
  EXPECT_EQ(owners, (std::vector<std::size_t>{3, 0, 0, 0, 3, 3, 3, 3, 3, 2, 2, 3, 3})) << "3: nobody";
}

TEST(Columns, FindEveryOwnerAmongManyRemoved) {
  const TemporaryFolder folder;
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t count) {
    return std::uniform_int_distribution<std::uint32_t>(0, count - 1)(random);
  };
  ColumnTable table;
  std::vector<std::size_t> owner{~std::size_t{0}};
  for (std::size_t number = 0; number < 2000; ++number) {
    const std::uint32_t passages = 1 + below(4);
    const bool removed = below(10) < 6;
    table.rows.push_back(
        {.first_docid = static_cast<std::uint32_t>(owner.size()), .passages = removed ? 0 : passages});
    for (std::uint32_t i = 0; i < passages; ++i) owner.push_back(removed ? 2000 : number);
  }
  save_columns(table, folder / "columns-1");
  const Columns columns(folder / "columns-1");
  std::size_t ascending = 0;
  for (std::uint32_t docid = 1; docid < owner.size(); ++docid) {
    ASSERT_EQ(columns.document_of(docid, ascending), owner[docid]);
    const std::uint32_t any = 1 + below(static_cast<std::uint32_t>(owner.size()) - 1);
    std::size_t hint = below(2001);
    ASSERT_EQ(columns.document_of(any, hint), owner[any]);
  }
}

TEST(Columns, AreRefusedWhenAnyByteIsWrongOrMissing) {
  const TemporaryFolder folder;
  save_columns(sample_table(), folder / "columns-1");
  const std::string sound = read(folder / "columns-1");
  const auto is_refused = [&](const std::string& bytes) {
    const std::string path = folder.write("columns-2", bytes);
    try {
      const Columns columns(path);
      return false;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::no_index);
      return true;
    }
  };
  EXPECT_FALSE(is_refused(sound));
  for (std::size_t i = 0; i < sound.size(); ++i) {
    std::string damaged = sound;
    damaged[i] = static_cast<char>(damaged[i] ^ (1 << i % 8));
    EXPECT_TRUE(is_refused(damaged)) << "byte " << i;
    EXPECT_TRUE(is_refused(sound.substr(0, i))) << "the first " << i << " bytes";
  }
  EXPECT_TRUE(is_refused(sound + '\0'));
  EXPECT_THROW(Columns(folder / "columns-3"), Error) << "there is none";
}

TEST(Columns, SayWhyTheyCannotBeSaved) {
  const TemporaryFolder folder;
  try {
    save_columns(sample_table(), folder / "missing/columns-1");
    FAIL() << "saved into a folder that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::io);
    EXPECT_EQ(error.what(),
              "cannot create " + (folder / "missing/columns-1") + ": No such file or directory");
  }
}

}  // namespace
}  // namespace dossier
