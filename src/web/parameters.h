// What an address may ask for: each parameter described once, in a table that requests are read by and that
// /api/openapi.json is made from.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/search/request_parts.h"
#include "dossier/web/message.h"

namespace dossier::web {

struct Parameter {
  enum class Type : std::uint8_t { text, number, flag, choice };
  enum class Place : std::uint8_t { query, path };

  std::string name;
  Type type = Type::text;
  std::string description;
  Place place = Place::query;
  bool required = false;
  bool repeated = false;              // any number of times
  std::vector<std::string> words;     // of a choice, the default first
  std::uint32_t number = 0;           // the default
  std::uint32_t least = 0, most = 0;  // of a number
  std::string example = {};
};

template <typename Enum>
Parameter choice_parameter(std::string name, std::string description) {
  return {.name = std::move(name),
          .type = Parameter::Type::choice,
          .description = std::move(description),
          .words = choice_names<Enum>()};
}

Parameter number_parameter(std::string name, std::string description, std::uint32_t value,
                           std::uint32_t most);

// All of them in one table.
std::vector<Parameter> joined(const std::vector<std::vector<Parameter>>& tables);

// What a program sends must fit; what stands in the address of a page is taken as far as it fits: an unknown
// parameter or value is passed over, a number moved to the nearest that may be.
enum class Reading : std::uint8_t { strict, lenient };

// The parameters of one request, read by their table. Asking for one that is not in it is a bug (Error).
class Arguments {
 public:
  // `path` holds the values of the path's parameters. Strict reading throws HttpProblem(400).
  Arguments(std::span<const Parameter> table, const Request& request, const NameValues& path,
            Reading reading);

  bool has(std::string_view name) const;
  std::string text(std::string_view name) const;  // empty if it is not there
  std::vector<std::string> texts(std::string_view name) const;
  std::uint32_t number(std::string_view name) const;
  bool flag(std::string_view name) const;
  template <typename Enum>
  Enum choice(std::string_view name) const {
    return parse_choice<Enum>(has(name) ? text(name) : described(name).words.front());
  }

 private:
  void add(const Parameter& parameter, const std::string& value, Reading reading);
  const Parameter& described(std::string_view name) const;

  std::span<const Parameter> table_;
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

// published, mentioned, where: what narrows what is found.
const std::vector<Parameter>& filter_parameters();
// q, match, exact and those: which passages match.
const std::vector<Parameter>& query_parameters();
// Those, and n, offset, by, sort, expand, snippets, facet: what is shown of them.
const std::vector<Parameter>& search_parameters();

// n, offset, by, snippets: which of what is found is shown, and how.
std::vector<Parameter> page_parameters(GroupBy by = GroupBy::passage);
// A parameter for what is counted.
Parameter facet_parameter(std::string name);

// What "facet" (or another parameter of that kind) asks for: the default ones where it is not there, none for
// "none". Throws HttpProblem(400) for a facet that does not exist.
std::vector<FacetRequest> facet_requests(const Arguments& arguments, std::string_view name);

// What they ask for. Facets are those that are asked for, else the default ones. Throws HttpProblem(400) for
// a facet that does not exist and, with its place, for a filter that is not understood.
SearchRequest search_request(const Arguments& arguments);
// The same from query_parameters, or filter_parameters, alone.
SearchRequest query_request(const Arguments& arguments);
SearchRequest filter_request(const Arguments& arguments);
// Puts what page_parameters say into it.
void read_page(const Arguments& arguments, SearchRequest& request);

}  // namespace dossier::web
