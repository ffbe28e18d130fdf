// The text of web pages: blocks, tables, what is hidden, what is furniture, charsets.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

struct Row {
  std::string html;
  std::string blocks;
};

std::string blocks_of(const std::string& html) {
  return print(extract_bytes("a.html", html).document().blocks);
}

void expect_blocks(const std::vector<Row>& rows) {
  for (const auto& [html, blocks] : rows) EXPECT_EQ(blocks_of(html), blocks) << html.substr(0, 80);
}

// A paragraph of more than 200 bytes, by which a text is known.
std::string prose(const std::string& about) {
  return "The council met on Tuesday to discuss " + about +
         ", which had been put off in the spring after the ministers could not agree on how the costs were "
         "to be shared. "
         "It decided to take up the matter again before the end of the year.";
}

TEST(HtmlText, BecomesBlocks) {
  expect_blocks({
      {"<p>one<p>two<div>three</div>four", "p one\np two\np three\np four"},
      {"<h1>a</h1><h2>b</h2><h6>c</h6>text", "h1 a\nh2 b\nh6 c\np text"},
      {"<h2><div>in a div</div></h2><p>text", "h2 in a div\np text"},
      {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "li a\nli b\nli c\nli d\np e"},
      {"<ol><li><p>a</p></li><li>b</li></ol>", "li a\nli b"},
      {"<dl><dt>term<dd>meaning<dt>another</dl>", "li term\nli meaning\nli another"},
      {"<blockquote>said</blockquote><address>there</address>", "p said\np there"},
      {"<figure><img src=x><figcaption>caption</figcaption></figure>", "p caption"},
      {"one <b>bold</b>, <i>it</i>al<i>ic</i> <a href=x>link</a><br>new line",
       "p one bold, italic link\\nnew line"},
      {"  many \n\t spaces \n here  ", "p many spaces here"},
      {"<pre>\n  code {\n    kept\n  }\n</pre>after", "pre   code {\\n    kept\\n  }\np after"},
      {"a<hr>b", "p a\np b"},
      {"text only", "p text only"},
      {"<p>* * *</p><p>words</p>", "p words"},
      {"<p>a&nbsp;b&#8239;c</p>", "p a b c"},
      {"<p>soft&shy;hyphen</p>", "p softhyphen"},
      {"<summary>sum</summary><details>det</details>", "p sum\np det"},
  });
}

TEST(HtmlText, KeepsFootnoteNumbersApartFromWords) {
  expect_blocks({
      {"<p>the policy<sup>12</sup> of water<sup><a href=#n>3</a></sup>.", "p the policy 12 of water 3."},
      {"<p>5 km<sup>2</sup>, m<sup>3</sup>, 1<sup>st</sup>, CO<sub>2</sub>", "p 5 km2, m3, 1st, CO2"},
  });
}

TEST(HtmlText, MakesARowOfATableOneBlock) {
  expect_blocks({
      {"<table><tr><th>Year<th>Budget<tr><td>2018<td>5<tr><td>2019<td>6</table>",
       "tr Year | Budget\ntr 2018 | 5\ntr 2019 | 6"},
      {"<table><caption>Costs</caption><thead><tr><td>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody></"
       "table>",
       "p Costs\ntr a\ntr b"},
      {"<table><tr><td><p>a</p></td><td><p>b</p><p>c</p></td></tr></table>", "tr a | b\\nc"},
      {"<table><tr><td>a</td><td><ul><li>b</li><li>c</li></ul></td></tr></table>", "tr a | b\\nc"},
      {"<table><tr><td></td><td>b</td><td> </td><td>d</td></tr></table>", "tr b | d"},
      {"<table><tr><td>a<br>b</td><td>c</td></tr></table>", "tr a\\nb | c"},
      {"<table><colgroup><col><tr><td>a<td>b</table>", "tr a | b"},
      {"before<table><tr><td>a</table>after", "p before\ntr a\np after"},
  });
}

TEST(HtmlText, LeavesTablesThatLayOutAPageApart) {
  const std::string text = prose("water");
  expect_blocks({
      {"<table><tr><td><h2>a</h2>b</td><td>c</td></tr></table>", "h2 a\np b\np c"},
      {"<table><tr><td><p>one</p><p>two</p></td></tr></table>", "p one\np two"},
      {"<table><tr><td>left</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
       "p left\ntr a | b"},
  });
  const std::string column = "<p>" + text + "<p>" + text;
  EXPECT_EQ(blocks_of("<table><tr><td>side</td><td>" + column + "</td></tr></table>"),
            "p " + text + "\np " + text);
}

TEST(HtmlText, ReadsReferences) {
  expect_blocks({
      {"&lt;p&gt; &amp;amp; &quot;q&quot; &apos; &eacute;&Eacute; &euro; &hellip;",
       "p <p> &amp; \"q\" ' éÉ € …"},
      {"&ccaron;&Zcaron;&dstrok;&lstrok;&aogon;&odblac;&scedil; &num;&percnt;", "p čŽđłąőş #%"},
      {"&#8217; &#x2019; &#X2019; &#233", "p ’ ’ ’ é"},
      {"&#146;smart&#148; &#x96;", "p ’smart” –"},
      {"&eacute &copy 2019 &euro &bogus; &; &# &#x; a&b", "p é © 2019 &euro &bogus; &; &# &#x; a&b"},
      {"x &#0; &#xD800; &#99999999999999; y", "p x \uFFFD \uFFFD \uFFFD y"},
      {"x&#27;[31m y&#8;", "p x y"},
  });
}

TEST(HtmlText, LeavesOutWhatIsHidden) {
  for (const std::string_view gone : {"<script>var gone;</script>",
                                      "<style>.gone{}</style>",
                                      "<template>gone</template>",
                                      "<!-- gone -->",
                                      "<div hidden>gone</div>",
                                      "<p style=\"display: none\">gone</p>",
                                      "<p style='color:red;VISIBILITY : hidden'>gone</p>",
                                      "<svg><title>gone</title><text>gone</text></svg>",
                                      "<select><option>gone</select>",
                                      "<noscript>gone</noscript>",
                                      "<iframe>gone</iframe>",
                                      "<object>gone</object>",
                                      "<title>gone</title>",
                                      "<script type='text/template'><p>gone</script>",
                                      "<![CDATA[ gone ]]>",
                                      "<?php gone ?>",
                                      "<!gone>",
                                      "</gone>",
                                      "<img alt=gone>",
                                      "<script>if (a < b) '<p>gone';</script>",
                                      "<math><mi>gone</mi></math>",
                                      "<video>gone</video>",
                                      "<datalist><option>gone</datalist>"}) {
    EXPECT_EQ(blocks_of("<p>before " + std::string(gone) + " after</p>").find("gone"), std::string::npos)
        << gone;
  }
}

TEST(HtmlText, IsNotPartedByWhatIsHidden) {
  expect_blocks({
      {"<p>before <script>x</script>after</p>", "p before after"},
      {"<p>before <span style='display:none'>x</span> after</p>", "p before after"},
      {"<p>before <!-- x -->after</p>", "p before after"},
  });
}

TEST(HtmlText, KeepsLongTextForReadersWithoutScripts) {
  const std::string text = prose("water");
  EXPECT_EQ(
      blocks_of("<script type='text/template'>" + text + "</script><noscript><p>" + text + "</p></noscript>"),
      "p " + text);
}

TEST(HtmlText, LeavesOutFurniture) {
  const std::string text = prose("water");
  for (const std::string_view gone :
       {"<nav>gone</nav>", "<footer>gone</footer>", "<aside>gone</aside>", "<button>gone</button>",
        "<dialog>gone</dialog>", "<label>gone</label>", "<div role=navigation>gone</div>",
        "<div role=banner>gone</div>", "<ul role=search><li>gone</ul>", "<div class='x sidebar'>gone</div>",
        "<div id=footer>gone</div>", "<div class=Cookie_Banner>gone</div>",
        "<section class=related-posts><h2>gone</h2></section>",
        "<ul><li><a href=a>gone</a><li><a href=b>gone</a><li><a href=c>gone</a><li><a "
        "href=d>gone</a></ul>"}) {
    EXPECT_EQ(blocks_of(std::string(gone) + "<p>" + text + "</p>" + std::string(gone)), "p " + text) << gone;
  }
}

TEST(HtmlText, KeepsWhatOnlyLooksLikeFurniture) {
  const std::string text = prose("water");
  for (const std::string_view page :
       {"<body class=has-sidebar><p>%</p>", "<body class=sidebar><p>%</p>",
        "<div class=sharepoint><p>%</p></div>", "<div class='entry share'><p>%</p></div>",
        "<p>% <a class=popup>word</a></p>", "<header><p>%</p></header>", "<form><p>%</p></form>"}) {
    std::string html(page);
    html.replace(html.find('%'), 1, text);
    EXPECT_TRUE(blocks_of(html).starts_with("p " + text)) << page;
  }
  // Short paragraphs of a text that stands in such an element are of it.
  EXPECT_EQ(blocks_of("<div class=share><p>" + text + "</p><p>Short.</p></div>"), "p " + text + "\np Short.");
  EXPECT_EQ(blocks_of("<p>" + text + "</p><div class=share><p>Short.</p></div>"), "p " + text);
}

TEST(HtmlText, OfNothingButFurnitureIsKept) {
  expect_blocks({
      {"<nav>one</nav><footer>two</footer>", "p one\np two"},
      {"<div class=sidebar>all there is</div>", "p all there is"},
  });
}

TEST(HtmlText, PrefersMainAndArticle) {
  const std::string text = prose("water");
  const std::string other = prose("roads");
  for (const std::string_view element : {"main", "article", "div role=main"}) {
    const std::string name(element.substr(0, element.find(' ')));
    EXPECT_EQ(blocks_of("<title>T</title><h1>Of water</h1><p>teaser</p><" + std::string(element) + "><p>" +
                        text + "</p><p>" + text + "</p></" + name + "><p>" + other.substr(0, 100) + "</p>"),
              "h1 Of water\np " + text + "\np " + text);
  }
  // Most of the text is elsewhere.
  EXPECT_EQ(blocks_of("<article>short</article><p>" + text + "</p>"), "p short\np " + text);
  EXPECT_EQ(blocks_of("<div class=sidebar><article><p>" + text + "</p><p>Short.</p></article></div>"),
            "p " + text + "\np Short.");
}

TEST(HtmlText, ComesFromJsonLdWhereOnlyAScriptWouldShowIt) {
  const std::string text = prose("water");
  const std::string json =
      "<script type=\"application/ld+json\">{\"articleBody\": \"" + text + "\\n\\nSecond.\"}</script>";
  EXPECT_EQ(blocks_of(json + "<p>Please wait</p>"), "p Please wait\np " + text + "\np Second.");
  EXPECT_EQ(blocks_of(json + "<p>" + text + "</p>"), "p " + text);
  EXPECT_EQ(blocks_of("<script type=\"application/ld+json\">{\"articleBody\": \"<p>" + text +
                      "</p><p>Second.</p>\"}</script>"),
            "p " + text + "\np Second.");
}

TEST(HtmlText, IsReadFromAnyTags) {
  expect_blocks({
      {"<P CLASS=x>upper</P><dIv>case</DIV>", "p upper\np case"},
      {"<p title='a > b'>quoted &gt;</p>", "p quoted >"},
      {"<p title=\"never closed>text<p>more", "p text\np more"},
      {"a < b and c <3 d <> e </ f", "p a < b and c <3 d <> e"},
      {"<p>one</div></span></p>two", "p one\np two"},
      {"<b><p>mis</b>nested</p> text", "p misnested\np text"},
      {"<p/>self<br/>closed<div/>div", "p self\\nclosed\np div"},
      {"text<", "p text<"},
      {"<p>text</", "p text</"},
      {"text <p", "p text"},
      {"<!doctype html><!-->still here", "p still here"},
      {"<!-- a -- b --!> c --> d", "p d"},
      {"<body>in</body></html>after", "p inafter"},
      {"<textarea><p>not a tag</textarea>", "p <p>not a tag"},
      {"<title><b>raw</title>x", "p x"},
      {"<xmp><p>raw</xmp>", "p <p>raw"},
      {"<p>para</br>graph", "p para\\ngraph"},
  });
}

TEST(HtmlText, OfXhtmlHonoursTagsThatCloseThemselves) {
  const std::string head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html [<!ENTITY x \"gone\">]>\n";
  expect_blocks({
      {head + "<html><head><title/></head><body><script src=\"x\"/><p>text</p></body></html>", "p text"},
      {head + "<html><body><nav/><p>text</p><![CDATA[a < b]]></body></html>", "p text\np a < b"},
      {"<svg><path/><title/></svg><p>text</p>", "p text"},
  });
}

TEST(HtmlText, BehindAScriptThatIsNeverClosedIsLost) {
  EXPECT_EQ(blocks_of("<p>text</p><script>var x = 1; <p>gone</p>"), "p text");
  // Unless there is nothing else.
  EXPECT_EQ(blocks_of("<meta charset=\"utf-8\"><script>\"><p>text</p>"), "p text");
}

TEST(HtmlText, InAHeadThatIsNeverClosedIsRead) {
  expect_blocks({
      {"<head><title>t</title><p>text", "p text"},
      {"<head><meta name=a><title>t</title>text", "p text"},
      {"<html><head><title>never closed<p>text", "p text"},
  });
}

TEST(HtmlText, IsInTheCharsetThatThePageNames) {
  const std::string russian =
      "<p>\xF2\xC5\xDB\xC5\xCE\xC9\xC5 \xD3\xCF\xD7\xC5\xD4\xC1</p>";  // Решение совета in KOI8-R
  struct Named {
    std::string head;
    std::string_view encoding;
  };
  for (const auto& [head, encoding] : std::vector<Named>{
           {"<meta charset=koi8-r>", "KOI8-R"},
           {"<META CHARSET='KOI8-R'>", "KOI8-R"},
           {"<meta http-equiv=content-type content=\"text/html; charset=koi8-r\">", "KOI8-R"},
           {"<?xml version='1.0' encoding='koi8-r'?>", "KOI8-R"},
           {"<!-- <meta charset=big5> --><meta name=x content=y><meta charset=\"koi8-r\">", "KOI8-R"},
           {"<!--" + std::string(5000, 'x') + "--><meta charset=koi8-r>", "KOI8-R"},
       }) {
    const Extraction got = extract_bytes("a.html", head + russian);
    EXPECT_EQ(got.document().encoding, encoding) << head.substr(0, 60);
    EXPECT_EQ(print(got.document().blocks), "p Решение совета") << head.substr(0, 60);
  }
}

TEST(HtmlText, IsReadInSpiteOfAWrongCharset) {
  for (const std::string_view charset :
       {"utf-16", "utf-7", "x-unknown", "iso-2022-jp", "", "x-user-defined", "ibm037", "koi8-r", "\n"}) {
    const std::string head = "<meta charset=\"" + std::string(charset) + "\">";
    EXPECT_EQ(blocks_of(head + "<p>plain words</p>"), "p plain words") << charset;
    EXPECT_EQ(blocks_of(head + "<p>déjà vu, façade, naïveté</p>"), "p déjà vu, façade, naïveté") << charset;
  }
  EXPECT_EQ(blocks_of("\xEF\xBB\xBF<meta charset=windows-1252><p>café</p>"), "p café");
}

TEST(HtmlText, MayBeUtf16) {
  std::string wide;
  for (const char c : std::string("<html><title>t</title><p>some words here</p>"))
    wide += std::string{c, '\0'};
  EXPECT_EQ(blocks_of(wide), "p some words here");
  EXPECT_EQ(blocks_of("\xFF\xFE" + wide), "p some words here");
}

}  // namespace
}  // namespace dossier
