// Bringing an index up to date with a folder: what is new, changed, moved, doubled, touched and gone.
#include <gtest/gtest.h>

#include <string>

#include "dossier/core/error.h"
#include "indexed_folder.h"
#include "support/other_user.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;

TEST(UpdateIndex, AddsChangesAndRemoves) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("sub/b.txt", "Two words");
  EXPECT_EQ(folder.update(), "added 2");
  EXPECT_EQ(folder.documents(), (Lines{"a.md: Alpha | One.", "sub/b.txt: b | Two words"}));
  EXPECT_EQ(folder.update(), "unchanged 2");
  folder.write("a.md", "# Alpha\n\nOne and more.");
  folder.write("c.md", "# Gamma\n\nThree.");
  folder.remove("sub");
  EXPECT_EQ(folder.update(), "added 1, changed 1, removed 1");
  EXPECT_EQ(folder.documents(), (Lines{"a.md: Alpha | One and more.", "c.md: Gamma | Three."}));
  EXPECT_EQ(folder.update(), "unchanged 2");
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(UpdateIndex, ReadsTheIndexOfAnEmptyFolder) {
  IndexedFolder folder;
  EXPECT_EQ(folder.update(), "nothing");
  EXPECT_EQ(folder.documents(), Lines{});
  EXPECT_EQ(folder.faults(), Lines{});
  folder.write("a.md", "# Alpha\n\nOne.");
  EXPECT_EQ(folder.update(), "added 1");
  folder.remove("a.md");
  EXPECT_EQ(folder.update(), "removed 1");
  EXPECT_EQ(folder.documents(), Lines{});
  EXPECT_EQ(folder.ledger(), Lines{});
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(UpdateIndex, SeesThatOnlyTheTimeChanged) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.update();
  folder.touch("a.md");
  const UpdateReport report = folder.run(folder.options());
  EXPECT_EQ(summary(report), "unchanged 1");
  EXPECT_GT(IndexReader(folder.index()).files().at(0).when, 0) << "when it was looked at last";
  const std::int64_t time = IndexReader(folder.index()).files().at(0).modified_ns;
  EXPECT_EQ(folder.update(), "unchanged 1");
  EXPECT_EQ(IndexReader(folder.index()).files().at(0).modified_ns, time);
}

TEST(UpdateIndex, SeesAChangeOfStructureAlone) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nAims\n\nOne.");
  folder.update();
  EXPECT_EQ(folder.documents(), Lines{"a.md: Alpha | Aims\n\nOne."});
  folder.write("a.md", "# Alpha\n\n## Aims\n\nOne.");
  EXPECT_EQ(folder.update(), "changed 1");
  EXPECT_EQ(folder.documents(), Lines{"a.md: Alpha | Aims > One."});
}

TEST(UpdateIndex, TakesARenamedFileForWhatItWas) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("b.md", "# Beta\n\nTwo.");
  folder.update();
  folder.move("a.md", "new/place.md");
  EXPECT_EQ(folder.update(), "renamed 1, unchanged 1");
  EXPECT_EQ(folder.documents(), (Lines{"b.md: Beta | Two.", "new/place.md: Alpha | One."}));
  EXPECT_EQ(folder.ledger(), (Lines{"b.md: ok", "new/place.md: ok"}));
  folder.move("new/place.md", "b.md");
  EXPECT_EQ(folder.update(), "renamed 1") << "over a file that was there";
  EXPECT_EQ(folder.documents(), Lines{"b.md: Alpha | One."});
  folder.write("a.md", "# Again\n\nAt the first place.");
  EXPECT_EQ(folder.update(), "added 1, unchanged 1");
  EXPECT_EQ(folder.documents(), (Lines{"a.md: Again | At the first place.", "b.md: Alpha | One."}));
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(UpdateIndex, SeesThatTwoFilesChangedPlaces) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("b.md", "# Beta\n\nTwo.");
  folder.update();
  folder.write("a.md", "# Beta\n\nTwo.");
  folder.write("b.md", "# Alpha\n\nOne.");
  EXPECT_EQ(folder.update(), "changed 2");
  EXPECT_EQ(folder.documents(), (Lines{"a.md: Beta | Two.", "b.md: Alpha | One."}));
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(UpdateIndex, ListsFilesOfTheSameContentAsOneDocument) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("b.md", "# Alpha\n\nOne.");
  EXPECT_EQ(folder.update(), "added 2, duplicates 1");
  EXPECT_EQ(folder.documents(), Lines{"a.md b.md: Alpha | One."});
  folder.write("c.md", "# Alpha\n\nOne.");
  EXPECT_EQ(folder.update(), "added 1, duplicates 1, unchanged 2");
  EXPECT_EQ(folder.documents(), Lines{"a.md b.md c.md: Alpha | One."});
  folder.remove("a.md");
  EXPECT_EQ(folder.update(), "removed 1, unchanged 2");
  EXPECT_EQ(folder.documents(), Lines{"b.md c.md: Alpha | One."});
  folder.write("b.md", "# Beta\n\nTwo.");
  EXPECT_EQ(folder.update(), "changed 1, unchanged 1");
  EXPECT_EQ(folder.documents(), (Lines{"b.md: Beta | Two.", "c.md: Alpha | One."}));
  folder.write("b.md", "# Alpha\n\nOne.");
  EXPECT_EQ(folder.update(), "changed 1, duplicates 1, unchanged 1");
  EXPECT_EQ(folder.documents(), Lines{"b.md c.md: Alpha | One."});
  EXPECT_EQ(folder.faults(), Lines{});
  folder.remove("b.md");
  folder.remove("c.md");
  EXPECT_EQ(folder.update(), "removed 2");
  EXPECT_EQ(folder.documents(), Lines{});
}

TEST(UpdateIndex, KeepsWhatCanBeReadNoMore) {
  const OtherUser nobody;
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("sub/b.md", "# Beta\n\nTwo.");
  folder.write("c.md", "# Gamma\n\nThree.");
  folder.update();
  const Lines before = folder.documents();
  folder.touch("a.md");
  folder.permit("a.md", 0);
  folder.permit("sub", 0);
  EXPECT_EQ(folder.update(), "unchanged 1, kept 2");
  EXPECT_EQ(folder.documents(), before);
  EXPECT_EQ(folder.ledger(),
            (Lines{"a.md: failed unreadable", "c.md: ok", "sub/b.md: ok", "sub: failed unreadable"}));
  EXPECT_EQ(folder.update(), "unchanged 1, kept 2") << "each time it is tried again";
  folder.permit("a.md", 0600);
  folder.permit("sub", 0700);
  EXPECT_EQ(folder.update(), "changed 1, unchanged 2");
  EXPECT_EQ(folder.documents(), before);
  EXPECT_EQ(folder.ledger(), (Lines{"a.md: ok", "c.md: ok", "sub/b.md: ok"})) << "the folder is no file";
  EXPECT_EQ(folder.update(), "unchanged 3");
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(UpdateIndex, KeepsADoubleThatCouldNotBeReadForAWhile) {
  const OtherUser nobody;
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("b.md", "# Alpha\n\nOne.");
  folder.update();
  folder.touch("b.md");
  folder.permit("b.md", 0);
  EXPECT_EQ(folder.update(), "unchanged 1, kept 1");
  folder.permit("b.md", 0600);
  folder.update();
  EXPECT_EQ(folder.documents(), Lines{"a.md b.md: Alpha | One."});
  EXPECT_EQ(folder.faults(), Lines{});
  folder.remove("a.md");
  folder.update();
  EXPECT_EQ(folder.documents(), Lines{"b.md: Alpha | One."});
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(UpdateIndex, KeepsTheDocumentsOfAFolderThatIsGoneAsAWhole) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.update();
  UpdateOptions again = folder.options();
  again.paths.clear();
  fs::rename(folder.docs(), folder.outside("unmounted"));
  EXPECT_EQ(summary(folder.run(again)), "kept 1");
  EXPECT_EQ(folder.documents(), Lines{"a.md: Alpha | One."});
  EXPECT_THROW(folder.run(folder.options()), Error) << "named, it is a mistake";
  fs::rename(folder.outside("unmounted"), folder.docs());
  EXPECT_EQ(summary(folder.run(again)), "unchanged 1");
  EXPECT_EQ(folder.ledger(), Lines{"a.md: ok"});
}

TEST(UpdateIndex, SeesAFileTurnIntoAFolderAndALink) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("b.md", "# Beta\n\nTwo.");
  folder.update();
  folder.remove("a.md");
  folder.write("a.md/inside.md", "# Inside\n\nThree.");
  folder.remove("b.md");
  fs::create_symlink("a.md/inside.md", folder.docs() + "/b.md");
  folder.update();
  EXPECT_EQ(folder.documents(), Lines{"a.md/inside.md: Inside | Three."});
  EXPECT_EQ(folder.ledger(), (Lines{"a.md/inside.md: ok", "b.md: skipped bad-link"}));
  EXPECT_EQ(folder.faults(), Lines{});
}

TEST(UpdateIndex, RemembersItsPaths) {
  IndexedFolder folder;
  folder.write("one/a.md", "# Alpha\n\nOne.");
  folder.write("two/b.md", "# Beta\n\nTwo.");
  UpdateOptions options = folder.options();
  options.paths = {folder.docs() + "/two", folder.docs() + "/one/"};
  folder.run(options);
  EXPECT_EQ(remembered_paths(IndexReader(folder.index()).metadata("dossier:roots")),
            (Lines{folder.docs() + "/two", folder.docs() + "/one"}));
  folder.write("one/c.md", "# Gamma\n\nThree.");
  options.paths = {};
  EXPECT_EQ(summary(folder.run(options)), "added 1, unchanged 2");
  options.paths = {folder.docs() + "/one/a.md"};
  options.remember = false;
  EXPECT_EQ(summary(folder.run(options)), "unchanged 1");
  EXPECT_EQ(remembered_paths(IndexReader(folder.index()).metadata("dossier:roots")).size(), 2U);
  EXPECT_EQ(folder.documents().size(), 3U) << "what lies elsewhere is not gone";
}

TEST(UpdateIndex, MakesNoIndexOfAMistake) {
  IndexedFolder folder;
  UpdateOptions options = folder.options();
  options.paths = {folder.docs() + "/nowhere"};
  EXPECT_THROW(folder.run(options), Error);
  options.paths = {};
  EXPECT_THROW(folder.run(options), Error);
  EXPECT_FALSE(fs::exists(folder.index()));
}

TEST(UpdateIndex, DryRunSaysWhatItWouldDoAndDoesNothing) {
  IndexedFolder folder;
  UpdateOptions options = folder.options();
  options.dry_run = true;
  folder.write("a.md", "# Alpha\n\nOne.");
  EXPECT_EQ(summary(folder.run(options)), "added 1");
  EXPECT_FALSE(fs::exists(folder.index()));
  folder.write("b.md", "# Beta\n\nTwo.");
  folder.write("c.md", "# Gamma\n\nThree.");
  folder.update();
  const Lines before = folder.documents();
  folder.write("a.md", "# Alpha\n\nChanged.");
  folder.remove("b.md");
  folder.write("d.md", "# Delta\n\nFour.");
  const UpdateReport report = folder.run(options);
  EXPECT_EQ(summary(report), "added 1, changed 1, removed 1, unchanged 1");
  std::string plan;
  for (const auto& [sign, path] : report.plan) plan += sign + below(path, folder.docs()) + " ";
  EXPECT_EQ(plan, "~a.md +d.md -b.md ");
  EXPECT_EQ(report.documents, 3U);
  EXPECT_EQ(folder.documents(), before);
}

TEST(UpdateIndex, KeepsVanishedFilesWhereItShall) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("b.md", "# Beta\n\nTwo.");
  folder.update();
  folder.remove("a.md");
  UpdateOptions options = folder.options();
  options.prune = false;
  EXPECT_EQ(summary(folder.run(options)), "unchanged 1");
  EXPECT_EQ(folder.documents().size(), 2U);
  EXPECT_EQ(folder.update(), "removed 1, unchanged 1");
  EXPECT_EQ(folder.documents().size(), 1U);
}

TEST(UpdateIndex, LeavesOutWhatItIsTold) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.write("drafts/b.md", "# Beta\n\nTwo.");
  folder.write(".hidden/c.md", "# Gamma\n\nThree.");
  folder.write("d.txt", "Delta");
  folder.write(".dossierignore", "d.*\n");
  UpdateOptions options = folder.options();
  options.walk.exclude = {"drafts"};
  EXPECT_EQ(summary(folder.run(options)), "added 1, excluded 2, hidden 1");
  EXPECT_EQ(folder.documents(), Lines{"a.md: Alpha | One."});
  options.walk.hidden_folders = true;
  EXPECT_EQ(summary(folder.run(options)), "added 1, unchanged 1, excluded 2");
}

TEST(UpdateIndex, NeverReadsItsOwnIndex) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  UpdateOptions options = folder.options();
  options.index = folder.docs() + "/index";
  EXPECT_EQ(summary(folder.run(options)), "added 1");
  EXPECT_EQ(summary(folder.run(options)), "unchanged 1");
}

TEST(UpdateIndex, TakesOptionsForLanguageAndDate) {
  IndexedFolder folder;
  folder.write("2013-05-24 a.md", "---\ndate: 2012-01-02\n---\n# Alpha\n\nOne.");
  UpdateOptions options = folder.options();
  options.language = "sr";
  options.published_from = "file-name";
  folder.run(options);
  EXPECT_EQ(folder.documents(), Lines{"2013-05-24 a.md: Alpha (2013-05-24) | One."});
  EXPECT_EQ(IndexReader(folder.index()).document(0).language, "sr");
}

TEST(UpdateIndex, StopsWhereNoWorkerCanBeStarted) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nOne.");
  folder.update();
  folder.write("b.md", "# Beta\n\nTwo.");
  UpdateOptions options = folder.options();
  options.worker.program = folder.outside("no such program");
  EXPECT_THROW(folder.run(options), Error);
  EXPECT_EQ(folder.ledger(), Lines{"a.md: ok"}) << "no file's fault";
  EXPECT_EQ(folder.update(), "added 1, unchanged 1");
}

}  // namespace
}  // namespace dossier
