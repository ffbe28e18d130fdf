#include <gtest/gtest.h>

#include "dossier/core/utf8.h"
#include "dossier/render/search_output.h"
#include "render/sample.h"

namespace dossier {
namespace {

std::string text_of(const SearchResult& result, const Style& style = {}) {
  return sample::written(write_search_text, result, style);
}

TEST(SearchText, ThroughAPipe) {
  EXPECT_EQ(text_of(sample::result()),
            R"(1 passage in 1 document · all words · 1 more passage with some of the words

 1. *Kosovo* and Serbia agree
    2013-05-24 · Balkan Insight · en · html · p. 3 · Background › Resolution 1244
    … *Kosovo* accepted the *resolution* of the Council …
    d1#12 · /docs/a.html

── some of the words ───────────────────────────────────────

 2. note.txt
    undated · text
    *Kosovo*
    d2#0 · /docs/note.txt

published by year · passages (documents)
  2012    ############# 3 (2)
  *2013*  ######################################## 9 (4)
  undated: 5 (2)

language: en 12 (5), de 3 (1), 2 more
)");
}

TEST(SearchText, InTwentyColumnsOfAscii) {
  SearchResult result = sample::result();
  result.hits.resize(1);
  EXPECT_EQ(text_of(result, {.unicode = false, .width = 20}),
            R"(1 passage in 1
document -
all words - 1 more
passage with some of
the words - 1 shown

 1. *Kosovo* and
    Serbia agree
    2013-05-24 -
    Balkan Insight -
    en - html -
    p. 3 -
    Background >
    Resolution 1244
    ... *Kosovo*
    accepted the
    *resolution* of
    the Council ...
    d1#12
    /docs/a.html

published by year -
passages (documents)
  2012    # 3 (2)
  *2013*  #### 9 (4)
  undated: 5 (2)

language: en 12 (5),
de 3 (1), 2 more
)");
}

TEST(SearchText, InColourWithLinks) {
  SearchResult result = sample::result();
  result.hits.resize(1);
  result.hits[0].document.path = "/docs/a b.zip//x.html";
  result.facets.clear();
  result.partial = {};
  EXPECT_EQ(
      text_of(result, {.colour = true, .hyperlinks = true, .width = 80}),
      "1 passage in 1 document · all words\n"
      "\n"
      " 1. \x1b[1;31mKosovo\x1b[0m\x1b[1m and Serbia agree\x1b[0m\n"
      "    2013-05-24 · Balkan Insight · en · html · p. 3 · Background › Resolution\n"
      "    1244\n"
      "    \x1b[2m… \x1b[0m\x1b[1;31mKosovo\x1b[0m accepted the \x1b[1;31mresolution\x1b[0m of the "
      "Council\x1b[2m …\x1b[0m\n"
      "    \x1b[2md1#12 · \x1b[0m\x1b]8;;file:///docs/a%20b.zip\x1b\\\x1b[2m/docs/a b.zip//x.html\x1b[0m"
      "\x1b]8;;\x1b\\\n");
}

TEST(SearchText, LinksToThePageOfAFile) {
  SearchResult result = sample::result();
  const auto link = [&](const char* path, std::optional<std::uint32_t> page) {
    result.hits[0].document.path = path;
    result.hits[0].passage.page = page;
    const std::string text = text_of(result, {.hyperlinks = true});
    const std::size_t start = text.find("file://");
    return text.substr(start, text.find('\x1b', start) - start);
  };
  EXPECT_EQ(link("/docs/a b.pdf", 12), "file:///docs/a%20b.pdf#page=12");
  EXPECT_EQ(link("/docs/a#b.pdf", {}), "file:///docs/a%23b.pdf");
  EXPECT_EQ(link("/docs/a.zip//b.pdf", 12), "file:///docs/a.zip");
}

TEST(SearchText, ShowsAPathFromTheFolderOnAndItsEndWhereItIsLong) {
  const struct {
    std::size_t width;
    const char* path;
    const char* place;
  } rows[] = {
      {40, "/home/u/papers/un/1999.pdf", "    d2#0 · un/1999.pdf\n"},
      {40, "/home/u/papers", "    d2#0 · /home/u/papers\n"},
      {40, "/home/u/papers-2/a.pdf", "    d2#0 · /home/u/papers-2/a.pdf\n"},
      {40, "/srv/archive/united-nations/1999/a.pdf", "    d2#0 · …/united-nations/1999/a.pdf\n"},
      {40, "/srv/a-very-long-name-without-an-end.pdf", "    d2#0 · …long-name-without-an-end.pdf\n"},
      {40, "/home/u/papers/科索沃科索沃科索沃科索沃科索沃.pdf", "    d2#0 · …科索沃科索沃科索沃科索沃.pdf\n"},
      {30, "/srv/archive/united-nations/1999/a.pdf", "    d2#0\n    …/1999/a.pdf\n"},
      {0, "/srv/archive/united-nations/1999/a.pdf", "    d2#0 · /srv/archive/united-nations/1999/a.pdf\n"},
  };
  for (const auto& [width, path, place] : rows) {
    SearchResult result = sample::result();
    result.hits = {sample::bare_hit()};
    result.hits[0].document.path = path;
    result.facets.clear();
    const std::string text = text_of(result, {.width = width, .folder = width > 0 ? "/home/u/papers" : ""});
    EXPECT_TRUE(text.ends_with(place)) << text;
  }
}

TEST(SearchText, HeadsTheAnswerToOneOfSeveralQueries) {
  SearchResult result;
  result.query = "kosovo";
  result.request.query_id = "q7";
  EXPECT_EQ(text_of(result),
            "── q7: kosovo ──────────────────────────────────────────────\n\nnothing found\n\n");
}

TEST(SearchText, WrapsChineseAtAnyCharacterButNotBeforePunctuation) {
  SearchResult result = sample::result();
  result.facets.clear();
  result.hits = {sample::bare_hit()};
  HitPassage& passage = result.hits[0].passage;
  passage.text = "北约在科索沃的行动，引起了讨论。";
  passage.highlights = {sample::find_range(passage.text, "科索沃")};
  const std::string text = text_of(result, {.width = 24});
  EXPECT_NE(text.find("    北约在*科索沃*的行\n    动，引起了讨论。\n"), std::string::npos) << text;
}

TEST(SearchText, NoLineIsWiderThanTheTerminal) {
  SearchResult result = sample::result();
  result.problems = {{{7, 3}, "a thing that nobody understands"}};
  result.suggestion = "kosovo revolution";
  result.hits[1].document.path = "/docs/averylongnamewithoutanyplacetobreak_科索沃_\x1b[31m.txt";
  result.hits[1].passage.text =
      "Donaudampfschifffahrtsgesellschaft 北约在科索沃的行动 cafe\u0301 \U0001F600\U0001F600 שלום עולם";
  for (std::size_t width = 20; width < 100; ++width) {
    std::istringstream lines(text_of(result, {.width = width}));
    for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), width) << line;
  }
}

TEST(SearchText, DocumentsCannotDriveTheTerminal) {
  SearchResult result = sample::result();
  const std::string evil = "\x1b]0;x\x07\x1b[2J\u009b5m\r\u202E\xff";
  for (Hit& hit : result.hits) {
    hit.document.title = hit.document.author = hit.document.source = hit.document.language = evil;
    hit.document.type = hit.document.path = hit.document.url = hit.passage.id = hit.passage.text = evil;
    hit.document.title_highlights = hit.passage.highlights = hit.passage.fragments = {};
    hit.passage.headings = {evil};
  }
  for (Facet& facet : result.facets) facet.buckets.push_back({.value = evil, .counts = {1, 1}});
  result.query = result.interpreted = evil;
  result.suggestion = evil;
  result.problems = {{{1, 2}, evil}};
  for (const std::size_t width : {0u, 20u, 80u}) {
    const std::string text = text_of(result, {.width = width});
    EXPECT_EQ(text.find_first_of("\x1b\x07\r"), std::string::npos);
    EXPECT_EQ(text.find("\u009b"), std::string::npos);
    EXPECT_EQ(text.find("\u202E"), std::string::npos);
    EXPECT_TRUE(is_valid_utf8(text));
  }
}

TEST(SearchText, SaysWhatWasFound) {
  SearchResult result;
  result.query = "kosovo resolution";
  result.match = "all";
  EXPECT_EQ(text_of(result), "nothing found\n");

  result.suggestion = "kosovo revolution";
  EXPECT_EQ(text_of(result), "nothing found\ndid you mean: kosovo revolution\n");

  result.suggestion.reset();
  result.total = {.passages = 1234, .documents = 17};
  result.relaxed = true;
  result.match = "any";
  result.request.offset = 2000;
  EXPECT_EQ(text_of(result),
            "1,234 passages in 17 documents · no passage has all the words: these have any of them · none "
            "from 2001 "
            "on\n");

  result.relaxed = false;
  result.request.offset = 0;
  result.request.by = GroupBy::document;
  EXPECT_EQ(text_of(result), "17 documents with 1,234 passages · any of the words\n");

  result.query = " kosovo ";
  EXPECT_EQ(text_of(result), "17 documents with 1,234 passages\n");

  result.query = "kosovo (";
  result.problems = {{{7, 1}, "this bracket is not closed"}};
  result.interpreted = "kosovo";
  EXPECT_EQ(text_of(result),
            "17 documents with 1,234 passages · any of the words\n"
            "this bracket is not closed\n"
            "  kosovo (\n"
            "         ^\n"
            "read as: kosovo\n");
}

}  // namespace
}  // namespace dossier
