// What the indexer sees of a file, without an index.
#include "dossier/app/extract_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace dossier {
namespace {

struct Extraction {
  Outcome outcome;
  std::vector<ExtractedFile> files;
};

Extraction run(const std::string& path) {
  Worker worker({});
  Extraction out;
  out.outcome = extract_file(path, worker, {.today = 20'000},
                             [&](ExtractedFile&& file) { out.files.push_back(std::move(file)); });
  return out;
}

TEST(ExtractFile, GivesTheDocumentAsItWouldBeIndexed) {
  const TemporaryFolder folder;
  const std::string path = folder.write("2013-05-24 a.md", "# Alpha\n\nOne.");
  const Extraction extraction = run(path);
  EXPECT_EQ(extraction.outcome.status, Status::ok);
  ASSERT_EQ(extraction.files.size(), 1U);
  EXPECT_EQ(extraction.files[0].path, path);
  EXPECT_EQ(extraction.files[0].encoding, "UTF-8");
  EXPECT_EQ(extraction.files[0].document.title, "Alpha");
  EXPECT_EQ(extraction.files[0].document.published->from, "file-name");
  EXPECT_EQ(extraction.files[0].document.passages.size(), 1U);
}

TEST(ExtractFile, NamesMembersByTheirPlace) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.jsonl", "{\"text\":\"One.\"}\nbroken\n{\"text\":\"Three.\"}\n");
  const Extraction extraction = run(path);
  EXPECT_EQ(extraction.outcome.status, Status::partial);
  ASSERT_EQ(extraction.files.size(), 2U);
  EXPECT_EQ(extraction.files[0].path, path + "//1");
  EXPECT_EQ(extraction.files[1].path, path + "//3");
}

TEST(ExtractFile, GivesWhyThereIsNothing) {
  const TemporaryFolder folder;
  const auto reason = [](const std::string& path) {
    const Extraction extraction = run(path);
    EXPECT_EQ(extraction.files.size(), 1U);
    EXPECT_TRUE(extraction.files[0].document.text.empty());
    EXPECT_EQ(extraction.files[0].outcome, extraction.outcome);
    return std::string(reason_name(extraction.outcome.reason));
  };
  EXPECT_EQ(reason(folder.write("empty.txt", "")), "empty");
  EXPECT_EQ(reason(folder / "nowhere.txt"), "unreadable");
  EXPECT_EQ(reason(folder.path()), "unreadable");
  EXPECT_EQ(reason("/dev/null"), "not-a-file");
}

TEST(ExtractFile, FollowsALinkThatWasNamed) {
  const TemporaryFolder folder;
  folder.write("a.txt", "One word");
  std::filesystem::create_symlink("a.txt", folder / "link.txt");
  EXPECT_EQ(run(folder / "link.txt").outcome.status, Status::ok);
}

}  // namespace
}  // namespace dossier
