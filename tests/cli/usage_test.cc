// What people meet who do not know the program yet: help, and errors with what was probably meant.
#include <set>

#include "cli/sandbox.h"
#include "dossier/render/terminal.h"

#include <gtest/gtest.h>

namespace dossier::cli {
namespace {

const std::vector<std::string> kCommands = {"search",     "facets", "explain", "show",    "list",    "status",
                                            "failed",     "index",  "remove",  "compact", "extract", "check",
                                            "completion", "help",   "dates",   "suggest"};

TEST(Usage, WithoutArgumentsShowsTheCommands) {
  const Sandbox sandbox;
  const Finished nothing = sandbox.run({});
  EXPECT_EQ(nothing.code, 2);
  EXPECT_EQ(nothing.out, "");
  const Finished help = sandbox.run({"--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_EQ(help.out, nothing.err);
  EXPECT_EQ(sandbox.run({"help"}).out, help.out);
  EXPECT_EQ(sandbox.run({"-h"}).out, help.out);
  EXPECT_TRUE(
      help.out.starts_with("Full-text search over policy documents: ranked passages, with their dates.\n\n"
                           "Usage: dossier [--index DIR] COMMAND [OPTION...] [ARGUMENT...]\n\nFind:\n"))
      << help.out;
  for (const std::string& command : kCommands)
    EXPECT_NE(help.out.find("\n  " + command + " "), std::string::npos) << command;
  EXPECT_NE(help.out.find("dossier index ~/papers"), std::string::npos);
}

TEST(Usage, HelpOfACommandIsGroupedAndEndsInExamples) {
  const Sandbox sandbox;
  EXPECT_EQ(sandbox.session({"status", "--help"}), R"([0]
Usage: dossier status [OPTION...]

Show the index in numbers.

Options:
  --format text|json  Output format (default: text)

Common:
  -h, --help   Show this
  --index DIR  Folder of the index, instead of $DOSSIER_INDEX or the nearest
               .dossier
  --color auto|always|never
               When to use colour (default: auto)

Examples:
  dossier status
)");
  EXPECT_EQ(sandbox.session({"show", "-h"}), R"([0]
Usage: dossier show [OPTION...] ID

Show a document, or a passage with its neighbours.

Arguments:
  ID  Of a document, or of a passage: ID#12

Options:
  -C, --context N     Passages to show before and behind a passage (default: 0)
  --query QUERY       Mark what this query matches
  --exact             No stemming, no folding of accents in --query
  --dates             Mark the dates mentioned, and say how each was resolved
  --format text|json  Output format (default: text)

Common:
  -h, --help   Show this
  --index DIR  Folder of the index, instead of $DOSSIER_INDEX or the nearest
               .dossier
  --color auto|always|never
               When to use colour (default: auto)

Examples:
  dossier show b78e3c768d9b                a document, by the id that list shows
  dossier show b78e3c768d9b#12 -C 2        a passage of it, two on either side
  dossier show b78e3c768d9b --query nato   with the matches marked
)");
  EXPECT_EQ(sandbox.session({"help", "compact"}), sandbox.session({"compact", "--help"}));
}

TEST(Usage, HelpIsNeverWiderThanEightyColumns) {
  const Sandbox sandbox;
  std::vector<std::vector<std::string>> pages = {{"--help"}, {"help", "query"}};
  for (const std::string& command : kCommands) pages.push_back({command, "--help"});
  for (const auto& page : pages) {
    const Finished help = sandbox.run(page);
    EXPECT_EQ(help.code, 0) << page[0];
    EXPECT_EQ(help.err, "");
    std::istringstream lines(help.out);
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), 80U) << page[0] << ": " << line;
      EXPECT_FALSE(line.ends_with(' ')) << page[0] << ": " << line;
    }
  }
}

TEST(Usage, HelpNeedsNoIndexAndNoHome) {
  const Sandbox sandbox;
  const Launch bare{.environment = {{"HOME", ""}, {"TERM", ""}}};
  for (const std::string& command : kCommands)
    EXPECT_EQ(sandbox.run({command, "--help"}, bare).code, 0) << command;
  EXPECT_EQ(sandbox.run({"help", "query"}, bare).code, 0);
}

TEST(Usage, VersionIsOneLine) {
  const Sandbox sandbox;
  const Finished version = sandbox.run({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_TRUE(version.out.starts_with("dossier ")) << version.out;
  EXPECT_EQ(std::count(version.out.begin(), version.out.end(), '\n'), 1);
}

TEST(Usage, ErrorsNameTheArgumentAndWhatToDo) {
  const Sandbox sandbox;
  const struct {
    std::vector<std::string> arguments;
    std::string error, hint;
  } rows[] = {
      {{"serch", "kosovo"}, "there is no command 'serch'", "did you mean 'search'?"},
      {{"stat"}, "there is no command 'stat'", "did you mean 'status'?"},
      {{"Search"}, "there is no command 'Search'", "did you mean 'search'?"},
      {{"frobnicate"}, "there is no command 'frobnicate'", "dossier --help shows the commands"},
      {{""}, "there is no command ''", "dossier --help shows the commands"},
      {{"kosovo", "resolution"}, "there is no command 'kosovo'", "dossier --help shows the commands"},
      {{"\x1b[31m"}, "there is no command '\\x1b[31m'", "dossier --help shows the commands"},
      {{"--indx", "x", "list"}, "dossier has no option '--indx'", "did you mean '--index'?"},
      {{"-x"}, "dossier has no option '-x'", "dossier --help shows the commands"},
      {{"list", "--fromat", "csv"}, "list has no option '--fromat'", "did you mean '--format'?"},
      {{"list", "--fromat=csv"}, "list has no option '--fromat'", "did you mean '--format'?"},
      {{"list", "--published", "2013"},
       "list has no option '--published'",
       "dossier list --help shows what it takes"},
      {{"list", "kosovo"},
       "The following argument was not expected: kosovo",
       "dossier list --help shows what it takes"},
      {{"search", "kosovo", "-serbia"},
       "search has no option '-serbia'",
       "a word of the query that begins with '-' stands behind '--': dossier search ... -- -serbia"},
      {{"search", "weapons", "-nuclear"},
       "-n takes a number, not 'uclear'",
       "a word of the query that begins with '-' stands behind '--': dossier search ... -- -nuclear"},
      {{"search", "x", "-n", "many"},
       "-n: Value many not in range 0 to 1000000000",
       "dossier search --help shows what it takes"},
      {{"search", "x", "-n", "-1"},
       "-n: Value -1 not in range 0 to 1000000000",
       "dossier search --help shows what it takes"},
      {{"search", "x", "--offset", "99999999999999999999"},
       "--offset: Value 99999999999999999999 not in range 0 to 1000000000",
       "dossier search --help shows what it takes"},
      {{"search", "x", "--format", "xml"},
       "--format: xml not in {text,json,jsonl,csv,html,trec,plain,bibtex,ris,csl-json}",
       "dossier search --help shows what it takes"},
      {{"search", "x", "--format"}, "--format needs a value", "dossier search --help shows what it takes"},
      {{"search", "x", "--exact=yes"}, "--exact takes no value", "dossier search --help shows what it takes"},
      {{"--color", "sometimes", "list"},
       "--color: sometimes not in {auto,always,never}",
       "dossier list --help shows what it takes"},
      {{"--color"}, "--color needs a value", "dossier --help shows the commands"},
      {{"show"}, "ID is required", "dossier show --help shows what it takes"},
      {{"show", "a", "b"},
       "The following argument was not expected: b",
       "dossier show --help shows what it takes"},
      {{"remove"}, "ID|PATH is required", "dossier remove --help shows what it takes"},
      {{"extract"}, "FILE is required", "dossier extract --help shows what it takes"},
      {{"completion", "tcsh"},
       "SHELL: tcsh not in {bash,zsh,fish}",
       "dossier completion --help shows what it takes"},
  };
  for (const auto& [arguments, error, hint] : rows) {
    EXPECT_EQ(sandbox.session(arguments), "[2]\n--- error\ndossier: " + error + "\n  hint: " + hint + "\n");
  }
  const std::string topic = sandbox.session({"help", "quer"});
  EXPECT_TRUE(topic.starts_with("[2]\n--- error\ndossier: TOPIC: quer not in {query,")) << topic;
}

TEST(Usage, HelpQueryFitsOnAScreen) {
  const Sandbox sandbox;
  const std::string help = sandbox.run({"help", "query"}).out;
  EXPECT_TRUE(help.starts_with("The query language\n")) << help;
  EXPECT_LE(std::count(help.begin(), help.end(), '\n'), 48);
}

}  // namespace
}  // namespace dossier::cli
