// What went wrong, for programs: application/problem+json (RFC 9457), with the place in what was typed.
#pragma once

#include <string>
#include <vector>

#include "dossier/query/tree.h"

namespace dossier {

struct ProblemDetails {
  int status = 500;               // of HTTP
  std::string title;              // of that status: "Bad Request"
  std::string detail;             // what was attempted, on what, and why it failed
  std::string hint;               // what to do; may be empty
  std::string parameter;          // that it is about; may be empty
  std::vector<Problem> problems;  // of a query or a filter, each with its place
};

std::string problem_details_json(const ProblemDetails& details);  // one object

}  // namespace dossier
