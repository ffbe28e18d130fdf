// Web pages made to hang, crash or mislead the reader. Each must give its words; that it takes linear time
// shows in that the tests end.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extraction.h"

namespace dossier {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string page(std::string_view rest) {
  return "<!doctype html><title>t</title><p>the words</p>" + std::string(rest);
}

std::string first_block(const std::string& html) {
  const std::vector<Block> blocks = extract_bytes("a.html", html).document().blocks;
  return blocks.empty() ? "" : blocks[0].text;
}

TEST(HostileHtml, NestsDeep) {
  for (const std::string_view tag : {"<div>",
                                     "<b>",
                                     "<a>",
                                     "<table>",
                                     "<ul><li>",
                                     "<dl><dd>",
                                     "<template>",
                                     "<select>",
                                     "<svg>",
                                     "<math>",
                                     "<button>",
                                     "<form>",
                                     "<object>",
                                     "<blockquote>",
                                     "<p><table><tr><td>",
                                     "<x-y>",
                                     "<head>",
                                     "<html>",
                                     "<body>",
                                     "<li>",
                                     "<tr>",
                                     "<td>",
                                     "<h1>",
                                     "<pre>",
                                     "<sup>",
                                     "<div class=share>",
                                     "<article>"}) {
    EXPECT_EQ(first_block(page(repeat(tag, 30'000))), "the words") << tag;
  }
}

TEST(HostileHtml, ClosesWhatIsFarAwayOrNotOpen) {
  for (const auto& [open, close] :
       std::vector<std::pair<std::string, std::string>>{{"<div>", "</b>"},
                                                        {"<b>", "</i>"},
                                                        {"<i>", "</div>"},
                                                        {"<table>", "</p>"},
                                                        {"<td>", "</tr>"},
                                                        {"<b><p>", "</b>"},
                                                        {"<span>", "<li>"},
                                                        {"<div>", "<td>"},
                                                        {"<x-y>", "</x-z>"},
                                                        {"<table><b>", "x<tr>"}}) {
    EXPECT_EQ(first_block(page("<li><b>" + repeat(open, 50'000) + repeat(close, 50'000))), "the words")
        << open << close;
  }
}

TEST(HostileHtml, HasTagsOfManyOrLongParts) {
  std::string many = "<p";
  for (int i = 0; i < 200'000; ++i) many += " a" + std::to_string(i) + "=1";
  for (const std::string& tag :
       {many + ">", "<p " + repeat("a=1 ", 200'000) + ">",
        "<p title=\"" + std::string(5'000'000, 'x') + "\">", "<p " + std::string(5'000'000, 'x') + ">",
        "<" + std::string(5'000'000, 'x') + ">", "<p " + repeat("=", 1'000'000) + ">",
        "<p " + repeat("/", 1'000'000) + ">", "<p " + repeat("a=\"", 300'000) + ">",
        "<img src=\"data:;base64," + std::string(5'000'000, 'A') + "\">"}) {
    EXPECT_EQ(print(extract_bytes("a.html", page(tag + "more</p>")).document().blocks), "p the words\np more")
        << tag.substr(0, 20);
  }
}

TEST(HostileHtml, OpensWhatItNeverCloses) {
  for (const std::string_view unit : {"<",
                                      "<!",
                                      "<!--",
                                      "<?",
                                      "</",
                                      "<a ",
                                      "<a href=\"",
                                      "<a href='x",
                                      "<script>",
                                      "<script><!--",
                                      "<style>",
                                      "<title>",
                                      "<textarea>",
                                      "<iframe>",
                                      "<![CDATA[",
                                      "<!doctype [",
                                      "&",
                                      "&#",
                                      "&#x",
                                      "&amp",
                                      "&aaaaaaaa",
                                      "<a b=\"c\" d='",
                                      "<xmp></xm",
                                      "<script></scrip",
                                      "<!doctype html [ <!entity"}) {
    const std::string got = first_block(page(repeat(unit, 100'000)));
    EXPECT_TRUE(got.starts_with("the words")) << unit;
  }
}

TEST(HostileHtml, HasNoEntitiesOfItsOwn) {
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a0 \"gone\">";
  for (int i = 1; i < 10; ++i) {
    laughs +=
        "<!ENTITY a" + std::to_string(i) + " \"" + repeat("&a" + std::to_string(i - 1) + ";", 10) + "\">";
  }
  laughs += "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><html><p>the words &a9; &f;</p></html>";
  EXPECT_EQ(print(extract_bytes("a.xhtml", laughs).document().blocks), "p the words &a9; &f;");
}

TEST(HostileHtml, HidesNothingBelowDeepElements) {
  for (const std::string_view hidden :
       {"<script>gone</script>", "<style>gone</style>", "<template>gone</template>", "<!--gone-->"}) {
    const std::string got =
        print(extract_bytes("a.html", page(repeat("<div>", 5000) + std::string(hidden) + "<p>deep"))
                  .document()
                  .blocks);
    EXPECT_EQ(got, "p the words\np deep") << hidden;
  }
}

TEST(HostileHtml, LongTextsPassWhole) {
  const std::string words = repeat("word ", 2'400'000);  // 12 MB
  const std::vector<std::string> pages{"<p>" + words + "last</p>",
                                       "<pre>" + words + "last</pre>",
                                       "<!--" + words + "--><p>last",
                                       "<script>" + words + "</script><p>last",
                                       "<style>" + words + "</style><p>last",
                                       repeat("<p>word", 1000) + "<p>last",
                                       "<p>" + repeat("&amp;", 1'000'000) + "last"};
  for (const std::string& html : pages) {
    const std::vector<Block> blocks = extract_bytes("a.html", "<!doctype html>" + html).document().blocks;
    ASSERT_FALSE(blocks.empty());
    EXPECT_TRUE(blocks.back().text.ends_with("last")) << html.substr(0, 20);
  }
}

TEST(HostileHtml, WithMoreRowsAndRegionsThanAnyPage) {
  EXPECT_EQ(first_block(page("<table>" + repeat("<tr><td>a<td>b", 100'000))), "the words");
  EXPECT_EQ(first_block(page("<table><tr>" + repeat("<td>a", 200'000))), "the words");
  EXPECT_EQ(first_block(page(repeat("<div class=share>x</div>", 100'000))), "the words");
  EXPECT_EQ(first_block(page(repeat("<a href=x>x</a> ", 200'000))), "the words");
}

}  // namespace
}  // namespace dossier
