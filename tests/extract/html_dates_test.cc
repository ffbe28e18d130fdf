// What web pages claim of their dates, as "where: written" a line.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

std::string dates_of(std::string_view html) {
  return print(extract_bytes("a.html", std::string(html) + "<p>text").document().metadata.dates);
}

std::string json_ld(std::string_view json) {
  return "<script type=\"application/ld+json\">" + std::string(json) + "</script>";
}

struct Row {
  std::string html;
  std::string_view dates;
};

void expect_dates(const std::vector<Row>& rows) {
  for (const auto& [html, dates] : rows) EXPECT_EQ(dates_of(html), dates) << html;
}

TEST(HtmlDates, ReadsMeta) {
  expect_dates({
      {"<meta property=article:published_time content=2019-05-24T10:00Z>",
       "html:article:published_time: 2019-05-24T10:00Z"},
      {"<meta name=citation_publication_date content=2019/05/24>",
       "html:citation_publication_date: 2019/05/24"},
      {"<meta name=DCTERMS.issued content=2019-05-24>", "html:dcterms.issued: 2019-05-24"},
      {"<meta name=dc:date content=2019>", "html:dc.date: 2019"},
      {"<meta name=pubdate content=20190524>", "html:pubdate: 20190524"},
      {"<meta name=date content='24 May 2019'>", "html:date: 24 May 2019"},
      {"<meta name=example-pub-date content=2019-05-24>", "html:example-pub-date: 2019-05-24"},
      {"<meta name=x:publishTime content=2019-05-24>", "html:x:publishtime: 2019-05-24"},
      {"<meta property=article:modified_time content=2019-05-24>", "html:article:modified_time: 2019-05-24"},
      {"<meta http-equiv=last-modified content=2019-05-24>", "html:last-modified: 2019-05-24"},
      {"<meta property=article:publisher content=https://example.org/2019>", ""},
      {"<meta name=unpublish-date content=2019-05-24>", ""},
      {"<meta name=publication content='Some Daily'>", ""},
      {"<meta name=date content=''>", ""},
  });
}

TEST(HtmlDates, ReadsJsonLd) {
  expect_dates({
      {json_ld(R"({"@type": "NewsArticle", "datePublished": "2019-05-24", "dateModified": "2019-06-01"})"),
       "html:json-ld: 2019-05-24\nhtml:json-ld:dateModified: 2019-06-01"},
      {json_ld(R"([{"@type": "VideoObject", "datePublished": "2018-01-01", "uploadDate": "2018-01-02"},
                   {"@type": ["Article", "Thing"], "datePublished": "2019-05-24"}])"),
       "html:json-ld: 2019-05-24\nhtml:json-ld: 2018-01-01\nhtml:json-ld:uploadDate: 2018-01-02"},
      {json_ld(R"({"@graph": [{"@type": "WebPage", "dateCreated": "2019-05-24"}]})"),
       "html:json-ld:dateCreated: 2019-05-24"},
      {json_ld(R"({"@type": "Article", "datePublished": 2019})"), ""},
  });
}

TEST(HtmlDates, FindsTheDatesOfJsonLdThatIsNoJson) {
  expect_dates({
      {json_ld("{\"headline\": \"a \"quoted\" word\", \"datePublished\" : \"2019-05-24\"}"),
       "html:json-ld: 2019-05-24"},
      {json_ld("{\"headline\": \"a\tb\n\", \"dateModified\": \"2019-05-24\", }"),
       "html:json-ld:dateModified: 2019-05-24"},
      {json_ld("{\"datePublished\": \"2019-05-24"), ""},
      {json_ld("{\"datePublished\""), ""},
      {json_ld("{\"datePublished\": [\"2019-05-24\""), ""},
  });
}

TEST(HtmlDates, ReadsMicrodataAndRdfa) {
  expect_dates({
      {"<meta itemprop=datePublished content=2019-05-24>", "html:itemprop:datePublished: 2019-05-24"},
      {"<span itemprop=datePublished content=2019-05-24>x</span>", "html:itemprop:datePublished: 2019-05-24"},
      {"<span property='schema:dateCreated' content=2019-05-24>x</span>",
       "html:itemprop:dateCreated: 2019-05-24"},
      {"<link itemprop=dateModified content=2019-05-24>", "html:itemprop:dateModified: 2019-05-24"},
      {"<div class=comments><meta itemprop=datePublished content=2019-05-24></div>", ""},
  });
}

TEST(HtmlDates, NamesALineByItsPlace) {
  expect_dates({
      {"<h1>A title</h1><p class=byline>By A. Kos, 24 May 2019</p>", "html:byline: By A. Kos, 24 May 2019"},
      {"<h1>A title</h1><time datetime=2019-05-24>yesterday</time>", "html:time: 2019-05-24"},
      {"<h1>A title</h1><abbr class=published title=2019-05-24T10:00Z>Friday</abbr>",
       "html:time: 2019-05-24T10:00Z"},
      {"<h1>A title</h1><abbr title='from 1999 on'>x</abbr>", ""},
      {"<h1>A title</h1><p>24 May 2019</p>", "html:header: 24 May 2019"},
      {"<p>24 May 2019</p><h1>A title</h1>", "html:header: 24 May 2019"},
      {"<h1>A title</h1><p>" + std::string(400, 'a') + "</p><p>24 May 2019</p>", "html:text: 24 May 2019"},
      {"<h1>A title</h1><p>" + std::string(400, 'a') + "</p><p class=date>24 May 2019</p>",
       "html:header: 24 May 2019"},
      {"<h1>A title</h1><p>" + std::string(3000, 'a') + "</p><p>24 May 2019</p>", "html:aside: 24 May 2019"},
      {"<h1>A title</h1><footer>24 May 2019</footer>", "html:text: 24 May 2019"},
      {"<h1>A title</h1><p>" + std::string(400, 'a') + "</p><ul class=comment-list><li>24 May 2019</ul>",
       "html:aside: 24 May 2019"},
      {"<h1>A title</h1><span class='date updated'>24 May 2019</span>", "html:byline:updated: 24 May 2019"},
      {"<body class=no-comments><h1>A title</h1><p>24 May 2019</p>", "html:header: 24 May 2019"},
      {"<h1>A title</h1><p class=sometimes>24 May 2019</p>", "html:header: 24 May 2019"},
  });
}

TEST(HtmlDates, HaveNoControlsInThem) {
  EXPECT_EQ(dates_of("<p>Published&#1;on 1 May 2019</p>").find('\x01'), std::string::npos);
  EXPECT_NE(dates_of("<p>Published&#1;on 1 May 2019</p>").find("1 May 2019"), std::string::npos);
}

TEST(HtmlDates, KnowsTheMainHeadingByTheTitle) {
  const std::string far(800, 'a');
  EXPECT_EQ(dates_of("<title>On water | UN News</title><h1>UN News</h1><p>1 May 2019</p><p>" + far +
                     "</p><h2>On water</h2><p>24 May 2019</p>"),
            "html:header: 24 May 2019\nhtml:text: 1 May 2019");
  EXPECT_EQ(dates_of("<meta property=og:title content='On Water!'><h2>News</h2><p>1 May 2019</p><p>" + far +
                     "</p><h2>On water</h2><p>24 May 2019</p>"),
            "html:header: 24 May 2019\nhtml:text: 1 May 2019");
}

TEST(HtmlDates, CutsLinesAsTheyAreShown) {
  expect_dates({
      {"<h1>T</h1><p>24 <b>May</b>\n 2019<br>by A. Kos</p>", "html:header: 24 May 2019"},
      {"<h1><span class=date>24.05.2019</span>A title</h1>", "html:byline: 24.05.2019 A title"},
      {"<dl><dt>Datum:</dt><dd>24.05.2019</dd></dl>", "html:header: Datum:\n24.05.2019"},
      {"<h4>Published</h4><p>24.05.2019</p>", "html:header: Published\n24.05.2019"},
      {"<p>A line of more than twenty-four bytes</p><p>24.05.2019</p>", "html:header: 24.05.2019"},
      {"<p>no. 7, p. 12, 3 of 4</p>", ""},
      {"<script>var day = '2019-05-24';</script><style>a{b:2019}</style><template>2019</template>", ""},
      {"<p>" + std::string(290, 'a') + " 1990 čččččččččč</p>",
       "html:text: " + std::string(290, 'a') + " 1990 č"},
  });
}

TEST(HtmlDates, HasLimits) {
  std::string lines = "<h1>T</h1>", headings, nested;
  for (int i = 0; i < 5000; ++i) {
    lines += "<p>" + std::to_string(1000 + i) + "</p>";
    headings += "<h2>" + std::to_string(1000 + i) + "</h2>";
    nested += "<div class='date comment" + std::to_string(i) + "'>2019";
  }
  for (const std::string& html : {lines, headings, nested}) {
    EXPECT_EQ(extract_bytes("a.html", html).document().metadata.dates.size(), 16u);
  }
}

TEST(HtmlDates, ReadsOnBehindElementsOfAnyDepth) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  for (int i = 0; i < 100'000; ++i) deep += "</div>";
  EXPECT_EQ(dates_of("<h1>T</h1><p>" + deep + "</p><p class=date>24 May 2019</p>"),
            "html:byline: 24 May 2019");
  EXPECT_EQ(dates_of("<h1>T</h1><div class=comments>" + deep + "<p class=date>24 May 2019</p></div>"),
            "html:text: 24 May 2019");
}

}  // namespace
}  // namespace dossier
