// SIGKILL at any moment: what was committed is there, the index is sound, and the next run ends what was
// begun.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/error.h"
#include "dossier/core/hash.h"
#include "dossier/extract/worker.h"
#include "dossier/index/index_writer.h"
#include "dossier/search/searcher.h"
#include "indexed_folder.h"

namespace dossier {
namespace {

using Clock = std::chrono::steady_clock;
using Microseconds = std::chrono::microseconds;

constexpr int kKills = 200;
constexpr std::uint64_t kCommitBytes = 4000;  // a commit every few documents

// What the child process tells: how many of the files to be read are done and committed.
void acknowledge(std::uint64_t files) {
  const std::string line = std::to_string(files) + "\n";
  if (write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(1);
}

// The child: an ordinary run with many commits, through Xapian's writer or by segments.
int run_update(const char* index, const char* docs, const std::string& writing) {
  UpdateOptions options{.index = index, .paths = {docs}, .jobs = 2};
  options.writing = writing == "segments" ? Writing::segments : Writing::stock;
  options.today = parse_partial_date("2024-06-30")->days.first;
  options.commit_bytes = kCommitBytes;
  std::optional<std::uint64_t> being_committed;
  options.progress = [&](const UpdateProgress& progress) {
    if (being_committed) acknowledge(*being_committed);  // whoever goes on has committed
    being_committed.reset();
    if (progress.phase == UpdateProgress::Phase::committing) being_committed = progress.files;
  };
  update_index(options);
  return 0;
}

int run_compact(const char* index) {
  IndexWriter(index).compact(0);
  return 0;
}

// How a child went that was to be killed at a moment.
struct Attempt {
  bool killed = false;
  std::uint64_t acknowledged = 0;
};

// Starts this program with the arguments and kills it after `time`, unless it has ended by then.
Attempt kill_after(Microseconds time, const std::vector<std::string>& arguments) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const auto deadline = Clock::now() + time;
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    std::vector<char*> argv{const_cast<char*>("kill_test")};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv("/proc/self/exe", argv.data());
    _exit(127);
  }
  close(ends[1]);
  std::string output;
  char buffer[4096];
  for (bool killed = false;;) {
    const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(deadline - Clock::now()).count();
    const timespec wait{left > 0 ? left / 1'000'000'000 : 0, left > 0 ? left % 1'000'000'000 : 0};
    pollfd poller{.fd = ends[0], .events = POLLIN, .revents = 0};
    if (!killed && ppoll(&poller, 1, &wait, nullptr) == 0) {
      kill(child, SIGKILL);
      killed = true;
    }
    const ssize_t count =
        read(ends[0], buffer, sizeof buffer);  // after the kill: what is still in the pipe, then its end
    if (count <= 0) break;
    output.append(buffer, static_cast<std::size_t>(count));
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  Attempt attempt{.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL};
  if (!attempt.killed && status != 0) throw std::runtime_error("the child failed: " + output);
  // The last whole line; a line is written at once.
  if (const std::size_t end = output.rfind('\n'); end != std::string::npos) {
    const std::size_t before = output.rfind('\n', end - 1);
    attempt.acknowledged = std::stoull(output.substr(before == std::string::npos ? 0 : before + 1));
  }
  return attempt;
}

class KilledIndexer {
 public:
  explicit KilledIndexer(unsigned seed) : random_(seed) {}

  int run();  // gives how often it was killed

 private:
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }
  std::string word() { return "w" + std::to_string(below(40)); }
  std::string text() {
    std::string out = "Peace";
    for (std::size_t i = 40 + below(150); i > 0; --i) out += " " + word();
    return out + ".";
  }

  void write_markdown(std::size_t i) {
    std::string bytes = "---\ndate: " + std::to_string(1990 + below(30)) + "\n---\n# Title " + word() +
                        " of " + std::to_string(i) + "\n\n";
    for (std::size_t section = 0; section <= below(4); ++section)
      bytes += "## Section " + word() + "\n\n" + text() + "\n\n";
    folder_.write("f" + std::to_string(i) + ".md", bytes);
  }
  void write_records(const std::string& name, std::size_t first, std::size_t last,
                     std::size_t changed_every) {
    std::string bytes;
    for (std::size_t i = first; i < last; ++i) {
      const std::string body =
          i % changed_every == 0 ? text() : "Peace record " + std::to_string(i) + " " + std::string(200, 'x');
      bytes += "{\"id\":\"" + name + std::to_string(i) + "\",\"title\":\"Record " + std::to_string(i) +
               "\",\"text\":\"" + body + "\"}\n";
    }
    folder_.write(name + ".jsonl", bytes);
  }

  void make_folder();
  void change_folder();
  // Runs and kills until a run comes to its end; compacts and kills; compares with a clean run.
  void round();
  void kill_updates();
  void kill_compactions();
  void expect_sound(const Lines& plan, std::uint64_t acknowledged);
  void compare_with_clean_run();
  Lines answers(const std::string& index) const;

  IndexedFolder folder_;
  std::mt19937 random_;
  int files_ = 60;
  bool committed_ = false;  // something in this index has been
  int kills_ = 0;
  int kills_after_commits_ = 0;
  int compactions_killed_ = 0;
};

void KilledIndexer::make_folder() {
  for (int i = 0; i < files_; ++i) write_markdown(static_cast<std::size_t>(i));
  write_records("r", 0, 60, 7);
  write_records("s", 0, 30, 5);
  std::filesystem::copy_file(folder_.docs() + "/f3.md", folder_.docs() + "/z-copy.md");
  folder_.write("empty.txt", "");
}

void KilledIndexer::change_folder() {
  for (int i = 0; i < files_; ++i) {
    const std::string name = "f" + std::to_string(i) + ".md";
    if (!std::filesystem::exists(folder_.docs() + "/" + name)) continue;
    switch (below(6)) {
      case 0:
      case 1:
        write_markdown(static_cast<std::size_t>(i));
        break;
      case 2:
        folder_.remove(name);
        break;
      case 3:
        folder_.move(name, "moved" + std::to_string(kills_) + "/" + name);
        break;
      default:
        break;
    }
  }
  for (int more = 0; more < 25; ++more) write_markdown(static_cast<std::size_t>(files_++));
  const std::size_t first = below(20);
  write_records("r", first, first + 50, 2 + below(5));
  write_records("s", first, first + 30, 3);
}

void KilledIndexer::expect_sound(const Lines& plan, std::uint64_t acknowledged) {
  committed_ |= acknowledged > 0;
  try {
    ASSERT_EQ(folder_.faults(), Lines{});
    ASSERT_FALSE(Searcher(folder_.index()).search({.query = "peace"}).relaxed);
  } catch (const Error& error) {
    ASSERT_FALSE(committed_) << error.what();
    ASSERT_EQ(error.code(), ErrorCode::no_index) << error.what();
    return;
  }
  if (acknowledged == 0) return;
  std::map<std::string, FileRecord> ledger;
  for (FileRecord& file : IndexReader(folder_.index()).files()) ledger[file.path] = std::move(file);
  ASSERT_LE(acknowledged, plan.size());
  for (std::size_t i = 0; i < acknowledged; ++i) {
    ASSERT_TRUE(ledger.contains(plan[i])) << plan[i];
    const FileRecord& file = ledger[plan[i]];
    ASSERT_NE(file.outcome.status, Status::failed) << plan[i];
    std::ifstream in(plan[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    ASSERT_EQ(file.hash, hash_hex(bytes)) << plan[i] << " is there as it was before";
    ASSERT_EQ(file.documents.empty(), bytes.empty()) << plan[i];
  }
}

void KilledIndexer::kill_updates() {
  // Grows, so that a run ends at last however slow the machine.
  for (Microseconds longest{200'000};; longest += longest / 20) {
    Lines plan;
    UpdateOptions look = folder_.options();
    look.dry_run = true;
    try {
      for (const auto& [sign, path] : folder_.run(look).plan) {
        if (sign != '-') plan.push_back(path);
      }
    } catch (const Error& error) {
      ASSERT_FALSE(committed_) << error.what();  // a database that was killed while it was made
    }
    const Microseconds time(below(static_cast<std::size_t>(longest.count())));
    const char* writing = below(2) == 0 ? "segments" : "stock";
    const Attempt attempt = kill_after(time, {"--update", folder_.index(), folder_.docs(), writing});
    kills_ += attempt.killed;
    kills_after_commits_ += attempt.killed && attempt.acknowledged > 0;
    expect_sound(plan, attempt.acknowledged);
    if (testing::Test::HasFatalFailure() || !attempt.killed) return;
  }
}

void KilledIndexer::kill_compactions() {
  const Lines before = folder_.documents();
  for (int i = 0; i < 5; ++i) {
    const Attempt attempt = kill_after(Microseconds(below(80'000)), {"--compact", folder_.index()});
    kills_ += attempt.killed;
    compactions_killed_ += attempt.killed;
    ASSERT_EQ(folder_.faults(), Lines{});
    ASSERT_EQ(folder_.documents(), before);
  }
}

// Fifty queries, each answer as lines that do not depend on numbers in the index.
Lines KilledIndexer::answers(const std::string& index) const {
  std::mt19937 random(50);
  const auto any_word = [&] {
    return "w" + std::to_string(std::uniform_int_distribution<int>(0, 39)(random));
  };
  // No cut between equal hits, which would go by numbers: every one is weighed anew, none is read.
  Searcher searcher(index, {.reranked = 10'000, .read = 0});
  Lines lines;
  for (int i = 0; i < 50; ++i) {
    SearchRequest request{.query = any_word() + (i % 3 == 0 ? "" : " " + any_word()),
                          .limit = 10'000,
                          .by = i % 2 == 0 ? GroupBy::passage : GroupBy::document,
                          .facets = {{.name = "published", .size = 0}, {.name = "type", .size = 0}}};
    if (i % 5 == 0) request.query = "\"" + any_word() + " " + any_word() + "\"";
    if (i % 7 == 0) request.published = "2000..2010";
    const SearchResult result = searcher.search(request);
    const std::string query = std::to_string(i) + " " + request.query;
    lines.push_back(query + ": " + std::to_string(result.total.passages) + "/" +
                    std::to_string(result.partial.documents));
    for (const Facet& facet : result.facets) {
      for (const Bucket& bucket : facet.buckets)
        lines.push_back(query + " " + facet.name + " " + bucket.value + " " +
                        std::to_string(bucket.counts.passages));
    }
    for (const Hit& hit : result.hits) {
      char score[32];
      std::snprintf(score, sizeof score, "%.4f", hit.score);
      lines.push_back(query + " " + score + " " + hit.document.title + " #" +
                      std::to_string(hit.passage.ordinal) + (hit.partial ? " partial " : " ") +
                      std::to_string(hit.passage.highlights.size()));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

void KilledIndexer::compare_with_clean_run() {
  const TemporaryFolder clean;
  UpdateOptions options = folder_.options();
  options.index = clean / "index";
  update_index(options);
  ASSERT_EQ(folder_.documents(), documents_in(options.index, folder_.docs()));
  const Lines after_kills = answers(folder_.index());
  const Lines unkilled = answers(options.index);
  Lines only_after_kills;
  Lines only_unkilled;
  std::set_difference(after_kills.begin(), after_kills.end(), unkilled.begin(), unkilled.end(),
                      std::back_inserter(only_after_kills));
  std::set_difference(unkilled.begin(), unkilled.end(), after_kills.begin(), after_kills.end(),
                      std::back_inserter(only_unkilled));
  ASSERT_EQ(only_after_kills, only_unkilled);
}

void KilledIndexer::round() {
  kill_updates();
  if (testing::Test::HasFatalFailure()) return;
  committed_ = true;  // a run came to its end
  compare_with_clean_run();
  if (testing::Test::HasFatalFailure()) return;
  kill_compactions();
}

int KilledIndexer::run() {
  make_folder();
  const auto enough = [&] {
    return kills_ >= kKills && kills_after_commits_ >= kKills / 4 && compactions_killed_ >= kKills / 20;
  };
  while (!enough() && !testing::Test::HasFatalFailure()) {
    round();
    // Now and then from the beginning: an index is made under fire too.
    if (below(4) == 0) {
      std::filesystem::remove_all(folder_.index());
      committed_ = false;
    }
    change_folder();
  }
  std::printf("%d kills, %d of them after commits of that run, %d during compactions\n", kills_,
              kills_after_commits_, compactions_killed_);
  return kills_;
}

// Other moments with --gtest_random_seed=N.
TEST(KilledRun, LosesNothingThatWasCommittedAndIsEndedByTheNext) {
  EXPECT_GE(KilledIndexer(static_cast<unsigned>(GTEST_FLAG_GET(random_seed))).run(), kKills);
}

}  // namespace
}  // namespace dossier

int main(int argc, char** argv) {
  const std::string_view mode = argc > 1 ? argv[1] : "";
  if (mode == "--update" && argc == 5) return dossier::run_update(argv[2], argv[3], argv[4]);
  if (mode == "--compact" && argc == 3) return dossier::run_compact(argv[2]);
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
