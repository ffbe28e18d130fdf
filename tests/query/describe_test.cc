#include "dossier/query/describe.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/query/help.h"
#include "dossier/query/parser.h"

namespace dossier {
namespace {

struct Row {
  std::string_view query;
  std::string_view said;
};

TEST(Describe, SaysTheQueryWithItsOperators) {
  const Row rows[] = {
      {"", ""},
      {"kosovo", "kosovo"},
      {"kosovo resolution", "kosovo AND resolution"},
      {"kosovo \"lip service\" -nato", "kosovo AND \"lip service\" AND NOT nato"},
      {"a +b", "a AND b"},
      {"a b OR c", "a AND b OR c"},
      {"(a OR b) c", "(a OR b) AND c"},
      {"a OR (b AND c)", "a OR b AND c"},
      {"-a", "NOT a"},
      {"-a -b", "NOT a AND NOT b"},
      {"a -(b OR c)", "a AND NOT (b OR c)"},
      {"a -(b c)", "a AND NOT (b AND c)"},
      {"*", "*"},
      {"* *", "* AND *"},
      {"NATO w/5 (a OR \"b c\")", "NATO NEAR/5 (a OR \"b c\")"},
      {"a pre/3 b NEAR c", "a pre/3 b AND b NEAR/5 c"},
      {"NOT a NEAR/5 b", "NOT a NEAR/5 b"},
      {"=\"lip service\" =w secess* Kurti~2", "\"=lip =service\" AND =w AND secess* AND Kurti~"},
      {"title: kosovo author:(a OR b)", "title:kosovo AND author:(a OR b)"},
      {"title:(a b)", "title:(a AND b)"},
      {"source:UN source:\"UN News\" lang:(en sr)",
       "source:UN AND source:\"UN News\" AND (lang:en OR lang:sr)"},
      {"source:«the \"new\" times»", "source:«the \"new\" times»"},
      {"published:2013..2017", "published:2013..2017"},
      {"published:2013-05..2013-06 date:1990s", "published:2013-05..2013-06 AND date:1990s"},
      {"mentioned:=2013-01-01..2013-12-31", "mentioned:=2013"},
      {"published:..1999-06 mentioned:2013-05-24..", "published:..1999-06 AND mentioned:2013-05-24.."},
      {"published:0001..9999 date:0001..0009 date:9999..",
       "published:0001.. AND date:0001..0009 AND date:9999"},
      {"=title:x* =lang:en~ a:b", "=title:x* AND =lang:en~ AND a:b"},
      {"kosovo AND", "kosovo"},
  };
  for (const auto& [query, said] : rows) EXPECT_EQ(describe(parse_query(query)), said) << query;
}

TEST(Describe, JoinsPlainWordsByOrWhenOneIsEnough) {
  const Row rows[] = {
      {"a b c", "a OR b OR c"},
      {"a \"b c\" d", "(a OR d) AND \"b c\""},
      {"a b -c lang:en", "(a OR b) AND NOT c AND lang:en"},
      {"a +b", "a AND b"},
      {"title:x a", "title:x AND a"},
      {"a b OR c", "a AND b OR c"},
      {"(a b) c d", "a OR b OR c OR d"},
      {"a AND b", "a AND b"},
  };
  for (const auto& [query, said] : rows) EXPECT_EQ(describe(parse_query(query), false), said) << query;
}

TEST(Describe, LeavesOutWordsThatMayBeMissing) {
  const auto is_the = [](const WordNode& word) { return word.text == "the"; };
  EXPECT_EQ(describe(parse_query("the state of the union"), true, is_the), "state AND of AND union");
  EXPECT_EQ(describe(parse_query("the the"), true, is_the), "the AND the");
  EXPECT_EQ(describe(parse_query("the -war"), true, is_the), "the AND NOT war");
  EXPECT_EQ(describe(parse_query("+the union"), true, is_the), "the AND union");
  EXPECT_EQ(describe(parse_query("the AND union"), true, is_the), "the AND union");
}

// The tree with sequences as AND and NOT, as describe writes them.
Node normalised(const Node& node);

void append(std::vector<Node>& out, Node node) {
  if (auto* inner = std::get_if<AndNode>(&node.value)) {
    out.insert(out.end(), inner->operands.begin(), inner->operands.end());
  } else {
    out.push_back(std::move(node));
  }
}

Node all_of(std::vector<Node> nodes) {
  if (nodes.size() == 1) return nodes.front();
  return {AndNode{std::move(nodes)}, {}};
}

Node normalised(const Node& node) {
  Node out = node;
  const auto each = [](std::vector<Node>& nodes) {
    for (Node& inner : nodes) inner = normalised(inner);
  };
  if (auto* both = std::get_if<AndNode>(&out.value)) {
    std::vector<Node> parts;
    for (const Node& operand : both->operands) append(parts, normalised(operand));
    return all_of(std::move(parts));
  }
  if (const auto* sequence = std::get_if<SequenceNode>(&node.value)) {
    const bool excludes = std::any_of(sequence->items.begin(), sequence->items.end(),
                                      [](const auto& item) { return item.occur == Occur::excluded; });
    std::vector<Node> wanted;
    std::vector<Node> parts;
    for (const auto& [occur, inner] : sequence->items) {
      append(parts, occur == Occur::excluded ? Node{NotNode{{normalised(inner)}}, {}} : normalised(inner));
      if (occur != Occur::excluded) append(wanted, normalised(inner));
    }
    const auto everything = [](const Node& part) {
      return std::holds_alternative<EverythingNode>(part.value);
    };
    if (excludes && std::all_of(wanted.begin(), wanted.end(), everything)) std::erase_if(parts, everything);
    return all_of(std::move(parts));
  }
  if (auto* either = std::get_if<OrNode>(&out.value)) each(either->operands);
  if (auto* negation = std::get_if<NotNode>(&out.value)) each(negation->operand);
  if (auto* field = std::get_if<FieldNode>(&out.value)) each(field->operand);
  return out;
}

std::string normalised_tree(const ParsedQuery& query) {
  return query.root.empty() ? "()" : print_tree(normalised(query.root.front()));
}

void expect_round_trip(const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  const std::string said = describe(parsed);
  const ParsedQuery again = parse_query(said);
  EXPECT_TRUE(again.problems.empty()) << query << " -> " << said << ": " << again.problems.front().message;
  EXPECT_EQ(normalised_tree(again), normalised_tree(parsed)) << query << " -> " << said;
  EXPECT_EQ(describe(again), said) << query;
  const std::string any = describe(parsed, false);
  EXPECT_TRUE(parse_query(any).problems.empty()) << query << " -> " << any;
}

// Queries of every form, nested to `depth`, and some that are wrong.
class QueryMaker {
 public:
  explicit QueryMaker(std::uint32_t seed) : random_(seed) {}

  std::string make(int depth) {
    const std::size_t form = depth == 0 ? below(4) : below(12);
    switch (form) {
      case 4:
        return make(depth - 1) + " AND " + make(depth - 1);
      case 5:
        return make(depth - 1) + " OR " + make(depth - 1);
      case 6:
        return "(" + make(depth - 1) + ")";
      case 7:
        return "NOT " + make(depth - 1);
      case 8:
        return pick({"title:", "author:", "foo:"}) + "(" + make(depth - 1) + ")";
      case 9:
        return word() + pick({" NEAR/3 ", " w/7 ", " pre/2 ", " NEAR "}) + "(" + word() + " OR " + word() +
               ")";
      case 10:
        return pick({"-", "+", ""}) + "(" + make(depth - 1) + ") " + make(depth - 1);
      case 11:
        return make(depth - 1) + pick({" AND", " \"", ")", " (", " NEAR/0", " *x", " -", " published:x"});
      default:
        return leaf() + " " + leaf();
    }
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string pick(std::vector<std::string> from) { return from[below(from.size())]; }
  std::string word() {
    return pick({"kosovo", "=Vučić", "secess*", "Kurti~", "\"lip service\"", "S/RES/1244", "F-35"});
  }
  std::string leaf() {
    return pick({"", "", "-", "+", "NOT "}) +
           pick({word(), word(), "*", "source:UN", "source:\"a (b) c\"", "lang:(en sr)", "path:(a* OR -b)",
                 "published:2013..2017-05", "mentioned:=1990s", "date:..2013-02-28", "title:" + word(),
                 "\"a\" NEAR/2 b"});
  }

  std::mt19937 random_;
};

TEST(Describe, IsReadBackAsTheSameQuery) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    expect_round_trip(QueryMaker(seed).make(static_cast<int>(seed % 5)));
    if (HasFailure()) break;
  }
}

TEST(QueryHelp, FitsOnAScreen) {
  const std::string_view help = query_help();
  ASSERT_TRUE(help.ends_with('\n'));
  EXPECT_LE(std::count(help.begin(), help.end(), '\n'), 40);
  for (std::size_t at = 0; at < help.size();) {
    const std::size_t end = help.find('\n', at);
    EXPECT_LE(end - at, 80U) << help.substr(at, end - at);
    at = end + 1;
  }
}

}  // namespace
}  // namespace dossier
