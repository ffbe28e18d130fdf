// Copies, versions and excerpts: under a hit, and as families.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "dossier/render/records.h"
#include "dossier/render/search_output.h"
#include "render/sample.h"

namespace dossier {
namespace {

DocumentRelation version() {
  return {.relation = Relation::version,
          .shared = 0.987654,
          .differences = {{DifferenceKind::number, "34 officers", "43 officers"},
                          {DifferenceKind::negation, "not", ""}},
          .more = 1};
}

HitDocument document(const std::string& id) {
  return {.id = id, .title = "Customs " + id, .type = "text/html", .path = "/docs/" + id + ".html"};
}

SearchResult grouped_result() {
  SearchResult result = sample::result();
  result.hits.pop_back();
  result.hits[0].grouped = {
      {document("d3"), "d3#4", {.relation = Relation::copy, .shared = 1}},
      {document("d4"), "d4#1", version()},
      {document("d5"), "d5#0", {.relation = Relation::excerpt, .shared = 0.9}},
      {document("d6\x1b"), "d6#7", {.relation = Relation::excerpt, .is_part = true, .shared = 1}}};
  result.total = {.passages = 5, .documents = 5};
  result.partial = {};
  return result;
}

TEST(GroupedHits, AreNamedUnderTheirHitInText) {
  const std::string text = sample::written(write_search_text, grouped_result(), Style{});
  EXPECT_NE(
      text.find("    d1#12 · /docs/a.html\n"
                "    + 1 copy: d3.html [d3]; 1 version: d4.html [d4] (number: 34 officers / 43 officers; "
                "negation: not / nothing; and 1 more); 1 excerpt: d5.html [d5]; 1 longer text: "
                "d6\\x1b.html [d6\\x1b]\n"),
      std::string::npos)
      << text;
  EXPECT_EQ(text.find("shown"), std::string::npos) << "all five are there\n" << text;
}

TEST(GroupedHits, AreNamedUpToFiveOfAKind) {
  SearchResult result = grouped_result();
  result.hits[0].grouped.clear();
  for (int i = 0; i < 1234; ++i)
    result.hits[0].grouped.push_back(
        {document("d" + std::to_string(i)), "d#0", {.relation = Relation::copy}});
  const std::string text = sample::written(write_search_text, result, Style{});
  EXPECT_NE(
      text.find("+ 1,234 copies: d0.html [d0], d1.html [d1], d2.html [d2], d3.html [d3], d4.html [d4] and "
                "1,229 more\n"),
      std::string::npos)
      << text;
}

TEST(GroupedHits, AreWholeInJson) {
  const auto json = nlohmann::json::parse(sample::written(write_search_json, grouped_result()));
  EXPECT_EQ(json["total"]["grouped"], 4);
  const auto& grouped = json["hits"][0]["grouped"];
  ASSERT_EQ(grouped.size(), 4U);
  EXPECT_EQ(grouped[1]["passage"], "d4#1");
  EXPECT_EQ(grouped[1]["document"]["id"], "d4");
  EXPECT_EQ(grouped[1]["relation"], "version");
  EXPECT_EQ(grouped[1]["shared"], 0.988);
  EXPECT_EQ(
      grouped[1]["differences"].dump(),
      R"([{"kind":"number","left":"34 officers","right":"43 officers"},{"kind":"negation","left":"not","right":""}])");
  EXPECT_EQ(grouped[1]["more"], 1);
  EXPECT_FALSE(grouped[1].contains("is_part"));
  EXPECT_EQ(grouped[3]["is_part"], true);
  const auto without = nlohmann::json::parse(sample::written(write_search_json, sample::result()));
  EXPECT_FALSE(without["hits"][0].contains("grouped"));
  EXPECT_FALSE(without["total"].contains("grouped"));
}

TEST(GroupedHits, AreEscapedInHtml) {
  SearchResult result = grouped_result();
  result.hits[0].grouped = {{document("<b>"), "x#0", {.relation = Relation::copy}}};
  const std::string html = sample::written(write_search_html, result);
  EXPECT_NE(html.find("+ 1 copy: &lt;b&gt;.html [&lt;b&gt;]"), std::string::npos) << html;
}

std::string families(RecordFormat format, const Style& style = {}) {
  std::ostringstream out;
  RecordWriter<Family> writer(out, format, style);
  writer.write({.documents = {document("a"), document("b"), document("c")},
                .pairs = {{0, 1, version()},
                          {1, 2, {.relation = Relation::excerpt, .is_part = true, .shared = 0.8}}}});
  writer.finish();
  return out.str();
}

TEST(FamilyList, SaysHowEachPairIsRelated) {
  EXPECT_EQ(families(RecordFormat::text),
            "version\t99%\ta\tb\tnumber: 34 officers / 43 officers; negation: not / nothing; and 1 more\n"
            "excerpt-of\t80%\tb\tc\t\n");
  EXPECT_EQ(families(RecordFormat::text, {.width = 100}),
            "Customs a\n"
            "  undated · html\n"
            "  a · /docs/a.html\n"
            "  Customs b\n"
            "    undated · html\n"
            "    version of a (number: 43 officers / 34 officers; negation: nothing / not; and 1 more)\n"
            "    b · /docs/b.html\n"
            "  Customs c\n"
            "    undated · html\n"
            "    holds b\n"
            "    c · /docs/c.html\n");
  EXPECT_EQ(families(RecordFormat::csv),
            "relation,shared,first,second,first_path,second_path,differences\r\n"
            "version,0.988,a,b,/docs/a.html,/docs/b.html,number: 34 officers / 43 officers; negation: not / "
            "nothing; "
            "and 1 more\r\n"
            "excerpt-of,0.800,b,c,/docs/b.html,/docs/c.html,\r\n");
  const auto json = nlohmann::json::parse(families(RecordFormat::json));
  EXPECT_EQ(json["schema_version"], 1);
  const auto& family = json["families"][0];
  EXPECT_EQ(family["documents"].size(), 3U);
  EXPECT_EQ(family["documents"][1]["id"], "b");
  EXPECT_EQ(family["pairs"][0]["first"], "a");
  EXPECT_EQ(family["pairs"][0]["second"], "b");
  EXPECT_EQ(family["pairs"][0]["relation"], "version");
  EXPECT_EQ(family["pairs"][1]["is_part"], true);
}

}  // namespace
}  // namespace dossier
