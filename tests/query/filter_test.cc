#include <gtest/gtest.h>

#include <string_view>

#include "dossier/query/parser.h"

namespace dossier {
namespace {

TEST(QueryFilter, TakesTheWholeRestAsTheValue) {
  const struct {
    std::string_view filter, tree;
  } rows[] = {
      {"source:UN Security Council", "(source \"UN Security Council\")"},
      {"source:\"UN Security Council\"", "(source \"UN Security Council\")"},
      {"source: UN  (New York) ", "(source \"UN (New York)\")"},
      {"LANG:sr", "(lang \"sr\")"},
      {"language:sr", "(lang \"sr\")"},
      {"path:C:\\my papers\\*", "(path \"C:\\my papers\\*\")"},
      {"type:text/html", "(type \"text/html\")"},
      {"title:lip service", "(title \"lip service\")"},
      {"title:\"lip service\"", "(title \"lip service\")"},
      {"title:=\"lip service\"", "(title \"=lip =service\")"},
      {"title:secess*", "(title secess*)"},
      {"author:=Vučić", "(author =Vučić)"},
      {"published:2013..2017", "(published 2013-01-01..2017-12-31)"},
      {"mentioned:=2013 .. 2017", "(mentioned =2013-01-01..2017-12-31)"},
      {"date:\"1990s\"", "(date 1990-01-01..1999-12-31)"},
  };
  for (const auto& [filter, tree] : rows) {
    const ParsedQuery parsed = parse_filter(filter);
    EXPECT_EQ(print_tree(parsed), tree) << filter;
    EXPECT_TRUE(parsed.problems.empty()) << filter << ": " << parsed.problems.front().message;
  }
}

TEST(QueryFilter, NamesWhatIsWrong) {
  const struct {
    std::string_view filter;
    Span place;
    std::string_view begins;
  } rows[] = {
      {"", {0, 0}, "a filter is FIELD:VALUE"},
      {"kosovo", {0, 6}, "a filter is FIELD:VALUE"},
      {"foo:bar", {0, 3}, "there is no field foo:"},
      {":x", {0, 0}, "there is no field :"},
      {"source:", {0, 7}, "no value stands behind source:"},
      {"title: !", {0, 8}, "no word stands behind title:"},
      {"published:2013-13", {0, 17}, "2013-13 is no date"},
  };
  for (const auto& [filter, place, begins] : rows) {
    const ParsedQuery parsed = parse_filter(filter);
    EXPECT_TRUE(parsed.root.empty()) << filter;
    ASSERT_EQ(parsed.problems.size(), 1U) << filter;
    EXPECT_EQ(parsed.problems[0].span, place) << filter;
    EXPECT_TRUE(parsed.problems[0].message.starts_with(begins)) << parsed.problems[0].message;
  }
}

}  // namespace
}  // namespace dossier
