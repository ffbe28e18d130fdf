#include "dossier/web/message.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::web {
namespace {

std::string shown(const Request& request) {
  std::string out;
  for (const std::string& segment : request.segments) out += "/" + segment;
  for (const auto& [name, value] : request.parameters) out += " " + name + "=" + value;
  return out;
}

TEST(ParseTarget, PartsThePathBeforeItDecodes) {
  const struct {
    std::string target, parts;
  } rows[] = {
      {"/", ""},
      {"/search?q=kosovo+resolution&q=%2B", "/search q=kosovo resolution q=+"},
      {"/documents/a%2Fb%231?q", "/documents/a/b#1 q="},
      {"/a+b/%c4%87/?&&x==1", "/a+b/ć/ x==1"},
      {"/..%2f..%2fetc/../passwd", "/../../etc/../passwd"},
      {"/s?q=%ff%zz%4&n=1#q=2", "/s q=\uFFFD%zz%4 n=1"},
      {"//evil.example/", "//evil.example/"},
      {"", ""},
  };
  for (const auto& [target, parts] : rows) EXPECT_EQ(shown(parse_target(target)), parts) << target;
}

TEST(ParseTarget, KeepsAnEscapedSlashInItsPart) {
  EXPECT_EQ(parse_target("/documents/a%2Fb").segments, (std::vector<std::string>{"documents", "a/b"}));
  EXPECT_EQ(parse_target("/a/").segments, (std::vector<std::string>{"a", ""}));
}

TEST(Request, GivesTheFirstOfSeveralValues) {
  Request request = parse_target("/?a=1&a=2");
  request.headers = {{"host", "x"}, {"host", "y"}};
  EXPECT_EQ(request.parameter("a"), "1");
  EXPECT_EQ(request.parameter("b"), "");
  EXPECT_EQ(request.header("host"), "x");
  EXPECT_EQ(request.count_headers("host"), 2U);
}

}  // namespace
}  // namespace dossier::web
