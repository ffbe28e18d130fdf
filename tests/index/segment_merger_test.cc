// Databases merged are the database of all their documents.
#include "dossier/index/segment_merger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "dossier/core/error.h"
#include "index/random_collection.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

// Parts of the collection, one behind the other; the first has the metadata.
std::vector<Collection> cut(const Collection& whole, std::size_t parts) {
  std::vector<Collection> out(parts);
  out[0].metadata = whole.metadata;
  for (std::size_t i = 0; i < whole.items.size(); ++i)
    out[i * parts / whole.items.size()].items.push_back(whole.items[i]);
  return out;
}

// The last document of all has the highest frequency and is never removed: of that Xapian keeps the bound of
// what is gone.
Collection collection_with_end(Randomly& random) {
  Collection out = random.collection();
  const std::uint32_t last = out.items.empty() ? 0 : out.items.back().docid;
  out.items.push_back({.docid = last + 1, .words = {{"end", 500'000, {1, 2}}}, .data = "end"});
  return out;
}

TEST(SegmentMerger, MergesToTheDatabaseOfAllThatStays) {
  for (unsigned seed = 100; seed < 116; ++seed) {
    SCOPED_TRACE(seed);
    const TemporaryFolder folder;
    Randomly random(seed);
    Collection all = collection_with_end(random);
    MergeRequest request{.revision = 2 + seed};
    const auto parts = cut(all, 1 + seed % 5);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      request.sources.push_back(folder / "part" + std::to_string(i));
      // An index's database is Xapian's, compressed, and was changed in the middle.
      (i == 0 && seed % 2 == 0 ? write_stock : write_segment)(parts[i], request.sources.back());
    }
    Collection kept{.metadata = all.metadata};
    for (const Item& item : all.items) {
      const bool goes = seed % 3 != 0 && random.below(4) == 0 && item.docid != all.items.back().docid;
      if (goes)
        request.removed.push_back(item.docid);
      else
        kept.items.push_back(item);
    }
    for (const auto& [key, value] : all.metadata) {
      if (random.below(3) == 0) request.metadata[key] = random.below(2) == 0 ? "" : "changed";
    }
    request.metadata["a new one"] = "n";
    for (const auto& [key, value] : request.metadata) {
      if (value.empty())
        kept.metadata.erase(key);
      else
        kept.metadata[key] = value;
    }
    merge_databases(request, folder / "merged");
    write_stock(kept, folder / "wanted");
    ASSERT_EQ(faults_of(folder / "merged"), "");
    ASSERT_EQ(describe(Xapian::Database(folder / "merged"), all),
              describe(Xapian::Database(folder / "wanted"), all));
    ASSERT_EQ(Xapian::Database(folder / "merged").get_revision(), request.revision);
  }
}

TEST(SegmentMerger, CutsLongPostingListsAnew) {
  const TemporaryFolder folder;
  Collection all;
  for (std::uint32_t docid = 1; docid <= 20'000; ++docid)
    all.items.push_back({.docid = docid, .words = {{"everywhere", 1 + docid % 200, {docid % 7}}}});
  MergeRequest request;
  const auto parts = cut(all, 40);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    request.sources.push_back(folder / "part" + std::to_string(i));
    write_segment(parts[i], request.sources.back());
  }
  merge_databases(request, folder / "merged");
  write_stock(all, folder / "wanted");
  EXPECT_EQ(faults_of(folder / "merged"), "");
  EXPECT_EQ(describe(Xapian::Database(folder / "merged"), all),
            describe(Xapian::Database(folder / "wanted"), all));
}

TEST(SegmentMerger, KeepsTheSpellingAndSynonymsOfTheFirst) {
  const TemporaryFolder folder;
  {
    Xapian::WritableDatabase database(folder / "first", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    database.add_spelling("treaty", 7);
    database.add_synonym("un", "united nations");
    database.commit();
  }
  write_segment({.items = {{.docid = 1, .words = {{"treaty"}}}}}, folder / "second");
  merge_databases({.sources = {folder / "first", folder / "second"}}, folder / "merged");
  EXPECT_EQ(faults_of(folder / "merged"), "");
  const Xapian::Database merged(folder / "merged");
  EXPECT_EQ(merged.get_spelling_suggestion("traety"), "treaty");
  EXPECT_EQ(*merged.synonyms_begin("un"), "united nations");
}

// Whatever byte is wrong: an error, or a database; never a crash.
TEST(SegmentMerger, EndsAtDamagedTables) {
  const TemporaryFolder folder;
  Randomly random(9);
  const Collection all = collection_with_end(random);
  std::size_t refused = 0;
  for (const char* name :
       {"iamglass", "postlist.glass", "position.glass", "termlist.glass", "docdata.glass"}) {
    for (int i = 0; i < 40; ++i) {
      std::filesystem::remove_all(folder / "part");
      std::filesystem::remove_all(folder / "merged");
      write_segment(all, folder / "part");
      const std::string path = folder / "part" + "/" + name;
      std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
      // The first bytes say how the rest is to be read.
      file.seekp(random.below(static_cast<std::uint32_t>(
          std::min<std::uintmax_t>(std::filesystem::file_size(path), i % 2 == 0 ? 400 : 100'000'000))));
      file.put(static_cast<char>(random.below(256)));
      file.close();
      try {
        merge_databases({.sources = {folder / "part"}}, folder / "merged");
      } catch (const Error&) {
        ++refused;
      }
    }
  }
  EXPECT_GT(refused, 5U);
}

}  // namespace
}  // namespace dossier
