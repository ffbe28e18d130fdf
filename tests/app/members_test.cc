// Files that hold others: the documents of their members, and what the ledger says of each.
#include <gtest/gtest.h>

#include <string>

#include "dossier/app/browse_index.h"
#include "indexed_folder.h"
#include "support/archive_builder.h"

namespace dossier {
namespace {

const std::string kPicture = "\x89PNG\r\n\x1A\n....";

// What `failed` would list: "path status reason".
Lines troubles(const IndexedFolder& folder) {
  Lines lines;
  for (const FileRecord& file : troubled_files(folder.index())) {
    lines.push_back(below(file.path, folder.docs()) + " " + std::string(status_name(file.outcome.status)) +
                    " " + std::string(reason_name(file.outcome.reason)));
  }
  return lines;
}

std::string title_of(const IndexedFolder& folder, const std::string& name) {
  const auto view = read_document(folder.index(), {.id = name});
  return view ? view->document.title : "none";
}

TEST(Members, AreDocumentsWithPathsOfTheirOwn) {
  IndexedFolder folder;
  folder.write("a.zip", zip_of({{"2019-05-01 one.txt", "One."}, {"sub/two.md", "# Second\n\nTwo."}}));
  EXPECT_EQ(folder.update(), "added 1");
  EXPECT_EQ(folder.documents(), (Lines{"a.zip//2019-05-01 one.txt: 2019-05-01 one (2019-05-01) | One.",
                                       "a.zip//sub/two.md: Second | Two."}));
  EXPECT_EQ(folder.ledger(), Lines{"a.zip: ok"});
  EXPECT_EQ(folder.faults(), Lines{});
  EXPECT_EQ(folder.update(), "unchanged 1");
  EXPECT_EQ(title_of(folder, folder.docs() + "/a.zip//sub/two.md"), "Second");
  EXPECT_EQ(title_of(folder, folder.docs() + "/../docs/a.zip//sub"), "Second");
  EXPECT_EQ(title_of(folder, folder.docs() + "/a.zip"), "none") << "it holds two";
  EXPECT_EQ(title_of(folder, folder.docs() + "/a.zip//sub/tw"), "none");
}

TEST(Members, ThatAreNotReadAreNamedOneByOne) {
  IndexedFolder folder;
  folder.write("a.zip",
               zip_of({{"one.txt", "One."}, {"in.zip", zip_of({{"b.png", kPicture}})}, {"e.txt", ""}}));
  const UpdateReport report = folder.run(folder.options());
  EXPECT_EQ(troubles(folder),
            (Lines{"a.zip//e.txt skipped empty", "a.zip//in.zip//b.png skipped no-text-layer"}));
  EXPECT_EQ(report.new_troubles.size(), 2U);
  EXPECT_EQ(report.troubles.size(), 2U);
  EXPECT_EQ(folder.update(), "unchanged 1");
  UpdateOptions again = folder.options();
  again.retry = Retry::troubled;
  EXPECT_EQ(folder.run(again).new_troubles.size(), 2U) << "who asks again is told again";
  folder.write("a.zip", zip_of({{"one.txt", "One."}}));
  EXPECT_EQ(folder.update(), "changed 1");
  EXPECT_EQ(troubles(folder), Lines{});
}

TEST(Members, AreCountedWhereThereAreTooManyToName) {
  IndexedFolder folder;
  ArchiveBuilder builder("zip");
  for (std::size_t i = 0; i < max_member_records + 2; ++i) builder.file(std::to_string(i) + ".png", kPicture);
  folder.write("a.zip", builder.bytes());
  folder.update();
  const auto files = troubled_files(folder.index());
  ASSERT_EQ(files.size(), max_member_records + 1);
  EXPECT_EQ(files[0].outcome,
            (Outcome{Status::partial, Reason::bad_records, "2 more of its members were not wholly read"}));
}

TEST(Members, FollowTheirFile) {
  IndexedFolder folder;
  folder.write("a.zip", zip_of({{"one.txt", "One."}, {"two.txt", "Two."}}));
  folder.update();
  folder.move("a.zip", "b.zip");
  EXPECT_EQ(folder.update(), "renamed 1");
  EXPECT_EQ(folder.documents(), (Lines{"b.zip//one.txt: one | One.", "b.zip//two.txt: two | Two."}));
  folder.write("c.zip", zip_of({{"one.txt", "One."}, {"two.txt", "Two."}}));
  folder.update();
  EXPECT_EQ(folder.documents(), (Lines{"b.zip//one.txt c.zip//one.txt: one | One.",
                                       "b.zip//two.txt c.zip//two.txt: two | Two."}));
  EXPECT_EQ(folder.faults(), Lines{});
  folder.write("b.zip", zip_of({{"two.txt", "Two."}, {"three.txt", "Three."}}));
  EXPECT_EQ(folder.update(), "changed 1, unchanged 1");
  EXPECT_EQ(folder.documents(), (Lines{"b.zip//three.txt: three | Three.", "b.zip//two.txt: two | Two.",
                                       "c.zip//one.txt: one | One.", "c.zip//two.txt: two | Two."}));
  folder.remove("c.zip");
  folder.update();
  EXPECT_EQ(folder.documents(), folder.documents_of_clean_run());
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(Members, CanBeRemovedOneByOne) {
  IndexedFolder folder;
  folder.write("a.zip", zip_of({{"one.txt", "One."}, {"sub/two.txt", "Two."}, {"sub/three.txt", "Three."}}));
  folder.update();
  EXPECT_EQ(remove_documents(folder.index(), {folder.docs() + "/a.zip//sub"}).documents, 2U);
  EXPECT_EQ(folder.documents(), Lines{"a.zip//one.txt: one | One."});
  EXPECT_EQ(folder.faults(), Lines{});
  EXPECT_EQ(folder.update(), "changed 1");
  EXPECT_EQ(folder.documents(), folder.documents_of_clean_run());
}

TEST(Members, WithIdsOfTheirOwnAreKnownByThem) {
  IndexedFolder folder;
  const std::string records = "{\"id\":\"r1\",\"title\":\"T\",\"text\":\"One.\"}\n";
  folder.write("a.zip", zip_of({{"old.jsonl", records}}));
  folder.update();
  EXPECT_EQ(folder.documents(), Lines{"a.zip//old.jsonl: T | One."});
  folder.write("a.zip", zip_of({{"new.jsonl", records}}));
  folder.update();
  EXPECT_EQ(folder.documents(), Lines{"a.zip//new.jsonl: T | One."});
  EXPECT_EQ(folder.faults(), Lines{});
}

}  // namespace
}  // namespace dossier
