#include "problem.h"

#include <utility>

namespace dossier::web {
namespace {

int status_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::usage:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::no_index:
    case ErrorCode::locked:
      return 503;
    case ErrorCode::io:
    case ErrorCode::internal:
      return 500;
  }
  return 500;
}

}  // namespace

std::string_view status_phrase(int status) noexcept {
  constexpr std::pair<int, std::string_view> kPhrases[] = {
      {200, "OK"},
      {303, "See Other"},
      {304, "Not Modified"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {421, "Misdirected Request"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {503, "Service Unavailable"},
  };
  for (const auto& [known, phrase] : kPhrases) {
    if (known == status) return phrase;
  }
  return "Error";
}

HttpProblem::HttpProblem(int status, std::string detail, std::string hint)
    : details_{.status = status,
               .title = std::string(status_phrase(status)),
               .detail = std::move(detail),
               .hint = std::move(hint)} {}

HttpProblem::HttpProblem(const Error& error)
    : HttpProblem(status_of(error.code()), error.what(), error.hint()) {}

HttpProblem& HttpProblem::about(std::string parameter) {
  details_.parameter = std::move(parameter);
  return *this;
}

HttpProblem& HttpProblem::with(std::vector<Problem> problems) {
  details_.problems = std::move(problems);
  return *this;
}

HttpProblem& HttpProblem::header(std::string name, std::string value) {
  headers_.emplace_back(std::move(name), std::move(value));
  return *this;
}

Response problem_answer(const HttpProblem& problem) {
  return {.status = problem.details().status,
          .type = "application/problem+json",
          .body = problem_details_json(problem.details()),
          .headers = problem.headers()};
}

}  // namespace dossier::web
