// Whether JSON is what a schema of /api/openapi.json says: the keywords that src/web/schemas.cc uses.
// Stricter than JSON Schema in one thing: what an object has must be described.
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace dossier::web {

class SchemaCheck {
 public:
  explicit SchemaCheck(nlohmann::json openapi) : openapi_(std::move(openapi)) {}

  // What is wrong, a line each, with the place.
  std::vector<std::string> check(const nlohmann::json& value, const std::string& schema) {
    wrong_.clear();
    check(value, openapi_["components"]["schemas"].at(schema), schema);
    return wrong_;
  }

 private:
  using Json = nlohmann::json;

  static bool is_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == "null" && value.is_null();
  }

  void expect(bool well, const std::string& place, const std::string& what) {
    if (!well) wrong_.push_back(place + ": " + what);
  }

  bool fits(const Json& value, const Json& schema) {
    SchemaCheck other(openapi_);
    other.check(value, schema, "");
    return other.wrong_.empty();
  }

  void check(const Json& value, const Json& schema, const std::string& place) {
    if (schema.contains("$ref")) {
      const std::string name = schema["$ref"].get<std::string>().substr(sizeof "#/components/schemas/" - 1);
      return check(value, openapi_["components"]["schemas"].at(name), place);
    }
    if (schema.contains("anyOf")) {
      const Json& any = schema["anyOf"];
      return expect(std::any_of(any.begin(), any.end(), [&](const Json& one) { return fits(value, one); }),
                    place, "fits none of its schemas");
    }
    if (schema.contains("const")) expect(value == schema["const"], place, "is another value");
    if (schema.contains("enum")) {
      const Json& values = schema["enum"];
      expect(std::find(values.begin(), values.end(), value) != values.end(), place,
             "is no value of the list");
    }
    if (schema.contains("type")) {
      const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
      expect(std::any_of(types.begin(), types.end(), [&](const Json& type) { return is_type(value, type); }),
             place, "is of another type");
    }
    if (schema.contains("minimum") && value.is_number())
      expect(value.get<double>() >= schema["minimum"].get<double>(), place, "is too small");
    if (value.is_object()) check_members(value, schema, place);
    if (value.is_array()) {
      expect(value.size() >= schema.value("minItems", 0U), place, "has too few items");
      expect(value.size() <= schema.value("maxItems", 1'000'000'000U), place, "has too many items");
      for (const Json& item : value) check(item, schema.at("items"), place + "[]");
    }
  }

  void check_members(const Json& value, const Json& schema, const std::string& place) {
    for (const Json& name : schema.value("required", Json::array()))
      expect(value.contains(name.get<std::string>()), place, "lacks " + name.get<std::string>());
    const Json described = schema.value("properties", Json::object());
    for (const auto& [name, member] : value.items()) {
      if (described.contains(name))
        check(member, described[name], place + "." + name);
      else if (schema.contains("additionalProperties"))
        check(member, schema["additionalProperties"], place + "." + name);
      else
        expect(false, place, "has " + name + ", which is not described");
    }
  }

  Json openapi_;
  std::vector<std::string> wrong_;
};

}  // namespace dossier::web
