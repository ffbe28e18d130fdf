// Files in a folder of their own, and the test's worker program to read them.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "dossier/extract/worker.h"
#include "extraction.h"

namespace dossier {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

class WorkerTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string folder = (std::filesystem::temp_directory_path() / "dossier-worker-XXXXXX").string();
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // The test's worker program by the name of what it does.
  WorkerOptions that(const std::string& how) const {
    const std::filesystem::path program = folder_ / how;
    if (!std::filesystem::exists(program)) std::filesystem::create_symlink(DOSSIER_TEST_WORKER, program);
    // Only what hangs is waited for: a busy machine makes all else slow, and no more.
    return {.program = program.string(),
            .file_time = std::chrono::seconds(how.starts_with("hangs") ? 1 : 60)};
  }

  std::string file(std::string_view bytes) const {
    const std::filesystem::path path = folder_ / "file";
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  Extraction run(Worker& worker, std::string_view name, std::string_view bytes) const {
    const int fd = open(file(bytes).c_str(), O_RDONLY | O_CLOEXEC);
    Extraction extraction;
    extraction.outcome = worker.extract(
        fd, name, [&](ExtractedDocument&& document) { extraction.documents.push_back(std::move(document)); });
    EXPECT_EQ(lseek(fd, 0, SEEK_CUR), 0);  // still open, still at its start
    close(fd);
    return extraction;
  }

  Extraction run(const std::string& how) const {
    Worker worker(that(how));
    return run(worker, "a.txt", "text");
  }

  std::filesystem::path folder_;
};

}  // namespace dossier
