// No path without a record, and what the records say.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <set>
#include <string>

#include "indexed_folder.h"
#include "support/other_user.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;

TEST(Ledger, SaysWhatBecameOfEachFileAndWhy) {
  const OtherUser nobody;
  IndexedFolder folder;
  folder.write("good.md", "# Alpha\n\nOne.");
  folder.write("empty.txt", "");
  folder.write("blank.txt", " \n\t\n ");
  folder.write("binary.txt", std::string("\0\x01\x02\xFF\xFE\0\0\x03", 8));
  folder.write("paper.pdf", "%PDF-1.7 ...");
  folder.write("records.jsonl", "{\"id\":\"1\",\"text\":\"One.\"}\nnot json\n");
  folder.write("broken.jsonl", "not json\n");
  folder.write("secret.txt", "x");
  folder.permit("secret.txt", 0);
  folder.write("sub/closed/x.txt", "x");
  folder.permit("sub/closed", 0);
  fs::create_symlink("good.md", folder.docs() + "/link.md");
  fs::create_symlink("nowhere", folder.docs() + "/dangling.md");
  fs::create_directory_symlink("..", folder.docs() + "/sub/up");
  ASSERT_EQ(mkfifo((folder.docs() + "/pipe.txt").c_str(), 0600), 0);
  UpdateOptions options = folder.options();
  options.worker.limits.file_bytes = 100;
  folder.write("large.txt", std::string(101, 'x'));
  const UpdateReport report = folder.run(options);
  folder.permit("sub/closed", 0700);
  EXPECT_EQ(
      folder.ledger(),
      (Lines{"binary.txt: skipped binary", "blank.txt: skipped no-text", "broken.jsonl: failed bad-records",
             "dangling.md: skipped bad-link", "empty.txt: skipped empty", "good.md: ok",
             "large.txt: skipped too-large", "link.md: skipped bad-link", "paper.pdf: failed damaged",
             "pipe.txt: skipped not-a-file", "records.jsonl: partial bad-records",
             "secret.txt: failed unreadable", "sub/closed: failed unreadable", "sub/up: skipped bad-link"}));
  std::uint64_t troubles = 0;
  for (const auto& [outcome, files] : report.troubles) troubles += files;
  EXPECT_EQ(troubles, 13U);
  EXPECT_EQ(report.new_troubles.size(), 13U);
}

TEST(Ledger, HasARecordOfEveryPathWhateverItIsCalled) {
  IndexedFolder folder;
  std::string longest = "long ";
  while (longest.size() < 240) longest += "x";
  std::string salutation;
  for (int i = 0; i < 60; ++i) salutation += "\uFDFA";
  const std::set<std::string> names{"plain.md",
                                    "\xFF\xFE not utf-8.md",
                                    "line\nbreak.md",
                                    "Ünïcode Вучић 国.md",
                                    longest + ".md",
                                    "-n.md",
                                    "*.md",
                                    "quote\".md",
                                    salutation + ".md",
                                    "#x.md"};
  int number = 0;
  for (const std::string& name : names) folder.write(name, "# Title\n\nText " + std::to_string(++number));
  std::string deep;
  for (int i = 0; i < 12; ++i) deep += "a rather long name of a folder " + std::to_string(i) + "/";
  folder.write(deep + "deep.md", "# Deep\n\nDown.");
  EXPECT_EQ(folder.update(), "added 11");
  std::set<std::string> expected{folder.docs() + "/" + deep + "deep.md"};
  for (const std::string& name : names) expected.insert(folder.docs() + "/" + name);
  std::set<std::string> recorded;
  for (const FileRecord& file : IndexReader(folder.index()).files()) {
    recorded.insert(file.path);
    EXPECT_EQ(file.outcome.status, Status::ok) << file.path;
    EXPECT_EQ(file.documents.size(), 1U);
    EXPECT_EQ(file.hash.size(), 32U);
  }
  EXPECT_EQ(recorded, expected);
  EXPECT_EQ(folder.update(), "unchanged 11");
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(Ledger, OfAWorkerThatDiesSaysSoAndItIsTriedAgain) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  UpdateOptions options = folder.options();
  options.worker.program = "/bin/false";
  const UpdateReport report = folder.run(options);
  EXPECT_EQ(folder.ledger(), Lines{"a.md: failed crashed"});
  EXPECT_EQ(report.new_troubles.size(), 1U);
  const UpdateReport again = folder.run(options);
  EXPECT_EQ(summary(again), "unchanged 1") << "it failed as before";
  EXPECT_EQ(again.new_troubles.size(), 0U);
  EXPECT_EQ(again.troubles.size(), 1U);
  EXPECT_EQ(folder.update(), "changed 1");
  EXPECT_EQ(folder.ledger(), Lines{"a.md: ok"});
}

TEST(Ledger, OfWhatWasSkippedIsLookedAtAgainWhenAsked) {
  IndexedFolder folder;
  folder.write("a.txt", std::string(101, 'x'));
  UpdateOptions options = folder.options();
  options.worker.limits.file_bytes = 100;
  EXPECT_EQ(summary(folder.run(options)), "added 1");
  EXPECT_EQ(folder.update(), "unchanged 1");
  options.retry = Retry::troubled;
  const UpdateReport again = folder.run(options);
  EXPECT_EQ(summary(again), "unchanged 1");
  EXPECT_EQ(again.new_troubles.size(), 1U) << "who asks again is told again";
  options.worker.limits.file_bytes = 1000;
  EXPECT_EQ(summary(folder.run(options)), "changed 1");
  EXPECT_EQ(folder.ledger(), Lines{"a.txt: ok"});
  EXPECT_EQ(summary(folder.run(options)), "unchanged 1");
}

TEST(Ledger, IsRetriedExactly) {
  IndexedFolder folder;
  folder.write("good.txt", "Words of a text.");
  folder.write("large.txt", "A text that is " + std::string(101, 'x'));
  folder.write("gone.txt", std::string(102, 'x'));
  UpdateOptions options = folder.options();
  options.worker.limits.file_bytes = 100;
  EXPECT_EQ(summary(folder.run(options)), "added 3");
  folder.write("new.txt", "Nobody asked for this one.");
  folder.write("good.txt", "Nor for what it says now.");
  folder.remove("gone.txt");
  options.worker.limits.file_bytes = 1000;
  options.retry = Retry::only_troubled;
  options.paths.clear();
  folder.run(options);
  // What is gone may be away with its disk: the next run that looks at the folder tells.
  EXPECT_EQ(folder.ledger(), (Lines{"gone.txt: failed unreadable", "good.txt: ok", "large.txt: ok"}));
  EXPECT_EQ(folder.update(), "added 1, changed 1, removed 1, unchanged 1");
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(Ledger, NamesRulesThatDoNotHoldUntilTheyDo) {
  IndexedFolder folder;
  folder.write("a.txt", "Words of a text.");
  folder.write(".dossierignore", std::string((1 << 20) + 1, '#'));
  folder.update();
  EXPECT_EQ(folder.ledger(), (Lines{".dossierignore: failed unreadable", "a.txt: ok"}));
  UpdateOptions options = folder.options();
  options.retry = Retry::only_troubled;
  folder.run(options);
  EXPECT_EQ(folder.ledger(), (Lines{".dossierignore: failed unreadable", "a.txt: ok"}));
  folder.write(".dossierignore", "b.txt\n");
  folder.update();
  EXPECT_EQ(folder.ledger(), Lines{"a.txt: ok"});
}

}  // namespace
}  // namespace dossier
