// On a terminal: widths, colours, the pager, progress.
#include "cli/terminal.h"

#include <set>

#include "cli/sample.h"
#include "dossier/render/terminal.h"

namespace dossier::cli {
namespace {

class OnATerminal : public SampleIndex {
 protected:
  std::string shown(unsigned short columns, const std::vector<std::string>& arguments,
                    const Launch& launch = {}) const {
    return sandbox.tidy(Terminal(sandbox, columns, arguments, launch).finish().out);
  }
};

const Launch kPlain{.environment = {{"NO_COLOR", "1"}}};

TEST_F(OnATerminal, ResultsFitIntoFortyColumns) {
  EXPECT_EQ(shown(40, {"search", "serbia", "-n2"}, kPlain), R"(3 passages in 2 documents · 1–2 shown

 1. Letter of *Serbia*
    1999-06-11 · United Nations · en ·
    jsonl
    *Serbia* asks the council about
    Kosovo.
    L1#0 · docs/letters.jsonl

 2. Kosovo and *Serbia* agree
    2013-04-19 · Balkan Review · en ·
    markdown · Background
    The talks in Brussels were long.
    Kosovo accepted the resolution of
    the Council, and both sides signed.
    <agreement.md>#0 · docs/agreement.md

published by year · passages (documents)
  1999  █████████████ 1 (1)
  2013  ██████████████████████████ 2 (1)

mentioned by year · passages (documents)
  1999  ██████████████████████████ 1 (1)
  without: 2 (1)
)");
}

TEST_F(OnATerminal, ResultsFitIntoSixtyColumns) {
  EXPECT_EQ(shown(60, {"search", "resolution", "1244"}, kPlain),
            R"(1 passage in 1 document · all words · 1 more passage with
some of the words

 1. Kosovo and Serbia agree
    2013-04-19 · Balkan Review · en · markdown ·
    Resolution 1244
    Security Council *resolution* *1244* of 10 June 1999
    placed Kosovo under a mission of the United Nations.
    <agreement.md>#1 · docs/agreement.md

── some of the words ───────────────────────────────────────

 2. Kosovo and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Background
    The talks in Brussels were long. Kosovo accepted the
    *resolution* of the Council, and both sides signed.
    <agreement.md>#0 · docs/agreement.md

published by year · passages (documents)
  2013  ████████████████████████████████████████ 1 (1)

mentioned by year · passages (documents)
  1999  ████████████████████████████████████████ 1 (1)
)");
}

TEST_F(OnATerminal, ResultsUseTwoHundredColumns) {
  EXPECT_EQ(shown(200, {"search", "resolution", "1244", "--no-facets"}, kPlain),
            R"(1 passage in 1 document · all words · 1 more passage with some of the words

 1. Kosovo and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Resolution 1244
    Security Council *resolution* *1244* of 10 June 1999 placed Kosovo under a mission of the United Nations.
    <agreement.md>#1 · docs/agreement.md

── some of the words ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

 2. Kosovo and Serbia agree
    2013-04-19 · Balkan Review · en · markdown · Background
    The talks in Brussels were long. Kosovo accepted the *resolution* of the Council, and both sides signed.
    <agreement.md>#0 · docs/agreement.md
)");
}

TEST_F(OnATerminal, NoLineIsEverWiderThanIt) {
  sandbox.write("docs/wide.md",
                "---\ntitle: 北约在科索沃的行动引起了讨论以及各方的反应和后续的谈判进程\nlanguage: zh\n---\n"
                "北约在科索沃的行动，引起了讨论。Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen "
                "\U0001F1F7\U0001F1F8\U0001F600 e\u0301e\u0301 שלום עולם\n");
  sandbox.write("docs/" + std::string(120, 'n') + "/" + std::string(200, 'f') + ".txt", "科索沃 kosovo");
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
  for (const int columns : {20, 40, 60, 80, 200}) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"search", "kosovo OR 科索沃", "-n", "20"},
                                               {"facets"},
                                               {"list"},
                                               {"failed"},
                                               {"status"},
                                               {"explain", "kosovo 科索沃"},
                                               {"search", "(kosovo \"council AND", "--where", "lang:en"}}) {
      Terminal terminal(sandbox, static_cast<unsigned short>(columns), arguments, kPlain);
      std::istringstream lines(terminal.finish().out);
      for (std::string line; std::getline(lines, line);)
        EXPECT_LE(display_width(line), static_cast<std::size_t>(columns)) << arguments[0] << ": " << line;
    }
  }
}

TEST_F(OnATerminal, PathsAreShownFromTheCurrentFolderOn) {
  const std::string above = shown(80, {"list"}, kPlain);
  EXPECT_NE(above.find(" · docs/note.txt\n"), std::string::npos) << above;
  const Launch inside{.environment = {{"NO_COLOR", "1"}}, .folder = "docs"};
  const std::string within = shown(80, {"list"}, inside);
  EXPECT_NE(within.find(" · note.txt\n"), std::string::npos) << within;
}

TEST_F(OnATerminal, ColourIsUsedUnlessSomebodyObjects) {
  const struct {
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment;
    bool coloured;
  } rows[] = {
      {{}, {}, true},
      {{}, {{"NO_COLOR", "1"}}, false},
      {{}, {{"NO_COLOR", ""}}, true},
      {{}, {{"TERM", "dumb"}}, false},
      {{}, {{"TERM", "dumb"}, {"CLICOLOR_FORCE", "1"}}, true},
      {{}, {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}, false},
      {{"--color", "never"}, {{"CLICOLOR_FORCE", "1"}}, false},
      {{"--color", "always"}, {{"NO_COLOR", "1"}, {"TERM", "dumb"}}, true},
  };
  for (const auto& row : rows) {
    std::vector<std::string> arguments = {"search", "serbia"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const std::string out = shown(80, arguments, {.environment = row.environment});
    EXPECT_EQ(out.find("\x1b[1;31mSerbia\x1b[0m") != std::string::npos, row.coloured) << out;
    EXPECT_EQ(out.find("*Serbia*") != std::string::npos, !row.coloured) << out;
    EXPECT_EQ(out.find("\x1b]8;;file://") != std::string::npos, row.coloured) << out;
  }
}

TEST_F(OnATerminal, ThroughAPipeColourComesOnlyWhenForced) {
  const auto is_coloured = [&](const std::vector<std::string>& more, const Launch& launch) {
    std::vector<std::string> arguments = {"search", "serbia"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const std::string out = sandbox.run(arguments, launch).out;
    EXPECT_EQ(out.find("\x1b]8;;"), std::string::npos) << "a link in a pipe";
    return out.find("\x1b[1;31m") != std::string::npos;
  };
  EXPECT_FALSE(is_coloured({}, {}));
  EXPECT_TRUE(is_coloured({}, {.environment = {{"CLICOLOR_FORCE", "1"}}}));
  EXPECT_FALSE(is_coloured({}, {.environment = {{"CLICOLOR_FORCE", "0"}}}));
  EXPECT_TRUE(is_coloured({"--color=always"}, {}));
}

TEST_F(OnATerminal, LongOutputGoesThroughThePager) {
  const std::string paged = "PAGED\n";
  const Launch pager{.environment = {{"NO_COLOR", "1"}, {"PAGER", "echo PAGED; cat"}}};
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"search", "serbia"},
                                             {"facets"},
                                             {"explain", "serbia"},
                                             {"list"},
                                             {"show", "L1"},
                                             {"failed"},
                                             {"status"},
                                             {"help"},
                                             {"help", "query"}}) {
    const std::string out = shown(80, arguments, pager);
    EXPECT_TRUE(out.starts_with(paged)) << arguments[0] << ": " << out;
    EXPECT_EQ(out.substr(paged.size()), shown(80, arguments, kPlain)) << arguments[0];
  }
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"search", "serbia", "--format", "json"},
                                             {"list", "--format", "csv"},
                                             {"extract", "docs/note.txt"},
                                             {"completion", "fish"}})
    EXPECT_FALSE(shown(80, arguments, pager).starts_with(paged)) << arguments[0];
  EXPECT_FALSE(sandbox.run({"list"}, pager).out.starts_with(paged)) << "a pager in a pipe";
}

TEST_F(OnATerminal, APagerThatFailsLosesNothing) {
  const std::string plain = shown(80, {"list"}, kPlain);
  const Finished missing =
      Terminal(sandbox, 80, {"list"}, {.environment = {{"NO_COLOR", "1"}, {"PAGER", "no-such-pager -x"}}})
          .finish();
  EXPECT_EQ(missing.code, 0);
  EXPECT_TRUE(sandbox.tidy(missing.out).ends_with(plain)) << missing.out;
  // One that is left early ends the output, and that is all.
  const Finished left =
      Terminal(sandbox, 80, {"list"}, {.environment = {{"NO_COLOR", "1"}, {"PAGER", "head -1; exit 3"}}})
          .finish();
  EXPECT_EQ(sandbox.tidy(left.out), plain.substr(0, plain.find('\n') + 1));
  EXPECT_EQ(left.code, 0);
}

TEST_F(OnATerminal, CtrlCIsThePagersBusiness) {
  Terminal terminal(
      sandbox, 80, {"list"},
      {.environment = {{"PAGER", "trap 'echo STOPPED; exit 0' INT; cat; echo READY; read line </dev/tty"}}});
  ASSERT_TRUE(terminal.wait_for_text("READY"));
  terminal.type("\x03");
  const Finished finished = terminal.finish();
  EXPECT_NE(finished.out.find("STOPPED"), std::string::npos) << finished.out;
  EXPECT_EQ(finished.code, 0);
}

TEST_F(OnATerminal, ProgressIsABarThatGoesAway) {
  for (int i = 0; i < 50; ++i)
    sandbox.write("docs/more" + std::to_string(i) + ".txt", std::string(1000, 'x') + std::to_string(i));
  const std::string out = shown(80, {"index", "docs", "--progress", "always", "-j", "1"});
  EXPECT_NE(out.find("\r\x1b[K["), std::string::npos) << out;
  EXPECT_NE(out.find(" files, "), std::string::npos) << out;
  const std::size_t gone = out.rfind("\r\x1b[K");
  EXPECT_NE(out.find("added", gone), std::string::npos) << out;
  EXPECT_EQ(shown(80, {"index", "docs", "--progress", "never"}).find('\x1b'), std::string::npos);
}

TEST_F(OnATerminal, ProgressElsewhereIsLinesAndOnlyWhenAskedFor) {
  for (int i = 0; i < 50; ++i)
    sandbox.write("docs/more" + std::to_string(i) + ".txt", std::string(1000, 'x') + std::to_string(i));
  EXPECT_EQ(sandbox.run({"index", "docs", "--dry-run"}).err, "");
  const std::string lines =
      sandbox.run({"--index", "other", "index", "docs", "--progress", "always", "-j", "1"}).err;
  EXPECT_TRUE(lines.starts_with("1 of 55 files, 348 B of 51 kB\n")) << lines;
  EXPECT_NE(lines.find("\n55 of 55 files, 51 kB of 51 kB"), std::string::npos) << lines;
  EXPECT_EQ(sandbox.run({"index", "docs"}).err, "");
}

TEST_F(OnATerminal, NamesAndTextsCannotDriveIt) {
  const std::string evil = "\x1b]0;owned\x07\x1b[2J\x9b\x31m\u202E";
  sandbox.write("docs/evil\n" + evil + ".txt", "Kosovo and " + evil + " the rest.\n");
  sandbox.write("docs/evil.html",
                "<title>Kosovo &#27;[2J&#x9b;5m&#x202e;x</title><p>Kosovo &#27;]0;x&#7; there.");
  sandbox.write(
      "docs/evil.jsonl",
      R"({"id":"\u001b[2Jid","title":"Kosovo\u001b[2J\u0007","text":"Kosovo \u009b31m\u202e","source":"\u001b[5mS","author":"\u0007A"})");
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"search", "kosovo"},
                                             {"search", "\x1b[2J\x07 kosovo ("},
                                             {"list"},
                                             {"facets", "--by", "source"},
                                             {"explain", "kosovo"},
                                             {"failed"},
                                             {"show", "\x1b[2Jid"},
                                             {"show", "\x1b[3Jid"},
                                             {"\x1b[2J"},
                                             {"search", "--\x1b[2J"},
                                             {"index", "\x1b[2J"},
                                             {"extract", "docs/evil.html", "docs/evil.jsonl"},
                                             {"--index", "\x1b[2J", "list"},
                                             {"search", "kosovo", "--where", "source:\x1b[2J"},
                                             {"search", "kosovo", "--facet", "\x1b[2J"},
                                             {"search", "--queries", "\x1b[2J"},
                                             {"remove", "\x1b[2J"}}) {
    const std::string out = shown(80, arguments, kPlain);
    EXPECT_EQ(out.find_first_of("\x1b\x07\r"), std::string::npos) << arguments[0] << ": " << out;
    EXPECT_EQ(out.find("\u009b"), std::string::npos) << arguments[0] << ": " << out;
    EXPECT_EQ(out.find("\u202E"), std::string::npos) << arguments[0] << ": " << out;
  }
}

}  // namespace
}  // namespace dossier::cli
