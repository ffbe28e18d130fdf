// The API: what each endpoint takes and gives, held against what /api/openapi.json says of it.
#include <gtest/gtest.h>

#include "web/schema_check.h"
#include "web/served_index.h"

namespace dossier::web {
namespace {

using Json = nlohmann::json;

std::vector<SampleDocument> reports() {
  std::vector<SampleDocument> samples = two_documents();
  samples.push_back(
      {.id = "a/b#1",
       .title = "Kosovo and Serbia in Brussels",
       .published = "1990s",
       .language = "de",
       .author = "Doe, Jane",
       .path = "/docs/report.pdf",
       .passages = {{.text = "Kosovo and Serbia agreed on a resolution.", .page = 3},
                    {.text = "The council met in Brussels.", .headings = {"Annex"}, .page = 4}}});
  return samples;
}

// Requests that together have every endpoint show all that it can.
const std::vector<std::string>& requests() {
  static const std::vector<std::string> targets = {
      "/api/search?q=kosovo",
      "/api/search?q=kosovo+sea&by=document&sort=newest&facet=language&facet=source:1&n=2&offset=1",
      "/api/search?q=kosovo&match=any&exact=true&snippets=0&expand=off&facet=none",
      "/api/search?published=2013&where=lang:en",
      "/api/search?q=kosovo+%22&mentioned=..2000",
      "/api/search?q=nothingofthekind",
      "/api/facets",
      "/api/facets?q=kosovo&by=published:month&by=type",
      "/api/documents/talks?q=serbia",
      "/api/documents/a%2Fb%231?offset=1&n=1",
      "/api/passages/a%2Fb%231%231?neighbours=1&q=council&exact=true",
      "/api/suggest?q=kos",
      "/api/suggest?q=kosovo+ser&n=1&titles=2",
      "/api/similar?id=talks",
      "/api/similar?id=a%2Fb%231%230&by=passage&n=1",
      "/api/status",
  };
  return targets;
}

// The path of openapi.json that an address is of: "/api/documents/{id}".
std::string path_of(const Json& openapi, const std::string& target) {
  const Request request = parse_target(target);
  for (const auto& [path, item] : openapi["paths"].items()) {
    const Request pattern = parse_target(path);
    bool same = pattern.segments.size() == request.segments.size();
    for (std::size_t i = 0; same && i < pattern.segments.size(); ++i)
      same = pattern.segments[i].starts_with('{') || pattern.segments[i] == request.segments[i];
    if (same) return path;
  }
  return {};
}

TEST(Api, AnswersAreWhatItsDescriptionSays) {
  ServedIndex site(reports());
  const Json openapi = site.json("/api/openapi.json");
  SchemaCheck schemas(openapi);
  std::set<std::string> met;
  for (const std::string& target : requests()) {
    const std::string path = path_of(openapi, target);
    ASSERT_NE(path, "") << target;
    met.insert(path);
    const Response answer = site.ask(target);
    ASSERT_EQ(answer.status, 200) << target << ' ' << answer.body;
    EXPECT_EQ(answer.type, "application/json");
    const std::string reference =
        openapi["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"];
    const auto wrong = schemas.check(Json::parse(answer.body), reference.substr(reference.rfind('/') + 1));
    EXPECT_EQ(wrong, std::vector<std::string>()) << target;
  }
  met.insert("/api/citations/{id}");  // of which not every format is JSON
  EXPECT_EQ(met.size(), openapi["paths"].size());
}

TEST(Api, ProblemsAreWhatItsDescriptionSays) {
  ServedIndex site(reports());
  SchemaCheck schemas(site.json("/api/openapi.json"));
  const struct {
    std::string target;
    int status;
    std::string parameter;
  } rows[] = {
      {"/api/search", 400, "q"},
      {"/api/search?q=%22", 400, "q"},
      {"/api/search?q=a&published=2013-99", 400, "published"},
      {"/api/search?q=a&mentioned=soon", 400, "mentioned"},
      {"/api/search?q=a&where=colour:red", 400, "where"},
      {"/api/search?q=a&where=published:soon", 400, "where"},
      {"/api/search?q=a&facet=colour", 400, "facet"},
      {"/api/search?q=a&n=1001", 400, "n"},
      {"/api/search?q=a&n=-1", 400, "n"},
      {"/api/search?q=a&n=", 400, "n"},
      {"/api/search?q=a&n=1e3", 400, "n"},
      {"/api/search?q=a&n=99999999999999999999", 400, "n"},
      {"/api/search?q=a&by=page", 400, "by"},
      {"/api/search?q=a&exact=1", 400, "exact"},
      {"/api/search?q=a&q=b", 400, "q"},
      {"/api/search?q=a&colour=red", 400, "colour"},
      {"/api/facets?by=colour", 400, "by"},
      {"/api/suggest", 400, "q"},
      {"/api/documents/nobody", 404, "id"},
      {"/api/documents/talks?id=sea", 400, "id"},
      {"/api/passages/talks%2399", 404, "id"},
      {"/api/similar?id=nobody", 404, "id"},
      {"/api/citations/nobody", 404, "id"},
      {"/api/citations/talks?format=mla", 400, "format"},
      {"/api/nothing", 404, ""},
  };
  for (const auto& [target, status, parameter] : rows) {
    const Response answer = site.ask(target);
    EXPECT_EQ(answer.status, status) << target;
    EXPECT_EQ(answer.type, "application/problem+json") << target;
    const Json problem = Json::parse(answer.body);
    EXPECT_EQ(problem.value("parameter", ""), parameter) << answer.body;
    EXPECT_EQ(problem["status"], status);
    EXPECT_EQ(schemas.check(problem, "ProblemDetails"), std::vector<std::string>()) << target;
  }
}

TEST(Api, NamesThePlaceInTheQuery) {
  ServedIndex site(reports());
  const Json problem = site.json("/api/search?q=(")["problems"][0];
  EXPECT_EQ(problem["offset"], 0);
  EXPECT_EQ(problem["length"], 1);
  EXPECT_NE(problem["message"], "");
}

TEST(Api, FindsDocumentsWhateverTheirIdIsMadeOf) {
  ServedIndex site(reports());
  EXPECT_EQ(site.json("/api/documents/a%2Fb%231")["document"]["id"], "a/b#1");
  const Json view = site.json("/api/passages/a%2Fb%231%231?neighbours=1");
  ASSERT_EQ(view["passages"].size(), 2U);
  EXPECT_EQ(view["passages"][0]["id"], "a/b#1#0");
  EXPECT_EQ(site.ask("/api/documents/%2Fdocs%2Freport.pdf").status, 404) << "a path is no name here";
}

TEST(Api, ShowsAPartOfALongDocument) {
  ServedIndex site(reports());
  const auto ordinals = [&](const std::string& target) {
    std::string out;
    const Json view = site.json(target);
    for (const Json& passage : view["passages"]) out += passage["ordinal"].dump() + " ";
    return out;
  };
  EXPECT_EQ(ordinals("/api/documents/talks"), "0 1 ");
  EXPECT_EQ(ordinals("/api/documents/talks?offset=1"), "1 ");
  EXPECT_EQ(ordinals("/api/documents/talks?n=1"), "0 ");
  EXPECT_EQ(ordinals("/api/documents/talks?offset=7&n=2"), "");
}

TEST(Api, CitesInTheFormatThatIsAskedFor) {
  ServedIndex site(reports());
  const Response plain = site.ask("/api/citations/a%2Fb%231%231");
  EXPECT_EQ(plain.type, "text/plain; charset=utf-8");
  EXPECT_EQ(plain.body,
            "Jane Doe, “Kosovo and Serbia in Brussels”, 1990–1999, p. 4. file:///docs/report.pdf#page=4\n");
  EXPECT_EQ(site.ask("/api/citations/talks?format=csl-json").type, "application/vnd.citationstyles.csl+json");
  EXPECT_TRUE(site.ask("/api/citations/talks?format=bibtex").body.starts_with("@misc{dossier-talks,"));
  EXPECT_TRUE(site.ask("/api/citations/talks?format=ris").body.starts_with("TY  - GEN\r\n"));
}

TEST(Api, DescribesEveryParameterThatItTakesAndNoOther) {
  ServedIndex site(reports());
  const Json openapi = site.json("/api/openapi.json");
  EXPECT_EQ(openapi["openapi"], "3.1.0");
  for (const auto& [path, item] : openapi["paths"].items()) {
    std::string target = path;
    std::string query;
    for (const Json& parameter : item["get"]["parameters"]) {
      const std::string name = parameter["name"];
      if (parameter["in"] == "path") {
        target.replace(target.find('{'), name.size() + 2, "talks");
        continue;
      }
      const Json& schema = parameter["schema"];
      std::string value = schema.contains("default")        ? schema["default"].is_string()
                                                                  ? schema["default"].get<std::string>()
                                                                  : schema["default"].dump()
                                 : parameter["example"].is_array() ? parameter["example"][0].get<std::string>()
                                                            : parameter["example"].get<std::string>();
      if (name == "id") value = "talks";
      query += (query.empty() ? "?" : "&") + name + "=" + value;
    }
    std::replace(query.begin(), query.end(), ' ', '+');
    EXPECT_EQ(site.ask(target + query).status, 200) << target << query;
    EXPECT_EQ(site.ask(target + (query.empty() ? "?" : query + "&") + "other=1").status, 400) << target;
  }
}

}  // namespace
}  // namespace dossier::web
