// The server as its user starts it, asked over its port.
#include <gtest/gtest.h>
#include <signal.h>

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sstream>

#include "cli/sandbox.h"
#include "dossier/core/percent.h"
#include "support/raw_client.h"

namespace dossier::cli {
namespace {

using Json = nlohmann::json;

class ServedSandbox {
 public:
  explicit ServedSandbox(const Sandbox& sandbox, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments = {"serve", "--port", "0"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    program_.emplace(sandbox, arguments);
    std::string line = program_->read_error_line();
    if (line.ends_with('\n')) line.pop_back();
    const std::size_t at = line.rfind(':');  // before the port
    address_ = line;
    port_ = at == std::string::npos
                ? 0
                : static_cast<std::uint16_t>(std::strtoul(line.c_str() + at + 1, nullptr, 10));
  }

  // The whole answer; `headers` each with its line end.
  std::string ask(const std::string& target, const std::string& headers = "") const {
    RawClient client(port_);
    client.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) +
                "\r\nConnection: close\r\n" + headers + "\r\n");
    return client.read_all();
  }
  std::string body(const std::string& target) const {
    const std::string answer = ask(target);
    return answer.substr(std::min(answer.find("\r\n\r\n") + 4, answer.size()));
  }
  const std::string& address() const { return address_; }
  RunningProgram& program() { return *program_; }

 private:
  std::optional<RunningProgram> program_;
  std::string address_;
  std::uint16_t port_ = 0;
};

void write_reports(const Sandbox& sandbox) {
  sandbox.write("docs/a.md",
                "---\ntitle: Talks on Kosovo\ndate: 2013-05-24\nsource: UN\n---\n\nKosovo and Serbia agreed "
                "in Brussels on 19 April 2013.\n\n## Annex\n\nThe council adopted the resolution.\n");
  sandbox.write(
      "docs/b.md",
      "---\ntitle: Die Lage\ndate: 2001\nlang: de\n---\n\nDer Rat der Europäischen Union sprach über "
      "den Kosovo und die Wahlen von 1999.\n");
  sandbox.write("docs/c.html",
                "<html><head><title>A <i>harbour</i></title></head><body><p>The harbour of the council "
                "was opened in May 2001 with a resolution.</p></body></html>");
  ASSERT_EQ(sandbox.run({"index", "docs"}).code, 0);
}

// A hundred queries and more: words, and every way of putting two together.
std::vector<std::string> queries() {
  const std::vector<std::string> words = {"kosovo", "council", "resolution", "harbour", "wahlen", "nothing"};
  const std::vector<std::string> forms = {"{}",
                                          "={}",
                                          "{}*",
                                          "{}~",
                                          "title:{}",
                                          "-{} rat",
                                          "{} lang:de",
                                          "{} published:2001..2013",
                                          "+{} the",
                                          "\"the {}",
                                          "{} mentioned:1999"};
  std::vector<std::string> out;
  const auto put = [&](std::string form, const std::string& word) {
    out.push_back(form.replace(form.find("{}"), 2, word));
  };
  for (const std::string& word : words) {
    for (const std::string& form : forms) put(form, word);
    for (const std::string& other : words) out.push_back(word + " OR " + other);
  }
  return out;
}

TEST(Serve, AnswersAsTheCommandLineDoes) {
  const Sandbox sandbox;
  write_reports(sandbox);
  const ServedSandbox served(sandbox);
  std::string file;
  for (const std::string& query : queries()) file += "x\t" + query + "\n";
  ASSERT_GE(queries().size(), 100U);
  std::istringstream lines(sandbox
                               .run({"search", "--queries", "-", "--format", "json", "--facet",
                                     "published:month", "--facet", "language"},
                                    {.input = file})
                               .out);
  for (const std::string& query : queries()) {
    std::string line;
    ASSERT_TRUE(std::getline(lines, line));
    Json printed = Json::parse(line);
    Json answered = Json::parse(
        served.body("/api/search?q=" + percent_escape(query) + "&facet=published:month&facet=language"));
    printed["query"].erase("id");
    printed.erase("took_ms");
    answered.erase("took_ms");
    EXPECT_EQ(answered, printed) << query;
  }
}

TEST(Serve, TellsDocumentsFacetsAndCitationsAsTheCommandLineDoes) {
  const Sandbox sandbox;
  write_reports(sandbox);
  const ServedSandbox served(sandbox);
  const std::string id =
      Json::parse(sandbox.run({"search", "serbia", "--format", "json"}).out)["hits"][0]["document"]["id"];
  const auto same = [&](const std::string& target, const std::vector<std::string>& arguments) {
    std::string answered = served.body(target);
    std::string printed = sandbox.run(arguments).out;
    if (answered.find("took_ms") != std::string::npos) {
      Json left = Json::parse(answered), right = Json::parse(printed);
      left.erase("took_ms");
      right.erase("took_ms");
      answered = left.dump();
      printed = right.dump();
    }
    EXPECT_EQ(answered, printed) << target;
  };
  same("/api/documents/" + id + "?q=kosovo", {"show", id, "--query", "kosovo", "--format", "json"});
  same("/api/passages/" + id + "%231?neighbours=1", {"show", id + "#1", "-C", "1", "--format", "json"});
  same("/api/facets?by=type&by=mentioned:year",
       {"facets", "--by", "type,mentioned:year", "--format", "json"});
  same("/api/similar?id=" + id, {"similar", id, "--format", "json"});
  same("/api/suggest?q=kos", {"suggest", "kos", "--format", "json"});
  same("/api/status", {"status", "--format", "json"});
  for (const std::string format : {"plain", "bibtex", "ris", "csl-json"})
    same("/api/citations/" + id + "?format=" + format, {"cite", id, "--format", format});
}

TEST(Serve, EndsWellWhenItIsTold) {
  const Sandbox sandbox;
  write_reports(sandbox);
  for (const int signal : {SIGTERM, SIGINT}) {
    ServedSandbox served(sandbox);
    EXPECT_TRUE(served.ask("/").starts_with("HTTP/1.1 200 OK\r\n"));
    kill(served.program().pid(), signal);
    EXPECT_EQ(served.program().wait().code, 0);
  }
}

TEST(Serve, WithoutAnIndexSaysSo) {
  const Sandbox sandbox;
  EXPECT_EQ(sandbox.run({"serve", "--port", "0"}).code, 4);
  EXPECT_EQ(sandbox.run({"serve", "--port", "0", "--watch", "nowhere"}).code, 2);
}

TEST(Serve, ForOthersAsksForAToken) {
  const Sandbox sandbox;
  write_reports(sandbox);
  ServedSandbox served(sandbox, {"--bind", "0.0.0.0", "--token", "a-token-of-20-letters"});
  EXPECT_TRUE(served.address().ends_with("/?token=a-token-of-20-letters")) << served.address();
  EXPECT_NE(served.program().read_error_line().find("Other machines can reach this address"),
            std::string::npos);
  EXPECT_TRUE(served.ask("/").starts_with("HTTP/1.1 401 Unauthorized\r\n"));
  EXPECT_TRUE(
      served.ask("/", "Authorization: Bearer a-token-of-20-letters\r\n").starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_EQ(sandbox.run({"serve", "--port", "0", "--token", "short"}).code, 2);
}

TEST(Serve, KeepsTheIndexUpToDate) {
  const Sandbox sandbox;
  sandbox.write("docs/a.txt", "Kosovo and Serbia agreed.");
  ServedSandbox served(sandbox, {"--index", "new", "--watch", "docs"});
  const auto documents_are = [&](const std::string& said) {
    for (std::string line = served.program().read_error_line(); !line.empty();
         line = served.program().read_error_line()) {
      if (line.starts_with(said)) return true;
    }
    return false;
  };
  ASSERT_TRUE(documents_are("1 document"));
  EXPECT_EQ(Json::parse(served.body("/api/search?q=kosovo"))["total"]["documents"], 1);
  sandbox.write("docs/below/b.txt", "Kosovo asked again.");
  ASSERT_TRUE(documents_are("2 documents"));
  EXPECT_EQ(Json::parse(served.body("/api/search?q=kosovo"))["total"]["documents"], 2);
  std::filesystem::remove(sandbox.path("docs/a.txt"));
  ASSERT_TRUE(documents_are("1 document"));
  EXPECT_EQ(Json::parse(served.body("/api/search?q=serbia"))["total"]["documents"], 0);
  kill(served.program().pid(), SIGTERM);
  EXPECT_EQ(served.program().wait().code, 0);
}

}  // namespace
}  // namespace dossier::cli
