#include "page_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dossier/core/utf8.h"
#include "dossier/search/request_parts.h"

namespace dossier::web {
namespace {

// Deeper than that nobody pages, and each page ranks all before it.
constexpr std::size_t kLastPage = 500;

std::size_t read_page(const std::string& text) {
  std::size_t page = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, page);
  return error == std::errc() && rest == end ? std::clamp<std::size_t>(page, 1, kLastPage) : 1;
}

// The word for a choice; empty for the default, which no address names.
template <typename Enum>
std::string_view choice_word(Enum value) {
  const auto all = choices<Enum>();
  for (const Choice<Enum>& choice : all.subspan(1)) {
    if (choice.value == value) return choice.name;
  }
  return {};
}

}  // namespace

bool PageState::has(std::string_view facet, std::string_view value) const {
  return std::any_of(values.begin(), values.end(),
                     [&](const auto& own) { return own.first == facet && own.second == value; });
}

PageState read_state(const Request& request) {
  const auto value = [&](std::string_view name) { return std::string(trim(request.parameter(name))); };
  PageState state{.query = value("q"), .published = value("published"), .mentioned = value("mentioned")};
  for (const auto& [name, own] : request.parameters) {
    for (const KeywordFacet& facet : kKeywordFacets) {
      if (name == facet.name && !own.empty() && !state.has(name, own)) state.values.emplace_back(name, own);
    }
  }
  state.match = parse_choice<MatchMode>(value("match"));
  state.by = parse_choice<GroupBy>(value("by"));
  state.sort = parse_choice<SortOrder>(value("sort"));
  state.exact = value("exact") == "1";
  state.page = read_page(value("page"));
  state.published_view = value("published-view");
  state.mentioned_view = value("mentioned-view");
  state.whole_facet = value("all");
  state.open = value("open");
  return state;
}

std::vector<std::pair<std::string_view, std::string>> parameters_of(const PageState& state) {
  std::vector<std::pair<std::string_view, std::string>> parameters = {
      {"q", state.query}, {"published", state.published}, {"mentioned", state.mentioned}};
  for (const KeywordFacet& facet : kKeywordFacets) {
    for (const auto& [name, value] : state.values) {
      if (name == facet.name) parameters.emplace_back(facet.name, value);
    }
  }
  parameters.emplace_back("match", choice_word(state.match));
  parameters.emplace_back("by", choice_word(state.by));
  parameters.emplace_back("sort", choice_word(state.sort));
  parameters.emplace_back("exact", state.exact ? "1" : "");
  parameters.emplace_back("page", state.page > 1 ? std::to_string(state.page) : "");
  parameters.emplace_back("published-view", state.published_view);
  parameters.emplace_back("mentioned-view", state.mentioned_view);
  parameters.emplace_back("all", state.whole_facet);
  parameters.emplace_back("open", state.open);
  return parameters;
}

Address address_of(const PageState& state, std::string_view page) {
  const auto parameters = parameters_of(state);
  return Address::local(page, {}, {parameters.begin(), parameters.end()});
}

Address address_with(const PageState& state, const std::function<void(PageState&)>& change) {
  PageState changed = state;
  changed.page = 1;
  change(changed);
  return address_of(changed);
}

void toggle(PageState& state, std::string_view facet, std::string_view value) {
  const auto own = std::find_if(state.values.begin(), state.values.end(), [&](const auto& pair) {
    return pair.first == facet && pair.second == value;
  });
  if (own == state.values.end())
    state.values.emplace_back(facet, value);
  else
    state.values.erase(own);
}

Address document_address(const PageState& state, const std::string& id, std::string_view place) {
  PageState alone = state;
  alone.open.clear();
  const auto parameters = parameters_of(alone);
  const Address address = Address::local("/documents/", id, {parameters.begin(), parameters.end()});
  return place.empty() ? address : address.at(place);
}

SearchRequest request_of(const PageState& state) {
  SearchRequest request{.query = state.query,
                        .limit = kHitsPerPage,
                        .offset = (state.page - 1) * kHitsPerPage,
                        .by = state.by,
                        .match = state.match,
                        .sort = state.sort,
                        .exact = state.exact,
                        .published = state.published,
                        .mentioned = state.mentioned,
                        .snippets = 2};
  for (const auto& [name, value] : state.values) {
    for (const KeywordFacet& facet : kKeywordFacets) {
      if (facet.name == name) request.where.push_back(fmt::format("{}:{}", facet.field, value));
    }
  }
  return request;
}

}  // namespace dossier::web
