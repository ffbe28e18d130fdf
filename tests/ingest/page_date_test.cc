// When web pages were published: whole pages in, with all that stands on them beside a byline.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extractor.h"
#include "dossier/ingest/document_builder.h"

namespace dossier {
namespace {

// "2019-05-24 by html:byline"; "none".
std::string published(const std::string& html, BuildOptions options = {}) {
  options.today = parse_partial_date("2024-06-30")->days.first;
  std::string printed = "no document";
  extract({.name = "page.html", .bytes = html, .limits = {}}, [&](ExtractedDocument&& page) {
    const auto date = build_document(std::move(page), {.path = "/docs/page.html"}, options).published;
    printed = date ? format_partial_date({date->days, date->precision}) + " by " + date->from : "none";
  });
  return printed;
}

std::string text(int paragraphs) {
  std::string html;
  for (int i = 0; i < paragraphs; ++i) {
    html +=
        "<p>The commission looked at the wells of every village on the plain, and at who drew how much "
        "water from which of them in a dry year.</p>";
  }
  return html;
}

TEST(PageDate, IsThatOfTheArticleAmongThoseOfOthers) {
  EXPECT_EQ(published("<nav><ul><li>Monday, 3 June 2024</ul></nav>"
                      "<article><h1>The wells of the plain</h1><p class=meta>By A. Kos, 24 May 2019</p>" +
                      text(6) +
                      "</article><aside class=related><h3>Read on</h3>"
                      "<a href=b>Published 1 June 2019: Who owns the rain</a></aside>"
                      "<div id=comments><p class=date>Posted on 30 May 2019</p></div>"
                      "<footer>&copy; 2008-2024 The Plain. Last updated: 1 January 2024</footer>"),
            "2019-05-24 by html:byline");
}

TEST(PageDate, IsNotThatOfAnEventThatIsAnnounced) {
  EXPECT_EQ(published("<h1>A hearing on the wells</h1><p>Register by 20 June 2019.</p>"
                      "<p>Posted on 24 May 2019</p>" +
                      text(4) + "<p>The hearing takes place on 28 June 2019 in the town hall.</p>"),
            "2019-05-24 by html:header");
  EXPECT_EQ(published("<h1>A hearing on the wells</h1><p>24 May 2019</p>" + text(4) +
                      "<div class=event-dates><p>28 June 2019</p></div>"),
            "2019-05-24 by html:header");
  EXPECT_EQ(published("<h1>A week of water</h1><p>10 June 2019 - 16 June 2019</p>" + text(4) +
                      "<p class=date>Published: 24 May 2019</p>"),
            "2019-05-24 by html:header");
}

TEST(PageDate, IsTheFirstOfPublishedAndUpdated) {
  const std::string body = text(4);
  EXPECT_EQ(
      published("<h1>The wells</h1><p class=date>Updated 3 June 2019 | Published 24 May 2019</p>" + body),
      "2019-05-24 by html:byline");
  EXPECT_EQ(published("<h1>The wells</h1><p><time class=updated datetime=2019-06-03>3 June</time> "
                      "<time class=published datetime=2019-05-24>24 May</time></p>" +
                      body),
            "2019-05-24 by html:time");
  EXPECT_EQ(published("<meta property=article:modified_time content=2019-06-03><h1>The wells</h1>" + body),
            "2019-06-03 by html:article:modified_time");
}

TEST(PageDate, IsNeitherInTheFutureNorACopyrightYear) {
  EXPECT_EQ(published("<meta property=article:published_time content=2031-05-24>"
                      "<h1>The wells in 2050</h1><p class=date>24 May 2030</p>" +
                      text(2) + "<footer>&copy; 2019 The Plain</footer>"),
            "none");
  EXPECT_EQ(published("<meta name=date content=2031-05-24><h1>The wells</h1><p>24 May 2019</p>" + text(2)),
            "2019-05-24 by html:header");
}

TEST(PageDate, IsReadInTheOrderOfThePagesCountry) {
  const std::string page = "<h1>The wells</h1><p class=date>05/06/2019</p>" + text(4);
  EXPECT_EQ(published(page), "2019-06-05 by html:byline");
  EXPECT_EQ(published("<html lang=en-US>" + page), "2019-05-06 by html:byline");
  EXPECT_EQ(published("<html lang=en-GB>" + page), "2019-06-05 by html:byline");
  EXPECT_EQ(published("<html lang=en-US>" + page, {.language = "fr"}), "2019-06-05 by html:byline");
  EXPECT_EQ(published("<html lang=en>" + page + "<ul class=related><li>04/30/2019</ul>"),
            "2019-05-06 by html:byline");
}

TEST(PageDate, StaysAsPartialAsItIsGiven) {
  EXPECT_EQ(published("<meta name=citation_publication_date content=2019><h1>The wells</h1>" + text(2)),
            "2019 by html:citation_publication_date");
  EXPECT_EQ(published("<meta name=citation_publication_date content=2019/05><h1>The wells</h1>" + text(2)),
            "2019-05 by html:citation_publication_date");
  EXPECT_EQ(published("<h1>The wells</h1><p class=date>May 2019</p>" + text(2)), "2019-05 by html:byline");
  EXPECT_EQ(
      published("<link rel=canonical href=https://example.org/2019/05/wells><h1>The wells</h1>" + text(2)),
      "2019-05 by url");
}

TEST(PageDate, IsFoundInTheLanguageOfTheTextWhereThePageDeclaresNone) {
  EXPECT_EQ(
      published("<h1>Der Brunnen ist das Denkmal des Jahres 2019</h1>"
                "<p>Die Kommission sah sich die Brunnen aller Dörfer der Ebene an und fragte, wer in einem "
                "trockenen Jahr wie viel Wasser aus welchem schöpft.</p>"),
      "none");
}

}  // namespace
}  // namespace dossier
