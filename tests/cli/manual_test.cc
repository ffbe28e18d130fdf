// The manual pages say what the program takes, all of it and nothing else.
#include <unistd.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>

#include "cli/sandbox.h"

#include <gtest/gtest.h>

namespace dossier::cli {
namespace {

using OptionsByCommand = std::map<std::string, std::set<std::string>>;

// Commands and options from the program's own tree, which completions are made of.
OptionsByCommand options_of_program() {
  const Sandbox sandbox;
  OptionsByCommand options;
  std::istringstream script(sandbox.run({"completion", "fish"}).out);
  static const std::regex command_line("complete -c dossier -n __fish_use_subcommand -a ([a-z]+) .*");
  static const std::regex option_line(
      "complete -c dossier -n '__fish_seen_subcommand_from ([a-z]+)'((?: -[ls] [-a-z0-9C]+)+) .*");
  static const std::regex name("-([ls]) ([-a-zA-Z0-9]+)");
  for (std::string line; std::getline(script, line);) {
    std::smatch match;
    if (std::regex_match(line, match, command_line)) options[match[1]];
    if (!std::regex_match(line, match, option_line)) continue;
    const std::string names = match[2];
    for (std::sregex_iterator at(names.begin(), names.end(), name), end; at != end; ++at)
      options[match[1]].insert(((*at)[1] == "l" ? "--" : "-") + (*at)[2].str());
  }
  return options;
}

// Commands and options from the page: ".Ss search Op Ar query ..." and, below, ".It Fl n Ar number".
OptionsByCommand options_of_page() {
  OptionsByCommand options;
  std::ifstream page(DOSSIER_SOURCE_DIR "/docs/man/dossier.1");
  static const std::regex name("Fl (-?[-a-zA-Z0-9]+)");
  std::string command;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with(".Sh")) command.clear();
    if (line.starts_with(".Ss ")) {
      command = line.substr(4, line.find(' ', 4) - 4);
      options[command];
    }
    if (command.empty() || !line.starts_with(".It Fl")) continue;
    for (std::sregex_iterator at(line.begin(), line.end(), name), end; at != end; ++at)
      options[command].insert("-" + (*at)[1].str());
  }
  return options;
}

TEST(Manual, HasEveryCommandAndOptionOfTheProgramAndNoOther) {
  OptionsByCommand program = options_of_program();
  OptionsByCommand page = options_of_page();
  ASSERT_GE(program.size(), 14U);
  const std::set<std::string> common = page.extract("Common").mapped();
  EXPECT_EQ(common, (std::set<std::string>{"-h", "--help", "--index", "--color"}));
  for (auto& [command, options] : program) {
    for (const std::string& option : common)
      EXPECT_EQ(options.erase(option), 1U) << command << " does not take " << option;
    ASSERT_TRUE(page.contains(command)) << command << " is not in the page";
    EXPECT_EQ(page[command], options) << command;
  }
  EXPECT_EQ(page.size(), program.size()) << "the page describes a command that does not exist";
}

TEST(Manual, IsCleanMdoc) {
  if (access("/usr/bin/mandoc", X_OK) != 0) GTEST_SKIP() << "mandoc is not installed";
  const Sandbox sandbox;
  const Finished lint =
      sandbox.run({}, {.shell = "mandoc -T lint -W warning " DOSSIER_SOURCE_DIR "/docs/man/*.[1-9]"});
  EXPECT_EQ(lint.code, 0);
  EXPECT_EQ(lint.out + lint.err, "");
}

// Every command that the pages and the help show begins with options the program knows.
TEST(Manual, ShowsCommandsThatWork) {
  const Sandbox sandbox;
  sandbox.write("home/papers/a.txt", "Kosovo and the council of sanctions.");
  ASSERT_EQ(sandbox.run({"index", "home/papers"}).code, 0);
  std::set<std::string> examples;
  static const std::regex shown("(?:^|\n)(?:\\.Dl |  )(dossier [a-z][^\n]*)");
  for (const char* name : {"dossier.1", "dossier-query.7"}) {
    std::ifstream in(DOSSIER_SOURCE_DIR "/docs/man/" + std::string(name));
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    for (std::sregex_iterator at(page.begin(), page.end(), shown), end; at != end; ++at) {
      std::string line = std::regex_replace((*at)[1].str(), std::regex(R"(\\\(dq)"), "\"");
      examples.insert(line);
    }
  }
  EXPECT_GE(examples.size(), 12U);
  sandbox.write("queries.tsv", "1\tkosovo\n");
  for (const std::string& example : examples) {
    const std::string line =
        "dossier() { \"$0\" \"$@\"; }; " + example.substr(0, example.find(" | jq")) + " > out.txt";
    const Finished finished = sandbox.run({}, {.shell = line});
    EXPECT_LE(finished.code, 1) << example << "\n" << finished.err;
  }
}

}  // namespace
}  // namespace dossier::cli
