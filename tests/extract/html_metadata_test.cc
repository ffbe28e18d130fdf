// What web pages say of themselves.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

RawMetadata metadata_of(std::string_view html) {
  return extract_bytes("a.html", std::string(html) + "<p>text").document().metadata;
}

std::string dates_of(std::string_view html) {
  return print(metadata_of(html).dates);
}

std::string json_ld(std::string_view json) {
  return "<script type=\"application/ld+json\">" + std::string(json) + "</script>";
}

struct Row {
  std::string html;
  std::string_view value;
};

TEST(HtmlMetadata, ChoosesATitle) {
  for (const auto& [html, title] : std::vector<Row>{
           {"<title>\n The   title\n</title>", "The title"},
           {"<title>Kids&#8217; media &amp; more</title>", "Kids’ media & more"},
           {"<title>Page</title><meta property=og:title content='Open Graph'>", "Open Graph"},
           {"<meta name=citation_title content=Cited><meta property=og:title content='Open Graph'>", "Cited"},
           {"<title>Page</title><meta name=dc.title content=Dublin>", "Dublin"},
           {"<title>Page</title><meta name=DC:Title content=Dublin>", "Dublin"},
           {"<title>Page</title>" + json_ld(R"({"headline": "In JSON-LD"})"), "In JSON-LD"},
           {"<title>New Zealand - Site</title><h1>New Zealand</h1>" +
                json_ld(R"({"headline": "state in Oceania"})"),
            "New Zealand"},
           {"<title>Page</title><meta property=og:title content=' '>", "Page"},
           {"<h1>Heading</h1><h1>Second</h1>", "Heading"},
           {"<h1> <img src=logo></h1><h1>Second</h1>", "Second"},
           {"<title>First</title><title>Second</title>", "First"},
           {"<svg><title>Icon</title></svg><title>Page</title>", "Page"},
           {"<svg><title>Icon</title></svg>", ""},
           {"<title>a <b> c</title>", "a <b> c"},
           {"<p>no title", ""},
       }) {
    EXPECT_EQ(metadata_of(html).title, title) << html;
  }
}

TEST(HtmlMetadata, TakesTheSiteOffTheTitle) {
  for (const auto& [html, title] : std::vector<Row>{
           {"<title>Water policy | UN News</title><meta property=og:site_name content='UN News'>",
            "Water policy"},
           {"<title>UN News - Water policy</title><meta property=og:site_name content='UN news'>",
            "Water policy"},
           {"<title>Water policy - UN News</title><h1>Water policy</h1>", "Water policy"},
           {"<title>Water policy | Topics | UN News</title><h1>Water policy</h1>", "Water policy"},
           {"<title>Press: A policy on water for all</title><h1>A policy on water for all</h1>",
            "A policy on water for all"},
           {"<title>A policy on water for all | UN News</title><h1>UN News</h1>",
            "A policy on water for all | UN News"},
           {"<title>Serbia - Kosovo relations</title>", "Serbia - Kosovo relations"},
       }) {
    EXPECT_EQ(metadata_of(html).title, title) << html;
  }
}

TEST(HtmlMetadata, CallsThePageAsItsHeadingDoes) {
  for (const auto& [html, title] : std::vector<Row>{
           // The heading says the same in other words, wherever it stands.
           {"<title>Grain exports resume | UN News</title><meta property=og:title content='Grain exports may "
            "resume'><h1>UN News</h1><h1>Grain exports from the Black Sea resume</h1>",
            "Grain exports from the Black Sea resume"},
           {"<title>The Energy Charter: An Overview</title><h1>Energy Charter</h1>", "Energy Charter"},
           {"<title>Policy on water :: Ministry</title><h1>Policy on Water</h1>", "Policy on Water"},
           // It says something else, or hardly anything.
           {"<title>Policy on water</title><h1>What we do for the people of the north</h1>",
            "Policy on water"},
           {"<title>Policy on water</title><h1>Policy</h1>", "Policy on water"},
           // A kicker or a deck is no part of the title.
           {"<title>Policy on water</title><h1>Environment Policy on water</h1>", "Policy on water"},
           // The name of the site is no title, even if <title> has it.
           {"<title>Council adopts plan | Blog of the Council for Water</title><meta property=og:title "
            "content='Council adopts plan'><h1>Blog of the Council for Water</h1>",
            "Council adopts plan"},
       }) {
    EXPECT_EQ(metadata_of(html).title, title) << html;
  }
}

TEST(HtmlMetadata, FindsAuthorSourceLanguageAndAddress) {
  const RawMetadata got = metadata_of(
      "<html lang=sr-Latn><meta name=author content='Ana Kos'><meta property=og:site_name content=RTS>"
      "<link rel=canonical href=https://example.org/a>");
  EXPECT_EQ(got.author, "Ana Kos");
  EXPECT_EQ(got.source, "RTS");
  EXPECT_EQ(got.language, "sr-Latn");
  EXPECT_EQ(got.url, "https://example.org/a");
  EXPECT_EQ(metadata_of("<html xml:lang=de>").language, "de");
  EXPECT_EQ(metadata_of("<meta http-equiv=Content-Language content=fr>").language, "fr");
  EXPECT_EQ(metadata_of("<meta name=dc.language content=es><meta property=og:locale content=en_GB>").language,
            "es");
  EXPECT_EQ(metadata_of("<meta property=og:url content=https://example.org/b>").url, "https://example.org/b");
  EXPECT_EQ(metadata_of("<link rel=canonical href=javascript:alert(1)>").url, "");
  EXPECT_EQ(metadata_of("<link rel=canonical href=/relative>").url, "");
  EXPECT_EQ(metadata_of("<meta property=article:author content=https://example.org/ana>").author, "");
}

TEST(HtmlMetadata, ReadsJsonLd) {
  const RawMetadata got = metadata_of(json_ld(R"([{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "Site"},
      {"@type": "NewsArticle", "headline": "Water", "datePublished": "2019-05-24T10:00:00Z", "dateModified": "2020-01-01",
       "author": [{"name": "Ana Kos"}, "Boris Novak", {"@id": "x"}], "publisher": {"name": "RTS"}, "inLanguage": "sr"}]}])"));
  EXPECT_EQ(got.title, "Water");
  EXPECT_EQ(got.author, "Ana Kos, Boris Novak");
  EXPECT_EQ(got.source, "RTS");
  EXPECT_EQ(got.language, "sr");
  EXPECT_EQ(print(got.dates), "html:json-ld: 2019-05-24T10:00:00Z\nhtml:json-ld:dateModified: 2020-01-01");
}

TEST(HtmlMetadata, PutsUpWithJsonLdAsPagesWriteIt) {
  for (const std::string_view json :
       {"{\"datePublished\": \"2019-05-24\"}", "\n//<![CDATA[\n{\"datePublished\": \"2019-05-24\"}\n//]]>\n",
        "<!-- {\"datePublished\": \"2019-05-24\"} -->", "{\"datePublished\": \"2019-05-24\"};",
        "{\"mainEntity\": {\"datePublished\": \"2019-05-24\"}}"}) {
    EXPECT_EQ(dates_of(json_ld(json)), "html:json-ld: 2019-05-24") << json;
  }
  for (const std::string_view json :
       {"", "{", "[]", "{\"datePublished\": 2019}", "{\"datePublished\": [\"2019\"]}", "nonsense"}) {
    EXPECT_EQ(dates_of(json_ld(json)), "") << json;
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "[";
  EXPECT_EQ(dates_of(json_ld(deep)), "");
  EXPECT_EQ(dates_of(json_ld(deep + std::string(100'000, ']'))), "");
}

TEST(HtmlMetadata, PutsTheMostTrustedClaimFirst) {
  EXPECT_EQ(dates_of("<time datetime=2019-05-08>x</time>"
                     "<meta name=last-modified content=7>"
                     "<span itemprop=dateCreated content=6></span>"
                     "<span itemprop=datePublished content=4></span>" +
                     json_ld(R"({"dateCreated": "5"})") +
                     "<meta name=date content=3>"
                     "<meta name=dcterms.issued content=2>"
                     "<meta property=article:published_time content=1>" +
                     json_ld(R"({"datePublished": "0"})")),
            "html:json-ld: 0\n"
            "html:article:published_time: 1\n"
            "html:dcterms.issued: 2\n"
            "html:date: 3\n"
            "html:itemprop:datePublished: 4\n"
            "html:itemprop:dateCreated: 6\n"
            "html:json-ld:dateCreated: 5\n"
            "html:last-modified: 7\n"
            "html:time: 2019-05-08");
}

TEST(HtmlMetadata, HasLimits) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "<meta name=date content=" + std::to_string(i) + ">";
  EXPECT_EQ(metadata_of(many).dates.size(), 4u);
  many.clear();
  for (int i = 0; i < 1000; ++i) many += "<meta name=publish-" + std::to_string(i) + " content=2019>";
  EXPECT_EQ(metadata_of(many).dates.size(), 32u);
  EXPECT_EQ(metadata_of("<title>" + std::string(5'000'000, 'a') + "</title>").title.size(), 64u * 1024);
}

TEST(HtmlMetadata, MakesTextOfMarkupInTitles) {
  EXPECT_EQ(metadata_of("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>").title,
            "</title><script>alert(1)</script>");
  EXPECT_EQ(metadata_of("<title>\x1b[31mred\x1b]0;owned\x07 title</title>").title, "red title");
}

}  // namespace
}  // namespace dossier
