// The pages: what they say, that they keep their state in addresses, that they escape whatever they show.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "dossier/index/index_writer.h"
#include "dossier/index/relations.h"
#include "dossier/index/schema.h"
#include "web/served_index.h"

namespace dossier::web {
namespace {

// The text between tags, white space joined.
std::string text_of(const std::string& html) {
  std::string text = std::regex_replace(html, std::regex("<[^>]*>"), " ");
  text = std::regex_replace(text, std::regex("\u00A0"), " ");
  return std::regex_replace(text, std::regex("\\s+"), " ");
}

// Every match of the first group.
std::vector<std::string> all(const std::string& html, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex regex(pattern);
  for (auto match = std::sregex_iterator(html.begin(), html.end(), regex); match != std::sregex_iterator();
       ++match)
    found.push_back((*match)[1]);
  return found;
}

SampleDocument dated(const std::string& date) {
  return {.id = "of-" + date, .title = "Of " + date, .published = date, .passages = {{.text = "A harbour."}}};
}

std::string published_histogram(ServedIndex& site, const std::string& target) {
  const std::string page = site.ask(target).body;
  const std::size_t start = page.find("data-histogram=\"published\"");
  return page.substr(start, page.find("</section>", start) - start);
}

// What a screen reader says of each bar of "Published".
std::vector<std::string> bars(ServedIndex& site, const std::string& target) {
  const std::string drawn = published_histogram(site, target);
  return all(drawn.substr(drawn.find("<svg")), "<(?:a|g) [^>]*aria-label=\"([^\"]*)\"");
}

TEST(SearchPage, ShowsPassagesUnderTheirDocument) {
  ServedIndex site({{.id = "talks",
                     .title = "Talks on the harbour",
                     .published = "2013-05-24",
                     .source = "UN",
                     .author = "Ana Obala",
                     .passages = {{.text = "The harbour is open.", .headings = {"One", "Two"}, .page = 3},
                                  {.text = "They met at the harbour again."}}}});
  const std::string text = text_of(site.ask("/search?q=harbour").body);
  EXPECT_NE(text.find("2 passages in 1 document"), std::string::npos);
  EXPECT_NE(text.find("Talks on the harbour 24 May 2013 UN Ana Obala English text"), std::string::npos)
      << text;
  EXPECT_NE(text.find("One Two The harbour is open. p. 3 · ¶ 1 cite"), std::string::npos) << text;
  EXPECT_NE(text.find("They met at the harbour again. ¶ 2 cite"), std::string::npos) << text;
  EXPECT_EQ(all(site.ask("/search?q=harbour").body, "<mark>([^<]*)</mark>"),
            (std::vector<std::string>{"harbour", "harbour", "harbour"}));
}

TEST(SearchPage, NamesWhatRepeatsAHit) {
  ServedIndex site(
      {{.id = "notice", .title = "Notice", .passages = {{.text = "The harbour is open from May."}}},
       {.id = "again", .title = "Notice again", .passages = {{.text = "The harbour is open from May."}}}});
  {
    IndexWriter writer(site.folder());
    writer.set_metadata(schema::key::relations(0), encode(std::vector<StoredRelation>{{.other = 1}}));
    writer.set_metadata(schema::key::relations(1), encode(std::vector<StoredRelation>{{.other = 0}}));
    writer.commit(0);
  }
  const std::string page = site.ask("/search?q=harbour").body;
  EXPECT_NE(text_of(page).find("also in Notice again (copy)"), std::string::npos) << text_of(page);
  EXPECT_NE(page.find("href=\"/documents/again?q=harbour#p0\""), std::string::npos) << page;
}

// Everything that a document or an address can say, said so that a page which does not escape would run it or
// show it as its own.
TEST(SearchPage, HoldsNoMarkupButItsOwn) {
  const std::string attack =
      "</title></p>\"'><script src=//x.example></script><svg onload=x() style=a:b>&lt;";
  SampleDocument hostile{.id = "host\"><b>ile",
                         .title = attack + " harbour",
                         .published = "2013",
                         .language = "en",
                         .source = attack,
                         .type = attack,
                         .author = attack,
                         .path = "/" + attack,
                         .passages = {{.text = attack + " harbour " + attack, .headings = {attack}}}};
  ServedIndex site({hostile});
  const std::string typed = "%22%27%3E%3Cscript%3E%3Csvg%20onload=x()%20style=a%3E%00%E2%80%AE";
  std::vector<std::string> targets = {"/",
                                      "/search?q=harbour",
                                      "/documents/host%22%3E%3Cb%3Eile?q=harbour",
                                      "/search?q=harbour&open=host%22%3E%3Cb%3Eile",
                                      "/" + typed,
                                      "/documents/" + typed,
                                      "/export/" + typed + "?q=harbour"};
  for (const char* name : {"q", "published", "mentioned", "source", "language", "type", "sort", "by", "match",
                           "page", "published-view", "mentioned-view", "all", "open"})
    targets.push_back(std::string("/search?q=harbour&") + name + "=" + typed);
  const std::set<std::string> known = {
      "a",     "article", "aside",   "bdi",   "body", "button", "dd",      "details", "div",    "dl",
      "dt",    "form",    "g",       "h1",    "h2",   "h3",     "h4",      "head",    "header", "html",
      "input", "label",   "li",      "link",  "main", "mark",   "meta",    "nav",     "ol",     "p",
      "pre",   "rect",    "section", "small", "span", "strong", "summary", "svg",     "table",  "tbody",
      "td",    "text",    "th",      "thead", "time", "title",  "tr",      "ul",      "script"};
  for (const std::string& target : targets) {
    const std::string page = site.ask(target).body;
    for (const std::string& tag : all(page, "<([^/!][^ >]*)"))
      EXPECT_TRUE(known.contains(tag)) << target << ": " << tag;
    for (const std::string& own : all(page, "<script([^>]*)>"))
      EXPECT_TRUE(own.find("src=\"/assets/") != std::string::npos) << target << ": " << own;
    for (const std::string& tag : all(page, "<([a-z][^>]*)>")) {
      EXPECT_FALSE(std::regex_search(std::regex_replace(tag, std::regex("\"[^\"]*\""), "\"\""),
                                     std::regex(" (on|style)")))
          << target << ": " << tag;
      EXPECT_EQ(std::count(tag.begin(), tag.end(), '"') % 2, 0) << target << ": " << tag;
    }
    for (const std::string& address : all(page, "(?:href|action|src)=\"([^\"]*)\""))
      EXPECT_TRUE(address.starts_with("/") || address.starts_with("#")) << target << ": " << address;
    EXPECT_EQ(page.find("\u202E"), std::string::npos) << target;
  }
}

TEST(SearchPage, LinksToADocumentsOwnAddressOnlyWhereThatLeadsToAPage) {
  ServedIndex site(two_documents());
  EXPECT_EQ(all(site.ask("/documents/sea").body, "href=\"([a-z]+:[^\"]*)\""), std::vector<std::string>());
}

TEST(Histogram, CountsByTheUnitThatFits) {
  const struct {
    std::vector<std::string> dates;
    std::string view, unit;
  } rows[] = {
      {{"1999-04-05", "2013-05-24"}, "", "year"},
      {{"2012-04-05", "2013-05-24"}, "", "month"},
      {{"1850", "1999", "2013"}, "", "decade"},
      {{"1999-04-05", "2013-05-24"}, "2013", "month"},
      {{"1999-04-05", "2013-05-24"}, "2013-05", "day"},
      {{"1999-04-05", "2013-05-24"}, "1900..2020", "decade"},
      {{"1999-04-05", "2013-05-24"}, "..2020", "year"},
      {{"1999-04-05", "2013-05-24"}, "nonsense", "year"},
  };
  for (const auto& [dates, view, unit] : rows) {
    std::vector<SampleDocument> samples;
    for (const std::string& date : dates) samples.push_back(dated(date));
    ServedIndex site(samples);
    const std::string drawn = published_histogram(site, "/search?q=harbour&published-view=" + view);
    EXPECT_NE(text_of(drawn).find("Published by " + unit), std::string::npos) << view << text_of(drawn);
  }
}

TEST(Histogram, SaysWhatIsCountedAndWhatAFilterLeaves) {
  ServedIndex site({dated("2011"),
                    dated("2013-05-24"),
                    {.id = "both",
                     .published = "2013",
                     .source = "UN",
                     .passages = {{.text = "A harbour."}, {.text = "The harbour."}}},
                    {.id = "undated", .passages = {{.text = "A harbour."}}}});
  EXPECT_EQ(bars(site, "/search?q=harbour&published-view=2010..2019"),
            (std::vector<std::string>{"2011: 1 passage, 1 document", "2013: 3 passages, 2 documents",
                                      "undated: 1 passage, 1 document"}));
  EXPECT_EQ(bars(site, "/search?q=harbour&source=UN&published=2013-06&published-view=2010..2019"),
            (std::vector<std::string>{"2011: 0 of 1 passage, 0 of 1 document",
                                      "2013: 2 of 3 passages, 1 of 2 documents, partly selected",
                                      "undated: 0 of 1 passage, 0 of 1 document"}));
}

TEST(Histogram, OffersWhatHasNoDate) {
  ServedIndex site({dated("2013"), {.id = "undated", .passages = {{.text = "A harbour."}}}});
  EXPECT_NE(
      published_histogram(site, "/search?q=harbour").find("href=\"/search?q=harbour&amp;published=none\""),
      std::string::npos);
  const std::string address = "/search?q=harbour&published=none&published-view=2010..2019";
  EXPECT_EQ(bars(site, address), (std::vector<std::string>{"2013: 1 passage, 1 document",
                                                           "undated: 1 passage, 1 document, selected"}));
  const std::string text = text_of(site.ask(address).body);
  EXPECT_NE(text.find("1 passage in 1 document"), std::string::npos) << text;
  EXPECT_NE(text.find("Published no date"), std::string::npos) << text;
  EXPECT_EQ(text.find("BC"), std::string::npos) << text;
}

TEST(Histogram, ShowsTheTimeThatIsSelected) {
  std::vector<SampleDocument> samples;
  for (int year = 1960; year < 2020; ++year) samples.push_back(dated(std::to_string(year)));
  samples.push_back(dated("1850-06"));
  ServedIndex site(samples);
  EXPECT_EQ(bars(site, "/search?q=harbour&published-view=1850").size(), 1U);
  EXPECT_EQ(bars(site, "/search?q=harbour").front(), "1960: 1 passage, 1 document");
  EXPECT_EQ(bars(site, "/search?q=harbour&published=1850").front(),
            "June\u00A01850: 1 passage, 1 document, selected");
}

TEST(SearchPage, TakesAFilterAwayAndAddsOneByAddress) {
  ServedIndex site(
      {{.id = "a", .published = "2013", .source = "UN", .passages = {{.text = "A harbour."}}},
       {.id = "b", .published = "2014", .source = "EU & co", .passages = {{.text = "A harbour."}}}});
  const std::string page = site.ask("/search?q=harbour&published=2013..2014&source=UN&sort=newest").body;
  EXPECT_EQ(all(page, "<a href=\"([^\"]*)\" class=\"chip\""),
            (std::vector<std::string>{"/search?q=harbour&amp;source=UN&amp;sort=newest",
                                      "/search?q=harbour&amp;published=2013..2014&amp;sort=newest"}));
  EXPECT_NE(
      page.find(
          "href=\"/"
          "search?q=harbour&amp;published=2013..2014&amp;source=UN&amp;source=EU+%26+co&amp;sort=newest\""),
      std::string::npos);
  EXPECT_EQ(site.ask("/search?q=harbour&source=UN&source=EU+%26+co").body.find("class=\"nothing\""),
            std::string::npos);
}

TEST(SearchPage, OffersADateThatWasTypedAsAWordForAFilter) {
  ServedIndex site({dated("2013-05-24"), dated("2014-05-24")});
  const std::string page = site.ask("/search?q=harbour+in+2013").body;
  EXPECT_NE(text_of(page).find("2013 as a date: documents published then or passages that speak of it"),
            std::string::npos);
  EXPECT_NE(page.find("href=\"/search?q=harbour+in&amp;published=2013\""), std::string::npos) << page;
  EXPECT_NE(page.find("href=\"/search?q=harbour+in&amp;mentioned=2013\""), std::string::npos) << page;
  EXPECT_EQ(site.ask("/search?q=harbour+2013&published=2013").body.find("as a date"), std::string::npos);
}

TEST(SearchPage, LeadsToADocumentAndBackToTheSameHits) {
  ServedIndex site(two_documents());
  const std::string list = site.ask("/search?q=harbour&type=text%2Fplain&sort=newest").body;
  const auto to_document = all(list, "href=\"(/documents/[^\"]*)#p[0-9]+\"");
  ASSERT_FALSE(to_document.empty()) << list;
  std::string address = to_document.front();
  for (std::size_t at; (at = address.find("&amp;")) != std::string::npos;) address.replace(at, 5, "&");
  const std::string page = site.ask(address).body;
  EXPECT_NE(page.find("href=\"/search?q=harbour&amp;type=text/plain&amp;sort=newest\" class=\"close\""),
            std::string::npos)
      << address;
}

TEST(SearchPage, OffersMoreHitsWhileThereAreAny) {
  const std::vector<SamplePassage> passages(25, {.text = "A harbour."});
  ServedIndex site({{.id = "long", .passages = passages}});
  const std::string first = site.ask("/search?q=harbour").body;
  EXPECT_NE(first.find("rel=\"next\""), std::string::npos);
  EXPECT_EQ(first.find("rel=\"prev\""), std::string::npos);
  const std::string last = site.ask("/search?q=harbour&page=2").body;
  EXPECT_EQ(last.find("rel=\"next\""), std::string::npos);
  EXPECT_NE(last.find("rel=\"prev\""), std::string::npos);
}

TEST(SearchPage, GoesOnWithoutAFilterThatIsNoneAndSaysSo) {
  ServedIndex site(two_documents());
  const std::string text = text_of(site.ask("/search?q=harbour&published=2013-13").body);
  EXPECT_NE(text.find("there is no month 13"), std::string::npos) << text;
  EXPECT_NE(text.find("1 passage in 1 document"), std::string::npos) << text;
}

TEST(SearchPage, SaysWhichWordAndWhichFilterLeaveNothing) {
  ServedIndex site(two_documents());
  const std::string text = text_of(site.ask("/search?q=%2Bharbour+%2Bxylophone").body);
  EXPECT_NE(text.find("+xylophone is found nowhere. Without it: 1 passage"), std::string::npos) << text;
  EXPECT_NE(text_of(site.ask("/search?q=harbour&published=2013").body)
                .find("Published 2013 leaves nothing. Without it: 1 passage"),
            std::string::npos);
  EXPECT_NE(text_of(site.ask("/search?q=%2Bharbour+%2Bserbia").body)
                .find("+serbia is in 1 passage, but in none with all the rest. Without it: 1 passage"),
            std::string::npos);
}

TEST(DocumentPage, ShowsTheWholeTextWithPagesHeadingsAndMatches) {
  ServedIndex site({{.id = "talks",
                     .title = "Talks",
                     .passages = {{.text = "The harbour is open.", .headings = {"One"}, .page = 1},
                                  {.text = "The harbour is shut.", .headings = {"One", "Two"}, .page = 1},
                                  {.text = "All is said.", .headings = {"Three"}, .page = 2}}}});
  const std::string page = site.ask("/documents/talks?q=harbour").body;
  const std::string text = text_of(page.substr(page.find("document-text")));
  EXPECT_NE(text.find("page 1 One ¶ 1 cite The harbour is open. Two ¶ 2 cite The harbour is shut. page 2 "
                      "Three ¶ 3 cite All is said."),
            std::string::npos)
      << text;
  EXPECT_EQ(all(page, "<mark id=\"(m[0-9]+)\">"), (std::vector<std::string>{"m1", "m2"}));
  EXPECT_NE(text_of(page).find("Outline, 3 headings One Two Three"), std::string::npos);
  EXPECT_EQ(site.ask("/documents/nobody").status, 404);
}

TEST(CitePage, QuotesThePassageAndLeadsBackToIt) {
  ServedIndex site(two_documents());
  const std::string passage = text_of(site.ask("/cite/talks%231").body);
  EXPECT_NE(
      passage.find("Plain text “They met again.” “Talks &lt;b&gt;on&lt;/b&gt; Kosovo”, UN, 24 May 2013."),
      std::string::npos)
      << passage;
  EXPECT_NE(passage.find("http://127.0.0.1:8765/documents/talks#p1 BibTeX @"), std::string::npos) << passage;
  EXPECT_EQ(text_of(site.ask("/cite/talks").body).find("They met again"), std::string::npos);
  EXPECT_EQ(site.ask("/cite/nobody").status, 404);
}

TEST(Export, IsTheListAsAFile) {
  ServedIndex site(two_documents());
  const Response csv = site.ask("/export/csv?q=harbour");
  EXPECT_EQ(header(csv, "Content-Disposition"), "attachment; filename=\"dossier.csv\"");
  EXPECT_NE(csv.body.find("sea,sea#0,The sea,2001,,en,text/plain,,/docs/sea.txt,A harbour."),
            std::string::npos)
      << csv.body;
  EXPECT_EQ(nlohmann::json::parse(site.ask("/export/json?q=harbour").body)["total"]["passages"], 1);
  const Response bibtex = site.ask("/export/bibtex?q=harbour");
  EXPECT_EQ(header(bibtex, "Content-Disposition"), "attachment; filename=\"dossier.bib\"");
  EXPECT_NE(bibtex.body.find("title = {{The sea}}"), std::string::npos) << bibtex.body;
  EXPECT_EQ(nlohmann::json::parse(site.ask("/export/csl-json?q=harbour").body)[0]["title"], "The sea");
  EXPECT_EQ(site.ask("/export/csv").status, 400);
  EXPECT_EQ(site.ask("/export/exe?q=harbour").status, 404);
}

}  // namespace
}  // namespace dossier::web
