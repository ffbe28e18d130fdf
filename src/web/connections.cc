#include "connections.h"

#include <fmt/format.h>

#include <boost/asio/post.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <optional>
#include <utility>

#include "dossier/core/utf8.h"
#include "problem.h"

namespace dossier::web {

namespace beast = boost::beast;
namespace http = beast::http;
using beast::error_code;
using boost::asio::ip::tcp;

namespace {

constexpr std::chrono::seconds kLingerTime{2};  // for a client to hang up
constexpr std::size_t kLingerBytes = 4 << 20;   // it may still send meanwhile

// "Sun, 06 Nov 1994 08:49:37 GMT"; not by strftime, which asks the locale.
std::string http_date(std::time_t now) {
  constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&now, &utc);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", kDays[utc.tm_wday], utc.tm_mday,
                     kMonths[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

std::string text_of(beast::string_view text) {
  return {text.data(), text.size()};
}

Request to_request(const http::request<http::empty_body>& message) {
  Request request = parse_target(std::string_view(message.target().data(), message.target().size()));
  request.method = text_of(message.method_string());
  for (const auto& field : message)
    request.headers.emplace_back(ascii_lower(text_of(field.name_string())), text_of(field.value()));
  return request;
}

Response refusal(int status) {
  return {.status = status,
          .type = "text/plain; charset=utf-8",
          .body = fmt::format("{} {}\n", status, status_phrase(status)),
          .headers = {{"X-Content-Type-Options", "nosniff"}}};
}

}  // namespace

// Lives as long as an operation on it is under way.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Connections& all, tcp::socket socket)
      : all_(all), stream_(std::move(socket)), buffer_(all.limits_.head_bytes + 1024) {}

  void begin() {
    list_ = &all_.waiting_;
    place_ = list_->insert(list_->end(), shared_from_this());
    read();
  }

  // Closes it; what is under way ends with an error and does no more.
  void drop() {
    stream_.close();
    if (list_ != nullptr) all_.remove(*std::exchange(list_, nullptr), place_);
  }

 private:
  void move_to(Connections::List& list) {
    list.splice(list.end(), *list_, place_);
    list_ = &list;
  }

  void read() {
    parser_.emplace();
    parser_->header_limit(all_.limits_.head_bytes);
    stream_.expires_after(all_.limits_.head_time);
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](const error_code& error, std::size_t) { self->take_head(error); });
  }

  void take_head(const error_code& error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return refuse(431);
    if (error == http::error::body_limit) return refuse(413);
    const bool is_syntax = error && error.category() == make_error_code(http::error::bad_method).category();
    if (is_syntax && error != http::error::end_of_stream && error != http::error::partial_message)
      return refuse(400);
    if (error) return drop();
    const auto& message = parser_->get();
    if (parser_->chunked() || parser_->content_length().value_or(0) > 0) return refuse(413);
    if (message.target().size() > all_.limits_.target_bytes) return refuse(414);
    keep_alive_ = message.keep_alive();
    move_to(all_.working_);
    stream_.expires_never();
    all_.answer_(to_request(message), [self = shared_from_this()](Response response) {
      boost::asio::post(self->stream_.get_executor(), [self, response = std::move(response)]() mutable {
        self->send(std::move(response));
      });
    });
  }

  // Answers what is no request to go on from.
  void refuse(int status) {
    keep_alive_ = false;
    send(refusal(status));
  }

  void send(Response&& response) {
    move_to(all_.sending_);
    keep_alive_ = keep_alive_ && !all_.stopping_;
    http::response<http::string_body>& message = answer_.emplace();
    message.version(parser_->get().version());
    message.result(static_cast<unsigned>(response.status));
    message.reason(std::string(status_phrase(response.status)));
    message.keep_alive(keep_alive_);
    message.set(http::field::date, http_date(std::time(nullptr)));
    if (!response.type.empty()) message.set(http::field::content_type, response.type);
    for (const auto& [name, value] : response.headers) message.insert(name, value);
    if (response.status != 304) message.content_length(response.body.size());
    if (parser_->get().method() != http::verb::head) message.body() = std::move(response.body);
    stream_.expires_after(all_.limits_.answer_time);
    http::async_write(stream_, message, [self = shared_from_this()](const error_code& error, std::size_t) {
      self->answer_.reset();
      if (error) return self->drop();
      if (!self->keep_alive_ || self->all_.stopping_) return self->hang_up();
      self->move_to(self->all_.waiting_);
      self->read();
    });
  }

  // Waits for the client to hang up first: were what it still sends met by a closed socket, the answer might
  // be lost on its way.
  void hang_up() {
    error_code error;
    stream_.socket().shutdown(tcp::socket::shutdown_send, error);
    if (error) return drop();
    stream_.expires_after(kLingerTime);
    drain();
  }

  void drain() {
    stream_.async_read_some(boost::asio::buffer(drained_),
                            [self = shared_from_this()](const error_code& error, std::size_t bytes) {
                              self->drained_bytes_ += bytes;
                              if (error || self->drained_bytes_ > kLingerBytes) return self->drop();
                              self->drain();
                            });
  }

  Connections& all_;
  Connections::List* list_ = nullptr;  // that it stands in, and where
  Connections::List::iterator place_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::empty_body>> parser_;
  std::optional<http::response<http::string_body>> answer_;
  bool keep_alive_ = false;
  std::array<char, 4096> drained_{};
  std::size_t drained_bytes_ = 0;
};

Connections::Connections(const ServerLimits& limits, Answer answer)
    : limits_(limits), answer_(std::move(answer)) {}
Connections::~Connections() = default;

void Connections::add(tcp::socket socket) {
  if (!make_room()) return;  // closes it
  error_code error;
  socket.set_option(tcp::no_delay(true), error);
  std::make_shared<Connection>(*this, std::move(socket))->begin();
}

bool Connections::make_room() {
  if (waiting_.size() + working_.size() + sending_.size() < limits_.connections) return true;
  for (List* list : {&waiting_, &sending_}) {
    if (list->empty()) continue;
    list->front()->drop();
    return true;
  }
  return false;
}

void Connections::remove(List& list, List::iterator place) {
  list.erase(place);
  if (stopping_ && waiting_.empty() && working_.empty() && sending_.empty()) then_();
}

void Connections::stop(std::function<void()> then) {
  stopping_ = true;
  then_ = std::move(then);
  while (!waiting_.empty()) waiting_.front()->drop();
  if (waiting_.empty() && working_.empty() && sending_.empty()) then_();
}

}  // namespace dossier::web
