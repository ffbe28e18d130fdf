// A disk that fills up in the middle of a run.
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <string>

#include "dossier/core/error.h"
#include "dossier/search/searcher.h"
#include "indexed_folder.h"

namespace dossier {
namespace {

constexpr int kFiles = 150;

void fill(IndexedFolder& folder) {
  for (int i = 0; i < kFiles; ++i) {
    std::string text = "# Title " + std::to_string(i) + "\n\nPeace";
    for (int word = 0; word < 400; ++word) text += " w" + std::to_string(i * 400 + word);
    folder.write("f" + std::to_string(1000 + i) + ".md", text + ".");
  }
}

// What `work` gives, in a process of its own: what it does to its limits and mounts ends with it.
std::string in_child(const std::function<std::string()>& work) {
  int ends[2];
  if (pipe(ends) != 0) return "no pipe";
  const pid_t child = fork();
  if (child == 0) {
    std::string result;
    try {
      result = work();
    } catch (const std::exception& error) {
      result = std::string("exception: ") + error.what();
    }
    _exit(write(ends[1], result.data(), result.size()) == static_cast<ssize_t>(result.size()) ? 0 : 1);
  }
  close(ends[1]);
  std::string result(64 * 1024, '\0');
  const ssize_t count = read(ends[0], result.data(), result.size());
  result.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  return status == 0 ? result : "the child died: " + result;
}

// Indexes until there is no more room, then with `make_room`. "ok", or what is wrong.
std::string fill_up_and_go_on(const IndexedFolder& folder, Writing writing, const std::string& expected_hint,
                              const std::function<bool()>& make_room) {
  UpdateOptions options = folder.options();
  options.writing = writing;
  options.commit_bytes = 20'000;
  try {
    update_index(options);
    return "it had room for everything";
  } catch (const Error& error) {
    if (error.code() != ErrorCode::io) return std::string("code of: ") + error.what();
    if (error.hint() != expected_hint) return error.what() + std::string("; hint: ") + error.hint();
  }
  if (const Lines faults = folder.faults(); !faults.empty()) return faults[0];
  const std::size_t committed = folder.documents().size();
  if (committed == 0 || committed >= kFiles) return std::to_string(committed) + " documents were committed";
  if (Searcher(folder.index()).search({.query = "peace"}).total.documents != committed)
    return "search does not find what was committed";
  if (!make_room()) return "no room could be made";
  update_index(options);
  if (const Lines faults = folder.faults(); !faults.empty()) return faults[0];
  return folder.documents() == folder.documents_of_clean_run() ? "ok" : "other documents than a clean run";
}

class FullDisk : public testing::TestWithParam<Writing> {};
class FileSizeLimit : public FullDisk {};

const auto kEitherWay = testing::Values(Writing::stock, Writing::segments);
std::string name_of(const testing::TestParamInfo<Writing>& info) {
  return info.param == Writing::stock ? "stock" : "segments";
}
INSTANTIATE_TEST_SUITE_P(Writing, FullDisk, kEitherWay, name_of);
INSTANTIATE_TEST_SUITE_P(Writing, FileSizeLimit, kEitherWay, name_of);

TEST_P(FullDisk, IsSaidAndWhatWasCommittedIsKept) {
  IndexedFolder folder;
  fill(folder);
  std::filesystem::create_directory(folder.index());
  const std::string result = in_child([&]() -> std::string {
    // A small file system of its own, which root may mount, and anybody within a namespace.
    const auto resize = [&](unsigned long flags, const char* size) {
      return mount("tmpfs", folder.index().c_str(), "tmpfs", flags, size) == 0;
    };
    if (unshare(CLONE_NEWNS | (geteuid() == 0 ? 0 : CLONE_NEWUSER)) != 0) return "not permitted";
    mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    if (!resize(0, "size=1500k")) return "not permitted";
    return fill_up_and_go_on(
        folder, GetParam(),
        "the disk is full: make room and run the command again; what was committed is kept",
        [&] { return resize(MS_REMOUNT, "size=100m"); });
  });
  if (result == "not permitted") GTEST_SKIP() << "this system lets nobody mount a small file system";
  EXPECT_EQ(result, "ok");
}

TEST_P(FileSizeLimit, IsSaidAndWhatWasCommittedIsKept) {
  IndexedFolder folder;
  fill(folder);
  EXPECT_EQ(in_child([&] {
              std::signal(SIGXFSZ, SIG_IGN);  // as a full disk: writing fails
              rlimit before{};
              getrlimit(RLIMIT_FSIZE, &before);
              const rlimit small{.rlim_cur = 300'000, .rlim_max = before.rlim_max};
              if (setrlimit(RLIMIT_FSIZE, &small) != 0) return std::string("no limit");
              return fill_up_and_go_on(folder, GetParam(), "",
                                       [&] { return setrlimit(RLIMIT_FSIZE, &before) == 0; });
            }),
            "ok");
}

}  // namespace
}  // namespace dossier
