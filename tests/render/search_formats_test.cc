#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "dossier/core/utf8.h"
#include "dossier/render/search_output.h"
#include "render/sample.h"

namespace dossier {
namespace {

using nlohmann::json;

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(SearchJson, HasTheFieldsOfTheContract) {
  SearchResult result = sample::result();
  result.hits.resize(1);
  result.facets.resize(1);
  result.problems = {{{7, 1}, "why"}};
  EXPECT_EQ(
      sample::written(write_search_json, result),
      R"({"schema_version":1,"query":{"text":"kosovo resolution","interpreted":"kosovo AND resolution","match":"all",)"
      R"("relaxed":false,"problems":[{"offset":7,"length":1,"message":"why"}],"suggestion":null},)"
      R"("index":{"documents":6699,"passages":120345,"uuid":"u-1","revision":12},)"
      R"("total":{"passages":1,"documents":1,"exact":true,"partial":{"passages":1,"documents":1}},"took_ms":3.142,)"
      R"("hits":[{"rank":1,"score":12.5,"partial":false,"document":{"id":"d1","title":"Kosovo and Serbia agree",)"
      R"("path":"/docs/a.html","source":"Balkan Insight","language":"en","type":"text/html",)"
      R"("published":{"first":"2013-05-24","last":"2013-05-24","precision":"day","from":"html:json-ld"},)"
      R"("author":"A. Writer","url":"https://example.org/a?b=1&c=2","modified":"2013-05-24T10:00:00Z","passages":9,)"
      R"("title_highlights":[[0,6]]},"passage":{"id":"d1#12","ordinal":12,"page":3,)"
      R"("headings":["Background","Resolution 1244"],"text":"The talks were long. Kosovo accepted the resolution of )"
      R"(the Council, and both sides signed on 24 May 2013.","highlights":[[21,27],[41,51]],"fragments":[[21,66]],)"
      R"("mentioned":[{"start":93,"end":104,"first":"2013-05-24","last":"2013-05-24","precision":"day",)"
      R"("how":"explicit","part":"","anchor":null}]}}],"facets":{"published:year":{"buckets":[{"value":"2012","passages":3,"documents":2},)"
      R"({"value":"2013","passages":9,"documents":4,"selected":true}],"more":0,"missing":2,"missing_passages":5}}})"
      "\n");
}

TEST(SearchJson, OffsetsCutOutWhatMatched) {
  const json parsed = json::parse(sample::written(write_search_json, sample::result()));
  const json& passage = parsed["hits"][0]["passage"];
  const auto text = passage["text"].get<std::string>();
  std::vector<std::string> matched;
  for (const json& range : passage["highlights"])
    matched.push_back(text.substr(range[0], range[1].get<std::size_t>() - range[0].get<std::size_t>()));
  EXPECT_EQ(matched, (std::vector<std::string>{"Kosovo", "resolution"}));
}

TEST(SearchJson, GivesNullAndEmptyForWhatIsUnknown) {
  const json hit = json::parse(sample::written(write_search_json, sample::result()))["hits"][1];
  EXPECT_TRUE(hit["document"]["published"].is_null());
  EXPECT_TRUE(hit["passage"]["page"].is_null());
  EXPECT_EQ(hit["document"]["language"], "");
  EXPECT_EQ(hit["document"]["paths"], json({"/docs/note.txt", "/docs/copy.txt"}));
  const json empty = json::parse(sample::written(write_search_json, SearchResult{}));
  EXPECT_EQ(empty["hits"], json::array());
  EXPECT_EQ(empty["facets"], json::object());
  EXPECT_EQ(empty["query"]["problems"], json::array());
}

TEST(SearchJson, SurvivesPathsThatAreNoUtf8AndDrivesNoTerminal) {
  SearchResult result = sample::result();
  result.hits[0].document.path = "/d/\xff a\x1b.txt";
  result.hits[0].document.title = "\u009b2J\u202E\x7f\u2028";
  result.query = "\xc3";
  const std::string text = sample::written(write_search_json, result);
  EXPECT_TRUE(is_valid_utf8(text));
  EXPECT_TRUE(contains(text, R"("path":"/d/)"
                             "\uFFFD"
                             R"( a\u001b.txt","path_bytes":"/d/%FF%20a%1B.txt")"))
      << text;
  EXPECT_TRUE(contains(text, R"("title":"\u009b2J\u202e\u007f\u2028")")) << text;
  EXPECT_EQ(json::parse(text)["hits"][0]["document"]["title"], result.hits[0].document.title);
}

TEST(SearchJsonl, PutsAHitOnALine) {
  std::istringstream lines(sample::written(write_search_jsonl, sample::result()));
  std::vector<json> hits;
  for (std::string line; std::getline(lines, line);) hits.push_back(json::parse(line));
  EXPECT_EQ(json(hits), json::parse(sample::written(write_search_json, sample::result()))["hits"]);
  EXPECT_EQ(sample::written(write_search_jsonl, SearchResult{}), "");
}

TEST(FacetsJson, IsTheObjectWithoutHits) {
  json whole = json::parse(sample::written(write_search_json, sample::result()));
  whole.erase("hits");
  EXPECT_EQ(json::parse(sample::written(write_facets_json, sample::result())), whole);
}

TEST(SearchCsv, QuotesAndNeutralisesFormulas) {
  SearchResult result = sample::result();
  result.hits[0].document.title = "=HYPERLINK(\"http://x\")";
  result.hits[0].document.source = "@SUM(1)";
  result.hits[0].document.path = "-a,b\x1b.txt";
  result.hits[0].passage.text = "one\n\"two\"";
  result.hits[1].document.title = "+1";
  result.hits[1].score = -1.5;
  result.hits[1].passage.text = "\tx";
  EXPECT_EQ(
      sample::written([](std::ostream& out, const SearchResult& r) { write_search_csv(out, r); }, result),
      "rank,score,partial,id,passage,title,published,source,language,type,page,path,text\r\n"
      "1,12.5000,false,d1,d1#12,\"'=HYPERLINK(\"\"http://x\"\")\",2013-05-24,'@SUM(1),en,text/html,3,"
      "\"'-a,b\uFFFD.txt\",\"one\n\"\"two\"\"\"\r\n"
      "2,-1.5000,true,d2,d2#0,'+1,,,,text/plain,,/docs/note.txt,'\tx\r\n");
}

TEST(FacetsCsv, PutsABucketOnALine) {
  EXPECT_EQ(sample::written([](std::ostream& out, const SearchResult& r) { write_facets_csv(out, r); },
                            sample::result()),
            "facet,value,passages,documents\r\n"
            "published:year,2012,3,2\r\n"
            "published:year,2013,9,4\r\n"
            "published:year,,5,2\r\n"
            "language,en,12,5\r\n"
            "language,de,3,1\r\n");
}

TEST(SearchHtml, MarksMatchesAndLinksToTheWeb) {
  const std::string page = sample::written(write_search_html, sample::result());
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
  EXPECT_TRUE(
      contains(page,
               "<article id=\"hit-1\">\n"
               "<h2>1. <bdi lang=\"en\"><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noreferrer\">"
               "<mark>Kosovo</mark> and Serbia agree</a></bdi></h2>\n"))
      << page;
  EXPECT_TRUE(contains(
      page,
      "<p lang=\"en\" dir=\"auto\"> … <mark>Kosovo</mark> accepted the <mark>resolution</mark> of the "
      "Council … </p>\n"));
  EXPECT_TRUE(
      contains(page,
               "<tr class=\"selected\"><td>2013</td><td><div class=\"bar\" style=\"width:100.0%\"></div></td>"
               "<td>9 passages, 4 documents</td></tr>\n"));
}

TEST(SearchHtml, LetsNothingIn) {
  SearchResult result = sample::result();
  const std::string evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
  result.query = evil;
  result.suggestion = evil;
  result.problems = {{{0, 3}, evil}};
  for (Hit& hit : result.hits) {
    hit.document.title = hit.document.source = hit.document.language = hit.document.type = hit.document.path =
        evil;
    hit.passage.id = hit.passage.text = evil;
    hit.passage.headings = {evil};
    hit.document.title_highlights = hit.passage.highlights = hit.passage.fragments = {};
  }
  for (Facet& facet : result.facets) facet.name = facet.buckets[0].value = evil;
  const std::string page = sample::written(write_search_html, result);
  EXPECT_FALSE(contains(page, "<script"));
  EXPECT_FALSE(contains(page, "<img"));
  EXPECT_FALSE(contains(page, "\"'>"));
  EXPECT_TRUE(contains(page, "<title>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img"));
}

TEST(SearchHtml, LinksOnlyToWebAddresses) {
  const std::vector<std::pair<std::string, bool>> cases = {
      {"https://example.org", true},    {"HTTP://example.org", true},
      {"javascript:alert(1)", false},   {" javascript:alert(1)", false},
      {"java\nscript:alert(1)", false}, {"data:text/html,x", false},
      {"//example.org", false},         {"", false},
      {"file:///etc/passwd", false},
  };
  for (const auto& [url, linked] : cases) {
    SearchResult result = sample::result();
    result.hits[0].document.url = url;
    EXPECT_EQ(contains(sample::written(write_search_html, result), "href="), linked) << url;
  }
}

TEST(SearchTrec, ScoresFallWithTheRank) {
  SearchResult result =
      sample::result();  // the second hit has the higher score: it has only some of the words
  result.hits[1].document.id = "d 2\n%";
  result.request.by = GroupBy::document;
  result.request.query_id = "q 1";
  EXPECT_EQ(sample::written(write_search_trec, result),
            "q%201 Q0 d1 1 12.500000 dossier\n"
            "q%201 Q0 d%202%0A% 2 12.499999 dossier\n");
  result.request.by = GroupBy::passage;
  result.request.query_id.clear();
  EXPECT_EQ(sample::written(write_search_trec, result),
            "1 Q0 d1#12 1 12.500000 dossier\n"
            "1 Q0 d2#0 2 12.499999 dossier\n");
  EXPECT_EQ(sample::written(write_search_trec, SearchResult{}), "");
}

}  // namespace
}  // namespace dossier
