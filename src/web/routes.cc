#include "routes.h"

#include <algorithm>

#include "assets.h"
#include "dossier/core/hash.h"
#include "entity_tag.h"
#include "openapi.h"
#include "pages/pages.h"
#include "problem.h"

namespace dossier::web {
namespace {

std::string_view media_type(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".woff2", "font/woff2"},
  };
  for (const auto& [ending, type] : kTypes) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

Response asset_answer(const Request& request, std::string_view name) {
  for (const Asset& asset : assets()) {
    if (asset.name != name) continue;
    return tagged(request, hash_hex(asset.bytes), [&] {
      return Response{.type = std::string(media_type(name)), .body = std::string(asset.bytes), .headers = {}};
    });
  }
  throw HttpProblem(404, "there is no such file");
}

Route api_route(const Endpoint& endpoint) {
  return {endpoint.path, true, [&](SiteContext& context, const Request& request, const NameValues& parts) {
            const Arguments arguments(endpoint.parameters, request, parts, Reading::strict);
            return endpoint.handle(context, arguments);
          }};
}

std::vector<Route> make_routes() {
  std::vector<Route> routes = {
      {"/", true,
       [](SiteContext& context, const Request& request, const NameValues&) {
         return home_page(context, request);
       }},
      {"/search", true,
       [](SiteContext& context, const Request& request, const NameValues&) {
         return search_page(context, request);
       }},
      {"/documents/{id}", true,
       [](SiteContext& context, const Request& request, const NameValues& parts) {
         return document_page(context, request, parts[0].second);
       }},
      {"/cite/{id}", true,
       [](SiteContext& context, const Request& request, const NameValues& parts) {
         return cite_page(context, request, parts[0].second);
       }},
      {"/export/{format}", true,
       [](SiteContext& context, const Request& request, const NameValues& parts) {
         return export_list(context, request, parts[0].second);
       }},
      {"/help", false,
       [](SiteContext& context, const Request& request, const NameValues&) {
         return help_page(context, request);
       }},
      {"/assets/{name}", false,
       [](SiteContext&, const Request& request, const NameValues& parts) {
         return asset_answer(request, parts[0].second);
       }},
      {"/api/openapi.json", false,
       [](SiteContext& context, const Request&, const NameValues&) {
         return json_answer(openapi_json(context.options().version));
       }},
  };
  for (const Endpoint& endpoint : endpoints()) routes.push_back(api_route(endpoint));
  return routes;
}

// The values of the path's parts in braces; none if the path is another.
std::optional<NameValues> match_path(const Request& path, const Request& request) {
  if (path.segments.size() != request.segments.size()) return std::nullopt;
  NameValues parts;
  for (std::size_t i = 0; i < path.segments.size(); ++i) {
    const std::string& wanted = path.segments[i];
    if (wanted.starts_with('{') && !request.segments[i].empty())
      parts.emplace_back(wanted.substr(1, wanted.size() - 2), request.segments[i]);
    else if (wanted != request.segments[i])
      return std::nullopt;
  }
  return parts;
}

}  // namespace

std::optional<FoundRoute> find_route(const Request& request) {
  static const std::vector<Route> routes = make_routes();
  for (const Route& route : routes) {
    if (auto parts = match_path(parse_target(route.path), request))
      return FoundRoute{&route, std::move(*parts)};
  }
  return std::nullopt;
}

}  // namespace dossier::web
