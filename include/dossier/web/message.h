// A request and its answer as values: what pages and the API are written against. Knows no sockets and no
// HTTP library.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier::web {

// Names and values in the order in which they came; a name may come again.
using NameValues = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method = "GET";
  // As it was sent, percent escapes and all: "/documents/a%2Fb?q=kosovo".
  std::string target = "/";
  // The parts of the path between slashes, decoded; valid UTF-8. "/" has none, "/a/" has "a" and "".
  std::vector<std::string> segments;
  // What stands behind "?", decoded as forms encode it ("+" is a space); valid UTF-8.
  NameValues parameters;
  // Names in lower case.
  NameValues headers;

  // The first value of that name; empty if there is none.
  std::string_view parameter(std::string_view name) const noexcept;
  std::string_view header(std::string_view name) const noexcept;
  std::size_t count_headers(std::string_view name) const noexcept;
};

// `target` as a request with its segments and parameters; "%zz" stands for itself, bytes that are no UTF-8
// become U+FFFD, and what follows "#" is dropped.
Request parse_target(std::string_view target);

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";  // empty where there is no body
  std::string body;
  NameValues headers;  // beside Content-Type and those that every answer has
};

Response json_answer(std::string body);

// An answer that sends the browser on to another address of this site.
Response redirect(std::string address);

}  // namespace dossier::web
