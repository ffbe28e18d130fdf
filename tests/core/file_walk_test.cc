#include "dossier/core/file_walk.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/error.h"
#include "support/temporary_folder.h"

namespace dossier {
namespace {

using Lines = std::vector<std::string>;

std::string_view kind_name(EntryKind kind) {
  switch (kind) {
    case EntryKind::file:
      return "file";
    case EntryKind::link:
      return "link";
    case EntryKind::special:
      return "special";
    case EntryKind::unreadable:
      return "unreadable";
    case EntryKind::loop:
      return "loop";
    case EntryKind::excluded:
      return "excluded";
    case EntryKind::hidden_folder:
      return "hidden";
  }
  return {};
}

std::vector<WalkEntry> entries_below(const std::vector<std::string>& roots, const WalkOptions& options = {}) {
  std::vector<WalkEntry> entries;
  walk_files(roots, options, [&](const WalkEntry& entry) { entries.push_back(entry); });
  return entries;
}

// What the walk gives, an entry a line: "a.txt" for a file, "link b" for another kind; paths below `folder`.
Lines walk_roots(const TemporaryFolder& folder, const std::vector<std::string>& roots,
                 const WalkOptions& options = {}) {
  Lines lines;
  for (const WalkEntry& entry : entries_below(roots, options)) {
    const std::string name = entry.path.substr(std::min(entry.path.size(), folder.path().size() + 1));
    lines.push_back(entry.kind == EntryKind::file ? name : std::string(kind_name(entry.kind)) + " " + name);
  }
  return lines;
}

Lines walk(const TemporaryFolder& folder, const WalkOptions& options = {}) {
  return walk_roots(folder, {folder.path()}, options);
}

// Without root's rights while it lives, since nothing is unreadable to root.
class Unprivileged {
 public:
  Unprivileged() : was_root_(geteuid() == 0) {
    if (was_root_ && seteuid(65534) != 0) throw std::runtime_error("cannot give up root's rights");
  }
  ~Unprivileged() {
    if (was_root_ && seteuid(0) != 0) std::abort();
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

 private:
  bool was_root_;
};

TEST(WalkFiles, GivesFilesInTheOrderOfTheirBytes) {
  const TemporaryFolder folder;
  for (const char* name : {"b/2.txt", "b/1.txt", "a.txt", "B.txt", "b.txt", "a/z/deep.txt", "a-b.txt",
                           "č.txt", "10", "9", ".hidden.txt"}) {
    folder.write(name);
  }
  EXPECT_EQ(walk(folder), (Lines{".hidden.txt", "10", "9", "B.txt", "a/z/deep.txt", "a-b.txt", "a.txt",
                                 "b/1.txt", "b/2.txt", "b.txt", "č.txt"}));
}

TEST(WalkFiles, SaysWhatAFileIsLike) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.txt", "twelve bytes");
  const timespec times[] = {{0, 0}, {-3, 250'000'000}};
  ASSERT_EQ(utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
  const std::vector<WalkEntry> entries = entries_below({folder.path()});
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].kind, EntryKind::file);
  EXPECT_EQ(entries[0].path, path);
  EXPECT_EQ(entries[0].root, folder.path());
  EXPECT_EQ(entries[0].size, 12U);
  EXPECT_EQ(entries[0].modified_ns, -2'750'000'000);
  EXPECT_EQ(entries[0].detail, "");
}

TEST(WalkFiles, WalksAFolderOnceWhateverTheRoots) {
  const TemporaryFolder folder;
  for (const char* name : {"a/1", "a/b/2", "a-b/3", "c/4"}) folder.write(name);
  EXPECT_EQ(walk_roots(folder, {folder / "c", folder / "a/b", folder / "a", folder / "a", folder / "a-b"}),
            (Lines{"a/1", "a/b/2", "a-b/3", "c/4"}));
  EXPECT_EQ(walk_roots(folder, {folder / "a/1"}), Lines{"a/1"});
  EXPECT_EQ(walk_roots(folder, {folder / "a", folder / "a/1"}), (Lines{"a/1", "a/b/2"}));
  EXPECT_EQ(walk_roots(folder, {}), Lines{});
}

TEST(WalkFiles, SaysThatARootIsGone) {
  const TemporaryFolder folder;
  folder.write("a/1");
  const std::vector<WalkEntry> entries = entries_below({folder / "gone", folder / "a"});
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[1].kind, EntryKind::unreadable);
  EXPECT_EQ(entries[1].path, folder / "gone");
  EXPECT_EQ(entries[1].detail, "No such file or directory");
}

TEST(WalkFiles, KeepsAnyBytesOfAName) {
  const TemporaryFolder folder;
  const Lines names = {"\x01.txt", "\xFF\xFE", " lead",       "a\nb.txt", "a\tb",
                       "\"q\"",    "-rf",      "caf\xE9.txt", "trail "};
  for (const std::string& name : names) folder.write(name);
  Lines sorted = names;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(walk(folder), sorted);
}

TEST(WalkFiles, EntersHiddenFoldersOnlyWhenAsked) {
  const TemporaryFolder folder;
  for (const char* name : {".git/config", "a/.cache/x", "a/.b.txt", "c.d/e"}) folder.write(name);
  EXPECT_EQ(walk(folder), (Lines{"hidden .git", "a/.b.txt", "hidden a/.cache", "c.d/e"}));
  EXPECT_EQ(walk(folder, {.hidden_folders = true}),
            (Lines{".git/config", "a/.b.txt", "a/.cache/x", "c.d/e"}));
  EXPECT_EQ(walk_roots(folder, {folder / ".git"}), Lines{".git/config"});  // asked for by name
}

TEST(WalkFiles, NeverEntersTheFolderToSkip) {
  const TemporaryFolder folder;
  for (const char* name : {"index/a", "index-b/c", "d/index/e"}) folder.write(name);
  EXPECT_EQ(walk(folder, {.skip_folder = folder / "index"}), (Lines{"d/index/e", "index-b/c"}));
  EXPECT_EQ(walk_roots(folder, {folder / "index"}, {.skip_folder = folder / "index"}), Lines{});
}

TEST(WalkFiles, FollowsNoLink) {
  const TemporaryFolder folder;
  folder.write("a/b.txt");
  const std::filesystem::path base = folder.path();
  std::filesystem::create_symlink("a/b.txt", base / "file");
  std::filesystem::create_symlink("a", base / "folder");
  std::filesystem::create_symlink("..", base / "a/loop");
  std::filesystem::create_symlink("self", base / "self");
  std::filesystem::create_symlink("nowhere\n", base / "dangling");
  EXPECT_EQ(walk(folder),
            (Lines{"a/b.txt", "link a/loop", "link dangling", "link file", "link folder", "link self"}));
  Lines details;
  for (const WalkEntry& entry : entries_below({folder.path()})) details.push_back(entry.detail);
  EXPECT_EQ(details, (Lines{"", "symbolic link to ..", "symbolic link to nowhere\n",
                            "symbolic link to a/b.txt", "symbolic link to a", "symbolic link to self"}));
}

TEST(WalkFiles, OpensNothingThatIsNoFile) {
  const TemporaryFolder folder;
  ASSERT_EQ(mkfifo((folder / "fifo").c_str(), 0600), 0);
  ASSERT_EQ(mkfifo((folder / ".dossierignore").c_str(), 0600), 0);
  folder.write("a.txt");
  const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = folder / "s";
  ASSERT_LT(name.size(), sizeof address.sun_path);
  name.copy(address.sun_path, name.size());
  ASSERT_EQ(bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  close(descriptor);
  EXPECT_EQ(walk(folder), (Lines{"special .dossierignore", "a.txt", "special fifo", "special s"}));
}

TEST(WalkFiles, NamesAFolderThatCannotBeRead) {
  const TemporaryFolder folder;
  folder.write("a/closed/x.txt");
  folder.write("a/open-to-all.txt");
  folder.write("a/barred/.dossierignore", "*.txt\n");
  ASSERT_EQ(chmod(folder.path().c_str(), 0755), 0);
  ASSERT_EQ(chmod((folder / "a/closed").c_str(), 0), 0);
  ASSERT_EQ(chmod((folder / "a/barred").c_str(), 0111), 0);
  {
    const Unprivileged here;
    // The rules of a folder that cannot be listed hold nowhere else.
    EXPECT_EQ(walk(folder), (Lines{"unreadable a/barred", "unreadable a/closed", "a/open-to-all.txt"}));
    const auto entries = entries_below({folder / "a/closed"});
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].detail, "Permission denied");
  }
  ASSERT_EQ(chmod((folder / "a/closed").c_str(), 0755), 0);
  ASSERT_EQ(chmod((folder / "a/barred").c_str(), 0755), 0);
}

TEST(WalkFiles, NamesRulesThatCannotBeRead) {
  const TemporaryFolder folder;
  folder.write("a/.dossierignore", "*.txt\n");
  folder.write("a/x.txt");
  ASSERT_EQ(chmod(folder.path().c_str(), 0755), 0);
  ASSERT_EQ(chmod((folder / "a/.dossierignore").c_str(), 0), 0);
  const Unprivileged here;
  EXPECT_EQ(walk(folder), (Lines{"unreadable a/.dossierignore", "a/x.txt"}));
  EXPECT_EQ(entries_below({folder.path()}).at(0).detail, "its rules do not hold: Permission denied");
}

TEST(WalkFiles, SurvivesPathsLongerThanTheSystemAllows) {
  const TemporaryFolder folder;
  const std::string segment(200, 'd');
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (int level = 0; level < 30; ++level) {
    std::filesystem::create_directory(segment);
    std::filesystem::current_path(segment);
  }
  std::filesystem::current_path(before);
  folder.write("z.txt");
  const std::vector<WalkEntry> entries = entries_below({folder.path()});
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].kind, EntryKind::unreadable);
  EXPECT_EQ(entries[0].detail, "File name too long");
  EXPECT_EQ(entries[1].path, folder / "z.txt");
}

TEST(WalkFiles, TakesOnlyWhatIsIncluded) {
  const TemporaryFolder folder;
  for (const char* name : {"a.md", "b.txt", "d/c.md", "d/e/f.pdf", "x/e/g.pdf"}) folder.write(name);
  EXPECT_EQ(walk(folder, {.include = {"*.md", "d/**/*.pdf"}}),
            (Lines{"a.md", "excluded b.txt", "d/c.md", "d/e/f.pdf", "excluded x/e/g.pdf"}));
  EXPECT_EQ(walk(folder, {.include = {"*.md"}, .exclude = {"a.*"}}),
            (Lines{"excluded a.md", "excluded b.txt", "d/c.md", "excluded d/e/f.pdf", "excluded x/e/g.pdf"}));
}

TEST(WalkFiles, LeavesOutWhatIsExcluded) {
  const TemporaryFolder folder;
  for (const char* name : {"a.md", "build/b.md", "c/build/d.md", "e/build", "f/g/h.md"}) folder.write(name);
  EXPECT_EQ(walk(folder, {.exclude = {"build"}}),
            (Lines{"a.md", "excluded build", "excluded c/build", "excluded e/build", "f/g/h.md"}));
  EXPECT_EQ(walk(folder, {.exclude = {"build/"}}),
            (Lines{"a.md", "excluded build", "excluded c/build", "e/build", "f/g/h.md"}));
  EXPECT_EQ(walk(folder, {.exclude = {"f/**", folder / "a.md"}}),
            (Lines{"excluded a.md", "build/b.md", "c/build/d.md", "e/build", "excluded f/g"}));
  EXPECT_EQ(walk_roots(folder, {folder / "build"}, {.exclude = {"build"}}),
            Lines{"build/b.md"});  // asked for by name
}

TEST(WalkFiles, AppliesTheRulesToLinksAndSpecialFilesToo) {
  const TemporaryFolder folder;
  std::filesystem::create_symlink("gone", folder / "link.txt");
  ASSERT_EQ(mkfifo((folder / "fifo.md").c_str(), 0600), 0);
  EXPECT_EQ(walk(folder, {.exclude = {"*.txt"}}), (Lines{"special fifo.md", "excluded link.txt"}));
  EXPECT_EQ(walk(folder, {.include = {"*.txt"}}), (Lines{"excluded fifo.md", "link link.txt"}));
}

TEST(AbsolutePath, ResolvesLinksAndDots) {
  const TemporaryFolder folder;
  folder.write("a/b.txt");
  std::filesystem::create_symlink("a", folder / "link");
  EXPECT_EQ(absolute_path(folder / "link/../a/./b.txt"), folder / "a/b.txt");
  EXPECT_EQ(absolute_path(folder / "a/"), folder / "a");
  EXPECT_EQ(absolute_path("/"), "/");
}

TEST(AbsolutePath, RefusesWhatIsNotThere) {
  const TemporaryFolder folder;
  using namespace std::string_literals;
  for (const std::string& path : {folder / "gone", ""s, folder / "a\0b"s}) {
    try {
      absolute_path(path);
      ADD_FAILURE() << path;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::usage) << path;
    }
  }
}

TEST(IsBelow, ComparesWholeSegments) {
  struct Row {
    std::string_view path, root;
    bool below;
  };
  for (const auto& [path, root, below] :
       {Row{"/a/b", "/a", true}, Row{"/a", "/a", true}, Row{"/ab", "/a", false}, Row{"/a", "/a/b", false},
        Row{"/a", "/", true}, Row{"/", "/", true}, Row{"", "/", false}, Row{"/b/a", "/a", false}}) {
    EXPECT_EQ(is_below(path, root), below) << path << ' ' << root;
  }
}

TEST(PathSet, CoversItsPathsAndWhatIsBelow) {
  const PathSet paths({"/a/b", "/a/b-c", "/d"});
  for (const char* path : {"/a/b", "/a/b/x", "/a/b/x/y", "/a/b-c", "/d/e"})
    EXPECT_TRUE(paths.covers(path)) << path;
  for (const char* path : {"/", "/a", "/a/bc", "/a/b-", "/da", "", "d"})
    EXPECT_FALSE(paths.covers(path)) << path;
  EXPECT_FALSE(paths.covers_above("/d"));
  EXPECT_TRUE(paths.covers_above("/d/e"));
  EXPECT_TRUE(PathSet({"/"}).covers("/a"));
}

}  // namespace
}  // namespace dossier
