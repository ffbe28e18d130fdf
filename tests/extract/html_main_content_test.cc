// The main content of web pages of many shapes: what is kept, what is left out.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

std::string blocks_of(const std::string& html) {
  return print(extract_bytes("a.html", html).document().blocks);
}

// A paragraph as articles have them.
std::string prose(const std::string& about) {
  return "The committee for " + about +
         " met in the old town hall, heard three witnesses, and put off its vote until the spring; nobody "
         "had "
         "expected that the " +
         about + " would take a whole afternoon and most of the evening.";
}

const std::string harbours = prose("harbours");
const std::string tariffs = prose("tariffs");
const std::string forests = prose("forests");

std::string p(const std::string& text) {
  return "<p>" + text + "</p>";
}

std::string repeat(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Links of a menu or of a list of other pages.
std::string links(const std::string& text, int times) {
  return "<ul>" + repeat("<li><a href=/x>" + text + "</a></li>", times) + "</ul>";
}

TEST(MainContent, IsTheArticleBesideItsSidebar) {
  const std::string page =
      "<title>Harbours | The Daily</title><body><div class=top><a href=/>The Daily</a>" +
      links("Politics", 6) + "</div><div class=columns><div class=story><h1>Harbours</h1>" + p(harbours) +
      p(tariffs) + "<h2>Costs</h2>" + p(forests) + "</div><div class=right-column><h3>Most read</h3>" +
      links("Something else that was read a lot this week", 5) + "<p>Write to us.</p></div></div>" +
      "<div id=page-footer>All rights reserved, The Daily, 12 High Street</div>";
  EXPECT_EQ(blocks_of(page), "p " + harbours + "\np " + tariffs + "\nh2 Costs\np " + forests);
}

TEST(MainContent, LeavesOutWhatStandsInAnArticleAndIsNotOfIt) {
  for (const std::string& gone : std::vector<std::string>{
           "<div class=share-bar><span>gone</span><a href=x>gone</a></div>",
           "<div class=SocialShare>gone</div>",
           "<div id=newsletter_signup>" + p("gone " + tariffs) + "</div>",
           "<aside>" + p("gone " + tariffs) + "</aside>",
           "<div class=author-box>" + p("gone " + tariffs) + "</div>", "<form><p>gone</p><input></form>",
           "<ul class=related-posts><li>gone " + tariffs + "</ul>",
           "<p><a href=x>gone: the story of the other harbours</a></p>",
           "<div><p>gone:</p>" + links("gone, a story of the other harbours", 3) + "</div>",
           "<p>See also, gone:</p>" + links("gone, a story of the other harbours", 3),
           "<h3>gone</h3>" + links("gone, a story of the other harbours", 3) + "<h3>Costs</h3>",
           "<p>Share this page</p>", "<div class=tags>gone, gone</div>",
           "<div class=cookie-consent>" + p("We gone use cookies. " + tariffs) + "</div>"}) {
    const std::string page =
        "<h1>A title</h1><div class=text>" + repeat(p(harbours), 3) + gone + repeat(p(forests), 3) + "</div>";
    const std::string got = blocks_of(page);
    EXPECT_EQ(got.find("gone"), std::string::npos) << gone << "\n" << got;
    EXPECT_EQ(got.find("Share this"), std::string::npos) << got;
    EXPECT_NE(got.find("p " + harbours + "\np " + harbours + "\np " + harbours), std::string::npos) << got;
    EXPECT_NE(got.find("p " + forests + "\np " + forests + "\np " + forests), std::string::npos) << got;
  }
}

TEST(MainContent, KeepsWhatBelongsToTheText) {
  for (const std::string& kept : std::vector<std::string>{
           "<table><tr><th>Year<th>Tons<tr><td>2018<td>510</table>", "<ul><li>kept<li>short</ul>",
           "<ol><li>See <a href=x>kept</a>, which says the same of all harbours</ol>",
           "<h2>kept</h2><p>Yes.</p>", "<blockquote>kept</blockquote>", "<pre>kept</pre>",
           "<p>kept <a href=x>link</a>.</p>", "<dl><dt>kept<dd>meaning</dl>",
           "<figure><img><figcaption>kept</figcaption></figure>",
           "<div id=sharing-the-costs-of-the-harbours><p>kept</p></div>", "<p>Yes:</p><ul><li>kept</ul>"}) {
    const std::string page = "<div>" + p(harbours) + kept + p(tariffs) + "</div>";
    const std::string all = blocks_of(kept);
    EXPECT_EQ(blocks_of(page), "p " + harbours + "\n" + all + "\np " + tariffs) << kept;
  }
}

TEST(MainContent, BeginsWithTheLeadBetweenTitleAndArticle) {
  const std::string lead =
      "Ministers of nine countries have agreed on harbours, and on little else, after two days.";
  EXPECT_EQ(blocks_of("<title>Harbours</title><header><h1>Harbours</h1><p>" + lead +
                      "</p><p class=byline>By A. Writer</p></header><div><div class=x><a href=x>Menu of "
                      "things</a></div></div><div>" +
                      repeat(p(harbours), 2) + "</div>"),
            "p " + lead + "\np " + harbours + "\np " + harbours);
}

TEST(MainContent, KeepsAHeadingThatIsNotTheTitle) {
  EXPECT_EQ(blocks_of("<title>Harbours - The Daily</title><h1>Harbours, and what they cost</h1><div>" +
                      p(harbours) + p(tariffs) + "</div>"),
            "h1 Harbours, and what they cost\np " + harbours + "\np " + tariffs);
}

TEST(MainContent, IsNotTheCookieWall) {
  EXPECT_EQ(blocks_of("<div class=consent-overlay><h2>We value your privacy</h2>" + p(tariffs) + p(tariffs) +
                      "<button>Accept</button></div><article>" + repeat(p(harbours), 3) + "</article>"),
            "p " + harbours + "\np " + harbours + "\np " + harbours);
}

TEST(MainContent, OfALiveBlogIsAllItsEntries) {
  const std::string entry = "<section><h3>12:04</h3>" + p(harbours) + "</section>";
  EXPECT_EQ(blocks_of("<nav>" + links("Politics", 5) + "</nav><div>" + repeat(entry, 3) + "</div>"),
            "h3 12:04\np " + harbours + "\nh3 12:04\np " + harbours + "\nh3 12:04\np " + harbours);
}

TEST(MainContent, OfAPageLaidOutAsATableIsItsColumnOfText) {
  EXPECT_EQ(blocks_of("<table><tr><td colspan=2><font size=5>The Ministry</font></td></tr><tr><td>" +
                      repeat("<a href=x>Press office</a><br>", 8) + "</td><td><b>Statement</b><br><br>" +
                      p(harbours) + p(tariffs) +
                      "</td></tr><tr><td colspan=2><a href=x>Home</a></td></tr></table>"),
            "p Statement\np " + harbours + "\np " + tariffs);
}

TEST(MainContent, OfALawIsEveryArticleAndItem) {
  const std::string law =
      "<h2>Article 1</h2><p>In this law</p><ol><li>harbour means a place where ships lie;<ol><li>by day;</li>"
      "<li>by night;</li></ol></li><li>tariff means what they pay.</li></ol><h2>Article 2</h2>" +
      p(tariffs) + "<h2>Article 3</h2>" + p(forests);
  EXPECT_EQ(
      blocks_of("<ul class=menu><li><a href=x>Laws</a></ul><div id=law>" + law + "</div>"),
      "h2 Article 1\np In this law\nli harbour means a place where ships lie;\nli by day;\nli by night;\n"
      "li tariff means what they pay.\nh2 Article 2\np " +
          tariffs + "\nh2 Article 3\np " + forests);
}

TEST(MainContent, OfAThreadIsEveryPost) {
  const std::string post =
      "<div class=post><div class=user><a href=x>someone</a></div>" + p(harbours) + "</div>";
  const std::string got =
      blocks_of("<div class=menu>" + links("Forum", 5) + "</div><div>" + repeat(post, 4) + "</div>");
  std::size_t posts = 0;
  for (std::size_t at = got.find(harbours); at != std::string::npos; at = got.find(harbours, at + 1)) ++posts;
  EXPECT_EQ(posts, 4u) << got;
  EXPECT_EQ(got.find("Forum"), std::string::npos);
  // Even where posts are called comments: there is nothing that they comment on.
  const std::string comment = "<div class=comment>" + p(harbours) + "</div>";
  EXPECT_EQ(blocks_of("<div class=comments>" + repeat(comment, 3) + "</div>"),
            "p " + harbours + "\np " + harbours + "\np " + harbours);
}

TEST(MainContent, OfAPortalIsAllItsTeasers) {
  const std::string teaser =
      "<div><h3><a href=x>A title of some length, linked</a></h3>" + p(harbours) + "</div>";
  EXPECT_EQ(blocks_of("<div>" + repeat(teaser, 3) + "</div>"),
            "h3 A title of some length, linked\np " + harbours + "\nh3 A title of some length, linked\np " +
                harbours + "\nh3 A title of some length, linked\np " + harbours);
  // Beside an article they are none of it.
  EXPECT_EQ(
      blocks_of("<div><div>" + repeat(p(tariffs), 4) + "</div><div>" + repeat(teaser, 3) + "</div></div>"),
      "p " + tariffs + "\np " + tariffs + "\np " + tariffs + "\np " + tariffs);
}

TEST(MainContent, OfAListOfLinksIsTheList) {
  EXPECT_EQ(blocks_of("<h1>Reports</h1>" + links("A report on the state of harbours in some year", 3)),
            "h1 Reports\nli A report on the state of harbours in some year\nli A report on the state of "
            "harbours in "
            "some year\nli A report on the state of harbours in some year");
  EXPECT_EQ(blocks_of(links("Report", 5)), "li Report\nli Report\nli Report\nli Report\nli Report");
}

TEST(MainContent, HasNoReadersComments) {
  const std::string comment = "<li><b>someone</b>" + p(forests) + "</li>";
  for (const std::string_view name : {"id=comments", "class=comment-list", "class='x commentList'",
                                      "id=disqus_thread", "class=kommentare", "class=commentaires"}) {
    EXPECT_EQ(blocks_of("<article>" + p(harbours) + p(tariffs) + "</article><div " + std::string(name) +
                        "><h3>3 comments</h3><ol>" + repeat(comment, 9) + "</ol></div>"),
              "p " + harbours + "\np " + tariffs)
        << name;
  }
}

TEST(MainContent, OfAnAmpPageIsTheArticle) {
  EXPECT_EQ(
      blocks_of(
          "<html amp><body><amp-sidebar id=menu><ul><li><a href=x>Politics</a></ul></amp-sidebar><header>"
          "<a href=/>The Daily</a></header><article>" +
          p(harbours) + "<amp-ad><div>Advertisement</div></amp-ad>" + p(tariffs) +
          "</article></body></html>"),
      "p " + harbours + "\np " + tariffs);
}

TEST(MainContent, IsFoundInAnyScript) {
  const std::string chinese =
      "委员会昨天在首都举行会议，讨论港口的费用问题。三位证人出席了会议，但是表决推迟到春天举行。没有人想到讨"
      "论会持续整个下午，"
      "许多代表因此错过了火车。";
  const std::string arabic =
      "اجتمعت اللجنة أمس في العاصمة لبحث تكاليف الموانئ، واستمعت إلى ثلاثة شهود، ثم أجلت التصويت إلى الربيع، "
      "ولم "
      "يتوقع أحد أن يستمر النقاش طوال بعد الظهر.";
  const std::string russian =
      "Комиссия вчера обсудила расходы на порты, выслушала трёх свидетелей и отложила голосование до весны; "
      "никто не "
      "ожидал, что обсуждение займёт весь день.";
  for (const std::string& text : std::vector<std::string>{chinese, arabic, russian}) {
    EXPECT_EQ(blocks_of("<div>" + links("首页", 3) + links("أخبار", 3) + "</div><div>" + repeat(p(text), 3) +
                        "</div><div>" + links("Ещё одна новость", 6) + "</div>"),
              "p " + text + "\np " + text + "\np " + text);
  }
}

TEST(MainContent, LeavesOutCreditsOfPictures) {
  struct Row {
    std::string caption;
    std::string kept;
  };
  for (const auto& [caption, kept] : std::vector<Row>{
           {"A crane. Photo: Jane Doe", "p A crane."},
           {"A crane (Foto: dpa)", "p A crane"},
           {"A crane | © Some Agency", "p A crane"},
           {"Ein Kran. Bild: Agentur / Max Muster", "p Ein Kran."},
           {"Une grue. Crédit photo : Agence", "p Une grue."},
           {"Кран. Фото: Агентство", "p Кран."},
           {"起重机。摄影：某某", "p 起重机。"},
           {"Photo: Jane Doe", ""},
           {"A photo of a crane", "p A photo of a crane"},
           {"Telephoto: a lens", "p Telephoto: a lens"},
           {"Photo: a word that begins a text, " + harbours,
            "p Photo: a word that begins a text, " + harbours},
       }) {
    EXPECT_EQ(blocks_of("<div>" + p(tariffs) + "<figure><img><figcaption>" + caption +
                        "</figcaption></figure>" + p(forests) + "</div>"),
              "p " + tariffs + "\n" + kept + (kept.empty() ? "" : "\n") + "p " + forests)
        << caption;
  }
  // In a paragraph it is text, unless it is all of it.
  EXPECT_EQ(blocks_of("<div>" + p(tariffs) + p("They said of the photo: nothing") + p("(Foto: dpa)") +
                      p(forests) + "</div>"),
            "p " + tariffs + "\np They said of the photo: nothing\np " + forests);
}

TEST(MainContent, ReadsRubyWithoutItsReadings) {
  EXPECT_EQ(blocks_of("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を学ぶ</p>"), "p 漢字を学ぶ");
}

TEST(MainContent, IsFoundInLinearTime) {
  for (const std::string_view unit :
       {"<div class=tags><p>x</p>", "<div class=share>",
        "<ul><li><a href=x>A link of some length, in a list</a>", "<article><h2>a</h2>",
        "<div class=comments>", "<form><p>x", "<figure><figcaption>"}) {
    const std::string page =
        "<div>" + p(harbours) + p(tariffs) + "</div>" + repeat(std::string(unit), 30'000) + p("end");
    EXPECT_NE(blocks_of(page).find(harbours), std::string::npos) << unit;
  }
}

}  // namespace
}  // namespace dossier
