// A file of many documents: each line changes by itself.
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "indexed_folder.h"

namespace dossier {
namespace {

std::string record(const std::string& id, const std::string& text) {
  return "{\"id\":\"" + id + "\",\"title\":\"T" + id + "\",\"text\":\"" + text + "\"}\n";
}

// The documents' numbers by their ids.
std::map<std::string, std::uint32_t> numbers(const IndexedFolder& folder) {
  std::map<std::string, std::uint32_t> out;
  const IndexReader reader(folder.index());
  for (std::uint32_t number = 0; number < reader.columns().rows().size(); ++number) {
    if (reader.columns().rows()[number].passages > 0) out[reader.document(number).id] = number;
  }
  return out;
}

using Numbers = std::map<std::string, std::uint32_t>;

TEST(JsonlFile, ChangesOnlyTheDocumentsThatChanged) {
  IndexedFolder folder;
  folder.write("a.jsonl", record("1", "One.") + record("2", "Two.") + record("3", "Three."));
  folder.update();
  EXPECT_EQ(numbers(folder), (Numbers{{"1", 0}, {"2", 1}, {"3", 2}}));
  folder.write("a.jsonl",
               record("3", "Three.") + record("1", "One.") + record("2", "Changed.") + record("4", "Four."));
  EXPECT_EQ(folder.update(), "changed 1");
  EXPECT_EQ(numbers(folder), (Numbers{{"1", 0}, {"2", 3}, {"3", 2}, {"4", 4}}));
  EXPECT_EQ(folder.documents(), (Lines{"a.jsonl: T1 | One.", "a.jsonl: T2 | Changed.", "a.jsonl: T3 | Three.",
                                       "a.jsonl: T4 | Four."}));
  folder.write("a.jsonl", record("4", "Four."));
  EXPECT_EQ(folder.update(), "changed 1");
  EXPECT_EQ(numbers(folder), (Numbers{{"4", 4}}));
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(JsonlFile, KeepsWhatItHasOfRecordsThatBreak) {
  IndexedFolder folder;
  folder.write("a.jsonl", record("1", "One.") + record("2", "Two."));
  folder.update();
  folder.write("a.jsonl", record("1", "One.") + "{\"id\":\"2\",\"text\":");
  EXPECT_EQ(folder.update(), "changed 1");
  EXPECT_EQ(folder.ledger(), Lines{"a.jsonl: partial bad-records"});
  EXPECT_EQ(folder.documents(), Lines{"a.jsonl: T1 | One."});
}

TEST(JsonlFile, WhoseIdsClashGivesTheSecondAnotherName) {
  IndexedFolder folder;
  folder.write("a.jsonl", record("1", "One.") + record("1", "Two.") + record("1", "One."));
  folder.write("b.jsonl", record("1", "Three."));
  folder.update();
  EXPECT_EQ(numbers(folder), (Numbers{{"1", 0}, {"1~2", 1}, {"1~3", 2}, {"1~4", 3}}));
  folder.touch("a.jsonl");
  folder.touch("b.jsonl");
  folder.write("b.jsonl", record("1", "Three.") + record("5", "Five."));
  EXPECT_EQ(folder.update(), "changed 1, unchanged 1");
  EXPECT_EQ(numbers(folder), (Numbers{{"1", 0}, {"1~2", 1}, {"1~3", 2}, {"1~4", 3}, {"5", 4}}))
      << "names stay";
  folder.remove("a.jsonl");
  folder.update();
  EXPECT_EQ(folder.documents(), (Lines{"b.jsonl: T1 | Three.", "b.jsonl: T5 | Five."}));
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(JsonlFile, SharesItsDocumentsWithADoubleUntilOneOfThemChanges) {
  IndexedFolder folder;
  const std::string both = record("1", "One.") + record("2", "Two.");
  folder.write("a.jsonl", both);
  folder.write("b.jsonl", both);
  EXPECT_EQ(folder.update(), "added 2, duplicates 1");
  EXPECT_EQ(folder.documents(), (Lines{"a.jsonl b.jsonl: T1 | One.", "a.jsonl b.jsonl: T2 | Two."}));
  folder.write("b.jsonl", record("1", "One.") + record("2", "Changed."));
  EXPECT_EQ(folder.update(), "changed 1, unchanged 1");
  EXPECT_EQ(folder.documents(),
            (Lines{"a.jsonl b.jsonl: T1 | One.", "a.jsonl: T2 | Two.", "b.jsonl: T2 | Changed."}));
  EXPECT_EQ(folder.faults(), Lines{});
  folder.remove("a.jsonl");
  folder.update();
  EXPECT_EQ(folder.documents(), (Lines{"b.jsonl: T1 | One.", "b.jsonl: T2 | Changed."}));
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(JsonlFile, MayBeLargerThanWhatWaitsInMemory) {
  IndexedFolder folder;
  std::string bytes;
  for (int i = 0; i < 300; ++i) bytes += record(std::to_string(i), "Text of number " + std::to_string(i));
  folder.write("a.jsonl", bytes);
  folder.write("b.md", "# Beta\n\nTwo.");
  UpdateOptions options = folder.options();
  options.commit_bytes = 2000;
  EXPECT_EQ(summary(folder.run(options)), "added 2");
  EXPECT_EQ(folder.documents(), folder.documents_of_clean_run());
  EXPECT_EQ(folder.ledger(), (Lines{"a.jsonl: ok", "b.md: ok"}));
}

}  // namespace
}  // namespace dossier
