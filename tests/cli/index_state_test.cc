// Indexes that are missing, foreign, damaged, locked or closed to writing: what every command says.
#include <fcntl.h>
#include <unistd.h>

#include <xapian.h>
#include <fstream>

#include "cli/sample.h"

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;

const std::vector<std::vector<std::string>> kReaders = {
    {"search", "kosovo"}, {"facets"}, {"explain", "kosovo"}, {"show", "L1"},  {"list"}, {"status"},
    {"failed"},           {"check"},  {"compact"},           {"remove", "L1"}};

TEST(NoIndex, IsCodeFourForEveryCommandThatNeedsOne) {
  const Sandbox sandbox;
  for (std::vector<std::string> command : kReaders) {
    command.push_back("--index=nowhere");
    EXPECT_EQ(sandbox.session(command), R"([4]
--- error
dossier: there is no index in nowhere
  hint: make one with: dossier index FOLDER
)");
    EXPECT_FALSE(fs::exists(sandbox.path("nowhere"))) << command[0] << " made an index";
  }
}

TEST(NoIndex, IsNotMadeOfAFolderOfDocuments) {
  const Sandbox sandbox;
  sandbox.write("docs/a.txt", "A text.");
  EXPECT_EQ(sandbox.session({"--index", "docs", "index", "docs"}), R"([4]
--- error
dossier: docs is no index: it holds a.txt
  hint: name an empty or new folder with --index; documents are given as arguments of 'index'
)");
  EXPECT_EQ(sandbox.session({"--index", "docs", "search", "text"}), R"([4]
--- error
dossier: there is no index in docs
  hint: make one with: dossier index FOLDER
)");
  EXPECT_EQ(sandbox.session({"--index", "docs/a.txt", "index", "docs"}), R"([4]
--- error
dossier: cannot make the index folder docs/a.txt: Not a directory
  hint: name another place with --index DIR or DOSSIER_INDEX
)");
  EXPECT_EQ(sandbox.session({"--index", "/proc/dossier", "index", "docs"}), R"([4]
--- error
dossier: cannot make the index folder /proc/dossier: No such file or directory
  hint: name another place with --index DIR or DOSSIER_INDEX
)");
}

class IndexState : public SampleIndex {
 protected:
  std::string whole_file(const std::string& name) const {
    std::ifstream in(sandbox.path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_F(IndexState, OfAnotherVersionIsNamed) {
  {
    Xapian::WritableDatabase database(sandbox.path(".dossier/db"), Xapian::DB_OPEN);
    database.set_metadata("dossier:schema", "99");
    database.commit();
  }
  for (const std::vector<std::string>& command : kReaders) {
    const Finished finished = sandbox.run(command);
    EXPECT_EQ(finished.code, 4) << command[0];
    EXPECT_EQ(finished.out, "") << command[0];
    EXPECT_EQ(sandbox.tidy(finished.err),
              R"(dossier: the index $DIR/.dossier has schema version 99, this program reads version 5
  hint: index again into a new folder
)");
  }
  EXPECT_EQ(sandbox.session({"index", "docs"}), R"([4]
--- error
dossier: the index $DIR/.dossier has schema version 99, this program writes version 5
  hint: index again into a new folder
)");
}

// Each table in turn is cut, emptied, and overwritten in its middle: whatever is asked then is answered or
// refused, never by a crash.
TEST_F(IndexState, DamagedInAnyTableIsRefusedOrAnswered) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(sandbox.path(".dossier")))
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(sandbox.path()));
  std::sort(files.begin(), files.end());
  ASSERT_GE(files.size(), 4U);
  std::size_t refused = 0;
  for (const std::string& file : files) {
    const std::string whole = whole_file(file);
    std::string rewritten = whole;
    for (std::size_t i = rewritten.size() / 4; i < rewritten.size() * 3 / 4; ++i) rewritten[i] = '\x5a';
    for (const std::string& bytes : {std::string(), whole.substr(0, whole.size() / 2), rewritten}) {
      std::ofstream(sandbox.path(file), std::ios::binary) << bytes;
      for (const std::vector<std::string>& command : kReaders) {
        if (command[0] == "compact" || command[0] == "remove") continue;  // they change what is there
        const Finished finished = sandbox.run(command);
        EXPECT_TRUE(finished.code <= 4) << file << ": " << command[0] << " ended with " << finished.code;
        EXPECT_TRUE(finished.code <= 1 || finished.err.starts_with("dossier: ") || !finished.out.empty())
            << file << ": " << command[0] << " said nothing";
        EXPECT_EQ(finished.err.find("unexpected error"), std::string::npos) << file << ": " << finished.err;
        refused += finished.code == 4;
      }
      std::ofstream(sandbox.path(file), std::ios::binary) << whole;
    }
  }
  EXPECT_GT(refused, 20U);
  EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
}

TEST_F(IndexState, DamagedSaysSoWithAHint) {
  std::ofstream(sandbox.path(".dossier/db/iamglass"), std::ios::binary) << "nothing";
  EXPECT_EQ(sandbox.session({"search", "kosovo"}), R"([4]
--- error
dossier: opening the index $DIR/.dossier: Couldn't read enough (EOF)
  hint: the index is damaged; index again into a new folder
)");
  EXPECT_EQ(sandbox.session({"check"}), R"([4]
--- error
dossier: opening the index $DIR/.dossier: Couldn't read enough (EOF)
  hint: the index is damaged; index again into a new folder
)");
}

TEST_F(IndexState, WithoutItsColumnsIsRefusedAndMadeWholeByIndexing) {
  for (const auto& entry : fs::directory_iterator(sandbox.path(".dossier")))
    if (entry.path().filename().string().starts_with("columns-")) fs::remove(entry);
  EXPECT_EQ(sandbox.run({"search", "kosovo"}).code, 4);
  sandbox.write("docs/more.txt", "One more text.");
  EXPECT_EQ(sandbox.run({"index", "docs"}).code, 0);
  EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
}

// Holds the lock as another writer would.
class HeldLock {
 public:
  explicit HeldLock(const fs::path& file) : fd_(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    held = fcntl(fd_, F_SETLK, &lock) == 0;
  }
  ~HeldLock() { close(fd_); }
  HeldLock(const HeldLock&) = delete;
  HeldLock& operator=(const HeldLock&) = delete;
  bool held = false;

 private:
  int fd_;
};

TEST_F(IndexState, LockedIsCodeFiveAndNamesTheHolder) {
  const HeldLock lock(sandbox.path(".dossier/lock"));
  ASSERT_TRUE(lock.held);
  for (const std::vector<std::string>& writer :
       std::vector<std::vector<std::string>>{{"index", "docs"}, {"remove", "L1"}, {"compact"}})
    EXPECT_EQ(sandbox.session(writer), R"([5]
--- error
dossier: the index $DIR/.dossier is being written by another process (pid N)
  hint: wait until it is done; searching works meanwhile
)");
  EXPECT_NE(sandbox.run({"index", "docs"}).err.find("(pid " + std::to_string(getpid()) + ")"),
            std::string::npos);
  EXPECT_EQ(sandbox.run({"search", "kosovo"}).code, 0);
  EXPECT_EQ(sandbox.run({"list"}).code, 0);
  EXPECT_EQ(sandbox.run({"index", "--dry-run", "docs"}).code, 0);
}

TEST_F(IndexState, ClosedToWritingIsReadAndRefusesToChange) {
  fs::permissions(sandbox.path(".dossier"), fs::perms::owner_read | fs::perms::owner_exec |
                                                fs::perms::others_read | fs::perms::others_exec);
  fs::permissions(sandbox.path(".dossier/lock"), fs::perms::owner_read | fs::perms::others_read);
  const Launch nobody{.as_nobody = true};
  EXPECT_EQ(sandbox.session({"index", "docs"}, nobody), R"([4]
--- error
dossier: cannot write to the index $DIR/.dossier: Permission denied
  hint: check its permissions, or name another with --index
)");
  EXPECT_EQ(sandbox.run({"compact"}, nobody).code, 4);
  EXPECT_EQ(sandbox.run({"remove", "L1"}, nobody).code, 4);
  EXPECT_EQ(sandbox.run({"search", "kosovo"}, nobody).code, 0);
  EXPECT_EQ(sandbox.run({"status"}, nobody).code, 0);
  // Xapian checks a table only where it may write to it.
  EXPECT_EQ(sandbox.session({"check"}, nobody), R"([4]
--- error
dossier: checking the index $DIR/.dossier: Couldn't open $DIR/.dossier/db/docdata.glass read/write: Permission denied
  hint: check the permissions of the index's folder
)");
}

TEST_F(IndexState, ClosedToReadingIsCodeFour) {
  fs::permissions(sandbox.path(".dossier/db"), fs::perms::none);
  EXPECT_EQ(sandbox.session({"search", "kosovo"}, {.as_nobody = true}), R"([4]
--- error
dossier: cannot read the index $DIR/.dossier: Permission denied
  hint: check the permissions of its folder
)");
  fs::permissions(sandbox.path(".dossier"), fs::perms::none);
  for (const std::vector<std::string>& command : kReaders)
    EXPECT_EQ(sandbox.run(command, {.as_nobody = true}).code, 4) << command[0];
  EXPECT_EQ(sandbox.run({"index", "docs"}, {.as_nobody = true}).code, 4);
  EXPECT_EQ(sandbox.run({"index", "--dry-run", "docs"}, {.as_nobody = true}).code, 4);
  fs::permissions(sandbox.path(".dossier"), fs::perms::all);
}

}  // namespace
}  // namespace dossier::cli
