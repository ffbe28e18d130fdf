// The program among other processes: signals, pipes that close, descriptors that are not there.
#include <signal.h>

#include "cli/sample.h"
#include "cli/terminal.h"

namespace dossier::cli {
namespace {

class Interrupted : public testing::Test {
 protected:
  static constexpr int kFiles = 3000;

  Interrupted() {
    for (int i = 0; i < kFiles; ++i) {
      const std::string number = std::to_string(i);
      sandbox.write("docs/" + number + ".txt", "Text number " + number + " about nothing.\n");
    }
  }

  std::uint64_t documents() const {
    const std::string out = sandbox.run({"list"}).out;
    return static_cast<std::uint64_t>(std::count(out.begin(), out.end(), '\n'));
  }

  void expect_the_rest_to_come() const {
    const std::uint64_t read = documents();
    EXPECT_LT(read, kFiles);
    EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
    EXPECT_EQ(sandbox.run({"--index", ".dossier", "index", "docs"}).code, 0);
    EXPECT_EQ(documents(), kFiles);
  }

  Sandbox sandbox;
};

TEST_F(Interrupted, IndexingEndsWithWhatItHasAndSaysSo) {
  for (const int signal : {SIGINT, SIGTERM}) {
    std::filesystem::remove_all(sandbox.path(".dossier"));
    RunningProgram program(sandbox,
                           {"--index", ".dossier", "index", "docs", "--progress", "always", "-j", "1"});
    ASSERT_NE(program.read_error_line(), "");
    kill(program.pid(), signal);
    const Finished finished = program.wait();
    EXPECT_EQ(finished.code, 130);
    EXPECT_TRUE(finished.out.ends_with(
        "interrupted: what was read so far is in the index; run the command again to go on\n"))
        << finished.out;
    expect_the_rest_to_come();
  }
}

TEST_F(Interrupted, IndexingByCtrlCOnATerminal) {
  Terminal terminal(sandbox, 80, {"--index", ".dossier", "index", "docs", "--progress", "always", "-j", "1"});
  ASSERT_TRUE(terminal.wait_for_text("of 3,000 files"));
  terminal.type("\x03");
  const Finished finished = terminal.finish();
  EXPECT_EQ(finished.code, 130);
  EXPECT_NE(finished.out.find("interrupted: what was read so far is in the index"), std::string::npos)
      << finished.out;
  EXPECT_EQ(finished.out.find("crashed"), std::string::npos) << finished.out;
  expect_the_rest_to_come();
}

TEST_F(Interrupted, AKillLeavesASoundIndex) {
  {
    RunningProgram program(sandbox,
                           {"--index", ".dossier", "index", "docs", "--progress", "always", "-j", "1"});
    ASSERT_NE(program.read_error_line(), "");
    kill(program.pid(), SIGKILL);
    EXPECT_EQ(program.wait().code, 128 + SIGKILL);
  }
  expect_the_rest_to_come();
}

class Pipes : public SampleIndex {};

const std::vector<std::vector<std::string>> kPrinting = {
    {"search", "kosovo"},
    {"search", "kosovo", "--format", "json"},
    {"facets"},
    {"explain", "kosovo"},
    {"list"},
    {"show", "L1"},
    {"status"},
    {"failed"},
    {"extract", "docs/note.txt"},
    {"index", "docs"},
    {"check"},
    {"help"},
    {"help", "query"},
    {"search", "--help"},
    {"--version"},
    {"completion", "bash"},
};

TEST_F(Pipes, ThatNobodyReadsAreAQuietEnd) {
  for (const std::vector<std::string>& arguments : kPrinting) {
    const Finished finished = sandbox.run(arguments, {.nobody_reads = true});
    EXPECT_EQ(finished.err, "") << arguments[0];
    EXPECT_EQ(finished.code, 0) << arguments[0];
  }
}

TEST_F(Pipes, ThatCloseAfterALineAreAQuietEnd) {
  std::string lines;
  for (int i = 0; i < 2000; ++i) {
    lines += R"({"id":"n)" + std::to_string(i) + R"(","title":"Kosovo","text":"Kosovo, number )" +
             std::to_string(i) + "\"}\n";
  }
  sandbox.write("many.jsonl", lines);
  ASSERT_EQ(sandbox.run({"index", "many.jsonl"}).code, 0);
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"list"},
                                             {"list", "--format", "json"},
                                             {"search", "kosovo", "-n", "2000"},
                                             {"extract", "many.jsonl"}}) {
    const Finished finished = sandbox.run(arguments, {.redirection = "| head -1"});
    EXPECT_EQ(std::count(finished.out.begin(), finished.out.end(), '\n'), 1) << arguments[0];
    EXPECT_EQ(finished.err, "") << arguments[0];
  }
}

TEST_F(Pipes, ThatAreFullAreAnError) {
  for (const std::vector<std::string>& arguments : kPrinting) {
    EXPECT_EQ(sandbox.session(arguments, {.redirection = ">/dev/full"}), R"([3]
--- error
dossier: cannot write the output: No space left on device
)");
  }
}

TEST_F(Pipes, OfErrorsMayBeFullOrClosed) {
  for (const char* redirection : {"2>/dev/full", "2>&-", "2>&- </dev/null"}) {
    const Launch launch{.redirection = redirection};
    EXPECT_EQ(sandbox.run({"search", "kosovo"}, launch).code, 0);
    EXPECT_EQ(sandbox.run({"search", "--where", "colour:red"}, launch).code, 2);
    EXPECT_EQ(sandbox.run({"serch"}, launch).code, 2);
    EXPECT_EQ(sandbox.run({}, launch).code, 2);
    EXPECT_EQ(sandbox.run({"--index", "no", "list"}, launch).code, 4);
    sandbox.write("docs/new.txt", std::string("New, ") + redirection);
    EXPECT_EQ(sandbox.run({"index", "docs", "--progress", "always"}, launch).code, 0);
    EXPECT_EQ(sandbox.run({"check"}, launch).code, 0);
  }
}

TEST_F(Pipes, ThatAreNotThereNeverLetOutputIntoTheIndex) {
  for (const std::vector<std::string>& arguments : kPrinting) {
    EXPECT_EQ(sandbox.session(arguments, {.redirection = "<&- >&-"}), R"([3]
--- error
dossier: cannot write the output: Bad file descriptor
)");
  }
  EXPECT_EQ(sandbox.session({"check"}), "[0]\nthe index $DIR/.dossier is sound\n");
  EXPECT_EQ(sandbox.session({"search", "--queries", "-"}, {.redirection = "<&-"}), R"([2]
--- error
dossier: cannot read the queries in -
  hint: give a file with a query a line: id, tab, query
)");
  for (const std::string redirection : {"<&-", "<docs"}) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"dates"}, {"dates", "--jsonl"}})
      EXPECT_EQ(sandbox.session(arguments, {.redirection = redirection}), R"([3]
--- error
dossier: cannot read standard input
)");
  }
}

}  // namespace
}  // namespace dossier::cli
