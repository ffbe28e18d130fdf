#include "dossier/render/citation.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "render/sample.h"

namespace dossier {
namespace {

std::string cite(const Hit& hit, CitationFormat format, bool passage = true) {
  return sample::written(write_citations,
                         std::vector<Cited>{{&hit.document, passage ? &hit.passage : nullptr}}, format);
}

std::string line_of(const std::string& text, const std::string& start) {
  const std::size_t at = text.find(start);
  return at == std::string::npos ? "" : text.substr(at, text.find('\n', at) - at);
}

TEST(Citation, SaysWhoWhatWhereWhenAndWhichPage) {
  const Hit hit = sample::agreement_hit();
  EXPECT_EQ(cite(hit, CitationFormat::plain),
            "A. Writer, “Kosovo and Serbia agree”, Balkan Insight, 24 May 2013, p. 3. "
            "https://example.org/a?b=1&c=2#page=3\n");
  EXPECT_EQ(cite(hit, CitationFormat::bibtex), R"(@misc{dossier-d1-p3,
  author = {{A. Writer}},
  title = {{Kosovo and Serbia agree}},
  publisher = {{Balkan Insight}},
  date = {2013-05-24},
  year = {2013},
  pages = {3},
  url = {https://example.org/a?b=1&c=2#page=3},
  language = {en},
}
)");
  EXPECT_EQ(cite(hit, CitationFormat::ris),
            "TY  - ELEC\r\nID  - dossier-d1-p3\r\nAU  - A. Writer\r\nTI  - Kosovo and Serbia agree\r\n"
            "PB  - Balkan Insight\r\nPY  - 2013\r\nDA  - 2013/05/24/\r\nSP  - 3\r\nLA  - en\r\n"
            "UR  - https://example.org/a?b=1&c=2#page=3\r\nER  - \r\n");
  EXPECT_EQ(cite(hit, CitationFormat::csl_json),
            R"([{"id":"dossier-d1-p3","type":"webpage","title":"Kosovo and Serbia agree",)"
            R"("author":[{"literal":"A. Writer"}],"publisher":"Balkan Insight",)"
            R"("issued":{"date-parts":[[2013,5,24]]},"page":"3","language":"en",)"
            R"("URL":"https://example.org/a?b=1&c=2#page=3"}])"
            "\n");
}

TEST(Citation, OfADocumentHasNoPage) {
  const std::string text = cite(sample::agreement_hit(), CitationFormat::bibtex, false);
  EXPECT_EQ(line_of(text, "@misc"), "@misc{dossier-d1,");
  EXPECT_EQ(line_of(text, "  pages"), "");
  EXPECT_EQ(line_of(text, "  url"), "  url = {https://example.org/a?b=1&c=2},");
}

TEST(Citation, OfAFileThatSaysNothingNamesTheFile) {
  const Hit hit = sample::bare_hit();
  EXPECT_EQ(cite(hit, CitationFormat::plain), "“note.txt”, undated. file:///docs/note.txt\n");
  EXPECT_EQ(cite(hit, CitationFormat::ris),
            "TY  - GEN\r\nID  - dossier-d2\r\nTI  - note.txt\r\nUR  - file:///docs/note.txt\r\nER  - \r\n");
  EXPECT_EQ(cite(hit, CitationFormat::csl_json),
            R"([{"id":"dossier-d2","type":"document","title":"note.txt","URL":"file:///docs/note.txt"}])"
            "\n");
}

TEST(Citation, KeepsTheDateAsPreciseAsItIs) {
  const struct {
    const char* date;
    const char *bibtex, *ris, *csl, *words;
  } rows[] = {
      {"2013", "2013", "2013///", "[[2013]]", "2013."},
      {"2013-05", "2013-05", "2013/05//", "[[2013,5]]", "May 2013."},
      {"2013-05-04", "2013-05-04", "2013/05/04/", "[[2013,5,4]]", "4 May 2013."},
      {"1990s", "1990/1999", "1990///1990/1999", "[[1990],[1999]]", "1990–1999."},
  };
  for (const auto& row : rows) {
    Hit hit = sample::agreement_hit();
    hit.passage.page.reset();
    hit.document.published = sample::published_on(row.date, "test");
    EXPECT_EQ(line_of(cite(hit, CitationFormat::bibtex), "  date"),
              std::string("  date = {") + row.bibtex + "},");
    EXPECT_EQ(line_of(cite(hit, CitationFormat::ris), "DA"), std::string("DA  - ") + row.ris + "\r");
    EXPECT_NE(cite(hit, CitationFormat::csl_json).find(std::string(R"({"date-parts":)") + row.csl + "}"),
              std::string::npos)
        << row.date;
    EXPECT_NE(cite(hit, CitationFormat::plain).find(row.words), std::string::npos) << row.date;
  }
}

TEST(Citation, PartsNamesOnlyWhereTheyArePartedAlready) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Doe, Jane", "  author = {Doe, Jane},"},
      {"Doe, Jane; Roe, Rick", "  author = {Doe, Jane and Roe, Rick},"},
      {"Jane Doe", "  author = {{Jane Doe}},"},
      {"Ministry of Trade and Industry", "  author = {{Ministry of Trade and Industry}},"},
      {"A, B, C", "  author = {{A, B, C}},"},
      {" ; Smith & Sons ;", "  author = {{Smith \\& Sons}},"},
      {", x", "  author = {{, x}},"},
      {" ", ""},
  };
  for (const auto& [author, line] : rows) {
    Hit hit = sample::agreement_hit();
    hit.document.author = author;
    EXPECT_EQ(line_of(cite(hit, CitationFormat::bibtex), "  author"), line) << author;
  }
}

TEST(Citation, LetsNoTextBreakOutOfItsFormat) {
  Hit hit = sample::agreement_hit();
  hit.document.title = "50% of {A} & B_C #1 \\ $x^2~y\nER  - \r\n}, evil = {x\x01\xE2\x80\xAE";
  EXPECT_EQ(line_of(cite(hit, CitationFormat::bibtex), "  title"),
            "  title = {{50\\% of \\textbraceleft{}A\\textbraceright{} \\& B\\_C \\#1 \\textbackslash{} "
            "\\$x\\textasciicircum{}2\\textasciitilde{}y ER - \\textbraceright{}, evil = "
            "\\textbraceleft{}x\uFFFD\uFFFD}},");
  EXPECT_EQ(line_of(cite(hit, CitationFormat::ris), "TI"),
            "TI  - 50% of {A} & B_C #1 \\ $x^2~y ER - }, evil = {x\uFFFD\uFFFD\r");
  hit.document.title = "<b>|";
  EXPECT_EQ(line_of(cite(hit, CitationFormat::bibtex), "  title"),
            "  title = {{\\textless{}b\\textgreater{}\\textbar{}}},");
  hit.document.url = "https://example.org/{a}\\b c%20d\"<e>";
  hit.passage.page.reset();
  EXPECT_EQ(line_of(cite(hit, CitationFormat::bibtex), "  url"),
            "  url = {https://example.org/%7Ba%7D%5Cb%20c%20d%22%3Ce%3E},");
}

TEST(Citation, KeysDifferAsIdsDo) {
  Hit hit = sample::bare_hit();
  std::vector<std::string> keys;
  for (const char* id : {"a/b", "a_b", "a b", "a,b}", "ä"}) {
    hit.document.id = id;
    keys.push_back(line_of(cite(hit, CitationFormat::bibtex), "@misc"));
  }
  EXPECT_EQ(keys,
            (std::vector<std::string>{"@misc{dossier-a_2fb,", "@misc{dossier-a_5fb,", "@misc{dossier-a_20b,",
                                      "@misc{dossier-a_2cb_7d,", "@misc{dossier-_c3_a4,"}));
}

TEST(Citation, CitesNothingTwice) {
  const Hit hit = sample::agreement_hit();
  const Hit other = sample::bare_hit();
  Hit beside = hit;
  beside.passage.ordinal = 13;
  const std::vector<Cited> cited = {
      {&hit.document, &hit.passage}, {&beside.document, &beside.passage}, {&other.document, nullptr}};
  const std::string text = sample::written(write_citations, cited, CitationFormat::ris);
  EXPECT_EQ(text.find("ID  - dossier-d1-p3"), text.rfind("ID  - dossier-d1-p3"));
  EXPECT_NE(text.find("ID  - dossier-d2"), std::string::npos);
  EXPECT_EQ(sample::written(write_citations, std::vector<Cited>(), CitationFormat::csl_json), "[]\n");
}

TEST(CitationLink, LeadsToThePageOfTheFile) {
  Hit hit = sample::agreement_hit();
  const struct {
    std::string url, path, link;
  } rows[] = {
      {"", "/docs/a b#1.pdf", "file:///docs/a%20b%231.pdf#page=3"},
      {"", "/docs/a.zip//b.pdf", "file:///docs/a.zip"},
      {"", "/docs/\xFF.pdf", "file:///docs/%FF.pdf#page=3"},
      {"javascript:alert(1)", "/docs/a.pdf", "file:///docs/a.pdf#page=3"},
      {"https://example.org/a#b", "/docs/a.pdf", "https://example.org/a#b"},
  };
  for (const auto& [url, path, link] : rows) {
    hit.document.url = url;
    hit.document.path = path;
    EXPECT_EQ(citation_link({&hit.document, &hit.passage}), link);
  }
}

}  // namespace
}  // namespace dossier
