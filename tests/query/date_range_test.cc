#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "dossier/query/parser.h"

namespace dossier {
namespace {

std::string read(std::string_view text) {
  std::string why;
  const auto date = parse_date_range(text, DateField::published, &why);
  if (!date) return "! " + why;
  if (date->none) return "none";
  return (date->within ? "=" : "") + format_day(date->days.first) + " " + format_day(date->days.last);
}

TEST(DateRange, ReadsEveryForm) {
  const struct {
    std::string_view text, days;
  } rows[] = {
      {"2013", "2013-01-01 2013-12-31"},
      {"2013-05", "2013-05-01 2013-05-31"},
      {"2012-02", "2012-02-01 2012-02-29"},
      {"2013-5-4", "2013-05-04 2013-05-04"},
      {"2013-05-24", "2013-05-24 2013-05-24"},
      {"1990s", "1990-01-01 1999-12-31"},
      {"1990S", "1990-01-01 1999-12-31"},
      {"=2013", "=2013-01-01 2013-12-31"},
      {"2013..2017", "2013-01-01 2017-12-31"},
      {"2013...2017", "2013-01-01 2017-12-31"},
      {"2013\u20262017", "2013-01-01 2017-12-31"},
      {" = 2013 .. 2017 ", "=2013-01-01 2017-12-31"},
      {"2013-05-24..2014", "2013-05-24 2014-12-31"},
      {"2013-05-24..2013-05", "2013-05-24 2013-05-31"},
      {"1990s..2000s", "1990-01-01 2009-12-31"},
      {"..2013-02", "BC9999-01-01 2013-02-28"},
      {"BC0490..BC0479", "BC0490-01-01 BC0479-12-31"},
      {"bc0480-8-10", "BC0480-08-10 BC0480-08-10"},
      {"2013..", "2013-01-01 9999-12-31"},
      {"2012-2014", "2012-01-01 2014-12-31"},
      {"2012\u20132014", "2012-01-01 2014-12-31"},
      {"2012-05\u20132013-06", "2012-05-01 2013-06-30"},
      {"0001..9999", "0001-01-01 9999-12-31"},
      {"none", "none"},
      {" None ", "none"},
  };
  for (const auto& [text, days] : rows) EXPECT_EQ(read(text), days) << text;
}

TEST(DateRange, SaysWhyItIsNoDate) {
  const std::string forms = "; write 2013, 2013-05, 2013-05-24, 1990s, A..B, ..B, A.. or none";
  const struct {
    std::string_view text;
    std::string message;
  } rows[] = {
      {"", "there is no date here"},
      {"=", "there is no date here"},
      {"..", "a range needs a date on at least one side"},
      {"2013-13", "2013-13 is no date: there is no month 13"},
      {"2013-0", "2013-0 is no date: there is no month 00"},
      {"2013-02-30", "2013-02-30 is no date: 2013-02 has no day 30"},
      {"2023-02-29..2024", "2023-02-29 is no date: 2023-02 has no day 29"},
      {"0000", "years go from 0001 to 9999"},
      {"1995s", "1995s is no decade; write 1990s"},
      {"13", "13 is no date" + forms},
      {"20131", "20131 is no date" + forms},
      {"2013-", "2013- is no date" + forms},
      {"2013-123", "2013-123 is no date" + forms},
      {"2013-05-24T10:00", "2013-05-24T10:00 is no date" + forms},
      {"May 2013", "May 2013 is no date" + forms},
      {"2013..x", "x is no date" + forms},
  };
  for (const auto& [text, message] : rows) EXPECT_EQ(read(text), "! " + message) << text;
}

TEST(DateRange, SwapsEndsInTheWrongOrderAndSaysSo) {
  std::string why;
  const auto date = parse_date_range("2017-05..2013", DateField::mentioned, &why);
  ASSERT_TRUE(date);
  EXPECT_EQ(format_day(date->days.first), "2013-01-01");
  EXPECT_EQ(format_day(date->days.last), "2017-05-31");
  EXPECT_EQ(date->field, DateField::mentioned);
  EXPECT_EQ(why, "the range ends before it begins; taken as 2013..2017-05");
}

TEST(DateRange, ShortensWhatItRepeats) {
  const std::string message = read(std::string(100000, 'x'));
  EXPECT_LT(message.size(), 150U);
}

}  // namespace
}  // namespace dossier
