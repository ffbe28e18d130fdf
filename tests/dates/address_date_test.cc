// Dates in the addresses of pages, as (address, what it is read as on 2024-06-30); "" for no date.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "dossier/dates/publication.h"

namespace dossier {
namespace {

const Day kToday = parse_partial_date("2024-06-30")->days.first;

struct Row {
  std::string_view url;
  std::string_view date;
};

template <std::size_t kCount>
void expect_dates(const Row (&rows)[kCount]) {
  for (const auto& [url, date] : rows) {
    const auto got = parse_address_date(url, kToday);
    EXPECT_EQ(got ? format_partial_date(*got) : "", date) << url;
  }
}

TEST(AddressDate, ReadsDays) {
  expect_dates({
      {"https://example.org/2013/05/24/a-title/", "2013-05-24"},
      {"https://example.org/news/2013/5/4/a-title", "2013-05-04"},
      {"https://example.org/2013/05/24", "2013-05-24"},
      {"https://example.org/2013/05/24.html", "2013-05-24"},
      {"https://example.org/press/2013-05-24-a-title.html", "2013-05-24"},
      {"https://example.org/a-title_2013_05_24", "2013-05-24"},
      {"https://example.org/a-title-24-05-2013/1-2.html", "2013-05-24"},
      {"https://example.org/report_of_24.05.2013_on_water", "2013-05-24"},
      {"https://example.org/local/2013-05/24/c_112.htm", "2013-05-24"},
      {"https://example.org/n1/2013/0524/c64.html", "2013-05-24"},
      {"https://example.org/20130524/a-title", "2013-05-24"},
      {"https://example.org/t20130524_12.htm", "2013-05-24"},
      {"/2013/05/24/", "2013-05-24"},
      {"https://example.org/2024/07/01/", "2024-07-01"},  // today already where the sun rises earlier
      {"https://example.org/1999/2013/05/24/", "2013-05-24"},
  });
}

TEST(AddressDate, ReadsAMonthWhereThereIsNoDay) {
  expect_dates({
      {"https://example.org/2013/05/a-title.html", "2013-05"},
      {"https://example.org/2013/05/10-things-to-know/", "2013-05"},  // ten things
      {"https://example.org/2013/05/31/02/", "2013-05-31"},
      {"https://example.org/2013/02/31/", "2013-02"},
      {"https://example.org/2013/5/a-title", ""},
      {"https://example.org/2013/a/05/", ""},
  });
}

TEST(AddressDate, DoesNotReadTheHostTheQueryOrAnArchivesDay) {
  expect_dates({
      {"https://2013-05-24.example.org/a", ""},
      {"https://example.org/a?date=2013-05-24", ""},
      {"https://example.org/a#2013-05-24", ""},
      {"https://archive.example/web/20160218174457/http://example.org/2013/05/24/a/", "2013-05-24"},
      {"https://archive.example/web/20160218174457/http://example.org/a", ""},
      {"https://example.org", ""},
      {"", ""},
  });
}

TEST(AddressDate, ReadsNoNumbersOfSomethingElse) {
  expect_dates({
      {"https://example.org/1899/05/24/", ""},
      {"https://example.org/2031/05/24/", ""},
      {"https://example.org/12013/05/24/", ""},
      {"https://example.org/2013/13/24/", ""},
      {"https://example.org/item/120130524", ""},
      {"https://example.org/season/2013-14/05/", ""},
      {"https://example.org/2013-5-4-a-title", ""},
      {"https://example.org/99999999999999999999/2013", ""},
  });
}

TEST(AddressDate, PutsUpWithAnyLength) {
  EXPECT_FALSE(parse_address_date("https://example.org/" + std::string(1'000'000, '1'), kToday));
  std::string slashes = "https://example.org";
  for (int i = 0; i < 100'000; ++i) slashes += "/1";
  EXPECT_FALSE(parse_address_date(slashes, kToday));
}

}  // namespace
}  // namespace dossier
