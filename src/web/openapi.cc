#include "openapi.h"

#include <nlohmann/json.hpp>

#include "dossier/render/citation.h"
#include "problem.h"
#include "routes.h"
#include "schemas.h"

namespace dossier::web {
namespace {

using Json = nlohmann::ordered_json;

Json schema_of(const Parameter& parameter) {
  switch (parameter.type) {
    case Parameter::Type::text:
      return {{"type", "string"}};
    case Parameter::Type::flag:
      return {{"type", "boolean"}, {"default", false}};
    case Parameter::Type::choice:
      return {{"type", "string"}, {"enum", parameter.words}, {"default", parameter.words.front()}};
    case Parameter::Type::number:
      return {{"type", "integer"},
              {"minimum", parameter.least},
              {"maximum", parameter.most},
              {"default", parameter.number}};
  }
  return {};
}

Json describe(const Parameter& parameter) {
  const bool in_path = parameter.place == Parameter::Place::path;
  Json out = {{"name", parameter.name},
              {"in", in_path ? "path" : "query"},
              {"description", parameter.description},
              {"required", parameter.required || in_path}};
  Json schema = schema_of(parameter);
  if (parameter.repeated) {
    schema = {{"type", "array"}, {"items", std::move(schema)}};
    out["explode"] = true;
  }
  out["schema"] = std::move(schema);
  if (!parameter.example.empty())
    out["example"] = parameter.repeated ? Json::array({parameter.example}) : Json(parameter.example);
  return out;
}

Json content(std::string_view type, std::string_view schema) {
  return {{std::string(type), {{"schema", {{"$ref", "#/components/schemas/" + std::string(schema)}}}}}};
}

// Answers that are no JSON of ours: one media type a format.
Json citations() {
  Json out = Json::object();
  for (const CitationFormatInfo& format : citation_formats()) {
    const bool is_json = format.format == CitationFormat::csl_json;
    out[std::string(format.media_type)]["schema"] =
        is_json ? Json({{"type", "array"}, {"items", {{"type", "object"}}}}) : Json({{"type", "string"}});
  }
  return out;
}

Json responses(const Endpoint& endpoint) {
  Json out = {
      {"200",
       {{"description", endpoint.summary},
        {"headers",
         {{"ETag", {{"description", "Of the index's revision"}, {"schema", {{"type", "string"}}}}}}},
        {"content", endpoint.answer.empty() ? citations() : content("application/json", endpoint.answer)}}},
      {"304", {{"description", "As the tag of If-None-Match says"}}}};
  for (const int status : endpoint.problems)
    out[std::to_string(status)] = {{"description", status_phrase(status)},
                                   {"content", content("application/problem+json", "ProblemDetails")}};
  return out;
}

}  // namespace

std::string openapi_json(const std::string& version) {
  Json paths = Json::object();
  for (const Endpoint& endpoint : endpoints()) {
    Json parameters = Json::array();
    for (const Parameter& parameter : endpoint.parameters) parameters.push_back(describe(parameter));
    paths[endpoint.path]["get"] = {{"operationId", endpoint.name},
                                   {"summary", endpoint.summary},
                                   {"parameters", std::move(parameters)},
                                   {"responses", responses(endpoint)}};
  }
  const Json document = {{"openapi", "3.1.0"},
                         {"info",
                          {{"title", "dossier"},
                           {"description", "Full-text search over policy documents, with dated passages"},
                           {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}},
                           {"version", version}}},
                         {"servers", Json::array({{{"url", "/"}}})},
                         {"paths", std::move(paths)},
                         {"components",
                          {{"schemas", Json::parse(schemas())},
                           {"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
                         // A server that only its own machine reaches asks for none.
                         {"security", Json::array({Json::object(), {{"token", Json::array()}}})}};
  return document.dump(2) + "\n";
}

}  // namespace dossier::web
