// Dates in the names of files, as (name, what it is read as on 2024-06-30); "" for no date.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "dossier/dates/publication.h"

namespace dossier {
namespace {

const Day kToday = parse_partial_date("2024-06-30")->days.first;

struct Row {
  std::string_view name;
  std::string_view date;
};

std::string read(std::string_view name) {
  const auto date = parse_file_name_date(name, kToday);
  return date ? format_partial_date(*date) : "";
}

template <std::size_t kCount>
void expect_dates(const Row (&rows)[kCount]) {
  for (const auto& [name, date] : rows) EXPECT_EQ(read(name), date) << name;
}

TEST(FileNameDate, ReadsWholeDates) {
  expect_dates({
      {"2017-02-08-statement.txt", "2017-02-08"},
      {"2017_02_08.txt", "2017-02-08"},
      {"law(2023-12-29).md", "2023-12-29"},
      {"Minutes 2013.05.24 final v2.docx", "2013-05-24"},
      {"report-2013-05-24T10-00-00.html", "2013-05-24"},
      {"17012018.pdf", "2018-01-17"},
      {"PLEN-1302-05072018.docx", "2018-07-05"},  // without marks the day stands first
      {"01172018.pdf", "2018-01-17"},
      {"20130524.pdf", "2013-05-24"},
      {"IMG_20130524_101010.txt", "2013-05-24"},
      {"scan20130524101010.pdf", "2013-05-24"},
      {"24.05.2013.pdf", "2013-05-24"},
      {"note-24-05-2013.txt", "2013-05-24"},
      {"05.06.2013.txt", "2013-06-05"},
      {"statement-24-May-2013.txt", "2013-05-24"},
      {"24-mar-2013.txt", "2013-03-24"},
      {"Press release, May 5th, 2013.html", "2013-05-05"},
      {"2013-05-24_2014-06-01.txt", "2013-05-24"},
      {"决议2013年5月.txt", "2013"},
      {"决议（2013-05-24）.txt", "2013-05-24"},
      {"a_report_of_the_committee_on_the_rights_of_all_2013-05-24.pdf", "2013-05-24"},
      {"2024-06-30.txt", "2024-06-30"},
      {"1500-01-01.txt", "1500-01-01"},
  });
}

TEST(FileNameDate, ReadsMonths) {
  expect_dates({
      {"bulletin-2013-05.txt", "2013-05"},
      {"1999-04.txt", "1999-04"},
      {"Report May 2013.pdf", "2013-05"},
      {"report_2013_mar.pdf", "2013-03"},
      {"2013_05.txt", "2013"},  // an underscore parts what need not belong together
      {"2013-5.txt", "2013"},
      {"2013-14.txt", "2013"},
  });
}

TEST(FileNameDate, ReadsAYearThatStandsAlone) {
  expect_dates({
      {"AFG_45_1990.txt", "1990"},
      {"MAR_20_1965.txt", "1965"},  // Morocco in the twentieth session
      {"MAR_1965.txt", "1965"},
      {"report_2013_final_v2.txt", "2013"},
      {"AR2013.pdf", "2013"},
      {"2013.txt", "2013"},
      {"2013-2013.txt", "2013"},
      {"budget-2013-of-2013.txt", "2013"},
      {"2013-1-5.txt", "2013"},
      {"session_25_3_2013.txt", "2013"},
      {"05-06-2013.txt", "2013"},  // day and month may be either
      {"2013-02-30.txt", "2013"},
      {"2024-07-01.txt", "2024"},
      {"plan-2013-for-2099.txt", "2013"},  // what lies ahead is no date of publication
      {"1999-2004.txt", ""},
      {"1244_1999_2004.txt", ""},
      {"kosovo-in-the-1990s.txt", ""},
      {"the-1990s-as-seen-in-2013.txt", "2013"},
  });
}

TEST(FileNameDate, ReadsNoDateThatIsNotPlausible) {
  for (const std::string_view name : {"",
                                      ".txt",
                                      "statement.txt",
                                      "1244.txt",
                                      "1499-12-31.txt",
                                      "1499.txt",
                                      "2099.txt",
                                      "9999-12-31.txt",
                                      "0000.txt",
                                      "20991231.txt",
                                      "12345678.pdf",
                                      "99999999.txt",
                                      "201305.txt",
                                      "20135.txt",
                                      "5-6-7.txt",
                                      "v1.2.3.tar.gz",
                                      "May.txt",
                                      "12.txt",
                                      "1369389600.html",
                                      "20130230.txt",
                                      "mp4.mp3",
                                      "\xFF\xFE.txt"}) {
    EXPECT_EQ(read(name), "") << name;
  }
}

TEST(FileNameDate, DependsOnToday) {
  const auto today = [](std::string_view day) { return parse_partial_date(day)->days.first; };
  const auto on = [&](std::string_view day) {
    return format_partial_date(*parse_file_name_date("2013-05-24.txt", today(day)));
  };
  EXPECT_EQ(on("2013-05-24"), "2013-05-24");
  EXPECT_EQ(on("2013-05-23"), "2013");
  EXPECT_EQ(on("2013-01-01"), "2013");
  EXPECT_EQ(parse_file_name_date("2013-05-24.txt", today("2012-12-31")), std::nullopt);
}

TEST(FileNameDate, SurvivesLongAndBrokenNames) {
  for (const std::string_view piece :
       {"9", "1-", "2013-", "2013-05-", "a", "may-", "\xFF", "\xE5\xB9", "("}) {
    std::string name;
    while (name.size() < 100'000) name += piece;
    const auto date = parse_file_name_date(name, kToday);
    EXPECT_FALSE(date && date->days.first > kToday) << piece;
  }
}

}  // namespace
}  // namespace dossier
