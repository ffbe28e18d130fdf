#include "resolver.h"

#include <algorithm>
#include <cstdlib>

namespace dossier::dates {
namespace {

constexpr Day kNear = 31;  // days from publication within which a text that names a day reports
constexpr int kFar = 1;    // years from publication from which on a text speaks of another time
// How far from the day last spoken of a date without a year may lie, in days, to go on from it.
constexpr Day kStepBack = 15;
constexpr Day kStepAhead = 45;
constexpr int kLeastYear = -9999;
constexpr int kMostYear = 9999;

int year_of(Day day) {
  return static_cast<int>(to_date(day).year());
}
int month_of(Day day) {
  return static_cast<int>(static_cast<unsigned>(to_date(day).month()));
}

Day day_number(int year, int month, int day) {
  return to_day(std::chrono::year_month_day{std::chrono::year{year},
                                            std::chrono::month{static_cast<unsigned>(month)},
                                            std::chrono::day{static_cast<unsigned>(day)}});
}

int weekday_of(Day day) {
  // 1970-01-01 was a Thursday.
  const int number = (day + 3) % 7;
  return number < 0 ? number + 7 : number;
}

// Months from `first` on, `count` of them.
DayInterval months_interval(int year, int first, int count) {
  const int zero_based = first - 1 + count - 1;
  const int last_year = year + zero_based / 12;
  const int last_month = zero_based % 12 + 1;
  return {month_interval(year, static_cast<unsigned>(first)).first,
          month_interval(last_year, static_cast<unsigned>(last_month)).last};
}

DayInterval week_of(Day day) {
  const Day monday = day - weekday_of(day);
  return {monday, monday + 6};
}

// A date with its year as an interval.
std::optional<DayInterval> interval_in(const WrittenDate& date, int year) {
  if (year < kLeastYear || year > kMostYear) return std::nullopt;
  switch (date.unit) {
    case Unit::day:
      if (!std::chrono::year_month_day{std::chrono::year{year},
                                       std::chrono::month{static_cast<unsigned>(date.month)},
                                       std::chrono::day{static_cast<unsigned>(date.day)}}
               .ok())
        return std::nullopt;
      return DayInterval{day_number(year, date.month, date.day), day_number(year, date.month, date.day)};
    case Unit::month:
      return month_interval(year, static_cast<unsigned>(date.month));
    case Unit::quarter:
      return months_interval(year, 3 * date.ordinal - 2, 3);
    case Unit::half:
      return months_interval(year, 6 * date.ordinal - 5, 6);
    case Unit::season:
      return months_interval(year, 3 * date.ordinal, 3);  // spring is March to May, winter begins in December
    case Unit::year:
      return year_interval(year);
    case Unit::decade:
      return DayInterval{year_interval(year).first, year_interval(year + 9).last};
    case Unit::century:
      return DayInterval{year_interval(year).first, year_interval(year + 99).last};
    case Unit::week:
    case Unit::weekend:
      return std::nullopt;
  }
  return std::nullopt;
}

// The unit around `day`, `amount` units on.
std::optional<DayInterval> shifted_unit(Unit unit, Day day, int amount) {
  const int year = year_of(day);
  if (std::abs(amount) > 5000) return std::nullopt;
  switch (unit) {
    case Unit::day:
      return DayInterval{day + amount, day + amount};
    case Unit::week:
      return week_of(day + 7 * amount);
    case Unit::weekend: {
      const Day saturday = week_of(day + 7 * amount).first + 5;
      return DayInterval{saturday, saturday + 1};
    }
    case Unit::month:
      return unit_interval(
          CalendarUnit::month,
          unit_first_day(CalendarUnit::month, unit_number(CalendarUnit::month, day) + amount));
    case Unit::quarter: {
      const int quarter = year * 4 + (month_of(day) - 1) / 3 + amount;
      return months_interval(quarter / 4, quarter % 4 * 3 + 1, 3);
    }
    case Unit::year:
      return year_interval(year + amount);
    case Unit::decade:
      return unit_interval(
          CalendarUnit::decade,
          unit_first_day(CalendarUnit::decade, unit_number(CalendarUnit::decade, day) + amount));
    case Unit::century:
      return unit_interval(
          CalendarUnit::century,
          unit_first_day(CalendarUnit::century, unit_number(CalendarUnit::century, day) + amount));
    case Unit::half:
    case Unit::season:
      return std::nullopt;
  }
  return std::nullopt;
}

// The coarsest unit that the interval is. Before year 1 it is day: units are those that a filter can name.
CalendarUnit precision_of(const DayInterval& days) {
  if (days.first < year_interval(1).first) return CalendarUnit::day;
  for (const CalendarUnit unit :
       {CalendarUnit::century, CalendarUnit::decade, CalendarUnit::year, CalendarUnit::month}) {
    if (unit_interval(unit, days.first) == days) return unit;
  }
  return CalendarUnit::day;
}

bool has_month(const WrittenDate& date) {
  return date.month > 0 || date.ordinal > 0;
}

class Resolver {
 public:
  Resolver(const std::vector<Pending>& pending, const std::optional<DayInterval>& published)
      : pending_(pending), published_(published) {
    narrative_ = is_narrative();
  }

  std::vector<DateMention> run() {
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      if (i == 0 || pending_[i].paragraph != pending_[i - 1].paragraph) enter_paragraph();
      auto mention = resolve_one(i);
      if (!mention) continue;
      mention->start = pending_[i].start;
      mention->end = pending_[i].end;
      mention->precision = precision_of(mention->days);
      mention->part = static_cast<MentionPart>(pending_[i].date.part);
      remember(*mention, pending_[i]);
      mentions_.push_back(*mention);
    }
    return std::move(mentions_);
  }

 private:
  // A text about another time than its own: most of its written years lie far from publication, and none of
  // its days near.
  bool is_narrative() const {
    if (!published_) return true;
    const int year = year_of(published_->first);
    std::size_t far = 0;
    std::size_t all = 0;
    for (const Pending& one : pending_) {
      if (!one.date.is_complete() || one.date.unit == Unit::century) continue;
      ++all;
      far += std::abs(*one.date.year - year) > kFar;
      if (one.date.unit != Unit::day) continue;
      const auto days = interval_in(one.date, *one.date.year);
      if (days && std::abs(days->first - published_->first) <= kNear) return false;
    }
    return far >= 3 && far * 10 > all * 6;
  }

  void enter_paragraph() {
    paragraph_day_.reset();
    paragraph_year_.reset();
  }

  void remember(const DateMention& mention, const Pending& pending) {
    previous_ = mention.days;
    move_story(mention, pending);
    if (mention.how != MentionHow::explicit_date) return;
    if (mention.days.first == mention.days.last) paragraph_day_ = mention.days.first;
    if (pending.date.unit != Unit::century && pending.date.unit != Unit::decade)
      paragraph_year_ = year_of(mention.days.first);
  }

  // The time that a story has come to: the day or month last spoken of, and whatever was spoken of since.
  // What is counted from now does not belong to it.
  void move_story(const DateMention& mention, const Pending& pending) {
    const Day span = mention.days.last - mention.days.first;
    if ((pending.date.shift && pending.date.shift->base == Base::now) || span > 366) return;
    if (span > 31 && !pending.begins && story_ && year_of(mention.days.first) < year_of(story_->first))
      return;  // a look back
    story_ = mention.days;
    if (span <= 31) {
      story_day_ = mention.days.first;
    } else if (pending.begins) {
      story_day_.reset();
    }
  }

  bool is_far(int year) const { return published_ && std::abs(year - year_of(published_->first)) > kFar; }

  static DateMention made(DayInterval days, MentionHow how, MentionAnchor anchor = MentionAnchor::none,
                          Day anchor_day = 0) {
    return {.days = days, .how = how, .anchor = anchor, .anchor_day = anchor_day};
  }

  std::optional<DateMention> resolve_one(std::size_t i) const {
    const Pending& pending = pending_[i];
    const WrittenDate& date = pending.date;
    if (date.weekday >= 0) return resolve_weekday(pending);
    if (date.year) {
      const auto days = interval_in(date, *date.year);
      if (!days) return std::nullopt;
      const MentionHow how = date.converted ? MentionHow::calendar : MentionHow::explicit_date;
      return with_until(made(*days, how), pending, *date.year);
    }
    if (date.shift) return resolve_shift(pending);
    return resolve_yearless(i);
  }

  // The other end of a range, in the year of the first unless it has its own.
  static std::optional<DateMention> with_until(DateMention mention, const Pending& pending, int year) {
    if (!pending.until) return mention;
    const auto last = interval_in(*pending.until, pending.until->year.value_or(year));
    if (!last || last->last < mention.days.first) return std::nullopt;
    mention.days.last = last->last;
    return mention;
  }

  // What "now" and "then" are.
  struct Anchor {
    DayInterval days;
    MentionAnchor kind;
  };

  std::optional<Anchor> now() const {
    if (narrative_ && previous_) return Anchor{*previous_, MentionAnchor::previous};
    if (published_) return Anchor{*published_, MentionAnchor::published};
    return std::nullopt;
  }

  std::optional<Anchor> then() const {
    if (previous_) return Anchor{*previous_, MentionAnchor::previous};
    return now();
  }

  // Whether the anchor is known well enough to count such units from it.
  static bool is_fine_enough(const DayInterval& anchor, Unit unit) {
    const Day span = anchor.last - anchor.first;
    switch (unit) {
      case Unit::day:
      case Unit::week:
      case Unit::weekend:
        return span == 0;
      case Unit::month:
      case Unit::quarter:
        return span <= 31;
      default:
        return span <= 366;
    }
  }

  std::optional<DateMention> resolve_shift(const Pending& pending) const {
    const WrittenDate& date = pending.date;
    const Shift& shift = *date.shift;
    // "Today" in a text about another time is anybody's.
    if (narrative_ && shift.base == Base::now && shift.unit == Unit::day) return std::nullopt;
    const auto anchor = shift.base == Base::now ? now() : then();
    if (!anchor) return std::nullopt;
    // "May of that year", "the first quarter of last year"
    if (has_month(date)) {
      int year = year_of(anchor->days.first) + (shift.unit == Unit::year ? shift.amount : 0);
      if (shift.unit != Unit::year) year = year_of_shifted(date, shift, anchor->days.first);
      const auto days = interval_in(date, year);
      if (!days) return std::nullopt;
      return with_until(made(*days, MentionHow::relative, anchor->kind, anchor->days.first), pending, year);
    }
    // Days after a stretch of time count from its end, where there is one: the day after the battle of three
    // days.
    if (!is_fine_enough(anchor->days, shift.unit)) {
      const bool counts_days =
          shift.unit == Unit::day || shift.unit == Unit::week || shift.unit == Unit::weekend;
      if (!counts_days || anchor->days.last - anchor->days.first > 10) {
        if (shift.unit != Unit::year || anchor->days.last - anchor->days.first > 3660) return std::nullopt;
      }
    }
    const Day from = shift.amount > 0 ? anchor->days.last : anchor->days.first;
    auto days = shifted_unit(shift.unit, from, shift.amount);
    if (!days) return std::nullopt;
    // "At the weekend" is the last one, unless the sentence speaks of what is to come.
    if (shift.unit == Unit::weekend && shift.amount == 0 && days->first > from && !pending.future)
      days = DayInterval{days->first - 7, days->last - 7};
    return made(*days, MentionHow::relative, anchor->kind, anchor->days.first);
  }

  // "last May", "next summer", "the previous spring": the latest before, the first after, the one of the
  // year.
  static int year_of_shifted(const WrittenDate& date, const Shift& shift, Day anchor) {
    const int year = year_of(anchor);
    if (shift.amount == 0) return year;
    for (const int candidate : {year, year + (shift.amount < 0 ? -1 : 1)}) {
      const auto days = interval_in(date, candidate);
      if (!days) continue;
      if (shift.amount < 0 ? days->last < anchor : days->first > anchor) return candidate;
    }
    return year + (shift.amount < 0 ? -1 : 1);
  }

  // A day, month, quarter or season without its year.
  std::optional<DateMention> resolve_yearless(std::size_t i) const {
    const Pending& pending = pending_[i];
    const auto with_year = [&](int year, MentionAnchor anchor, Day day) -> std::optional<DateMention> {
      const auto days = interval_in(pending.date, year);
      if (!days) return std::nullopt;
      return with_until(made(*days, MentionHow::inferred, anchor, day), pending, year);
    };
    // The partner in the sentence: "12 March to 16 April 2014".
    for (std::size_t k = i; k + 1 < pending_.size() && pending_[k].joined &&
                            pending_[k + 1].paragraph == pending.paragraph && k < i + 4;
         ++k) {
      const WrittenDate& partner = pending_[k + 1].date;
      if (!partner.year || !has_month(partner)) {
        if (has_month(partner)) continue;
        break;
      }
      return with_year(*partner.year, MentionAnchor::sentence, year_interval(*partner.year).first);
    }
    if (i > 0 && pending_[i - 1].joined && !mentions_.empty() &&
        mentions_.back().end == pending_[i - 1].end && has_month(pending_[i - 1].date)) {
      return with_year(year_of(previous_->last), MentionAnchor::sentence, previous_->first);
    }
    const bool paragraph_far = paragraph_year_ && is_far(*paragraph_year_);
    if (pending.date.month == 0 && pending.date.ordinal == 0) return resolve_day_alone(pending);
    if (story_ && (narrative_ || paragraph_far))
      return with_year(year_of_story(pending.date), MentionAnchor::previous, story_->first);
    if (!published_) return std::nullopt;
    return with_year(nearest_year(pending), MentionAnchor::published, published_->first);
  }

  // "On the 20th": of the month that was spoken of.
  std::optional<DateMention> resolve_day_alone(const Pending& pending) const {
    const auto anchor = then();
    if (!anchor || anchor->days.last - anchor->days.first > 31) return std::nullopt;
    WrittenDate date = pending.date;
    date.month = month_of(anchor->days.first);
    const auto days = interval_in(date, year_of(anchor->days.first));
    if (!days) return std::nullopt;
    return made(*days, MentionHow::inferred, anchor->kind, anchor->days.first);
  }

  // The year of a date in a story: that of what was last spoken of. January behind December is the next
  // year's; and a year named in between does not matter to a date that goes on from the last day.
  int year_of_story(const WrittenDate& date) const {
    const int year = year_of(story_->first);
    const bool fine = story_->last - story_->first <= 31;
    if (fine && month_of(story_->last) >= 10 && date.month > 0 && date.month <= 2) return year + 1;
    if (fine || !story_day_) return year;
    for (const int candidate : {year_of(*story_day_), year_of(*story_day_) + 1}) {
      const auto days = interval_in(date, candidate);
      if (days && days->last >= *story_day_ - kStepBack && days->first <= *story_day_ + kStepAhead)
        return candidate;
    }
    return year;
  }

  int nearest_year(const Pending& pending) const {
    const int year = year_of(published_->first);
    int best = year;
    std::int64_t best_distance = INT64_MAX;
    for (const int candidate : {year, year - 1, year + 1}) {
      const auto days = interval_in(pending.date, candidate);
      if (!days) continue;
      std::int64_t distance = 0;
      if (days->last < published_->first) distance = published_->first - days->last;
      if (days->first > published_->last) distance = days->first - published_->last;
      if (days->first > published_->last && !pending.future)
        distance = distance * 3 / 2;  // more is said of what was
      if (distance < best_distance) best = candidate, best_distance = distance;
    }
    return best;
  }

  std::optional<DateMention> resolve_weekday(const Pending& pending) const {
    const WrittenDate& date = pending.date;
    const bool is_then = date.shift && date.shift->base == Base::then;
    auto anchor = is_then ? then() : now();
    // "said 9 November 2015. Earlier on Monday": the paragraph's own day, where it tells of another time.
    if (!is_then && paragraph_day_ && is_far(year_of(*paragraph_day_)))
      anchor = Anchor{{*paragraph_day_, *paragraph_day_}, MentionAnchor::paragraph};
    if (!anchor || anchor->days.first != anchor->days.last) return std::nullopt;
    const Day from = anchor->days.first;
    const int forward = (date.weekday - weekday_of(from) + 7) % 7;
    Day day = from - (7 - forward) % 7;  // the latest one that is not after
    if (date.shift) {
      if (date.shift->amount < 0 && day == from) day -= 7;
      if (date.shift->amount > 0) day = from + (forward == 0 ? 7 : forward);
      if (date.shift->amount == 0) day = week_of(from).first + date.weekday;
    } else if (pending.future) {
      day = from + forward;
    }
    return made({day, day}, MentionHow::relative, anchor->kind, from);
  }

  const std::vector<Pending>& pending_;
  const std::optional<DayInterval>& published_;
  bool narrative_ = false;
  std::vector<DateMention> mentions_;
  std::optional<DayInterval> previous_;
  std::optional<DayInterval> story_;
  std::optional<Day> story_day_;
  std::optional<Day> paragraph_day_;
  std::optional<int> paragraph_year_;
};

}  // namespace

std::vector<DateMention> resolve(std::vector<Pending> pending, const std::optional<DayInterval>& published) {
  return Resolver(pending, published).run();
}

}  // namespace dossier::dates
