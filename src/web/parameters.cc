#include "parameters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "problem.h"

namespace dossier::web {
namespace {

const Parameter* find(std::span<const Parameter> table, std::string_view name) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const Parameter& row) { return row.name == name; });
  return found == table.end() ? nullptr : &*found;
}

// What is wrong with a value; empty if nothing is.
std::string objection(const Parameter& parameter, const std::string& value) {
  switch (parameter.type) {
    case Parameter::Type::text:
      return {};
    case Parameter::Type::flag:
      return value == "true" || value == "false" ? "" : "it is true or false";
    case Parameter::Type::choice:
      return std::find(parameter.words.begin(), parameter.words.end(), value) != parameter.words.end()
                 ? ""
                 : fmt::format("it is one of {}", fmt::join(parameter.words, ", "));
    case Parameter::Type::number: {
      std::uint32_t number = 0;
      const char* end = value.data() + value.size();
      const auto [rest, error] = std::from_chars(value.data(), end, number);
      const bool fits =
          error == std::errc() && rest == end && number >= parameter.least && number <= parameter.most;
      return fits ? "" : fmt::format("it is a number from {} to {}", parameter.least, parameter.most);
    }
  }
  return {};
}

bool is_digits(const std::string& value) {
  return !value.empty() && value.find_first_not_of("0123456789") == std::string::npos;
}

// Of digits that are no number the parameter takes.
std::uint32_t nearest(const Parameter& parameter, const std::string& digits) {
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return parsed.ec == std::errc() && number < parameter.least ? parameter.least : parameter.most;
}

}  // namespace

Parameter number_parameter(std::string name, std::string description, std::uint32_t value,
                           std::uint32_t most) {
  return {.name = std::move(name),
          .type = Parameter::Type::number,
          .description = std::move(description),
          .number = value,
          .most = most};
}

std::vector<Parameter> joined(const std::vector<std::vector<Parameter>>& tables) {
  std::vector<Parameter> all;
  for (const std::vector<Parameter>& table : tables) all.insert(all.end(), table.begin(), table.end());
  return all;
}

Arguments::Arguments(std::span<const Parameter> table, const Request& request, const NameValues& path,
                     Reading reading)
    : table_(table) {
  for (const auto& [name, value] : path) add(described(name), value, reading);
  for (const auto& [name, value] : request.parameters) {
    const Parameter* parameter = find(table_, name);
    if (parameter != nullptr && parameter->place == Parameter::Place::query) {
      add(*parameter, value, reading);
    } else if (reading == Reading::strict) {
      throw HttpProblem(400, fmt::format("there is no parameter '{}' here", name),
                        "/api/openapi.json names those that there are")
          .about(name);
    }
  }
  if (reading == Reading::lenient) return;
  for (const Parameter& parameter : table_) {
    if (parameter.required && !has(parameter.name))
      throw HttpProblem(400, fmt::format("the parameter '{}' is missing", parameter.name))
          .about(parameter.name);
  }
}

void Arguments::add(const Parameter& parameter, const std::string& value, Reading reading) {
  std::vector<std::string>& values = values_[parameter.name];
  const std::string wrong = objection(parameter, value);
  if (reading == Reading::lenient) {
    if (!values.empty() && !parameter.repeated) return;
    if (wrong.empty())
      values.push_back(value);
    else if (parameter.type == Parameter::Type::number && is_digits(value))
      values.push_back(std::to_string(nearest(parameter, value)));
    return;
  }
  if (!wrong.empty())
    throw HttpProblem(400, fmt::format("{}={} makes no sense: {}", parameter.name, value, wrong))
        .about(parameter.name);
  if (!values.empty() && !parameter.repeated)
    throw HttpProblem(400, fmt::format("the parameter '{}' is given twice", parameter.name))
        .about(parameter.name);
  values.push_back(value);
}

const Parameter& Arguments::described(std::string_view name) const {
  const Parameter* parameter = find(table_, name);
  if (parameter == nullptr)
    throw Error(ErrorCode::internal, fmt::format("the parameter '{}' is in no table", name));
  return *parameter;
}

bool Arguments::has(std::string_view name) const {
  const auto found = values_.find(described(name).name);
  return found != values_.end() && !found->second.empty();
}

std::vector<std::string> Arguments::texts(std::string_view name) const {
  return has(name) ? values_.find(name)->second : std::vector<std::string>();
}

std::string Arguments::text(std::string_view name) const {
  return has(name) ? values_.find(name)->second.front() : std::string();
}

std::uint32_t Arguments::number(std::string_view name) const {
  if (!has(name)) return described(name).number;
  const std::string value = text(name);
  std::uint32_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

bool Arguments::flag(std::string_view name) const {
  return text(name) == "true";
}

}  // namespace dossier::web
