// An answer that says what went wrong. Thrown by handlers, pages and what they call; Site turns it into
// problem+json below /api/ and into a page elsewhere.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "dossier/core/error.h"
#include "dossier/render/problem_details.h"
#include "dossier/web/message.h"

namespace dossier::web {

class HttpProblem : public std::exception {
 public:
  HttpProblem(int status, std::string detail, std::string hint = {});
  explicit HttpProblem(const Error& error);

  HttpProblem& about(std::string parameter);         // a parameter's name
  HttpProblem& with(std::vector<Problem> problems);  // of a query or filter
  HttpProblem& header(std::string name, std::string value);

  const ProblemDetails& details() const noexcept { return details_; }
  const NameValues& headers() const noexcept { return headers_; }
  const char* what() const noexcept override { return details_.detail.c_str(); }

 private:
  ProblemDetails details_;
  NameValues headers_;
};

// "Not Found" of 404.
std::string_view status_phrase(int status) noexcept;

// As application/problem+json.
Response problem_answer(const HttpProblem& problem);

}  // namespace dossier::web
