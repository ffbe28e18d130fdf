// Whichever way a batch is written, the index is the same.
#include "dossier/index/writing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/schema.h"
#include "index/database_comparison.h"
#include "support/sample_documents.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

// All of an index but the bounds of what was removed, which Xapian's writer keeps.
Lines describe(const std::string& folder) {
  Lines out;
  EXPECT_EQ(check_tables(folder), "");
  const IndexReader reader(folder);
  const Xapian::Database& database = reader.database();
  out.push_back(fmt::format("{} documents, {} words", database.get_doccount(), database.get_total_length()));
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
    out.push_back("metadata " + hex(*key) + " " + hex(database.get_metadata(*key)));
  describe_terms(database, out);
  describe_documents(database, out);
  for (const DocumentRow& row : reader.columns().rows()) {
    out.push_back(fmt::format("row {} {} {} {}", row.passages > 0 ? row.first_docid : 0, row.passages,
                              row.published_first, row.length));
  }
  return out;
}

// The same changes, made by chance, to one index through each writer.
class Editor {
 public:
  Editor(const std::string& folder, Writing writing, unsigned seed)
      : writer_(folder, {.memory = 1 << 20, .writing = writing}), random_(seed) {}

  void edit() {
    for (int batch = 0; batch < 6; ++batch) {
      for (int i = 0; i < 60; ++i) change();
      writer_.commit(batch);
    }
    // One that only removes.
    for (int i = 0; i < 50; ++i) {
      if (const auto there = writer_.find("d" + std::to_string(i))) writer_.remove(*there);
    }
    writer_.commit(6);
  }

 private:
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  SampleDocument document(const std::string& id) {
    SampleDocument out{.id = id, .title = "Title " + std::to_string(below(20))};
    if (below(2) == 0) out.published = std::to_string(1950 + below(70));
    for (std::size_t passages = 1 + below(4); passages > 0; --passages) {
      std::string text = "Peace";
      for (std::size_t words = below(80); words > 0; --words) text += " w" + std::to_string(below(200));
      out.passages.push_back({text, {"Heading " + std::to_string(below(5))}});
    }
    return out;
  }

  void change() {
    const std::string id = "d" + std::to_string(below(100));
    const std::optional<std::uint32_t> there = writer_.find(id);
    const std::string path = "/docs/" + id;
    if (!there) {
      const std::uint32_t number = writer_.add(to_indexable(document(id)));
      writer_.put_file({.path = path, .documents = {number}});
      return;
    }
    ASSERT_EQ(writer_.document(*there).id, id);
    switch (below(3)) {
      case 0:
        writer_.set_paths(*there, {path, "/else/p" + std::to_string(below(50))}, analyzer_);
        break;
      case 1:
        writer_.remove(*there);
        ASSERT_EQ(writer_.find(id), std::nullopt);
        writer_.forget_file(path);
        break;
      default:  // replaced
        writer_.remove(*there);
        writer_.add(to_indexable(document(id)));
        ASSERT_NE(writer_.find(id), there);
    }
  }

  IndexWriter writer_;
  Analyzer analyzer_;
  std::mt19937 random_;
};

TEST(Writing, MakesTheSameIndexEitherWay) {
  for (unsigned seed = 0; seed < 6; ++seed) {
    SCOPED_TRACE(seed);
    const TemporaryFolder folder;
    for (const auto& [name, writing] :
         {std::pair("stock", Writing::stock), std::pair("segments", Writing::segments)})
      Editor(folder / name, writing, seed).edit();
    ASSERT_EQ(describe(folder / "segments"), describe(folder / "stock"));
    for (const char* name : {"stock", "segments"}) IndexWriter(folder / name).compact(0);
    ASSERT_EQ(describe(folder / "segments"), describe(folder / "stock"));
  }
}

// More than the memory holds: several segments, and documents of one written are found, changed and removed.
TEST(Writing, BuildsAsManySegmentsAsMemoryAsksFor) {
  const TemporaryFolder folder;
  for (const auto& [name, writing] :
       {std::pair("stock", Writing::stock), std::pair("segments", Writing::segments)}) {
    // With so little memory each passage is a segment.
    IndexWriter writer(folder / name, {.memory = 1, .writing = writing});
    Analyzer analyzer;
    for (int i = 0; i < 12; ++i)
      writer.add(to_indexable(
          {.id = "d" + std::to_string(i), .passages = {{"Peace."}, {"End " + std::to_string(i)}}}));
    EXPECT_EQ(writer.find("d3"), 3U);
    writer.remove(3);
    writer.set_paths(4, {"/else/here.txt"}, analyzer);
    writer.commit(0);
  }
  EXPECT_EQ(describe(folder / "segments"), describe(folder / "stock"));
}

TEST(Writing, LeavesNothingOfItselfBehind) {
  const TemporaryFolder folder;
  {
    IndexWriter writer(folder.path(), {.writing = Writing::segments});
    writer.add(to_indexable({.id = "d1", .passages = {{"One."}}}));
    writer.commit(0);
    writer.add(to_indexable({.id = "d2", .passages = {{"Two."}}}));
  }
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    names.insert(entry.path().filename());
  EXPECT_EQ(names, (std::set<std::string>{"columns-1", "db", "lock"}));
  EXPECT_EQ(IndexReader(folder.path()).find("d1"), 0U);
  EXPECT_EQ(IndexReader(folder.path()).find("d2"), std::nullopt);
}

// A reader that has opened the database before goes on in it, and sees the new one when it opens again.
TEST(Writing, TakesNoDatabaseAwayFromItsReaders) {
  const TemporaryFolder folder;
  make_index(folder.path(), {{.id = "d1", .passages = {{"One peace."}}}});
  IndexReader reader(folder.path());
  IndexWriter writer(folder.path(), {.writing = Writing::segments});
  writer.remove(0);
  writer.add(to_indexable({.id = "d1", .passages = {{"Another peace."}}}));
  writer.commit(0);
  EXPECT_EQ(reader.passage(1).text, "One peace.");
  EXPECT_FALSE(reader.is_newest());
  reader.reopen();
  EXPECT_EQ(reader.find("d1"), 1U);
  EXPECT_EQ(reader.database().get_termfreq("peace"), 1U);
  EXPECT_EQ(reader.passage(2).text, "Another peace.");
}

}  // namespace
}  // namespace dossier
