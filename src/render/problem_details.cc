#include "dossier/render/problem_details.h"

#include "json.h"

namespace dossier {

std::string problem_details_json(const ProblemDetails& details) {
  Json out = {{"type", "about:blank"},
              {"title", details.title},
              {"status", details.status},
              {"detail", details.detail}};
  if (!details.hint.empty()) out["hint"] = details.hint;
  if (!details.parameter.empty()) out["parameter"] = details.parameter;
  if (!details.problems.empty()) out["problems"] = problems_json(details.problems);
  return dump_line(out);
}

}  // namespace dossier
