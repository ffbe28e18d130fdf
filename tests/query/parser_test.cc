// What each form of the language means, as (query, printed tree). All of these are free of problems.
#include "dossier/query/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dossier {
namespace {

struct Row {
  std::string_view query;
  std::string_view tree;
};

template <std::size_t kCount>
void expect_trees(const Row (&rows)[kCount], const ParseOptions& options = {}) {
  for (const auto& [query, tree] : rows) {
    const ParsedQuery parsed = parse_query(query, options);
    EXPECT_EQ(print_tree(parsed), tree) << query;
    EXPECT_TRUE(parsed.problems.empty()) << query << ": " << parsed.problems.front().message;
  }
}

TEST(QueryParser, ReadsWords) {
  expect_trees({
      {"", "()"},
      {" \t\n\u3000", "()"},
      {"kosovo", "kosovo"},
      {"kosovo resolution", "(seq kosovo resolution)"},
      {"  kosovo\t\nresolution\u00A0", "(seq kosovo resolution)"},
      {"Vučić Вучић", "(seq Vučić Вучић)"},
      {"co-operation F-35", "(seq co-operation F-35)"},
      {"S/RES/1244 10:30 24/7", "(seq S/RES/1244 10:30 24/7)"},
      {"S/RES/1244(1999)", "(seq S/RES/1244 1999)"},
      {"http://un.org/a?b=c C:\\temp std::string", "(seq http://un.org/a?b=c C:\\temp std::string)"},
      {"Kosovo, Serbia; NATO?", "(seq Kosovo Serbia NATO)"},
      {"Kosovo: a history", "(seq Kosovo a history)"},
      {"'lip service'", "(seq lip service)"},
      {"l'égalité d\u2019un", "(seq l'égalité d\u2019un)"},
      {"C++ C# 5% .NET", "(seq C++ C# 5% NET)"},
      {"U.S. e.g.", "(seq U.S e.g)"},
      {"Kosovo - Serbia -- Albania", "(seq Kosovo Serbia Albania)"},
      {"Kosovo \u2013 Serbia \u2014 \u2013nuclear", "(seq Kosovo Serbia nuclear)"},
      {"a & b | c", "(seq a b c)"},
      {"and or not near to be", "(seq and or not near to be)"},
      {"And Or Not Near", "(seq And Or Not Near)"},
      {"w/o w/out pre-war", "(seq w/o w/out pre-war)"},
      {"北京 дом بيت", "(seq 北京 дом بيت)"},
      {"\u202Bשלום\u202C", "שלום"},
      {"🇽🇰 😀", "(seq 🇽🇰 😀)"},
      {"--dry-run", "dry-run"},
      {"a+b a=b", "(seq a+b a=b)"},
      {"~war a~b", "(seq war a~b)"},
  });
}

TEST(QueryParser, ReadsFormsOfAWord) {
  expect_trees({
      {"secess*", "secess*"},
      {"secess*,", "secess*"},
      {"secess**", "secess*"},
      {"eu* 19*", "(seq eu* 19*)"},
      {"10.*", "10*"},
      {"Kurti~", "Kurti~"},
      {"Kurti~1 Kurti~2", "(seq Kurti~ Kurti~)"},
      {"=Vučić", "=Vučić"},
      {"==war", "=war"},
      {"=AND", "=AND"},
      {"=title:x", "=title:x"},
      {"=-war", "war"},
      {"*", "*"},
      {"**", "*"},
      {"* kosovo", "(seq * kosovo)"},
  });
}

TEST(QueryParser, ReadsPhrases) {
  expect_trees({
      {"\"lip service\"", "\"lip service\""},
      {"“lip service”", "\"lip service\""},
      {"„auch so“ ”så här”", "(seq \"auch so\" \"så här\")"},
      {"«и так» »oder so«", "(seq \"и так\" \"oder so\")"},
      {"“lip service\"", "\"lip service\""},
      {"＂full width＂", "\"full width\""},
      {"=\"lip service\"", "\"=lip =service\""},
      {"=“lip service”", "\"=lip =service\""},
      {"\"lip =service\"", "\"lip =service\""},
      {"\"security counc*\"", "\"security counc*\""},
      {"=\"security counc*\"", "\"=security counc*\""},
      {"\"one\"", "\"one\""},
      {"\"AND\" \"a OR b\"", "(seq \"AND\" \"a OR b\")"},
      {"\"title: x (1999) -b\"", "\"title x 1999 b\""},
      {"\"Hello, world!\"", "\"Hello world\""},
      {"\"a\"b\"c\"", "(seq \"a\" b \"c\")"},
      {"\"  lip\n service \"", "\"lip service\""},
      {"\"the «new» order\"", "\"the new order\""},
  });
}

TEST(QueryParser, ReadsSigns) {
  expect_trees({
      {"kosovo +resolution -\"lip service\"", "(seq kosovo +resolution -\"lip service\")"},
      {"+a -b", "(seq +a -b)"},
      {"+a", "a"},
      {"-a", "(seq * -a)"},
      {"-a -b", "(seq * -a -b)"},
      {"* -a", "(seq * -a)"},
      {"a -(b OR c)", "(seq a -(or b c))"},
      {"a -(b c)", "(seq a -(seq b c))"},
      {"a +(b OR c)", "(seq a +(or b c))"},
      {"a -=b -\"c d\" -ee* -f.g~", "(seq a -=b -\"c d\" -ee* -f.g~)"},
  });
}

TEST(QueryParser, ReadsBooleanOperators) {
  expect_trees({
      {"a AND b", "(and a b)"},
      {"a OR b", "(or a b)"},
      {"a AND b AND c", "(and a b c)"},
      {"a AND b OR c AND d", "(or (and a b) (and c d))"},
      {"a OR b AND c", "(or a (and b c))"},
      {"(a OR b) AND c", "(and (or a b) c)"},
      {"(a AND b) AND c", "(and a b c)"},
      {"a OR (b OR (c OR d))", "(or a b c d)"},
      {"((((a))))", "a"},
      {"(a b) c", "(seq a b c)"},
      {"(a \"b c\") (d)", "(seq a \"b c\" d)"},
      {"(a -b) c", "(seq (seq a -b) c)"},
      {"+(a b) c", "(seq +(seq a b) c)"},
      {"（a OR b） c", "(seq (or a b) c)"},
      {"a AND, b", "(and a b)"},
      {"(a)AND(b)", "(and a b)"},
      {"\"a\"OR\"b\"", "(or \"a\" \"b\")"},
  });
}

TEST(QueryParser, BindsThingsSideBySideTighterThanAndAndOr) {
  expect_trees({
      {"a b OR c", "(or (seq a b) c)"},
      {"a OR b c", "(or a (seq b c))"},
      {"security council OR general assembly", "(or (seq security council) (seq general assembly))"},
      {"a b AND c", "(and (seq a b) c)"},
      {"a b AND c d OR e", "(or (and (seq a b) (seq c d)) e)"},
      {"a OR b -c", "(or a (seq b -c))"},
      {"a OR b lang:en", "(or a (seq b (lang \"en\")))"},
      {"(a OR b) lang:en", "(seq (or a b) (lang \"en\"))"},
  });
}

TEST(QueryParser, ReadsASentenceInCapitalsAsWords) {
  expect_trees({
      {"THE RIGHTS OF MAN AND OF NATIONS", "(seq the rights of man and of nations)"},
      {"NATO AND KFOR AND OSCE AND UNMIK", "(and NATO KFOR OSCE UNMIK)"},
      {"WHO AND US AND OSCE AND IMF", "(and WHO US OSCE IMF)"},
      {"NATO OR THE WEST", "(or NATO (seq THE WEST))"},
      {"THE PARTY (RENAISSANCE) OF SYRIA AND IRAQ", "(seq the party renaissance of syria and iraq)"},
      {"THE (SYRIA OR IRAQ) AND THE BORDER", "(and (seq THE (or SYRIA IRAQ)) (seq THE BORDER))"},
      {"(NOT IRAQ) AND THE BORDER OF SYRIA", "(and (not IRAQ) (seq THE BORDER OF SYRIA))"},
      {"The rights of man AND of nations", "(and (seq The rights of man) (seq of nations))"},
  });
}

TEST(QueryParser, ReadsNegation) {
  expect_trees({
      {"NOT a", "(seq * -a)"},
      {"NOT a b", "(seq -a b)"},
      {"a NOT b", "(seq a -b)"},
      {"a AND NOT b", "(and a (not b))"},
      {"a OR NOT b", "(or a (not b))"},
      {"NOT a AND b", "(and (not a) b)"},
      {"NOT a AND NOT b", "(and (not a) (not b))"},
      {"a AND -b", "(and a (not b))"},
      {"a OR -b -c", "(or a (seq * -b -c))"},
      {"NOT NOT a", "a"},
      {"NOT NOT NOT a", "(seq * -a)"},
      {"NOT -a", "a"},
      {"-(NOT a)", "a"},
      {"a (NOT b)", "(seq a -b)"},
      {"NOT (* -a)", "a"},
      {"(* -a) OR b", "(or (not a) b)"},
      {"a -(-b)", "(seq a b)"},
      {"NOT (a OR b)", "(seq * -(or a b))"},
      {"NOT a NEAR/5 b", "(seq * -(near/5 a b))"},
  });
}

TEST(QueryParser, ReadsProximity) {
  expect_trees({
      {"NATO NEAR/5 Kosovo", "(near/5 NATO Kosovo)"},
      {"NATO w/5 Kosovo", "(near/5 NATO Kosovo)"},
      {"NATO W/12 Kosovo", "(near/12 NATO Kosovo)"},
      {"NATO near/3 Kosovo", "(near/3 NATO Kosovo)"},
      {"NATO pre/5 Kosovo", "(pre/5 NATO Kosovo)"},
      {"NATO PRE/1 Kosovo", "(pre/1 NATO Kosovo)"},
      {"NATO NEAR Kosovo", "(near/5 NATO Kosovo)"},
      {"NATO NEAR7 Kosovo", "(near/7 NATO Kosovo)"},
      {"a NEAR/1000 b", "(near/1000 a b)"},
      {"a NEAR/5 b NEAR/5 c", "(near/5 a b c)"},
      {"a NEAR/5 b NEAR/3 c", "(and (near/5 a b) (near/3 b c))"},
      {"a NEAR/5 b pre/5 c", "(and (near/5 a b) (pre/5 b c))"},
      {"(NATO OR KFOR) NEAR/5 \"northern Kosovo\"", "(near/5 (or NATO KFOR) \"northern Kosovo\")"},
      {"secess* NEAR/5 =Kosovo NEAR/5 Kurti~", "(near/5 secess* =Kosovo Kurti~)"},
      {"a NEAR/5 b AND c", "(and (near/5 a b) c)"},
      {"a b NEAR/5 c d", "(seq a (near/5 b c) d)"},
      {"a -b NEAR/5 c", "(seq a -(near/5 b c))"},
      {"title:(a NEAR/2 b)", "(title (near/2 a b))"},
  });
}

TEST(QueryParser, ReadsTextFields) {
  expect_trees({
      {"title:kosovo", "(title kosovo)"},
      {"TITLE:kosovo Author:x", "(seq (title kosovo) (author x))"},
      {"title: kosovo", "(title kosovo)"},
      {"author:\"van der Berg\"", "(author \"van der Berg\")"},
      {"title:=war title:secess* title:Kurti~", "(seq (title =war) (title secess*) (title Kurti~))"},
      {"title:=\"lip service\"", "(title \"=lip =service\")"},
      {"title:(a OR b) c", "(seq (title (or a b)) c)"},
      {"title:(a b)", "(title (seq a b))"},
      {"title:(a -b)", "(title (seq a -b))"},
      {"-title:x y", "(seq -(title x) y)"},
      {"title:x author:y OR z", "(or (seq (title x) (author y)) z)"},
      {"kosovo title:war", "(seq kosovo (title war))"},
      {"title:kosovo war", "(seq (title kosovo) war)"},
      {"title:S/RES/1244", "(title S/RES/1244)"},
      {".title:x", "(title x)"},
  });
}

TEST(QueryParser, ReadsValuesOfKeywordFields) {
  expect_trees({
      {"source:UN", "(source \"UN\")"},
      {"source:\"UN Security Council\"", "(source \"UN Security Council\")"},
      {"source:  “UN  News”", "(source \"UN News\")"},
      {"source:=UN source:=\"UN\"", "(seq (source \"UN\") (source \"UN\"))"},
      {"lang:en LANGUAGE:sr", "(seq (lang \"en\") (lang \"sr\"))"},
      {"type:text/html", "(type \"text/html\")"},
      {"path:reports/*/2013.pdf", "(path \"reports/*/2013.pdf\")"},
      {"path:*.pdf", "(path \"*.pdf\")"},
      {"path:/home/x path:C:\\x", "(seq (path \"/home/x\") (path \"C:\\x\"))"},
      {"path:a(1).pdf", "(path \"a(1).pdf\")"},
      {"(source:UN)", "(source \"UN\")"},
      {"source:UN, kosovo", "(seq (source \"UN\") kosovo)"},
      {"-source:blog", "(seq * -(source \"blog\"))"},
      {"lang:(en OR sr)", "(or (lang \"en\") (lang \"sr\"))"},
      {"lang:(en sr de)", "(or (lang \"en\") (lang \"sr\") (lang \"de\"))"},
      {"lang:(\"en\" OR (sr de))", "(or (lang \"en\") (lang \"sr\") (lang \"de\"))"},
      {"path:(a* OR *b)", "(or (path \"a*\") (path \"*b\"))"},
      {"lang:(NOT en)", "(seq * -(lang \"en\"))"},
      {"source:(UN -blog) x", "(seq (seq (source \"UN\") -(source \"blog\")) x)"},
      {"lang:(en) AND kosovo (a b)", "(and (lang \"en\") (seq kosovo a b))"},
      {"source:near", "(source \"near\")"},
      {"source:«the \"new\" times»", "(source \"the \"new\" times\")"},
  });
}

TEST(QueryParser, ReadsDates) {
  expect_trees({
      {"published:2013", "(published 2013-01-01..2013-12-31)"},
      {"published:2013..2017", "(published 2013-01-01..2017-12-31)"},
      {"mentioned:2013-05", "(mentioned 2013-05-01..2013-05-31)"},
      {"date:1999-03-24", "(date 1999-03-24)"},
      {"date:1990s", "(date 1990-01-01..1999-12-31)"},
      {"published:=2013..", "(published =2013-01-01..)"},
      {"published:..1999-06", "(published ..1999-06-30)"},
      {"published:\"2013..2017\"", "(published 2013-01-01..2017-12-31)"},
      {"published:=\"2013\"", "(published =2013-01-01..2013-12-31)"},
      {"published:2013 .. 2017 kosovo", "(seq (published 2013-01-01..2017-12-31) kosovo)"},
      {"Published: 2013", "(published 2013-01-01..2013-12-31)"},
      {"-published:2013", "(seq * -(published 2013-01-01..2013-12-31))"},
      {"(published:2013)", "(published 2013-01-01..2013-12-31)"},
      {"published:(2012 OR =2014-01-01)", "(or (published 2012-01-01..2012-12-31) (published =2014-01-01))"},
      {"kosovo published:2013 mentioned:1999",
       "(seq kosovo (published 2013-01-01..2013-12-31) (mentioned 1999-01-01..1999-12-31))"},
  });
}

TEST(QueryParser, TakesWordsAsWrittenWhenExact) {
  expect_trees(
      {
          {"kosovo \"lip service\" foo-bar", "(seq =kosovo \"=lip =service\" =foo-bar)"},
          {"a AND title:b", "(and =a (title =b))"},
          {"secess* Kurti~", "(seq secess* Kurti~)"},
          {"source:UN", "(source \"UN\")"},
      },
      {.exact = true});
}

TEST(QueryParser, GivesEachNodeItsPlace) {
  const ParsedQuery parsed = parse_query("kosovo  -\"lip service\" title: (a OR b)");
  const auto& items = std::get<SequenceNode>(parsed.root.front().value).items;
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0].node.span, (Span{0, 6}));
  EXPECT_EQ(items[1].node.span, (Span{9, 13}));
  EXPECT_EQ(items[2].node.span, (Span{23, 15}));
}

TEST(QueryParser, NamesFieldsAsTheyAreTyped) {
  EXPECT_EQ(field_name(Field::language), "lang");
  EXPECT_EQ(field_name(Field::title), "title");
  EXPECT_EQ(date_field_name(DateField::either), "date");
}

}  // namespace
}  // namespace dossier
