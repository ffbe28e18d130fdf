// How metadata writes dates, as (written, what it is read as); "" for no date.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "dossier/dates/publication.h"

namespace dossier {
namespace {

struct Row {
  std::string_view written;
  std::string_view date;
};

std::string read(std::string_view written) {
  const auto date = parse_written_date(written);
  return date ? format_partial_date(*date) : "";
}

template <std::size_t kCount>
void expect_dates(const Row (&rows)[kCount]) {
  for (const auto& [written, date] : rows) EXPECT_EQ(read(written), date) << written;
}

TEST(WrittenDate, ReadsIso8601) {
  expect_dates({
      {"2013-05-24", "2013-05-24"},
      {" 2013-05-24\n", "2013-05-24"},
      {"2013-05-24T10:00:00+02:00", "2013-05-24"},
      {"2013-05-24T23:59:59-11:00", "2013-05-24"},  // the day there, not in Greenwich
      {"2013-05-24T10:00Z", "2013-05-24"},
      {"2013-05-24T10:00:00.000Z", "2013-05-24"},
      {"2013-05-24 10:00:00 +0000", "2013-05-24"},
      {"2013-05-24T18&#x3A;19", "2013-05-24"},
      {"20130524", "2013-05-24"},
      {"20130524T101010Z", "2013-05-24"},
      {"20130524101010", "2013-05-24"},
      {"D:20130524101010+02'00'", "2013-05-24"},  // PDF
      {"2013-5-4", "2013-05-04"},
      {"2013/05/24", "2013-05-24"},
      {"2013.05.24", "2013-05-24"},
      {"2013-05", "2013-05"},
      {"2013/05", "2013-05"},
      {"2013-05T10:00", "2013-05"},
      {"2013", "2013"},
      {"1990s", "1990s"},
      {"0987-06-01", "0987-06-01"},
      {"2013-W21-5", ""},  // weeks and days of the year are not read as something else
      {"2013-144", ""},
  });
}

TEST(WrittenDate, ReadsNamesOfMonths) {
  expect_dates({
      {"24 May 2013", "2013-05-24"},
      {"24. May 2013", "2013-05-24"},
      {"24-May-2013", "2013-05-24"},
      {"24May2013", "2013-05-24"},
      {"24th May 2013", "2013-05-24"},
      {"24th of May, 2013", "2013-05-24"},
      {"1st December 1999", "1999-12-01"},
      {"May 24, 2013", "2013-05-24"},
      {"May 24th, 2013", "2013-05-24"},
      {"MAY 24 2013", "2013-05-24"},
      {"Sept. 5, 2013", "2013-09-05"},
      {"Sep 5, 2013 at 9:22 a.m. ET", "2013-09-05"},
      {"2013 May 24", "2013-05-24"},
      {"2013-May-24", "2013-05-24"},
      {"May 2013", "2013-05"},
      {"May, 2013", "2013-05"},
      {"2013 May", "2013-05"},
      {"Mayor 24, 2013", ""},
      {"Juneteenth 2013", "2013"},
  });
}

TEST(WrittenDate, ReadsMailAndSystemDates) {
  expect_dates({
      {"Fri, 24 May 2013 10:00:00 +0200", "2013-05-24"},
      {"Fri, 4 May 2013 10:00:00 GMT", "2013-05-04"},
      {"24 May 2013 10:00 -0500 (CDT)", "2013-05-24"},
      {"Friday, May 24, 2013", "2013-05-24"},
      {"Tue, Sep 15 2020 10:01:41 EDT", "2020-09-15"},
      {"Thu Nov 09 2023 04:59:25 GMT+0000 (UTC)", "2023-11-09"},
      {"Mon Jan 20 09:49:32 2020", "2020-01-20"},
      {"Mon Jan 20 09:49:32 UTC 2020", "2020-01-20"},
  });
}

TEST(WrittenDate, ReadsNumbersOnlyAsFarAsTheyTell) {
  expect_dates({
      {"24.05.2013", "2013-05-24"},
      {"05.06.2013", "2013-06-05"},  // with dots the day stands first
      {"5. 6. 2013", "2013-06-05"},
      {"05.24.2013", ""},
      {"24/05/2013", "2013-05-24"},
      {"05/24/2013", "2013-05-24"},
      {"24-05-2013 11:46", "2013-05-24"},
      {"05/06/2013", "2013"},
      {"5/6/2013 10:00", "2013"},
      {"05/05/2013", "2013-05-05"},
      {"24052013", "2013-05-24"},
      {"05242013", "2013-05-24"},
      {"05062013", "2013-06-05"},
      {"05/2013", "2013-05"},
      {"5.2013", "2013-05"},
      {"5/6/13", ""},
      {"05/06", ""},
  });
}

TEST(WrittenDate, ReadsPastWordsBeforeADate) {
  expect_dates({
      {"Published: 24 May 2013", "2013-05-24"},
      {"Updated on May 24, 2013 at 7:07 am", "2013-05-24"},
      {"Veröffentlicht am 23.01.2020", "2020-01-23"},
      {"Date: 2013-05-24", "2013-05-24"},
      {"Belgrade, May 2013", "2013-05"},
      {"[2013]", "2013"},
      {"c2013.", "2013"},
      {"\u00A9 2013", "2013"},
  });
}

TEST(WrittenDate, DoesNotTakeWhatItCannotReadForSomethingElse) {
  expect_dates({
      {"24 mai 2013", ""},
      {"03 يونيو 2020", ""},
      {"15. März 2013", ""},
      {"2 मई 2013", ""},
      {"3 février 2013", ""},
      {"2020年7月1日 10時00分", "2020-07-01"},
      {"2020년 7월 1일", "2020-07-01"},
      {"2020年7月", "2020-07"},
      {"２０１３年５月", ""},
  });
}

TEST(WrittenDate, GivesNothingForADateThatDoesNotExist) {
  for (const std::string_view written :
       {"2013-02-29", "2013-13-01", "2013-00-10",    "2013-05-00",     "2013-05-32",      "2013-13",
        "0000-01-01", "0000",       "31 April 2013", "April 31, 2013", "May 0, 2013",     "0/0/2013",
        "0/6/2013",   "5/0/2013",   "31/31/2013",    "13/13/2013",     "20130230",        "20131301",
        "99999999",   "00000000",   "30022013",      "20130230101010", "29 February 1900"}) {
    EXPECT_EQ(read(written), "") << written;
  }
}

TEST(WrittenDate, GivesNothingForWhatIsNoDate) {
  for (const std::string_view written : {"",
                                         " ",
                                         "-",
                                         "today",
                                         "May",
                                         "May 24",
                                         "24",
                                         "201",
                                         "20135",
                                         "12013-05-24",
                                         "1369389600",
                                         "1369389600000",
                                         "2013-2014",
                                         "10 hours ago",
                                         "12:30",
                                         "99%",
                                         "v1.2.3",
                                         "{{ createdAt }}",
                                         "https://example.org/",
                                         "null",
                                         "3 days",
                                         "FEFB9C9AAA99999999999999999C9999",
                                         "May May May",
                                         "of of of",
                                         "th",
                                         "年月日",
                                         "\xFF\xFE",
                                         "2\xC3\xBF"
                                         "013"}) {
    EXPECT_EQ(read(written), "") << written;
  }
}

TEST(WrittenDate, SurvivesLongAndBrokenInput) {
  for (const std::string_view piece :
       {"9", "1 ", "2013 ", "2013-", "a", "May ", "5 May ", "/", "\xFF", "é", "\xE5\xB9"}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    const auto date = parse_written_date(text);
    EXPECT_FALSE(date && date->days.first > date->days.last) << piece;
    EXPECT_EQ(read("24 May 2013 " + text), "2013-05-24") << piece;
  }
}

}  // namespace
}  // namespace dossier
