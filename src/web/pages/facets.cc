#include "facets.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/render/numbers.h"

namespace dossier::web {

void put_facet(Html& html, const PageState& state, const KeywordFacet& kind, const Facet& facet) {
  if (facet.buckets.empty()) return;
  const std::string id = fmt::format("{}-facet", kind.name);
  const auto section = html.open("section", {{"class", "facet"}, {"aria-labelledby", id}});
  {
    const auto title = html.open("h2", {{"id", id}});
    html.text(kind.title);
    html.put("small", {}, " documents");
  }
  {
    const auto list = html.open("ul");
    for (const Bucket& bucket : facet.buckets) {
      const bool chosen = state.has(kind.name, bucket.value) || bucket.selected;
      const auto item = html.open("li");
      const Address address =
          address_with(state, [&](PageState& changed) { toggle(changed, kind.name, bucket.value); });
      const auto link = html.open("a", {{"href", address},
                                        Attribute("aria-current", "true").when(chosen),
                                        {"title", fmt::format("{}, {}", passages_of(bucket.counts.passages),
                                                              documents_of(bucket.counts.documents))}});
      html.put("bdi", {}, value_in_words(kind, bucket.value));
      html.put("span", {{"class", "count"}}, group_digits(bucket.counts.documents));
    }
    if (facet.missing.passages > 0) {
      const auto item = html.open("li", {{"class", "missing"}});
      html.put("span", {}, kind.without);
      html.put("span", {{"class", "count"}}, group_digits(facet.missing.documents));
    }
  }
  const bool whole = state.whole_facet == kind.name;
  if (facet.more == 0 && !whole) return;
  const Address address = address_with(state, [&](PageState& changed) {
    changed.whole_facet = whole ? std::string() : std::string(kind.name);
    changed.page = state.page;
  });
  const auto more = html.open("p", {{"class", "more"}});
  if (!whole || state.whole_facet == kind.name)
    html.put("a", {{"href", address}}, whole ? "fewer" : fmt::format("{} more", group_digits(facet.more)));
}

}  // namespace dossier::web
