#include <gtest/gtest.h>

#include <algorithm>

#include "dossier/render/search_output.h"
#include "render/sample.h"

namespace dossier {
namespace {

std::string facets_of(Facet facet, const Style& style) {
  SearchResult result;
  result.facets = {std::move(facet)};
  const std::string text = sample::written(write_facets_text, result, style);
  const std::size_t head_end = text.find("\n\n");
  return head_end == std::string::npos ? "" : text.substr(head_end + 2);
}

TEST(FacetText, DrawsBarsInEighths) {
  const Facet facet{.name = "mentioned:month",
                    .buckets = {{.value = "2013-05", .counts = {8, 4}},
                                {.value = "2013-06", .counts = {3, 1}},
                                {.value = "2014-01", .counts = {0, 0}}},
                    .missing = {}};
  EXPECT_EQ(facets_of(facet, {.width = 24}),
            "mentioned by month ·\npassages (documents)\n"
            "  2013-05  ███████ 8 (4)\n"
            "  2013-06  ██▋ 3 (1)\n"
            "  2014-01  0 (0)\n");
}

TEST(FacetText, NamesCenturiesByTheirYears) {
  const Facet facet{.name = "mentioned:century",
                    .buckets = {{.value = "-5c", .counts = {1, 1}},
                                {.value = "0c", .counts = {1, 1}},
                                {.value = "19c", .counts = {4, 2}},
                                {.value = "20c", .counts = {2, 1}, .selected = true}},
                    .missing = {}};
  EXPECT_EQ(facets_of(facet, {.width = 30}),
            "mentioned by century ·\npassages (documents)\n"
            "  501 BC–402 BC  █▊ 1 (1)\n"
            "  1 BC–99        █▊ 1 (1)\n"
            "  1900–1999      ███████ 4 (2)\n"
            "  *2000–2099*    ███▌ 2 (1)\n");
}

TEST(FacetText, KeepsValuesThatAreNoDates) {
  Facet facet{.name = "published:year", .buckets = {}, .missing = {}};
  for (int i = 0; i < 30; ++i) facet.buckets.push_back({.value = "no date", .counts = {1, 1}});
  const std::string text = facets_of(facet, {});
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 31);
}

TEST(FacetText, NamesValuesOnOneLine) {
  const Facet facet{.name = "source",
                    .buckets = {{.value = "BBC", .counts = {1200, 40}, .selected = true},
                                {.value = "a\x1b", .counts = {1, 1}}},
                    .more = 7,
                    .missing = {2, 1}};
  EXPECT_EQ(facets_of(facet, {}), "source: *BBC* 1,200 (40), a\\x1b 1 (1), 7 more, without: 2 (1)\n");
}

TEST(FacetText, LeavesOutAFacetOfNothing) {
  EXPECT_EQ(facets_of({.name = "source", .buckets = {}, .missing = {}}, {}), "");
  EXPECT_EQ(facets_of({.name = "published:year", .buckets = {}, .missing = {}}, {}), "");
}

}  // namespace
}  // namespace dossier
