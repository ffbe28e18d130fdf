// Queries that cannot be fully understood: what is answered all the same, and where each problem lies.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "dossier/query/parser.h"

namespace dossier {
namespace {

struct Row {
  std::string_view query;
  std::string_view tree;
  std::vector<Span> places;
};

void expect_recovery(const std::vector<Row>& rows) {
  for (const auto& [query, tree, places] : rows) {
    const ParsedQuery parsed = parse_query(query);
    EXPECT_EQ(print_tree(parsed), tree) << query;
    std::vector<Span> found;
    for (const Problem& problem : parsed.problems) {
      found.push_back(problem.span);
      EXPECT_FALSE(problem.message.empty()) << query;
    }
    EXPECT_TRUE(found == places) << query << ": " << ::testing::PrintToString(found.size())
                                 << " problems, the first at " << (found.empty() ? 0 : found.front().offset)
                                 << "+" << (found.empty() ? 0 : found.front().length);
  }
}

std::string first_message(std::string_view query) {
  const ParsedQuery parsed = parse_query(query);
  return parsed.problems.empty() ? "" : parsed.problems.front().message;
}

TEST(QueryRecovery, ClosesQuotesAndBrackets) {
  expect_recovery({
      {"\"lip service", "\"lip service\"", {{0, 1}}},
      {"a “lip service", "(seq a \"lip service\")", {{2, 3}}},
      {"a \"", "a", {{2, 1}, {2, 1}}},
      {"=\"a b", "\"=a =b\"", {{1, 1}}},
      {"source:\"UN News", "(source \"UN News\")", {{7, 1}}},
      {"(a OR b", "(or a b)", {{0, 1}}},
      {"((a OR b) c", "(seq (or a b) c)", {{0, 1}}},
      {"((a", "a", {{0, 1}, {1, 1}}},
      {"a)", "a", {{1, 1}}},
      {"a))) b", "(seq a b)", {{1, 3}}},
      {"))((", "()", {{0, 2}, {2, 1}, {3, 1}, {3, 1}}},
      {"title:(a", "(title a)", {{6, 1}}},
      {"lang:(en", "(lang \"en\")", {{5, 1}}},
      {"\"\"", "()", {{0, 2}}},
      {"\"\" kosovo", "kosovo", {{0, 2}}},
      {"\"!?\" AND a", "a", {{0, 4}}},
      {"( )", "()", {{0, 3}}},
      {"a () b", "(seq a b)", {{2, 2}}},
      {"a AND ()", "a", {{6, 2}}},
  });
}

TEST(QueryRecovery, IgnoresDanglingOperators) {
  expect_recovery({
      {"a AND", "a", {{2, 3}}},
      {"AND a", "a", {{0, 3}}},
      {"AND", "()", {{0, 3}}},
      {"AND OR", "()", {{0, 3}, {4, 2}}},
      {"a OR OR b", "(or a b)", {{2, 2}}},
      {"a AND OR b", "(or a b)", {{2, 3}}},
      {"(a OR) b", "(seq a b)", {{3, 2}}},
      {"(AND) a", "a", {{0, 5}, {1, 3}}},
      {"NOT", "()", {{0, 3}}},
      {"a NOT", "a", {{2, 3}}},
      {"NOT AND a", "a", {{0, 3}}},
      {"+", "()", {{0, 1}}},
      {"-", "()", {{0, 1}}},
      {"kosovo -", "kosovo", {{7, 1}}},
      {"(a -) b", "(seq a b)", {{3, 1}}},
      {"-AND a", "a", {{0, 1}}},
      {"-, a", "a", {{0, 1}}},
      {"NEAR/5", "()", {{0, 6}}},
      {"NEAR/5 b", "b", {{0, 6}}},
      {"a NEAR/5", "a", {{2, 6}}},
      {"a NEAR/5 AND b", "(and a b)", {{2, 6}}},
      {"a NEAR/5 NEAR/5 b", "(near/5 a b)", {{2, 6}}},
      {"a w/3 -b", "(seq a -b)", {{2, 3}}},
  });
}

TEST(QueryRecovery, SettlesWrongProximity) {
  expect_recovery({
      {"a NEAR/0 b", "(near/1 a b)", {{2, 6}}},
      {"a NEAR/1001 b", "(near/1000 a b)", {{2, 9}}},
      {"a w/99999999999999999999 b", "(near/1000 a b)", {{2, 22}}},
      {"a NEAR/x b", "(near/5 a b)", {{2, 6}}},
      {"a NEAR/-1 b", "(near/5 a b)", {{2, 7}}},
      {"a NEAR/5 title:b", "(and a (title b))", {{2, 6}}},
      {"(a b) NEAR/5 c", "(and (seq a b) c)", {{6, 6}}},
      {"(a AND b) NEAR/5 c", "(and a b c)", {{10, 6}}},
      {"* NEAR/5 c", "(and * c)", {{2, 6}}},
      {"published:2013 w/5 c", "(and (published 2013-01-01..2013-12-31) c)", {{15, 3}}},
      {"\"a b\"~3", "\"a b\"", {{5, 2}}},
      {"\"a b\"~ c", "(seq \"a b\" c)", {{5, 1}}},
  });
}

TEST(QueryRecovery, TakesWrongWildcardsAsWords) {
  expect_recovery({
      {"s*", "s", {{0, 2}}},
      {"*foo", "foo", {{0, 1}}},
      {"**foo*", "foo*", {{0, 2}}},
      {"ba*r", "ba*", {{0, 4}}},
      {"f*oo", "f", {{0, 4}, {0, 4}}},
      {"\"a b\"*", "\"a b\"", {{5, 1}}},
      {"\"lip * service\"", "\"lip service\"", {{5, 1}}},
      {"x~", "x", {{0, 2}}},
      {"Kurti~3", "Kurti~", {{0, 7}}},
      {"kurti*~", "kurti*", {{0, 7}}},
      {"\"Kurti~ said\"", "\"Kurti said\"", {{1, 6}}},
  });
}

TEST(QueryRecovery, NamesUnknownAndEmptyFields) {
  expect_recovery({
      {"foo:bar", "(seq foo bar)", {{0, 4}}},
      {"kosovo foo:bar x", "(seq kosovo foo bar x)", {{7, 4}}},
      {"foo:\"a b\"", "(seq foo \"a b\")", {{0, 4}}},
      {"foo:(a OR b)", "(seq foo (or a b))", {{0, 4}}},
      {"a -foo:bar", "(seq a -(seq foo bar))", {{3, 4}}},
      {"foo:bar:baz", "(seq foo bar baz)", {{0, 4}, {4, 4}}},
      {"foo:title:x", "(seq foo (title x))", {{0, 4}}},
      {"a OR foo:bar", "(or a (seq foo bar))", {{5, 4}}},
      {"title:", "()", {{0, 6}}},
      {"title: AND a", "a", {{0, 6}}},
      {"title:\"\" a", "a", {{6, 2}}},
      {"source:", "()", {{0, 7}}},
      {"source: OR a", "a", {{0, 7}}},
      {"(lang:) a", "a", {{1, 5}}},
      {"source:\"\" a", "a", {{0, 9}}},
      {"lang:() a", "a", {{0, 7}}},
      {"title:-x", "(title x)", {{6, 1}}},
      {"title:author:x", "(title x)", {{6, 7}}},
      {"title:(author:x b)", "(title (seq x b))", {{7, 7}}},
      {"title:(a lang:en)", "(title a)", {{9, 7}}},
      {"title:lang:en", "(lang \"en\")", {{0, 6}}},
  });
}

TEST(QueryRecovery, DropsImpossibleDates) {
  expect_recovery({
      {"published:2013-13", "()", {{0, 17}}},
      {"kosovo published:2013-02-30", "kosovo", {{7, 20}}},
      {"published:2013-13 AND kosovo", "kosovo", {{0, 17}}},
      {"published:yesterday a", "a", {{0, 19}}},
      {"published:..", "()", {{0, 12}}},
      {"published:", "()", {{0, 10}}},
      {"published:2017..2013", "(published 2013-01-01..2017-12-31)", {{0, 20}}},
      {"published:(2013 OR 2014-99)", "(published 2013-01-01..2013-12-31)", {{19, 7}}},
  });
}

TEST(QueryRecovery, SaysWhatWasDone) {
  EXPECT_EQ(first_message("\"lip service"),
            "the quote opened here is never closed; taken to end with the query");
  EXPECT_EQ(first_message("a AND"), "nothing stands behind AND; it is ignored");
  EXPECT_EQ(first_message("foo:bar"),
            "there is no field foo: (the fields are title, author, source, lang, type, path, published, "
            "mentioned, date); taken as plain words");
  EXPECT_EQ(first_message("published:2013-13"),
            "2013-13 is no date: there is no month 13; the filter is dropped");
  EXPECT_EQ(first_message("published:2017..2013"), "the range ends before it begins; taken as 2013..2017");
  EXPECT_EQ(first_message("\"a b\"~3"),
            "\"~\" does not go with a phrase; for words near each other write a NEAR/3 b");
  EXPECT_EQ(first_message("..."), "there is no word to look for here");
}

TEST(QueryRecovery, OrdersProblemsByPlace) {
  const ParsedQuery parsed = parse_query("AND foo:x (\"a s* published:99");
  std::size_t last = 0;
  EXPECT_EQ(parsed.problems.size(), 5U);
  for (const Problem& problem : parsed.problems) {
    EXPECT_GE(problem.span.offset, last);
    last = problem.span.offset;
  }
}

}  // namespace
}  // namespace dossier
