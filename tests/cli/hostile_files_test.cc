// Folders that somebody filled with whatever a disk can hold.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/sandbox.h"

#include <gtest/gtest.h>

namespace dossier::cli {
namespace {

using std::string_literals::operator""s;
namespace fs = std::filesystem;

class HostileFiles : public testing::Test {
 protected:
  std::string index(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"--index", ".dossier", "index", "docs"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return sandbox.session(arguments);
  }
  std::string failed() const { return sandbox.session({"failed"}); }
  // The passages found, by name, each with its highlights' texts.
  std::string found(const std::string& query) const {
    return sandbox.session({"search", query, "--no-facets", "--format", "trec"});
  }

  Sandbox sandbox;
};

TEST_F(HostileFiles, EachIsReadOrNamedWithItsReason) {
  sandbox.write("docs/good.txt", "One good text.");
  sandbox.write("docs/empty.txt", "");
  sandbox.write("docs/blank.txt", " \n\t\n\r\n ");
  sandbox.write("docs/zeros.txt", std::string(5000, '\0'));
  sandbox.write("docs/zero-inside.txt", "A text with a zero\0 inside it.\n"s);
  sandbox.write("docs/invalid.txt", "Bad bytes \xff\xfe\xc3( here and \xe2\x82 there, in an English text.\n");
  sandbox.write("docs/binary.bin",
                "\x7f"
                "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"s);
  sandbox.write("docs/picture.txt", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10"s);
  sandbox.write("docs/scan.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n");
  sandbox.write("docs/broken.html",
                "<html><body><p>An <b>unclosed <table><td>paragraph <script>if (a<b) {</body>");
  sandbox.write("docs/broken.md",
                "---\ntitle: [never closed\n  date: : :\n---\nA text under broken front matter.\n");
  sandbox.write(
      "docs/lines.jsonl",
      "{\"id\":\"J1\",\"title\":\"T\",\"text\":\"A first letter.\"}\nnot json\n[1,2]\n{\"id\":\"J2\"}\n"
      "{\"id\":\"J3\",\"title\":\"T\",\"text\":\"A third "
      "letter.\"}\n{\"id\":\"J4\",\"text\":\"\xff\"}\n{\"id\":");
  ASSERT_EQ(mkfifo(sandbox.path("docs/fifo.txt").c_str(), 0666), 0);
  fs::create_symlink("good.txt", sandbox.path("docs/link.txt"));
  fs::create_symlink("nowhere", sandbox.path("docs/dangling.txt"));
  fs::create_symlink("loop.txt", sandbox.path("docs/loop.txt"));
  fs::create_directory_symlink(".", sandbox.path("docs/itself"));
  fs::create_directory_symlink("/etc", sandbox.path("docs/outside"));
  EXPECT_EQ(index(), R"([0]
skipped: $DIR/docs/dangling.txt (bad-link: symbolic link to nowhere, not followed)
skipped: $DIR/docs/fifo.txt (not-a-file: not a regular file)
skipped: $DIR/docs/itself (bad-link: symbolic link to ., not followed)
skipped: $DIR/docs/link.txt (bad-link: symbolic link to good.txt, not followed)
skipped: $DIR/docs/loop.txt (bad-link: symbolic link to loop.txt, not followed)
skipped: $DIR/docs/outside (bad-link: symbolic link to /etc, not followed)
skipped: $DIR/docs/binary.bin (binary: binary data of no known format)
skipped: $DIR/docs/blank.txt (no-text: there is no word in it)
partial: $DIR/docs/broken.md (damaged: front matter, line 3: end of sequence flow not found)
skipped: $DIR/docs/empty.txt (empty: no bytes)
partial: $DIR/docs/lines.jsonl (bad-records: line 2: not valid JSON; line 3: not an object; line 4: no "text"; line 7: not valid JSON)
partial: $DIR/docs/lines.jsonl//6 (bad-encoding: 1 sequence fit no UTF-8 and became U+FFFD)
skipped: $DIR/docs/picture.txt (no-text-layer: a picture; --ocr reads what is written on it)
failed: $DIR/docs/scan.pdf (damaged: it cannot be read as PDF)
skipped: $DIR/docs/zeros.txt (binary: binary data of no known format)
added            12  (6 gave no document)
partial           3  (damaged 1, bad-records 1, bad-encoding 1)
skipped          11  (empty 1, no-text 1, no-text-layer 1, binary 2, not-a-file 1, bad-link 5)
failed            1  (damaged 1)
8 documents in 8 passages, 5.5 kB read in T s, index .dossier
)");
  EXPECT_EQ(failed(), R"([0]
skipped	binary	24	$DIR/docs/binary.bin	binary data of no known format
skipped	no-text	7	$DIR/docs/blank.txt	there is no word in it
partial	damaged	75	$DIR/docs/broken.md	front matter, line 3: end of sequence flow not found
skipped	bad-link	0	$DIR/docs/dangling.txt	symbolic link to nowhere, not followed
skipped	empty	0	$DIR/docs/empty.txt	no bytes
skipped	not-a-file	0	$DIR/docs/fifo.txt	not a regular file
skipped	bad-link	0	$DIR/docs/itself	symbolic link to ., not followed
partial	bad-records	154	$DIR/docs/lines.jsonl	line 2: not valid JSON; line 3: not an object; line 4: no "text"; line 7: not valid JSON
partial	bad-encoding	154	$DIR/docs/lines.jsonl//6	1 sequence fit no UTF-8 and became U+FFFD
skipped	bad-link	0	$DIR/docs/link.txt	symbolic link to good.txt, not followed
skipped	bad-link	0	$DIR/docs/loop.txt	symbolic link to loop.txt, not followed
skipped	bad-link	0	$DIR/docs/outside	symbolic link to /etc, not followed
skipped	no-text-layer	20	$DIR/docs/picture.txt	a picture; --ocr reads what is written on it
failed	damaged	29	$DIR/docs/scan.pdf	it cannot be read as PDF
skipped	binary	5000	$DIR/docs/zeros.txt	binary data of no known format
)");
  EXPECT_EQ(sandbox.session({"list"}).substr(0, 4), "[0]\n");
  for (const char* query :
       {"good", "inside", "English", "unclosed", "\"broken front matter\"", "third letter"})
    EXPECT_EQ(sandbox.run({"search", query, "--match", "all"}).code, 0) << query;
  EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
}

TEST_F(HostileFiles, NamesAreShownHarmlessAndFoundAgain) {
  const std::vector<std::string> names = {"two\nlines.txt",
                                          "tab\tbed.txt",
                                          "bad\xff\xc3utf8.txt",
                                          "esc\x1b[2J\x1b]0;t\x07.txt",
                                          "back\\slash.txt",
                                          "right\u202Eto\u202Cleft.txt",
                                          "-rf",
                                          "--index.txt",
                                          " spaces .txt",
                                          "*.txt",
                                          "'quoted' \"twice\".txt",
                                          "$(touch owned).txt",
                                          "`touch owned`.txt",
                                          "a#1.txt",
                                          "%n%s.txt",
                                          "Здраво.txt",
                                          "北约.txt",
                                          std::string(255, 'n')};
  for (std::size_t i = 0; i < names.size(); ++i)
    sandbox.write("docs/" + names[i], "The text of number " + std::to_string(100 + i) + ".");
  EXPECT_EQ(index(), R"([0]
added            18
18 documents in 18 passages, 414 B read in T s, index .dossier
)");
  EXPECT_EQ(failed(), R"([1]
)");
  EXPECT_FALSE(fs::exists(sandbox.path("owned")));
  std::istringstream lines(sandbox.run({"list", "--format", "jsonl"}).out);
  std::set<std::string> paths;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_EQ(line.find_first_of("\x1b\x07\t"), std::string::npos) << line;
    const auto document = nlohmann::json::parse(line);
    paths.insert(document.contains("path_bytes") ? document["path_bytes"] : document["path"]);
    // What list says can be shown and removed.
    EXPECT_EQ(sandbox.run({"show", document["id"]}).code, 0);
  }
  EXPECT_TRUE(paths.contains(sandbox.path("docs/bad%FF%C3utf8.txt"))) << "the exact bytes";
  for (const std::string& name : names) {
    EXPECT_TRUE(name.starts_with("bad") || paths.contains(sandbox.path("docs/" + name))) << name;
    EXPECT_EQ(sandbox.session({"remove", "--", "docs/" + name}), "[0]\nremoved 1 document\n") << name;
  }
}

TEST_F(HostileFiles, AWordOfTenThousandLettersIsNoObstacle) {
  sandbox.write("docs/word.txt", "Before " + std::string(10000, 'a') + " behind.\n");
  sandbox.write("docs/cyrillic.txt", [] {
    std::string word;
    for (int i = 0; i < 10000; ++i) word += "ж";
    return "Before " + word + " behind.\n";
  }());
  EXPECT_EQ(index().substr(0, 4), "[0]\n");
  EXPECT_EQ(sandbox.run({"search", "\"before", "behind\"", "OR", "behind"}).code, 0);
  EXPECT_LE(sandbox.run({"search", std::string(10000, 'a')}).code, 1);
  EXPECT_LE(sandbox.run({"search", std::string(100000, 'b') + "*"}).code, 2);
  EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
}

TEST_F(HostileFiles, ALineOfFiftyMegabytesIsIndexedToItsEnd) {
  {
    std::string text;
    text.reserve(50'000'100);
    for (int i = 0; text.size() < 50'000'000; ++i) text += i % 7 == 0 ? "kosovo " : "council ";
    sandbox.write("docs/line.txt", text + "zanzibar");
  }
  EXPECT_EQ(index().substr(0, 4), "[0]\n");
  EXPECT_EQ(sandbox.run({"search", "zanzibar"}).code, 0);
  const auto answer =
      nlohmann::json::parse(sandbox.run({"search", "kosovo", "-n", "1", "--format", "json"}).out);
  EXPECT_GT(answer["total"]["passages"], 10000);
  EXPECT_LT(answer["hits"][0]["passage"]["text"].get<std::string>().size(), 10000U);
}

TEST_F(HostileFiles, ATerabyteOfNothingIsSkippedAtOnce) {
  sandbox.write("docs/good.txt", "One good text.");
  sandbox.write("docs/sparse.txt", "");
  if (truncate(sandbox.path("docs/sparse.txt").c_str(), 1LL << 40) != 0)
    GTEST_SKIP() << "this file system holds no file of a terabyte: " << std::strerror(errno);
  EXPECT_EQ(index(), R"([0]
skipped: $DIR/docs/sparse.txt (too-large: 1099511627776 bytes)
added             2  (1 gave no document)
skipped           1  (too-large 1)
1 document in 1 passage, 14 B read in T s, index .dossier
)");
}

TEST_F(HostileFiles, FoldersAsDeepAsPathsGoAreWalked) {
  std::string folder = "docs";
  while (folder.size() < 3000) folder += "/" + std::string(50, 'd');
  sandbox.write(folder + "/deep.txt", "At the bottom.");
  EXPECT_EQ(index().substr(0, 4), "[0]\n");
  EXPECT_EQ(sandbox.run({"search", "bottom"}).code, 0);
}

TEST_F(HostileFiles, NothingThatComesWithDocumentsRunsOrConfiguresAnything) {
  sandbox.write("docs/.dossierignore", "!/etc/passwd\n../../*\n$(touch owned)\n[\n**/**/**\xff\xfe\n");
  sandbox.write("docs/.dossier/db/iamglass", "not a database");
  sandbox.write("docs/good.txt", "One good text.");
  EXPECT_EQ(index(), R"([0]
added             1
hidden            1  (folders not entered; --hidden enters them)
1 document in 1 passage, 14 B read in T s, index .dossier
)");
  EXPECT_FALSE(fs::exists(sandbox.path("owned")));
}

TEST_F(HostileFiles, WhatMayNotBeReadIsNamedAndKeptWhenItWasRead) {
  sandbox.write("docs/secret.txt", "A secret text.");
  sandbox.write("docs/closed/inside.txt", "A text inside.");
  sandbox.write("docs/good.txt", "One good text.");
  fs::permissions(sandbox.path(), fs::perms::all);
  const Launch nobody{.as_nobody = true};
  ASSERT_EQ(sandbox.run({"--index", "ix", "index", "docs"}, nobody).code, 0);
  fs::permissions(sandbox.path("docs/secret.txt"), fs::perms::none);
  fs::permissions(sandbox.path("docs/closed"), fs::perms::none);
  EXPECT_EQ(sandbox.session({"--index", "ix", "index", "docs"}, nobody), R"([0]
failed: $DIR/docs/closed (unreadable: Permission denied)
unchanged         2
failed            1  (unreadable 1)
kept              1  (cannot be read any more; as they were)
3 documents in 3 passages, 0 B read in T s, index ix
)");
  sandbox.write("docs/closed.txt", "Changed.");
  fs::permissions(sandbox.path("docs/closed.txt"), fs::perms::none);
  EXPECT_EQ(sandbox.session({"--index", "ix", "index", "docs"}, nobody), R"([0]
failed: $DIR/docs/closed.txt (unreadable: Permission denied)
added             1  (1 gave no document)
unchanged         2
failed            2  (unreadable 2)
kept              1  (cannot be read any more; as they were)
3 documents in 3 passages, 0 B read in T s, index ix
)");
  EXPECT_EQ(sandbox.run({"--index", "ix", "search", "inside"}, nobody).code, 0);
}

}  // namespace
}  // namespace dossier::cli
