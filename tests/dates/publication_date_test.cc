#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/dates/publication.h"

namespace dossier {
namespace {

using Claims = std::vector<std::pair<std::string, std::string>>;

const Day kToday = parse_partial_date("2024-06-30")->days.first;

// "2013-05-24 from html:json-ld"; "" for none.
std::string chosen(const Claims& claims, std::string_view file_name = "") {
  const auto date = publication_date(claims, file_name, kToday);
  return date ? format_partial_date({date->days, date->precision}) + " from " + date->from : "";
}

TEST(PublicationDate, TakesTheFirstPlausibleClaim) {
  struct Row {
    Claims claims;
    std::string file_name;
    std::string_view date;
  };
  const std::vector<Row> rows = {
      {{}, "", ""},
      {{{"a", "2013-05-24"}}, "", "2013-05-24 from a"},
      {{{"a", "2013-05-24"}, {"b", "2012-01-01"}}, "2011.txt", "2013-05-24 from a"},
      {{{"a", "soon"}, {"b", "May 2012"}}, "2011.txt", "2012-05 from b"},
      {{{"a", ""}, {"b", "2013-02-30"}}, "2011.txt", "2011 from file-name"},
      {{{"a", "1499-12-31"}, {"b", "1500"}}, "", "1500 from b"},
      {{{"a", "2024-07-02"}, {"b", "2013"}}, "", "2013 from b"},
      {{{"a", "2024-07-01"}}, "", "2024-07-01 from a"},  // today already where the sun rises earlier
      {{{"a", "2025"}}, "", ""},
      {{{"a", "2024"}}, "", "2024 from a"},  // a year that has begun
      {{{"a", "2020s"}}, "", "2020s from a"},
      {{{"a", "9999-12-31"}, {"b", "0001-01-01"}}, "2013-05-24.txt", "2013-05-24 from file-name"},
      {{}, "2025-07-01.txt", ""},
      {{}, "law(2023-12-29).md", "2023-12-29 from file-name"},
      {{{"a", std::string(100'000, '1')}}, std::string(100'000, '2'), ""},
  };
  for (const auto& [claims, file_name, date] : rows) {
    EXPECT_EQ(chosen(claims, file_name), date) << testing::PrintToString(claims);
  }
}

}  // namespace
}  // namespace dossier
