// What a document could have its reader do, were the reader taken over: none of it works in a worker.
#include <string>
#include <vector>

#include "worker_fixture.h"

namespace dossier {
namespace {

// What came of an attempt, and what the worker was confined by.
struct Attempt {
  std::string result;
  Confinement confinement;
};

class ConfinementTest : public WorkerTest {
 protected:
  void SetUp() override {
    WorkerTest::SetUp();
    std::ofstream(folder_ / "secret") << "words";
  }

  // Has a worker of the kind `how` read "`what` PATH", a relative path being one in the test's folder.
  Attempt attempt(const std::string& how, const std::string& what, const std::string& path) const {
    WorkerOptions options = that(how);
    if (what == "loop") options.file_time = std::chrono::seconds(1);
    Worker worker(options);
    const Extraction got = run(worker, "a.txt", what + " " + (folder_ / path).string());
    return {got.outcome.status == Status::ok ? got.outcome.detail : print(got.outcome),
            worker.confinement().value_or(Confinement{})};
  }
};

struct ForbiddenCall {
  std::string what;
  std::string path;
  std::string result;
};

void PrintTo(const ForbiddenCall& call, std::ostream* out) {
  *out << call.what << ' ' << call.path;
}

class ForbiddenCallTest : public ConfinementTest, public ::testing::WithParamInterface<ForbiddenCall> {};

TEST_P(ForbiddenCallTest, IsStopped) {
  if (kSanitized && GetParam().what == "map-private")
    GTEST_SKIP() << "under a sanitizer no limit of memory can be set";
  const Attempt got = attempt("tempted", GetParam().what, GetParam().path);
  if (got.confinement != Confinement{.system_calls = true, .files = FileAccess::shared_data})
    GTEST_SKIP() << "this system has no seccomp or no Landlock";
  EXPECT_EQ(got.result, GetParam().result);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "new"));
}

INSTANTIATE_TEST_SUITE_P(Worker, ForbiddenCallTest,
                         ::testing::ValuesIn(std::vector<ForbiddenCall>{
                             {"write", "secret", "EPERM"},
                             {"create", "new", "EPERM"},
                             {"read", "secret", "EACCES"},
                             {"read", "/etc/shadow", "EACCES"},
                             {"list", "", "EACCES"},
                             {"socket", "", "EPERM"},
                             {"connect", "secret", "EPERM"},
                             {"execute", "/bin/true", "EPERM"},
                             {"fork", "", "EPERM"},
                             {"thread", "", "EPERM"},
                             {"trace", "", "EPERM"},
                             {"kill", "", "EPERM"},
                             {"mount", "", "EPERM"},
                             {"setuid", "", "EPERM"},
                             {"unlink", "secret", "EPERM"},
                             {"map-private", "", "ENOMEM"},
                             {"map-shared", "", "EPERM"},
                             {"loop", "", "failed timed-out"},
                         }),
                         [](const auto& call) {
                           std::string name = call.param.what + std::to_string(call.index);
                           std::erase(name, '-');
                           return name;
                         });

TEST_F(ConfinementTest, LeavesReadingWhatTheSystemShares) {
  EXPECT_EQ(attempt("tempted", "read", "/usr/share/common-licenses/GPL-3").result, "done");
}

// Old kernels and containers lack one or the other: the rest holds, and the worker says what there is.
TEST_F(ConfinementTest, HoldsAsFarAsTheSystemGoes) {
  struct Row {
    std::string system;
    Confinement confinement;
    std::string read_secret, read_shared, make_socket;
  };
  for (const auto& [system, confinement, read_secret, read_shared, make_socket] : std::vector<Row>{
           {"tempted-without-landlock", {true, FileAccess::none}, "EPERM", "EPERM", "EPERM"},
           {"tempted-without-seccomp", {false, FileAccess::shared_data}, "EACCES", "done", "done"},
           {"tempted-without-both", {false, FileAccess::any}, "done", "done", "done"},
       }) {
    const Attempt got = attempt(system, "read", "secret");
    EXPECT_EQ(got.confinement, confinement) << system;
    EXPECT_EQ(got.result, read_secret) << system;
    EXPECT_EQ(attempt(system, "read", "/usr/share/common-licenses/GPL-3").result, read_shared) << system;
    EXPECT_EQ(attempt(system, "socket", "").result, make_socket) << system;
    EXPECT_EQ(attempt(system, "create", "new").result == "done", system == "tempted-without-both") << system;
    EXPECT_EQ(attempt(system, "loop", "").result, "failed timed-out") << system;
  }
}

TEST_F(ConfinementTest, ServesTheNextFileAllTheSame) {
  Worker worker(that("tempted"));
  EXPECT_EQ(run(worker, "a.txt", "fork").outcome.detail, run(worker, "a.txt", "fork").outcome.detail);
}

}  // namespace
}  // namespace dossier
