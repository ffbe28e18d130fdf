// Markdown and its front matter.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

struct Row {
  std::string text;
  std::string blocks;
};

void expect_blocks(const std::vector<Row>& rows) {
  for (const auto& [text, blocks] : rows) {
    EXPECT_EQ(print(extract_bytes("a.md", text).document().blocks), blocks) << text.substr(0, 60);
  }
}

RawMetadata metadata_of(std::string_view text) {
  return extract_bytes("a.md", text).document().metadata;
}

TEST(Markdown, BecomesBlocks) {
  expect_blocks({
      {"# One\n\nTwo\n=====\n\n### Three ###\n\ntext", "h1 One\nh1 Two\nh3 Three\np text"},
      {"first *line*\nsecond **line**\n\n~~struck~~ `code`", "p first line\\nsecond line\np struck code"},
      {"- a\n- b\n  - c\n\n1. d\n2. e", "li a\nli b\nli c\nli d\nli e"},
      {"- a\n\n  more of a\n- b", "li a\nli more of a\nli b"},
      {"- [ ] open\n- [x] done", "li open\nli done"},
      {"> quoted\n> on\n\nafter", "p quoted\\non\np after"},
      {"```c\nint x;\n  y();\n```", "pre int x;\\n  y();"},
      {"    indented\n    is text", "p indented\\nis text"},
      {"| a | b |\n|---|---|\n| c *d* | e |\n|   | f |", "tr a | b\ntr c d | e\ntr f"},
      {"hard  \nbreak\\\nhere", "p hard\\nbreak\\nhere"},
      {"in a row<br>of a <br/>table", "p in a row\\nof a \\ntable"},
      {"---\n\ntext\n\n***", "p text"},
  });
}

TEST(Markdown, KeepsTheTextOfLinksAndImages) {
  expect_blocks({
      {"see [the report](http://example.org/x \"title\") and ![a chart](x.png)",
       "p see the report and a chart"},
      {"see [the report][1] and [other]\n\n[1]: http://example.org\n[other]: /x",
       "p see the report and other"},
      {"<https://example.org/a> and <b@example.org>", "p https://example.org/a and b@example.org"},
      {"[not a link] and [neither][0]", "p [not a link] and [neither][0]"},
  });
}

TEST(Markdown, LosesFootnoteMarksAndKeepsNotes) {
  expect_blocks({
      {"Adopted in 1998[^1] and later[^a-b].\n\n[^1]: SR 910.1\n[^a-b]: See there.",
       "p Adopted in 1998 and later.\np SR 910.1\\nSee there."},
      {"Word[^1].\n\n[^1]: Ibidem", "p Word.\np Ibidem"},
      {"Word[^1].\n\n[^1]: https://example.org/note", "p Word.\np https://example.org/note"},
      {"not a note [^ x] nor [^", "p not a note [^ x] nor [^"},
      {"```\n[^a-z]+ and [^1]\n```", "pre [^a-z]+ and [^1]"},
  });
}

TEST(Markdown, ReadsEntitiesAndEscapes) {
  expect_blocks({
      {"caf&eacute; &amp; &#8217;t &#x10D; &ccaron; &nosuch; &#150;", "p café & ’t č č &nosuch; –"},
      {"\\*not emphasis\\* 1\\. x", "p *not emphasis* 1. x"},
      {"`&amp;`", "p &amp;"},
  });
}

TEST(Markdown, ReadsRawHtmlAsHtml) {
  expect_blocks({
      {"<table><tr><td>a</td><td>b</td></tr></table>", "tr a | b"},
      {"<div>\n<h2>Heading</h2>\n<p>text &amp; more</p>\n</div>\n\nafter",
       "h2 Heading\np text & more\np after"},
      {"<details><summary>Sum</summary>\n\nInside *it*\n\n</details>", "p Sum\np Inside it"},
      {"text <span class=\"x\">in a</span> span", "p text in a span"},
      {"<!-- gone -->\n\ntext <!-- gone too --> on", "p text  on"},
      {"<script>\nvar gone = 1;\n</script>\n\ntext", "p text"},
      {"<style>p { color: red }</style>\n\ntext", "p text"},
  });
}

TEST(Markdown, TakesItsTitleFromTheFirstHeadingOfTheFirstRank) {
  struct Title {
    std::string_view text;
    std::string_view title;
  };
  for (const auto& [text, title] : std::vector<Title>{
           {"# The *title*\n\ntext", "The title"},
           {"## Contents\n\n# The title\n\n# Another", "The title"},
           {"### Only this\n\n## And that", "Only this"},
           {"A first line\n\nA paragraph that ends in a full stop.", "A first line"},
           {"---\ntitle: In front\n---\n# In the text", "In front"},
           {"Just a paragraph, nothing else.", ""},
       }) {
    EXPECT_EQ(metadata_of(text).title, title) << text;
  }
}

TEST(FrontMatter, GivesMetadata) {
  const RawMetadata got = metadata_of(
      "---\n"
      "title: 'Executive Order: Water'\n"
      "authors:\n  - name: Ana Kos\n  - Boris Novak\n"
      "publisher: Ministry of Water\n"
      "lang: sl\n"
      "canonical-url: https://example.org/eo\n"
      "year: 2019\n"
      "Date: 2019-05-24 10:00:00 +0200\n"
      "publication_date: \"2019-05-25\"\n"
      "---\n"
      "text\n");
  EXPECT_EQ(got.title, "Executive Order: Water");
  EXPECT_EQ(got.author, "Ana Kos, Boris Novak");
  EXPECT_EQ(got.source, "Ministry of Water");
  EXPECT_EQ(got.language, "sl");
  EXPECT_EQ(got.url, "https://example.org/eo");
  EXPECT_EQ(print(got.dates),
            "front-matter:publication_date: 2019-05-25\n"
            "front-matter:date: 2019-05-24 10:00:00 +0200\n"
            "front-matter:year: 2019");
}

TEST(FrontMatter, IsNoTextButItsSummary) {
  expect_blocks({
      {"---\ntitle: T\nnote: hidden\n---\ntext", "p text"},
      {"---\ntitle: T\nsummary: What it is about.\n---\ntext", "p What it is about.\np text"},
      {"---\ntitle: T\nsummary: What it is about.\n---\nWhat it is\nabout. And more.",
       "p What it is\\nabout. And more."},
      {"---\ntitle: T\n...\ntext", "p text"},
      {"---\n---\ntext", "p text"},
      {"\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\ntext", "p text"},
  });
}

TEST(FrontMatter, MayBeToml) {
  const RawMetadata got =
      metadata_of("+++\ntitle = \"Water\"\ndate = 2019-05-24\n[params]\nx = 1\n+++\ntext\n");
  EXPECT_EQ(got.title, "Water");
  EXPECT_EQ(print(got.dates), "front-matter:date: 2019-05-24");
}

TEST(FrontMatter, ThatIsBrokenIsReadByLines) {
  struct Broken {
    std::string yaml;
    std::string_view title;
    std::string_view detail;
  };
  for (const auto& [yaml, title, detail] : std::vector<Broken>{
           {"title: Order: Water\ndate: 2019-05-24\n", "Order: Water", "front matter, line 2: "},
           {"title: Water\n\tnote: a tab\ndate: 2019-05-24\n", "Water", "front matter, line "},
           {"title: Water\ndate: 2019-05-24\ntags: *nowhere\n", "Water", "front matter, line 4: "},
       }) {
    const Extraction got = extract_bytes("a.md", "---\n" + yaml + "---\nthe text\n");
    EXPECT_EQ(print(got.outcome), "partial damaged") << yaml;
    EXPECT_TRUE(got.outcome.detail.starts_with(detail)) << got.outcome.detail;
    EXPECT_EQ(got.document().metadata.title, title) << yaml;
    EXPECT_EQ(print(got.document().metadata.dates), "front-matter:date: 2019-05-24") << yaml;
    EXPECT_EQ(print(got.document().blocks), "p the text") << yaml;
  }
}

TEST(FrontMatter, LosesNoFieldToAQuoteThatIsNeverClosed) {
  const RawMetadata got = metadata_of("---\ntitle: Water\nauthor: \"Ana\ndate: 2019-05-24\n---\ntext");
  EXPECT_EQ(got.title, "Water");
  EXPECT_EQ(print(got.dates), "front-matter:date: 2019-05-24");
}

TEST(FrontMatter, IsNotWhatStandsBetweenTwoRules) {
  expect_blocks({
      {"---\nA paragraph between two rules.\n\nAnd another one.\n\n---\n\nafter",
       "p A paragraph between two rules.\np And another one.\np after"},
      {"---\ntitle: never closed\ntext", "p title: never closed\\ntext"},
      {"text\n\n---\ntitle: too late\n---\n", "p text\nh2 title: too late"},
      {"----\ntitle: four dashes\n----\ntext", "h2 title: four dashes\np text"},
  });
}

TEST(FrontMatter, SurvivesBombs) {
  std::string laughs = "---\na0: &a0 [x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + ", " +
              before + "]\n";
  }
  EXPECT_EQ(print(extract_bytes("a.md", laughs + "---\ntext").document().blocks), "p text");
  for (const std::string_view unit : {"[", "{", "- ", "? ", "!!a ", "&a ", "a: {", "[[]", "'", "|\n "}) {
    std::string deep = "---\ntitle: T\nx: ";
    for (int i = 0; i < 20000; ++i) deep += unit;
    EXPECT_EQ(metadata_of(deep + "\n---\ntext").title, "T") << unit;
  }
  const std::string large = "---\ntitle: T\nx: \"" + std::string(3'000'000, 'a') + "\"\n---\ntext";
  EXPECT_EQ(metadata_of(large).title, "T");
  EXPECT_EQ(extract_bytes("a.md", large).outcome.detail,
            "front matter of 3000015 bytes, read for its plain fields only");
}

TEST(Markdown, ReadsHostileRepetitionInLinearTime) {
  for (const std::string_view unit :
       {"> ",     "[",   "![",          "[a](", "*a _b ", "`", "```\n", "- ",       "<div ",
        "<",      "&",   "####### x\n", "[a][", "<!--",   "|", "a|",    "~~",       "\\",
        "[^1]: ", "1. ", "<a href=\"",  "](",   "**",     "_", "<?",    "<![CDATA["}) {
    std::string text = "first words\n\n";
    while (text.size() < 200'000) text += unit;
    const Extraction got = extract_bytes("a.md", text);
    ASSERT_EQ(got.documents.size(), 1u) << unit;
    EXPECT_EQ(got.document().blocks.at(0).text, "first words") << unit;
  }
}

TEST(Markdown, ReadsParagraphsOfManyLinesInLinearTime) {
  for (const std::string_view line : {"[a] [b]\n", "[^1]: note\n", "**[a]\n", "![a](b)\n"}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += line;
    EXPECT_EQ(print(extract_bytes("a.md", text + "\nlast words").outcome), "ok") << line;
  }
}

TEST(Markdown, SaysWhatItIs) {
  const Extraction got = extract_bytes("a.md", "text");
  EXPECT_EQ(got.document().type, "text/markdown");
  EXPECT_EQ(got.document().encoding, "UTF-8");
  EXPECT_EQ(print(extract_bytes("a.md", "---\nfoo: bar\n---\n").outcome), "skipped no-text");
  EXPECT_EQ(print(extract_bytes("a.md", "---\ntitle: Only a title\n---\n").outcome), "ok");
}

}  // namespace
}  // namespace dossier
