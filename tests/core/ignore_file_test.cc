// .dossierignore: each row is the rules at the top of a folder and what of that folder is then taken, as git
// would with the same lines.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/file_walk.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

std::string taken_below(const std::string& root) {
  std::string taken;
  walk_files({root}, {}, [&](const WalkEntry& entry) {
    if (entry.kind != EntryKind::file) return;
    taken += (taken.empty() ? "" : " ") + entry.path.substr(root.size() + 1);
  });
  return taken;
}

TEST(IgnoreFile, HasTheMeaningItHasInGit) {
  const TemporaryFolder folder;
  for (const char* name : {"a.md", "a.txt", "b/a.txt", "b/c/a.md", "b/c/d.txt", "c"}) folder.write(name);
  struct Row {
    std::string rules;
    std::string_view taken;
  };
  const std::vector<Row> rows = {
      {"", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt c"},
      {"# *\n\n", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt c"},
      {"*.txt\n", "a.md b/c/a.md c"},
      {"*.txt", "a.md b/c/a.md c"},
      {"*.txt\r\n", "a.md b/c/a.md c"},
      {"*.txt   \n", "a.md b/c/a.md c"},
      {"\xEF\xBB\xBF*.txt\n", "a.md b/c/a.md c"},
      {"/*.txt\n", "a.md b/a.txt b/c/a.md b/c/d.txt c"},
      {"c\n", "a.md a.txt b/a.txt"},
      {"c/\n", "a.md a.txt b/a.txt c"},
      {"/c\n", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt"},
      {"/c/\n", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt c"},
      {"b/c\n", "a.md a.txt b/a.txt c"},
      {"b/c/\n", "a.md a.txt b/a.txt c"},
      {"c/d.txt\n", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt c"},
      {"**/c/d.txt\n", "a.md a.txt b/a.txt b/c/a.md c"},
      {"**/.txt\n", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt c"},
      {"b/*\n", "a.md a.txt c"},
      {"b/**\n", "a.md a.txt c"},
      {"b/*.txt\n", "a.md a.txt b/c/a.md b/c/d.txt c"},
      {"b/**/*.txt\n", "a.md a.txt b/c/a.md c"},
      {"b/**/a.md\n", "a.md a.txt b/a.txt b/c/d.txt c"},
      {"**\n", ""},
      {"*\n!*.md\n", "a.md"},
      {"*\n!*/\n!*.md\n", "a.md b/c/a.md"},
      {"/*\n!/b\n/b/*\n!/b/c\n", "b/c/a.md b/c/d.txt"},
      {"*.md\n!a.md\n", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt c"},
      {"!a.md\n*.md\n", "a.txt b/a.txt b/c/d.txt c"},
      {"b/c\n!b/c/a.md\n", "a.md a.txt b/a.txt c"},  // nothing comes back from a folder that is left out
      {"a.[!m]*\n", "a.md b/c/a.md b/c/d.txt c"},
      {"?.txt\n", "a.md b/c/a.md c"},
      {"/\n!\n!/\n", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt c"},
      {"A.MD\n", "a.md a.txt b/a.txt b/c/a.md b/c/d.txt c"},
  };
  for (const auto& [rules, taken] : rows) {
    folder.write(".dossierignore", rules);
    EXPECT_EQ(taken_below(folder.path()), taken) << rules;
  }
}

TEST(IgnoreFile, QuotesWithABackslash) {
  const TemporaryFolder folder;
  for (const char* name : {"#a", "!b", "c ", "d", "e*", "ee"}) folder.write(name);
  struct Row {
    std::string rules;
    std::string_view taken;
  };
  const std::vector<Row> rows = {
      {"\\#a\n", "!b c  d e* ee"},  {"\\!b\n", "#a c  d e* ee"}, {"c\\ \n", "!b #a d e* ee"},
      {"c \n", "!b #a c  d e* ee"}, {"e\\*\n", "!b #a c  d ee"}, {"\\d\n", "!b #a c  e* ee"},
  };
  for (const auto& [rules, taken] : rows) {
    folder.write(".dossierignore", rules);
    EXPECT_EQ(taken_below(folder.path()), taken) << rules;
  }
}

TEST(IgnoreFile, HoldsInItsFolderAndBelow) {
  const TemporaryFolder folder;
  for (const char* name : {"a/x.txt", "a/y.txt", "a/s/x.txt", "a/s/y.txt", "b/x.txt", "x.txt"})
    folder.write(name);
  folder.write("a/.dossierignore", "/x.txt\ns/y.txt\n");
  EXPECT_EQ(taken_below(folder.path()), "a/s/x.txt a/y.txt b/x.txt x.txt");
  folder.write("a/.dossierignore", "x.txt\n");
  EXPECT_EQ(taken_below(folder.path()), "a/s/y.txt a/y.txt b/x.txt x.txt");
}

TEST(IgnoreFile, LetsADeeperFileDecide) {
  const TemporaryFolder folder;
  for (const char* name : {"a/x.txt", "b/x.txt"}) folder.write(name);
  folder.write(".dossierignore", "*.txt\n");
  folder.write("a/.dossierignore", "!x.txt\n");
  EXPECT_EQ(taken_below(folder.path()), "a/x.txt");
}

TEST(IgnoreFile, SurvivesHostileFiles) {
  const TemporaryFolder folder;
  folder.write("a.txt");
  std::string stars;
  while (stars.size() < 100'000) stars += "*a";
  using namespace std::string_literals;
  for (const std::string& rules :
       {"\0\0\0"s, "\xFF\xFE*\n"s, stars + "b\n", std::string(1 << 19, '['), std::string(1 << 19, '\n'),
        "\\\n"s, "!\\\n"s, "[\n[!\n[]\n"s, "../*\n/../*\n"s}) {
    folder.write(".dossierignore", rules);
    EXPECT_EQ(taken_below(folder.path()), "a.txt") << rules.substr(0, 20);
  }
}

TEST(IgnoreFile, ThatIsTooLargeIsNamedAndRulesNothing) {
  const TemporaryFolder folder;
  folder.write("a.txt");
  folder.write(".dossierignore", "a.txt\n" + std::string(1 << 20, '#'));
  std::string given;
  walk_files({folder.path()}, {}, [&](const WalkEntry& entry) {
    given += entry.path.substr(folder.path().size()) + ": " + entry.detail + "\n";
  });
  EXPECT_EQ(given, "/.dossierignore: its rules do not hold: it is larger than 1 MiB\n/a.txt: \n");
}

}  // namespace
}  // namespace dossier
