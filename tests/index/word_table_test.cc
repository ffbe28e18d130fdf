// How the table of words is kept up to date.
#include "dossier/index/word_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "dossier/index/index_reader.h"
#include "support/sample_documents.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void commit(const std::string& folder, const std::vector<SampleDocument>& added) {
  IndexWriter writer(folder);
  for (const SampleDocument& sample : added) writer.add(to_indexable(sample));
  if (const auto gone = writer.find("gone")) writer.remove(*gone);
  writer.set_metadata("changed", std::to_string(writer.passages()));
  writer.commit(0);
}

// What is written behind the table that is there, and then with none there.
std::pair<std::string, std::string> updated_and_made_anew(const std::string& folder) {
  const std::string path = word_table_path(folder);
  write_word_table(folder);
  std::string updated = bytes_of(path);
  std::filesystem::remove(path);
  write_word_table(folder);
  return {std::move(updated), bytes_of(path)};
}

const std::vector<SampleDocument> kFirst = {
    {.id = "gone", .title = "Zaključci Jeremića", .passages = {{"Вук Јеремић и Vučić peace"}}},
    {.id = "kept", .passages = {{"peace talks Peking вучић zum Ærø"}, {"talks of Ürümqi"}}}};
const std::vector<SampleDocument> kSecond = {
    {.id = "new",
     .title = "Abkhazia",
     .passages = {{"aardvark talks 北京 Јеремића Zürich"}, {"talks Peking"}}}};

TEST(WordTable, IsAfterChangesAsIfMadeAnew) {
  const TemporaryFolder folder;
  make_index(folder / "index", kFirst);
  commit(folder / "index", kSecond);
  const auto [updated, anew] = updated_and_made_anew(folder / "index");
  EXPECT_TRUE(updated == anew);
  const WordTable table(word_table_path(folder / "index"));
  EXPECT_EQ(table.meeting("aardvark").begin, 0U);
  EXPECT_EQ(table.word(table.meeting("talks").begin).passages, 4U);
  EXPECT_EQ(table.meeting("zakljucci").begin, table.meeting("zakljucci").end) << "its document is gone";
}

TEST(WordTable, TakesNoHarmFromADamagedOne) {
  const TemporaryFolder folder;
  make_index(folder / "index", kFirst);
  const std::string path = word_table_path(folder / "index");
  const std::string whole = bytes_of(path);
  for (std::size_t from = 80; from < whole.size(); from += 40) {  // behind the header
    std::string damaged = whole;
    for (std::size_t i = from; i < std::min(from + 60, damaged.size()); ++i) damaged[i] = '\xFF';
    std::ofstream(path, std::ios::binary) << damaged;
    commit(folder / "index", {});
    write_word_table(folder / "index");
    const WordTable table(path);
    EXPECT_EQ(table.meeting("talks").end - table.meeting("talks").begin, 1U) << from;
  }
}

TEST(WordTable, IsStampedWithTheRevisionOfAChangeOfMetadata) {
  const TemporaryFolder folder;
  make_index(folder / "index", kFirst);
  commit(folder / "index", kSecond);
  WordTableUpdate update(folder / "index");
  commit(folder / "index", {});  // nothing but metadata, once
  update.save();
  const IndexReader reader(folder / "index");
  EXPECT_TRUE(WordTable(word_table_path(folder / "index"))
                  .is_of(reader.database().get_uuid(), reader.database().get_revision()));
}

}  // namespace
}  // namespace dossier
