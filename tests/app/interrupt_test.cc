// A run that is told to stop ends soon and in order, and the next one ends what it began.
#include <gtest/gtest.h>

#include <string>

#include "indexed_folder.h"

namespace dossier {
namespace {

std::string records(int first, int last) {
  std::string out;
  for (int i = first; i < last; ++i)
    out += "{\"id\":\"r" + std::to_string(i) + "\",\"text\":\"Record " + std::to_string(i) + "\"}\n";
  return out;
}

void fill(IndexedFolder& folder) {
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("b.jsonl", records(0, 12));
  folder.write("c.md", "# Alpha\n\nOne.");
  folder.write("d.md", "# Delta\n\nFour.");
}

void change(IndexedFolder& folder) {
  folder.write("a.md", "# Alpha\n\nChanged.");
  folder.write("b.jsonl", records(3, 15));
  folder.move("d.md", "e.md");
  folder.remove("c.md");
}

// Runs, interrupted when asked for the `polls`th time. Gives whether it came to its end.
bool run_interrupted(const IndexedFolder& folder, int polls) {
  UpdateOptions options = folder.options();
  options.commit_bytes = 1;  // after each document
  int asked = 0;
  options.interrupted = [&] { return ++asked > polls; };
  const UpdateReport report = folder.run(options);
  return !report.interrupted;
}

TEST(InterruptedRun, IsEndedByTheNextOneWhereverItWasCut) {
  int polls = 0;
  for (bool whole = false; !whole; ++polls) {
    SCOPED_TRACE(polls);
    IndexedFolder folder;
    fill(folder);
    whole = run_interrupted(folder, polls);
    ASSERT_EQ(folder.faults(), Lines{});
    folder.update();
    ASSERT_EQ(folder.documents(), folder.documents_of_clean_run());
    ASSERT_EQ(folder.ledger(), (Lines{"a.md: ok", "b.jsonl: ok", "c.md: ok", "d.md: ok"}));
  }
  EXPECT_GT(polls, 15) << "it was cut within files too";
}

TEST(InterruptedRun, OfChangesIsEndedByTheNextOneWhereverItWasCut) {
  int polls = 0;
  for (bool whole = false; !whole; ++polls) {
    SCOPED_TRACE(polls);
    IndexedFolder folder;
    fill(folder);
    folder.update();
    change(folder);
    whole = run_interrupted(folder, polls);
    ASSERT_EQ(folder.faults(), Lines{});
    folder.update();
    ASSERT_EQ(folder.documents(), folder.documents_of_clean_run());
    ASSERT_EQ(folder.ledger(), (Lines{"a.md: ok", "b.jsonl: ok", "e.md: ok"}));
    ASSERT_EQ(folder.faults(), Lines{});
  }
  EXPECT_GT(polls, 15);
}

TEST(InterruptedRun, SaysThatAFileWasCut) {
  IndexedFolder folder;
  fill(folder);
  EXPECT_FALSE(run_interrupted(folder, 12));
  const Lines ledger = folder.ledger();
  EXPECT_EQ(ledger, (Lines{"a.md: ok", "b.jsonl: failed unreadable"}));
  EXPECT_EQ(folder.update(), "added 2, changed 1, duplicates 1, unchanged 1");
}

TEST(InterruptedRun, DropsNothing) {
  IndexedFolder folder;
  fill(folder);
  folder.update();
  const Lines before = folder.documents();
  for (const char* name : {"a.md", "b.jsonl", "c.md", "d.md"}) folder.remove(name);
  EXPECT_FALSE(run_interrupted(folder, 0));
  EXPECT_EQ(folder.documents(), before) << "a look that was cut short tells nothing gone";
  EXPECT_EQ(folder.update(), "removed 4");
}

}  // namespace
}  // namespace dossier
