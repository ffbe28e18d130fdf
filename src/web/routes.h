// Which address leads to what: the one table of the site.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "context.h"
#include "dossier/web/message.h"
#include "parameters.h"

namespace dossier::web {

// A part of the API: everything that a request may say and that /api/openapi.json says about it.
struct Endpoint {
  std::string path;  // "/api/documents/{id}"
  std::string name;  // "document"
  std::string summary;
  std::vector<Parameter> parameters;
  std::string answer;  // the schema of its JSON, in schemas(); empty where it is none
  Response (*handle)(SiteContext&, const Arguments&);
  std::vector<int> problems = {400, 503};  // what it may answer instead
};

// In the order of docs/web.md.
const std::vector<Endpoint>& endpoints();

struct Route {
  std::string path;          // a part in braces takes any one part of an address
  bool shows_index = false;  // the answer depends on the request and the index alone
  std::function<Response(SiteContext&, const Request&, const NameValues& parts)> handle;
};

struct FoundRoute {
  const Route* route;
  NameValues parts;  // what stands where the path has braces: {"id", "b78e3c768d9b"}
};

// None if the address leads nowhere.
std::optional<FoundRoute> find_route(const Request& request);

}  // namespace dossier::web
