// Forgetting documents.
#include <gtest/gtest.h>

#include <string>

#include "dossier/core/error.h"
#include "indexed_folder.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;

class RemoveDocuments : public testing::Test {
 protected:
  RemoveDocuments() {
    folder_.write("a.md", "# Alpha\n\nOne.");
    folder_.write("sub/b.md", "# Beta\n\nTwo.");
    folder_.write("sub/c.md", "# Gamma\n\nThree.");
    folder_.write("subway.md", "# Delta\n\nFour.");
    folder_.write("r.jsonl",
                  "{\"id\":\"speech-1\",\"text\":\"One.\"}\n{\"id\":\"speech-2\",\"text\":\"Two.\"}\n");
    folder_.update();
  }
  // "removed 2, unknown x".
  std::string remove(const Lines& names) {
    const RemoveReport report = remove_documents(folder_.index(), names);
    std::string out = "removed " + std::to_string(report.documents);
    for (const std::string& name : report.unknown) out += ", unknown " + name;
    EXPECT_EQ(folder_.faults(), Lines{});
    return out;
  }
  Lines paths() const {
    Lines out;
    for (const std::string& line : folder_.documents()) out.push_back(line.substr(0, line.find(':')));
    return out;
  }

  IndexedFolder folder_;
};

TEST_F(RemoveDocuments, ByIdFileOrFolder) {
  EXPECT_EQ(remove({folder_.docs() + "/a.md"}), "removed 1");
  EXPECT_EQ(paths(), (Lines{"r.jsonl", "r.jsonl", "sub/b.md", "sub/c.md", "subway.md"}));
  EXPECT_EQ(remove({"speech-1"}), "removed 1");
  EXPECT_EQ(remove({folder_.docs() + "/sub/"}), "removed 2");
  EXPECT_EQ(paths(), (Lines{"r.jsonl", "subway.md"}));
  EXPECT_EQ(remove({folder_.docs(), "speech-2"}), "removed 2");
  EXPECT_EQ(paths(), Lines{});
  EXPECT_EQ(folder_.ledger(), Lines{});
}

TEST_F(RemoveDocuments, AndIndexingBringsThemBack) {
  const Lines before = folder_.documents();
  remove({folder_.docs() + "/sub", "speech-1"});
  EXPECT_EQ(folder_.update(), "added 2, changed 1, unchanged 2") << "one of a file's many too";
  EXPECT_EQ(folder_.documents(), before);
}

TEST_F(RemoveDocuments, NamesWhatItDoesNotKnow) {
  EXPECT_EQ(remove({"", "nothing", "/", "speech-1"}).substr(0, 9), "removed 6") << "but all is below /";
  EXPECT_EQ(remove({"", "speech", "speech-1", "/docs"}),
            "removed 0, unknown , unknown speech, unknown speech-1, unknown /docs");
}

TEST_F(RemoveDocuments, FindsAPathFromWhereOneIs) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_.docs());
  fs::create_directory_symlink(folder_.docs(), folder_.outside("link"));
  EXPECT_EQ(remove({"sub/b.md"}), "removed 1");
  EXPECT_EQ(remove({"./sub/../sub/"}), "removed 1");
  EXPECT_EQ(remove({folder_.outside("link/a.md")}), "removed 1");
  EXPECT_EQ(remove({"."}), "removed 3");
  fs::current_path(before);
}

TEST_F(RemoveDocuments, PrefersAPathToTheBeginningOfAnId) {
  folder_.write("speech/x.md", "# X\n\nNew.");
  folder_.remove("r.jsonl");
  folder_.write("r.jsonl", "{\"id\":\"speech-1\",\"text\":\"One.\"}\n");
  folder_.update();
  const fs::path before = fs::current_path();
  fs::current_path(folder_.docs());
  EXPECT_EQ(remove({"speech"}), "removed 1");
  EXPECT_EQ(paths(), (Lines{"a.md", "r.jsonl", "sub/b.md", "sub/c.md", "subway.md"}));
  EXPECT_EQ(remove({"speech"}), "removed 1") << "now only an id begins so";
  fs::current_path(before);
}

TEST_F(RemoveDocuments, NeedsAnIndex) {
  EXPECT_THROW(remove_documents(folder_.outside("nowhere"), {"a"}), Error);
  EXPECT_FALSE(fs::exists(folder_.outside("nowhere")));
}

TEST_F(RemoveDocuments, TakesADoubleAway) {
  folder_.write("copy.md", "# Alpha\n\nOne.");
  folder_.update();
  EXPECT_EQ(remove({folder_.docs() + "/copy.md"}), "removed 1");
  EXPECT_EQ(paths(), (Lines{"r.jsonl", "r.jsonl", "sub/b.md", "sub/c.md", "subway.md"}))
      << "the document, under either name";
}

}  // namespace
}  // namespace dossier
