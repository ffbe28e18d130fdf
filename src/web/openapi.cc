#include "openapi.h"

#include <nlohmann/json.hpp>

#include "routes.h"

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

}  // namespace

std::string openapi_json(const std::string& version) {
  Json paths = Json::object();
  for (const Endpoint& endpoint : endpoints()) {
    Json parameters = Json::array();
    for (const Parameter& parameter : endpoint.parameters) parameters.push_back(describe(parameter));
    paths[endpoint.path]["get"] = {
        {"operationId", endpoint.name},
        {"summary", endpoint.summary},
        {"parameters", std::move(parameters)},
        {"responses",
         {{"200",
           {{"description", endpoint.summary},
            {"content", {{"application/json", {{"schema", {{"type", "object"}}}}}}}}}}}};
  }
  const Json document = {{"openapi", "3.1.0"},
                         {"info", {{"title", "dossier"}, {"version", version}}},
                         {"paths", std::move(paths)}};
  return document.dump(2) + "\n";
}

}  // namespace dossier::web
