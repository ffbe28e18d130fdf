// Who is answered, what every answer says, what is refused and how.
#include "dossier/web/site.h"

#include <gtest/gtest.h>

#include "web/served_index.h"

namespace dossier::web {
namespace {

TEST(Site, EveryAnswerForbidsWhatAPageHereNeverDoes) {
  ServedIndex site(two_documents());
  for (const char* target : {"/", "/search?q=kosovo", "/documents/talks", "/api/search?q=kosovo", "/nothing",
                             "/api/nothing", "/assets/page.css", "/api/openapi.json", "/api/search?n=x"}) {
    const Response answer = site.ask(target);
    const std::string policy = header(answer, "Content-Security-Policy");
    EXPECT_EQ(policy,
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
              "form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        << target;
    EXPECT_EQ(header(answer, "X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(header(answer, "Referrer-Policy"), "no-referrer") << target;
    EXPECT_EQ(header(answer, "Cross-Origin-Resource-Policy"), "same-origin") << target;
    EXPECT_NE(answer.type, "") << target;
  }
}

TEST(Site, AnswersOnlyToItsOwnNames) {
  ServedIndex site(two_documents());
  EXPECT_EQ(site.ask("/", {{"host", "127.0.0.1:8765"}}).status, 200);
  for (const char* host : {"evil.example", "127.0.0.1", "127.0.0.1:8766", "127.0.0.1.evil.example:8765", ""})
    EXPECT_EQ(site.ask("/api/search?q=kosovo", {{"host", host}}).status, 421) << host;
  EXPECT_EQ(site.ask("/", {{"host", "127.0.0.1:8765"}, {"host", "evil.example"}}).status, 400);
  EXPECT_EQ(site.ask("http://evil.example/").status, 400);
}

TEST(Site, AnswersNoPageOfAnotherSite) {
  ServedIndex site(two_documents());
  const struct {
    NameValues headers;
    int status;
  } rows[] = {
      {{{"origin", "http://127.0.0.1:8765"}}, 200},
      {{{"origin", "http://evil.example"}}, 403},
      {{{"origin", "https://127.0.0.1:8765"}}, 403},
      {{{"origin", "null"}}, 403},
      {{{"sec-fetch-site", "cross-site"}, {"sec-fetch-mode", "navigate"}}, 200},
      {{{"sec-fetch-site", "cross-site"}, {"sec-fetch-mode", "no-cors"}}, 403},
      {{{"sec-fetch-site", "same-origin"}, {"sec-fetch-mode", "cors"}}, 200},
  };
  for (const auto& [headers, status] : rows) {
    const Response answer = site.ask("/api/search?q=kosovo", headers);
    EXPECT_EQ(answer.status, status) << headers[0].second;
    EXPECT_EQ(header(answer, "Access-Control-Allow-Origin"), "");
  }
}

TEST(Site, WithATokenAnswersWhoHasIt) {
  ServedIndex site(two_documents(), "0123456789abcdef");
  EXPECT_EQ(site.ask("/").status, 401);
  EXPECT_EQ(header(site.ask("/"), "WWW-Authenticate"), "Bearer");
  EXPECT_EQ(site.ask("/api/status").status, 401);
  EXPECT_EQ(site.ask("/assets/page.css").status, 401);
  const struct {
    std::string name, value;
    int status;
  } rows[] = {
      {"authorization", "Bearer 0123456789abcdef", 200},
      {"authorization", "bearer 0123456789abcdef", 200},
      {"authorization", "Bearer 0123456789abcdeF", 401},
      {"authorization", "Bearer 0123456789abcde", 401},
      {"authorization", "Bearer 0123456789abcdef0", 401},
      {"authorization", "Bearer", 401},
      {"authorization", "Basic 0123456789abcdef", 401},
      {"cookie", "dossier-token=0123456789abcdef", 200},
      {"cookie", "a=b; dossier-token=0123456789abcdef; c=d", 200},
      {"cookie", "x-dossier-token=0123456789abcdef", 401},
      {"cookie", "dossier-token=", 401},
      {"cookie", "; ;", 401},
  };
  for (const auto& [name, value, status] : rows)
    EXPECT_EQ(site.ask("/", {{name, value}}).status, status) << value;
}

TEST(Site, TakesTheTokenOutOfTheAddress) {
  ServedIndex site(two_documents(), "0123456789abcdef");
  const Response answer = site.ask("/search?q=a+%22b%22&token=0123456789abcdef&n=1");
  EXPECT_EQ(answer.status, 303);
  EXPECT_EQ(header(answer, "Location"), "/search?q=a%20%22b%22&n=1");
  EXPECT_EQ(header(answer, "Set-Cookie"), "dossier-token=0123456789abcdef; Path=/; HttpOnly; SameSite=Lax");
  EXPECT_EQ(site.ask("/?token=0123456789abcdee").status, 401);
  EXPECT_EQ(site.ask("//evil.example/?token=0123456789abcdef").status, 400);
}

TEST(Site, KnowsItsAddressesAndMethods) {
  ServedIndex site(two_documents());
  for (const char* target : {"/etc/passwd", "/documents", "/documents/", "/assets/",
                             "/assets/..%2f..%2fsite.cc", "/api", "/search/", "//", "/documents/nobody"})
    EXPECT_EQ(site.ask(target).status, 404) << target;
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "FOO"}) {
    const Response answer = site.ask("/search", {}, method);
    EXPECT_EQ(answer.status, 405) << method;
    EXPECT_EQ(header(answer, "Allow"), "GET, HEAD");
  }
  EXPECT_EQ(site.ask("/api/search?q=kosovo", {}, "HEAD").status, 200);
}

TEST(Site, TagsAnswersByTheRevisionOfTheIndex) {
  ServedIndex site(two_documents());
  const std::string tag = header(site.ask("/api/search?q=kosovo"), "ETag");
  EXPECT_TRUE(tag.starts_with("W/\"1.0-")) << tag;
  for (const std::string& known : {tag, "\"other\", " + tag, tag.substr(2), std::string("*")}) {
    const Response answer = site.ask("/search?q=kosovo", {{"if-none-match", known}});
    EXPECT_EQ(answer.status, 304) << known;
    EXPECT_EQ(answer.body, "");
    EXPECT_EQ(header(answer, "ETag"), tag);
  }
  EXPECT_EQ(site.ask("/search?q=kosovo", {{"if-none-match", "W/\"1.0-x-1\""}}).status, 200);
  IndexWriter writer(site.folder());
  writer.remove(writer.find("sea").value());
  writer.commit(0);
  const Response changed = site.ask("/search?q=kosovo", {{"if-none-match", tag}});
  EXPECT_EQ(changed.status, 200);
  EXPECT_NE(header(changed, "ETag"), tag);
}

TEST(Site, SaysWhatIsWrongWithAPlace) {
  ServedIndex site(two_documents());
  const Response filter = site.ask("/api/search?q=kosovo&published=2013-99");
  EXPECT_EQ(filter.status, 400);
  EXPECT_EQ(filter.type, "application/problem+json");
  EXPECT_EQ(
      filter.body,
      R"({"type":"about:blank","title":"Bad Request","status":400,"detail":"the filter is not understood: )"
      R"(2013-99 is no date: there is no month 99","parameter":"published","problems":[{"offset":0,)"
      R"("length":17,"message":"2013-99 is no date: there is no month 99","filter":"published:2013-99"}]})"
      "\n");
  EXPECT_EQ(site.json("/api/search?q=%22")["problems"][0]["offset"], 0);
  EXPECT_EQ(site.json("/api/search")["parameter"], "q");
  EXPECT_EQ(site.json("/api/search?q=a&facet=colour")["parameter"], "facet");
}

TEST(Site, ThatHasNoIndexSaysSoUntilThereIsOne) {
  ServedIndex site(two_documents());
  const std::string index = site.options().index;
  site.options().index += "/elsewhere";
  EXPECT_EQ(site.ask("/api/search?q=kosovo").status, 503);
  EXPECT_EQ(site.ask("/search?q=kosovo").status, 503);
  EXPECT_EQ(site.ask("/assets/page.css").status, 200);
  site.options().index = index;
  EXPECT_EQ(site.ask("/search?q=kosovo").status, 200);
}

}  // namespace
}  // namespace dossier::web
