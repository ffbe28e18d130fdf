// Completions: read without a complaint by each shell, and what bash offers.
#include <unistd.h>

#include <regex>
#include <set>

#include "cli/sandbox.h"

#include <gtest/gtest.h>

namespace dossier::cli {
namespace {

// A shell's output, its exit code in front.
std::string run_shell(const Sandbox& sandbox, const std::string& line) {
  const Finished finished = sandbox.run({}, {.shell = line});
  return "[" + std::to_string(finished.code) + "]\n" + finished.out + finished.err;
}

TEST(Completion, IsReadByEveryShell) {
  const Sandbox sandbox;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Finished script = sandbox.run({"completion", shell});
    ASSERT_EQ(script.code, 0);
    EXPECT_EQ(script.err, "");
    sandbox.write(shell, script.out);
    const std::string name(shell);
    if (access(("/usr/bin/" + name).c_str(), X_OK) != 0) continue;  // checked where the shell is installed
    EXPECT_EQ(run_shell(sandbox, name + " -n " + name), "[0]\n") << name;
  }
}

class BashCompletion : public testing::Test {
 protected:
  BashCompletion() {
    sandbox.write("dossier.bash", sandbox.run({"completion", "bash"}).out);
    sandbox.write("papers/a b.txt", "x");
    sandbox.write("pages.html", "x");
    sandbox.write("index/x", "x");
  }

  // What is offered for the last of the words, parted by "|".
  std::string offered(const std::vector<std::string>& words) const {
    std::string line = "bash -c 'source ./dossier.bash; COMP_WORDS=(dossier";
    for (const std::string& word : words) line += " \"" + word + "\"";
    line +=
        "); COMP_CWORD=" + std::to_string(words.size()) + "; _dossier; IFS=\"|\"; echo \"${COMPREPLY[*]}\"'";
    const std::string out = run_shell(sandbox, line);
    EXPECT_TRUE(out.starts_with("[0]\n")) << out;
    return out.substr(4, out.size() - 5);
  }

  Sandbox sandbox;
};

TEST_F(BashCompletion, OffersCommandsOptionsValuesAndFiles) {
  const struct {
    std::vector<std::string> words;
    std::string offered;
  } rows[] = {
      {{"sea"}, "search"},
      {{"co"}, "compact|completion"},
      {{"--ve"}, "--version"},
      {{"--color", "a"}, "auto|always"},
      {{"--index", "pa"}, "papers"},
      {{"--index", "papers", "sta"}, "status"},
      {{"search", "--fa"}, "--facet"},
      {{"search", "--format", "js"}, "json|jsonl"},
      {{"search", "--format", "=", "js"}, "json|jsonl"},
      {{"search", "--format", "="}, "text|json|jsonl|csv|html|trec|plain|bibtex|ris|csl-json"},
      {{"search", "--queries", "pag"}, "pages.html"},
      {{"search", "--where", ""}, ""},
      {{"search", "ko"}, ""},
      {{"--color", "never", "search", "--by", ""}, "passage|document"},
      {{"index", "pa"}, "papers|pages.html"},
      {{"index", "papers/"}, "papers/a b.txt"},
      {{"index", "--dry"}, "--dry-run"},
      {{"index", "--index", "p"}, "papers"},
      {{"help", "qu"}, "query"},
      {{"completion", ""}, "bash|zsh|fish"},
      {{"show", "x"}, ""},
  };
  for (const auto& [words, expected] : rows) {
    const auto split = [](const std::string& text) {
      static const std::regex bar("\\|");
      return std::multiset<std::string>(std::sregex_token_iterator(text.begin(), text.end(), bar, -1), {});
    };
    std::string shown;
    for (const std::string& word : words) shown += " " + word;
    EXPECT_EQ(split(offered(words)), split(expected)) << shown;
  }
}

TEST(Completion, KnowsEveryCommandInEveryShell) {
  const Sandbox sandbox;
  const std::string help = sandbox.run({"--help"}).out;
  std::set<std::string> commands;
  static const std::regex line("\n  ([a-z]+)  ");
  for (std::sregex_iterator at(help.begin(), help.end(), line), end; at != end; ++at)
    commands.insert((*at)[1]);
  EXPECT_GE(commands.size(), 14U);
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const std::string script = sandbox.run({"completion", shell}).out;
    for (const std::string& command : commands)
      EXPECT_NE(script.find(command), std::string::npos) << shell << command;
  }
}

}  // namespace
}  // namespace dossier::cli
