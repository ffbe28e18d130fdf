// The server over real connections of this machine: what a client may take, and what it cannot.
#include "dossier/web/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

#include "dossier/core/error.h"
#include "support/raw_client.h"
#include "web/served_index.h"

namespace dossier::web {
namespace {

// A server of two_documents() while it lives.
class RunningServer {
 public:
  explicit RunningServer(const ServerLimits& limits = {})
      : index_(two_documents()),
        server_({.port = 0,
                 .threads = 2,
                 .site = {.index = index_.folder(), .version = "1.0"},
                 .limits = limits}),
        thread_([this] { server_.run(); }) {}
  ~RunningServer() {
    server_.stop();
    thread_.join();
  }

  std::uint16_t port() const { return server_.port(); }
  const Server& server() const { return server_; }
  std::string host() const { return "Host: 127.0.0.1:" + std::to_string(port()) + "\r\n"; }
  std::string get(const std::string& target, const std::string& headers = "Connection: close\r\n",
                  const std::string& method = "GET") const {
    return method + " " + target + " HTTP/1.1\r\n" + host() + headers + "\r\n";
  }
  std::string ask(const std::string& bytes) const {
    RawClient client(port());
    client.send(bytes);
    return client.read_all();
  }

 private:
  ServedIndex index_;
  Server server_;
  std::thread thread_;
};

std::string status_of(const std::string& answer) {
  return answer.substr(0, answer.find("\r\n"));
}

TEST(Server, AnswersWhatIsAskedOneAfterTheOther) {
  const RunningServer server;
  const std::string answer = server.ask(server.get("/api/suggest?q=kos", "") + server.get("/api/status"));
  EXPECT_EQ(status_of(answer), "HTTP/1.1 200 OK");
  const std::size_t second = answer.find("HTTP/1.1 200 OK", 1);
  ASSERT_NE(second, std::string::npos);
  EXPECT_LT(answer.find("\"completions\""), second);
  EXPECT_GT(answer.find("\"breakdown\""), second);
  EXPECT_EQ(server.server().address(), "http://127.0.0.1:" + std::to_string(server.port()) + "/");
}

TEST(Server, LeavesTheBodyOutOfAHead) {
  const RunningServer server;
  const std::string whole = server.ask(server.get("/assets/page.css"));
  const std::string head = server.ask(server.get("/assets/page.css", "Connection: close\r\n", "HEAD"));
  const std::size_t body = whole.find("\r\n\r\n") + 4;
  EXPECT_NE(whole.size(), body);
  EXPECT_TRUE(head.ends_with("\r\n\r\n"));
  EXPECT_NE(head.find("Content-Length: " + std::to_string(whole.size() - body) + "\r\n"), std::string::npos);
}

TEST(Server, RefusesWhatIsNoRequestOfItsKind) {
  const RunningServer server;
  const struct {
    std::string bytes, status;
  } rows[] = {
      {"\x16\x03\x01\x02", "HTTP/1.1 400 Bad Request"},
      {"GET / HTTP/1.1\nHost: x\n\n", "HTTP/1.1 400 Bad Request"},
      {"GET /\r\n\r\n", "HTTP/1.1 400 Bad Request"},
      {"GET / HTTP/9.9\r\n\r\n", "HTTP/1.1 400 Bad Request"},
      {"GET / HTTP/1.1\r\nHost : x\r\n\r\n", "HTTP/1.1 400 Bad Request"},
      {"GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400 Bad Request"},
      {server.get("/", "Content-Length: 1\r\nContent-Length: 2\r\n"), "HTTP/1.1 400 Bad Request"},
      {server.get("/", "Content-Length: -1\r\n"), "HTTP/1.1 400 Bad Request"},
      {server.get("/", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), "HTTP/1.1 400 Bad Request"},
      {server.get("/", "Content-Length: 99999999999999\r\n", "POST"), "HTTP/1.1 413 Content Too Large"},
      {server.get("/", "Transfer-Encoding: chunked\r\n"), "HTTP/1.1 413 Content Too Large"},
      {server.get("/" + std::string(9000, 'a')), "HTTP/1.1 414 URI Too Long"},
      {server.get("/" + std::string(100'000, 'a')), "HTTP/1.1 431 Request Header Fields Too Large"},
      {server.get("/", "X: " + std::string(20'000, 'a') + "\r\n"),
       "HTTP/1.1 431 Request Header Fields Too Large"},
      {server.get("/", "Connection: close\r\n", "TRACE"), "HTTP/1.1 405 Method Not Allowed"},
  };
  for (const auto& [bytes, status] : rows) {
    RawClient client(server.port());
    client.send(bytes);
    EXPECT_EQ(status_of(client.read_all()), status) << bytes.substr(0, 60);
  }
}

TEST(Server, HangsUpOnWhoNeverComesToTheEnd) {
  const RunningServer server({.head_time = std::chrono::milliseconds(50)});
  EXPECT_EQ(server.ask("GET / HTTP/1.1\r\nHost: "), "");
  EXPECT_EQ(server.ask(""), "");
}

TEST(Server, SlowClientsTakeNoPlaceFromOthers) {
  const RunningServer server({.connections = 8});
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 40; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port()));
    slow.back()->send("GET / HTTP/1.1\r\nHo");
  }
  EXPECT_EQ(status_of(server.ask(server.get("/search?q=kosovo"))), "HTTP/1.1 200 OK");
  // The first of them made room.
  EXPECT_EQ(slow.front()->read_all(), "");
}

TEST(Server, StopsWhileClientsAreConnected) {
  std::optional<RunningServer> server(std::in_place);
  RawClient silent(server->port());
  RawClient kept(server->port());
  kept.send(server->get("/", ""));
  server.reset();
  EXPECT_EQ(silent.read_all(), "");
  // Asked before or after the end: answered, or hung up on.
  const std::string answer = kept.read_all();
  EXPECT_TRUE(answer.empty() || answer.ends_with("</html>\n")) << answer;
}

TEST(Server, ListensForOthersOnlyWithAToken) {
  const ServedIndex index(two_documents());
  ServerOptions options{.address = "0.0.0.0", .port = 0, .site = {.index = index.folder()}};
  EXPECT_THROW(Server{options}, Error);
  options.site.token = make_token();
  EXPECT_NE(Server{options}.port(), 0);
  options.address = "localhost";
  EXPECT_THROW(Server{options}, Error);
  EXPECT_TRUE(is_loopback("127.0.0.1") && is_loopback("::1") && !is_loopback("0.0.0.0"));
}

TEST(Server, SaysThatAPortIsTaken) {
  const RunningServer server;
  try {
    Server({.port = server.port(), .site = {.index = "unused"}});
    FAIL() << "two servers on one port";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::io);
    EXPECT_NE(error.hint(), "");
  }
}

TEST(MakeToken, GivesAnotherEachTime) {
  EXPECT_EQ(make_token().size(), 32U);
  EXPECT_EQ(make_token().find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(make_token(), make_token());
}

TEST(Site, AnswersWhileTheIndexIsWritten) {
  ServedIndex index(two_documents());
  std::atomic<bool> written{false};
  std::atomic<int> errors{0};
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 8; ++reader) {
    readers.emplace_back([&] {
      Site site(index.options());
      Request request = parse_target("/api/search?q=kosovo&facet=language");
      request.headers = {{"host", "127.0.0.1:8765"}};
      do {
        if (site.answer(request).status != 200) ++errors;
      } while (!written);
    });
  }
  Analyzer analyzer;
  for (int i = 0; i < 12; ++i) {
    IndexWriter writer(index.folder());
    writer.add(make_indexable(
        to_document({.id = "more" + std::to_string(i), .passages = {{.text = "Kosovo again."}}}), analyzer));
    writer.commit(0);
  }
  written = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(errors, 0);
  EXPECT_EQ(index.json("/api/search?q=kosovo")["total"]["documents"], 13);
}

}  // namespace
}  // namespace dossier::web
