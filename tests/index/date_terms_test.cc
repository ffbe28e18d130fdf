// Overlap of intervals as a boolean OR of terms.
#include "dossier/index/date_terms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace dossier {
namespace {

using Terms = std::vector<std::string>;

DayInterval days(const std::string& first, const std::string& last) {
  return {parse_partial_date(first)->days.first, parse_partial_date(last)->days.last};
}

TEST(DateTerms, AreTheFewestUnitsAndThoseAroundThem) {
  const auto unit = [](const DayInterval& interval) { return date_terms(interval).unit; };
  const auto above = [](const DayInterval& interval) { return date_terms(interval).above; };
  EXPECT_EQ(unit(days("2013-05-24", "2013-05-24")), (Terms{"2013-05-24"}));
  EXPECT_EQ(above(days("2013-05-24", "2013-05-24")), (Terms{"2010s", "2013", "2013-05", "20c"}));
  EXPECT_EQ(unit(days("2012", "2012")), (Terms{"2012"}));
  EXPECT_EQ(above(days("2012", "2012")), (Terms{"2010s", "20c"}));
  EXPECT_EQ(unit(days("2010", "2019")), (Terms{"2010s"}));
  EXPECT_EQ(unit(days("1900", "2099")), (Terms{"19c", "20c"}));
  EXPECT_EQ(above(days("1900", "2099")), Terms{});
  EXPECT_EQ(unit(days("1999-12-30", "2000-02-01")),
            (Terms{"1999-12-30", "1999-12-31", "2000-01", "2000-02-01"}));
  EXPECT_EQ(above(days("1999-12-30", "2000-02-01")),
            (Terms{"1990s", "1999", "1999-12", "19c", "2000", "2000-02", "2000s", "20c"}));
}

TEST(DateTerms, OfAFilterAreItsUnitsThoseAroundThemAndThoseTheyAreAround) {
  EXPECT_EQ(overlap_terms(days("2013-05", "2013-05"), "U", "A"),
            (Terms{"A2013-05", "U2010s", "U2013", "U2013-05", "U20c"}));
  EXPECT_EQ(overlap_terms(days("2000", "2099"), "U", "A"), (Terms{"A20c", "U20c"}));
}

// What a document of the interval is indexed by.
std::set<std::string> indexed(const DayInterval& interval) {
  std::set<std::string> terms;
  for (const std::string& unit : date_terms(interval).unit) terms.insert("U" + unit);
  for (const std::string& unit : date_terms(interval).above) terms.insert("A" + unit);
  return terms;
}

bool found(const std::set<std::string>& document, const DayInterval& filter) {
  const Terms wanted = overlap_terms(filter, "U", "A");
  return std::any_of(wanted.begin(), wanted.end(),
                     [&](const std::string& term) { return document.contains(term); });
}

// Intervals of all lengths, mostly around places where units end.
class RandomIntervals {
 public:
  DayInterval next() {
    const Day longest = Day{1} << below(18);  // to some 700 years
    const Day first = start();
    const Day last = std::min(first + below(longest), all_days().last);
    return below(3) > 0 ? DayInterval{first, last}
                        : DayInterval{unit_interval(unit(), first).first, unit_interval(unit(), last).last};
  }
  Day below(Day count) { return std::uniform_int_distribution<Day>(0, count - 1)(random_); }

 private:
  CalendarUnit unit() { return static_cast<CalendarUnit>(below(5)); }
  Day start() {
    const Day any = days("1890", "1890").first + below(60'000);
    if (below(2) == 0) return any;
    return unit_interval(unit(), any).first + below(3) - 1;
  }

  std::mt19937 random_{20240630};
};

TEST(DateTerms, MeetExactlyWhenTheIntervalsOverlap) {
  RandomIntervals intervals;
  int overlapping = 0;
  for (int i = 0; i < 3000; ++i) {
    const DayInterval document = intervals.next();
    const std::set<std::string> terms = indexed(document);
    for (int j = 0; j < 10; ++j) {
      const DayInterval filter = intervals.next();
      overlapping += document.overlaps(filter);
      ASSERT_EQ(found(terms, filter), document.overlaps(filter))
          << format_day(document.first) << ".." << format_day(document.last) << " and "
          << format_day(filter.first) << ".." << format_day(filter.last);
    }
    // Neighbours share a boundary and no day.
    ASSERT_FALSE(found(terms, {document.last + 1, document.last + 1 + intervals.below(500)}));
    ASSERT_FALSE(found(terms, {document.first - 1 - intervals.below(500), document.first - 1}));
    ASSERT_TRUE(found(terms, {document.last, document.last + intervals.below(500)}));
  }
  EXPECT_GT(overlapping, 3000) << "both answers must occur often";
  EXPECT_LT(overlapping, 27000);
}

TEST(DateTerms, StayFew) {
  RandomIntervals intervals;
  std::size_t most = 0;
  for (int i = 0; i < 3000; ++i) {
    const DateTerms terms = date_terms(intervals.next());
    most = std::max(most, terms.unit.size() + terms.above.size());
  }
  EXPECT_LE(most, 140U);
  EXPECT_EQ(date_terms(all_days()).unit.size(), 216U) << "8 years, 9 decades, 198 centuries";
}

}  // namespace
}  // namespace dossier
