// index: what it takes, what it says, what it remembers.
#include "cli/sample.h"

namespace dossier::cli {
namespace {

using std::string_literals::operator""s;

class IndexCommand : public testing::Test {
 protected:
  std::string index(std::vector<std::string> arguments, const Launch& launch = {}) const {
    arguments.insert(arguments.begin(), {"--index", "ix", "index"});
    return sandbox.session(arguments, launch);
  }

  // The names of the indexed files and documents, parted by spaces.
  std::string indexed() const {
    std::istringstream lines(sandbox.run({"--index", "ix", "list"}).out);
    std::string names;
    for (std::string line; std::getline(lines, line);)
      names += (names.empty() ? "" : " ") + line.substr(line.rfind('/') + 1);
    return names;
  }

  Sandbox sandbox;
};

TEST_F(IndexCommand, SaysWhereTheTimeWent) {
  sandbox.write("docs/a.txt", "A first text.");
  std::istringstream lines(index({"--stats", "docs"}));
  std::string stages;
  bool begun = false;
  for (std::string line; std::getline(lines, line);) {
    if (begun) stages += line.substr(0, line.find(' ')) + " ";
    begun |= line == "seconds by stage, all threads added up:";
  }
  EXPECT_EQ(stages, "read extract build dates analyse wait write commit ");
}

TEST_F(IndexCommand, SaysWhatItDidWithEveryFile) {
  sandbox.write("docs/a.txt", "A first text.");
  sandbox.write("docs/b.txt", "A second text.");
  sandbox.write("docs/c.txt", "");
  EXPECT_EQ(index({"docs"}), R"([0]
skipped: $DIR/docs/c.txt (empty: no bytes)
added             3  (1 gave no document)
skipped           1  (empty 1)
2 documents in 2 passages, 27 B read in T s, index ix
)");
  EXPECT_EQ(index({"docs"}), R"([0]
unchanged         3
skipped           1  (empty 1)
2 documents in 2 passages, 0 B read in T s, index ix
)");
  sandbox.write("docs/b.txt", "A second text, changed.");
  sandbox.write("docs/d.txt", "A fourth text.");
  sandbox.write("docs/e.txt", "A first text.");
  std::filesystem::remove(sandbox.path("docs/c.txt"));
  EXPECT_EQ(index({"-v", "docs"}), R"([0]
~ $DIR/docs/b.txt
+ $DIR/docs/d.txt
+ $DIR/docs/e.txt
- $DIR/docs/c.txt
added             2  (1 with the content of another, listed under both paths)
changed           1
removed           1
unchanged         1
3 documents in 3 passages, 50 B read in T s, index ix
)");
  std::filesystem::rename(sandbox.path("docs/d.txt"), sandbox.path("docs/f.txt"));
  std::filesystem::remove(sandbox.path("docs/b.txt"));
  EXPECT_EQ(index({"--verbose", "docs"}), R"([0]
- $DIR/docs/d.txt
+ $DIR/docs/f.txt
- $DIR/docs/b.txt
renamed           1
removed           1
unchanged         2
2 documents in 2 passages, 14 B read in T s, index ix
)");
}

TEST_F(IndexCommand, NamesTwentyNewTroublesAtMost) {
  for (int i = 10; i < 35; ++i) sandbox.write("docs/empty" + std::to_string(i) + ".txt", "");
  const std::string report = index({"docs"});
  EXPECT_NE(report.find("skipped: $DIR/docs/empty29.txt (empty: no bytes)\n"
                        "... more: 'dossier failed' names every file and the reason\n"),
            std::string::npos)
      << report;
  EXPECT_EQ(report.find("empty30"), std::string::npos);
}

TEST_F(IndexCommand, DryRunChangesNothing) {
  sandbox.write("docs/a.txt", "A text.");
  EXPECT_EQ(index({"--dry-run", "docs"}), R"([0]
+ $DIR/docs/a.txt
would add 1 file, read 0 again, remove 0; 0 unchanged
)");
  EXPECT_FALSE(std::filesystem::exists(sandbox.path("ix")));
  index({"docs"});
  sandbox.write("docs/a.txt", "A text, changed.");
  sandbox.write("docs/\n.txt", "A name in two lines.");
  EXPECT_EQ(index({"--dry-run"}), R"([0]
+ $DIR/docs/\n.txt
~ $DIR/docs/a.txt
would add 1 file, read 1 again, remove 0; 0 unchanged
)");
  std::filesystem::remove(sandbox.path("docs/a.txt"));
  EXPECT_EQ(index({"--dry-run"}), R"([0]
+ $DIR/docs/\n.txt
- $DIR/docs/a.txt
would add 1 file, read 0 again, remove 1; 0 unchanged
)");
  EXPECT_EQ(indexed(), "a.txt");
}

TEST_F(IndexCommand, RemembersItsPaths) {
  sandbox.write("one/a.txt", "A text.");
  sandbox.write("two/b.txt", "A text of two.");
  index({"one"});
  index({"two/b.txt"});
  sandbox.write("one/c.txt", "A third text.");
  sandbox.write("two/d.txt", "Not asked for.");
  EXPECT_EQ(index({}), R"([0]
added             1
unchanged         2
3 documents in 3 passages, 13 B read in T s, index ix
)");
  EXPECT_EQ(indexed(), "a.txt b.txt c.txt");
}

TEST_F(IndexCommand, SaysWhenThereIsNothingToRemember) {
  EXPECT_EQ(index({}), R"([2]
--- error
dossier: no path was given, and there is no index in ix
  hint: say what to index: dossier index FOLDER
)");
  EXPECT_FALSE(std::filesystem::exists(sandbox.path("ix")));
  sandbox.write("a.txt", "A text.");
  index({"--from-stdin0"}, {.input = "a.txt"});
  EXPECT_EQ(index({}), R"([2]
--- error
dossier: no path was given, and this index remembers none
  hint: say what to index: dossier index FOLDER
)");
}

TEST_F(IndexCommand, AWrongPathLeavesNoIndexBehind) {
  sandbox.write("a.txt", "A text.");
  EXPECT_EQ(index({"a.txt", "missing"}), R"([2]
--- error
dossier: cannot index missing: No such file or directory
  hint: check the spelling; relative paths start from the current folder
)");
  EXPECT_FALSE(std::filesystem::exists(sandbox.path("ix")));
}

TEST_F(IndexCommand, TakesPathsFromStandardInputAndPrunesNothing) {
  sandbox.write("docs/a.txt", "A text.");
  sandbox.write("docs/b.txt", "Another text.");
  index({"docs"});
  std::filesystem::remove(sandbox.path("docs/a.txt"));
  sandbox.write("docs/two\nlines.txt", "A name in two lines.");

  EXPECT_EQ(index({"--from-stdin0"}, {.input = "docs/two\nlines.txt\0docs/a.txt\0\0docs/\x1b[2J\0docs"s}),
            R"([0]
added             1
unchanged         1
3 documents in 3 passages, 20 B read in T s, index ix
--- error
dossier: docs/a.txt: no such file or folder
dossier: docs/\x1b[2J: no such file or folder
)");
  EXPECT_EQ(indexed(), "a.txt b.txt two\\nlines.txt");
  EXPECT_EQ(index({"--from-stdin0"}), R"([0]
--- error
dossier: no path came from standard input; nothing to do
)");
  index({});  // the list was no folder to come back to, but docs was
  EXPECT_EQ(indexed(), "b.txt two\\nlines.txt");
}

TEST_F(IndexCommand, KeepsWhatIsGoneWithNoPrune) {
  sandbox.write("docs/a.txt", "A text.");
  sandbox.write("docs/b.txt", "Another text.");
  index({"docs"});
  std::filesystem::remove(sandbox.path("docs/a.txt"));
  index({"--no-prune", "docs"});
  EXPECT_EQ(indexed(), "a.txt b.txt");
  index({"docs"});
  EXPECT_EQ(indexed(), "b.txt");
}

TEST_F(IndexCommand, ChoosesFiles) {
  for (const char* name :
       {"a.txt", "a.md", "draft-b.txt", "sub/c.txt", "sub/draft/d.txt", ".hidden/e.txt", "f.log"})
    sandbox.write("docs/"s + name, "The text of "s + name);
  EXPECT_EQ(index({"docs", "--exclude", "draft*", "--exclude", "*.log"}), R"([0]
added             3
excluded          3
hidden            1  (folders not entered; --hidden enters them)
3 documents in 3 passages, 54 B read in T s, index ix
)");
  EXPECT_EQ(indexed(), "a.md a.txt c.txt");
  std::filesystem::remove_all(sandbox.path("ix"));
  index({"docs", "--include", "*.txt", "--hidden"});
  EXPECT_EQ(indexed(), "e.txt a.txt draft-b.txt c.txt d.txt");
  std::filesystem::remove_all(sandbox.path("ix"));
  sandbox.write("docs/.dossierignore", "# comment\n*.txt\n!a.txt\n/sub/\n");
  index({"docs"});
  EXPECT_EQ(indexed(), "a.md a.txt f.log");
}

TEST_F(IndexCommand, NeverIndexesItself) {
  sandbox.write("a.txt", "A text.");
  index({"."});
  EXPECT_EQ(index({"."}), R"([0]
unchanged         1
1 document in 1 passage, 0 B read in T s, index ix
)");
}

TEST_F(IndexCommand, ReadsAgainWhatIsRetried) {
  sandbox.write("docs/a.txt", "");
  index({"docs"});
  EXPECT_EQ(index({"docs"}), R"([0]
unchanged         1
skipped           1  (empty 1)
0 documents in 0 passages, 0 B read in T s, index ix
)");
  EXPECT_EQ(index({"docs", "--retry"}), R"([0]
skipped: $DIR/docs/a.txt (empty: no bytes)
unchanged         1
skipped           1  (empty 1)
0 documents in 0 passages, 0 B read in T s, index ix
)");
}

TEST_F(IndexCommand, FailedReadsAgainWhatItLists) {
  sandbox.write("docs/a.txt", "");
  sandbox.write("docs/b.txt", "A text.");
  index({"docs"});
  sandbox.write("docs/a.txt", "Another text.");
  sandbox.write("docs/c.txt", "A text that nobody asked for.");
  EXPECT_EQ(sandbox.session({"--index", "ix", "failed", "--retry"}), R"([0]
changed           1
2 documents in 2 passages, 13 B read in T s, index ix
)");
  EXPECT_EQ(sandbox.session({"--index", "ix", "failed", "--retry"}), "[1]\n");
}

TEST_F(IndexCommand, StrictTellsOfFailedFiles) {
  sandbox.write("docs/a.txt", "A text.");
  sandbox.write("docs/locked.txt", "Nobody may read this.");
  std::filesystem::permissions(sandbox.path(), std::filesystem::perms::all);
  std::filesystem::permissions(sandbox.path("docs/locked.txt"), std::filesystem::perms::none);
  EXPECT_EQ(index({"docs", "--strict"}, {.as_nobody = true}), R"([3]
failed: $DIR/docs/locked.txt (unreadable: Permission denied)
added             2  (1 gave no document)
failed            1  (unreadable 1)
1 document in 1 passage, 7 B read in T s, index ix
)");
  EXPECT_EQ(index({"docs"}, {.as_nobody = true}).substr(0, 4), "[0]\n");
}

TEST_F(IndexCommand, TakesALanguageAndASourceOfDates) {
  sandbox.write("docs/2011-02-03.md", "---\ndate: 2013-04-19\nlanguage: en\n---\nA text.\n");
  const auto published = [&] {
    const std::string line = sandbox.run({"--index", "ix", "list"}).out;
    const std::size_t tab = line.find('\t');
    return line.substr(tab + 1, line.find('\t', line.find('\t', tab + 1) + 1) - tab - 1);
  };
  index({"docs"});
  EXPECT_EQ(published(), "2013-04-19\ten");
  std::filesystem::remove_all(sandbox.path("ix"));
  index({"docs", "--lang", "de", "--published-from", "file-name"});
  EXPECT_EQ(published(), "2011-02-03\tde");
  EXPECT_EQ(index({"docs", "--lang", "klingon?"}), R"([2]
--- error
dossier: 'klingon?' is no language code
  hint: give an ISO 639 code: --lang de
)");
  EXPECT_EQ(index({"docs", "--published-from", "rumour"}), R"([2]
--- error
dossier: --published-from: rumour not in {front-matter,html,jsonl,url,text,file-name}
  hint: dossier index --help shows what it takes
)");
}

TEST_F(IndexCommand, GivesAJobToEachWorker) {
  for (int i = 0; i < 20; ++i)
    sandbox.write("docs/" + std::to_string(i) + ".txt", "Text " + std::to_string(i));
  for (const char* jobs : {"1", "7", "256"}) {
    std::filesystem::remove_all(sandbox.path("ix"));
    EXPECT_EQ(index({"docs", "-j", jobs}), R"([0]
added            20
20 documents in 20 passages, 130 B read in T s, index ix
)");
  }
  EXPECT_EQ(index({"docs", "-j", "0"}), R"([2]
--- error
dossier: --jobs: Value 0 not in range 1 to 256
  hint: dossier index --help shows what it takes
)");
  EXPECT_EQ(index({"docs", "--jobs=257"}).substr(0, 4), "[2]\n");
}

TEST_F(IndexCommand, FindsTheIndexByOptionVariableAndFolder) {
  sandbox.write("work/papers/a.txt", "A text of papers.");
  const auto index_of = [&](std::vector<std::string> arguments, const Launch& launch) {
    arguments.push_back("status");
    const std::string text = sandbox.session(arguments, launch);
    return text.substr(0, text.find('\n', 4));
  };
  // Nowhere but in the user's data folder.
  EXPECT_EQ(sandbox.session({"index", "papers"}, {.folder = "work"}), R"([0]
added             1
1 document in 1 passage, 17 B read in T s, index $DIR/home/.local/share/dossier
)");
  EXPECT_EQ(index_of({}, {.folder = "work"}), "[0]\nindex:        $DIR/home/.local/share/dossier");
  EXPECT_EQ(sandbox.session({"status"}, {.environment = {{"XDG_DATA_HOME", "/xdg"}}, .folder = "work"}),
            R"([4]
--- error
dossier: there is no index in /xdg/dossier
  hint: make one with: dossier index FOLDER
)");
  // The nearest .dossier here or above.
  EXPECT_EQ(sandbox.run({"--index", ".dossier", "index", "papers"}, {.folder = "work"}).code, 0);
  EXPECT_EQ(index_of({}, {.folder = "work/papers"}), "[0]\nindex:        $DIR/work/.dossier");
  // The variable before that, the option before all, on either side of the command.
  const Launch named{.environment = {{"DOSSIER_INDEX", sandbox.path("named")}}, .folder = "work/papers"};
  EXPECT_EQ(sandbox.run({"index", "."}, named).code, 0);
  EXPECT_EQ(index_of({}, named), "[0]\nindex:        $DIR/named");
  EXPECT_EQ(index_of({"--index", "../.dossier"}, named), "[0]\nindex:        ../.dossier");
  EXPECT_EQ(sandbox.run({"status", "--index=../.dossier"}, named).code, 0);
  EXPECT_EQ(sandbox.session({"status"}, {.environment = {{"HOME", ""}}}), R"([2]
--- error
dossier: there is no place for the index: neither DOSSIER_INDEX nor HOME is set
  hint: name one with --index DIR
)");
}

}  // namespace
}  // namespace dossier::cli
