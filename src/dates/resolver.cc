#include "resolver.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "resolver_calendar.h"
#include "resolver_story.h"

namespace dossier::dates {
namespace {

constexpr Day kNear = 31;  // days from publication within which a text that names a day reports
constexpr int kFar = 1;    // years from publication from which on a text speaks of another time
// How many written years make a story, how many in ten of them must be far from publication, and how many
// times as many there must be as days near it.
constexpr std::size_t kStoryYears = 3;
constexpr std::size_t kStoryTenths = 6;
constexpr std::size_t kStoryNear = 30;
// How many partners "1, 2, 3 and 4 May 2013" has at most.
constexpr std::size_t kMostPartners = 4;

bool has_month(const WrittenDate& date) {
  return date.month > 0 || date.ordinal > 0;
}

// Reads 05/06/2013 as the text's other dates are written: those of the same form tell first, then May 24,
// 2013 and 24 May 2013.
void settle_order(std::vector<Pending>& pending) {
  std::ptrdiff_t numeric = 0, spelled = 0;
  for (const Pending& one : pending) {
    numeric += (one.date.order == Order::month_first) - (one.date.order == Order::day_first);
    spelled += (one.date.order == Order::spelled_month_first) - (one.date.order == Order::spelled_day_first);
  }
  if (numeric < 0 || (numeric == 0 && spelled <= 0)) return;
  for (Pending& one : pending) {
    if (one.date.order == Order::open) std::swap(one.date.month, one.date.day);
  }
}

DateMention made(DayInterval days, MentionHow how, MentionAnchor anchor = MentionAnchor::none,
                 Day anchor_day = 0) {
  return {.days = days, .how = how, .anchor = anchor, .anchor_day = anchor_day};
}

// The other end of a range, in the year of the first unless it has its own.
std::optional<DateMention> with_until(DateMention mention, const Pending& pending, int year) {
  if (!pending.until) return mention;
  const auto last = interval_in(*pending.until, pending.until->year.value_or(year));
  if (!last || last->last < mention.days.first) return std::nullopt;
  mention.days.last = last->last;
  return mention;
}

// A day, month, quarter or season in a year that was found elsewhere.
std::optional<DateMention> in_year(const Pending& pending, int year, MentionHow how, MentionAnchor anchor,
                                   Day anchor_day) {
  const auto days = interval_in(pending.date, year);
  if (!days) return std::nullopt;
  return with_until(made(*days, how, anchor, anchor_day), pending, year);
}

// "last May", "next summer", "the previous spring": the latest before, the first after, the one of the year.
int year_of_shifted(const WrittenDate& date, const Shift& shift, Day anchor) {
  const int year = year_of(anchor);
  if (shift.unit == Unit::year) return year + shift.amount;
  if (shift.amount == 0) return year;
  const auto days = interval_in(date, year);
  const bool fits = days && (shift.amount < 0 ? days->last < anchor : days->first > anchor);
  return fits ? year : year + (shift.amount < 0 ? -1 : 1);
}

// Whether the anchor is known well enough to count such units from it. Days count from the end of a short
// stretch of time too, that of the battle of three days; years also from a decade.
bool is_fine_enough(const DayInterval& anchor, Unit unit) {
  const Day length = length_of(anchor);
  switch (unit) {
    case Unit::day:
    case Unit::week:
    case Unit::weekend:
      return length <= 10;
    case Unit::month:
    case Unit::quarter:
      return length <= 31;
    case Unit::year:
      return length <= 3660;
    default:
      return length <= 366;
  }
}

// Whether the date is, in that year, the weekday that may be written beside it: Friday, 14 June.
bool fits_weekday(const WrittenDate& date, int year) {
  const auto days = interval_in(date, year);
  return date.weekday < 0 || (days && weekday_of(days->first) == date.weekday);
}

int days_until(Day day, int weekday) {
  return (weekday - weekday_of(day) + 7) % 7;
}

// The weekday that is meant where it is counted from `from`: the latest one that is not after it, or as its
// shift says.
Day weekday_from(Day from, const Pending& pending) {
  const int forward = days_until(from, pending.date.weekday);
  const Day latest = from - (7 - forward) % 7;
  if (!pending.date.shift) return pending.future ? from + forward : latest;
  const int amount = pending.date.shift->amount;
  if (amount == 0) return from - weekday_of(from) + pending.date.weekday;
  if (amount < 0) return latest == from ? from - 7 : latest;
  return forward == 0 ? from + 7 : from + forward;
}

class Resolver {
 public:
  Resolver(const std::vector<Pending>& pending, const std::optional<DayInterval>& published)
      : pending_(pending), published_(published), narrative_(is_narrative()) {}

  std::vector<DateMention> run() {
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      if (i == 0 || pending_[i].paragraph != pending_[i - 1].paragraph) {
        paragraph_day_.reset();
        paragraph_year_.reset();
      }
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
  // What dates are counted from.
  struct Anchor {
    DayInterval days;
    MentionAnchor kind;
  };

  // A text about another time than its own: most of its written years lie far from publication, and hardly
  // any of its days near.
  bool is_narrative() const {
    if (!published_) return true;
    std::size_t all = 0, far = 0, near = 0;
    for (const Pending& one : pending_) {
      if (!one.date.is_complete() || one.date.unit == Unit::century) continue;
      ++all;
      far += is_far(*one.date.year);
      const auto days = interval_in(one.date, *one.date.year);
      near += one.date.unit == Unit::day && days && std::abs(days->first - published_->first) <= kNear;
    }
    return far >= kStoryYears && far * 10 > all * kStoryTenths && near * kStoryNear <= all;
  }

  bool is_far(int year) const { return published_ && std::abs(year - year_of(published_->first)) > kFar; }

  void remember(const DateMention& mention, const Pending& pending) {
    previous_ = mention.days;
    const bool from_now = mention.anchor == MentionAnchor::published && pending.date.shift.has_value();
    if (!from_now) clock_.hear(mention.days, {pending.section, pending.begins});
    if (mention.how != MentionHow::explicit_date) return;
    if (length_of(mention.days) == 0) paragraph_day_ = mention.days.first;
    // A year in the middle of it may be but a look back.
    if (has_month(pending.date) || (pending.begins && pending.date.unit == Unit::year))
      paragraph_year_ = year_of(mention.days.first);
  }

  std::optional<Anchor> now() const {
    if (published_) return Anchor{*published_, MentionAnchor::published};
    return std::nullopt;
  }

  std::optional<Anchor> then() const {
    if (previous_) return Anchor{*previous_, MentionAnchor::previous};
    return std::nullopt;
  }

  // Whether the one before was resolved and nothing but a joint stands between.
  bool goes_on(std::size_t i) const {
    return i > 0 && pending_[i - 1].joint != Joint::none && !mentions_.empty() &&
           mentions_.back().end == pending_[i - 1].end;
  }

  std::optional<DateMention> resolve_one(std::size_t i) const {
    const Pending& pending = pending_[i];
    const WrittenDate& date = pending.date;
    if (date.weekday >= 0 && date.month == 0) return resolve_weekday(i);
    if (date.year) {
      const auto days = interval_in(date, *date.year);
      if (!days) return std::nullopt;
      const MentionHow how = date.converted ? MentionHow::calendar : MentionHow::explicit_date;
      return with_until(made(*days, how), pending, *date.year);
    }
    if (date.shift) return resolve_shift(pending);
    if (!has_month(date)) return resolve_day_alone(pending);
    return resolve_yearless(i);
  }

  std::optional<DateMention> resolve_shift(const Pending& pending) const {
    const WrittenDate& date = pending.date;
    const Shift& shift = *date.shift;
    const bool from_then = shift.base == Base::then || (shift.base == Base::either && narrative_);
    auto anchor = from_then ? then() : now();
    // "By the end of the year" is this one where none was spoken of; "two days later" is not.
    if (!anchor && shift.amount == 0) anchor = now();
    if (!anchor) return std::nullopt;
    // "May of that year", "the first quarter of last year"
    if (has_month(date)) {
      return in_year(pending, year_of_shifted(date, shift, anchor->days.first), MentionHow::relative,
                     anchor->kind, anchor->days.first);
    }
    if (!is_fine_enough(anchor->days, shift.unit)) return std::nullopt;
    const Day from = shift.amount > 0 ? anchor->days.last : anchor->days.first;
    auto days = shifted_interval(shift.unit, from, shift.amount);
    if (!days) return std::nullopt;
    // "At the weekend" is the last one, unless the sentence speaks of what is to come.
    if (shift.unit == Unit::weekend && shift.amount == 0 && days->first > from && !pending.future)
      days = DayInterval{days->first - 7, days->last - 7};
    return made(*days, MentionHow::relative, anchor->kind, anchor->days.first);
  }

  // The year of a partner in the sentence: of "12 March to 16 April 2014", or of the one before.
  std::optional<DateMention> resolve_by_partner(std::size_t i) const {
    for (std::size_t k = i;
         k + 1 < pending_.size() && pending_[k].joint != Joint::none && k < i + kMostPartners; ++k) {
      const WrittenDate& partner = pending_[k + 1].date;
      if (!has_month(partner)) break;
      if (!partner.year) continue;
      return in_year(pending_[i], *partner.year, MentionHow::inferred, MentionAnchor::sentence,
                     year_interval(*partner.year).first);
    }
    if (!goes_on(i)) return std::nullopt;
    const bool in_year_before = pending_[i - 1].date.unit == Unit::year;  // the following year, on 22 June
    if (!has_month(pending_[i - 1].date) && !in_year_before) return std::nullopt;
    const int year = year_of(previous_->last);
    const auto days = interval_in(pending_[i].date, year);
    // From December to February.
    const bool next = pending_[i - 1].joint == Joint::range && days && days->last < previous_->first;
    return in_year(pending_[i], next ? year + 1 : year, MentionHow::inferred, MentionAnchor::sentence,
                   previous_->first);
  }

  // A day, month, quarter or season without its year.
  std::optional<DateMention> resolve_yearless(std::size_t i) const {
    const Pending& pending = pending_[i];
    if (auto mention = resolve_by_partner(i)) return mention;
    const bool story = narrative_ || (paragraph_year_ && is_far(*paragraph_year_));
    if (clock_.runs() && story) {
      const int told = clock_.year_for(pending.date);
      const int year = spans_clock(i, told - 1) ? told - 1 : told;
      if (fits_weekday(pending.date, year) || !published_)
        return in_year(pending, year, MentionHow::inferred, MentionAnchor::previous, clock_.day());
    }
    if (!published_) return std::nullopt;
    return in_year(pending, nearest_year(pending), MentionHow::inferred, MentionAnchor::published,
                   published_->first);
  }

  // "From October to March", told in March: whether the range that begins in `year` spans the story's time.
  bool spans_clock(std::size_t i, int year) const {
    if (pending_[i].joint != Joint::range) return false;
    const auto first = interval_in(pending_[i].date, year),
               last = interval_in(pending_[i + 1].date, year + 1);
    const auto straight = interval_in(pending_[i + 1].date, year);
    return first && last && straight && straight->last < first->first && has_month(pending_[i + 1].date) &&
           first->first <= clock_.day() && clock_.day() <= last->last;
  }

  // "On the 20th": of the month that was spoken of.
  std::optional<DateMention> resolve_day_alone(const Pending& pending) const {
    const auto anchor = previous_ ? then() : now();
    if (!anchor || length_of(anchor->days) > 31) return std::nullopt;
    WrittenDate date = pending.date;
    date.month = month_of(anchor->days.first);
    const auto days = interval_in(date, year_of(anchor->days.first));
    if (!days) return std::nullopt;
    return made(*days, MentionHow::inferred, anchor->kind, anchor->days.first);
  }

  // The year in which the date lies nearest to publication; more is said of what was.
  int nearest_year(const Pending& pending) const {
    const int year = year_of(published_->first);
    int best = year;
    std::int64_t best_distance = INT64_MAX;
    for (const int candidate : {year, year - 1, year + 1}) {
      const auto days = interval_in(pending.date, candidate);
      if (!days) continue;
      const std::int64_t before = published_->first - days->last, after = days->first - published_->last;
      const std::int64_t distance =
          std::max({std::int64_t{0}, before, pending.future ? after : after * 3 / 2});
      if (distance < best_distance && fits_weekday(pending.date, candidate))
        best = candidate, best_distance = distance;
    }
    return best;
  }

  // "Next week, on Wednesday", "Thursday and Friday": of the week or behind the day that stands before.
  std::optional<Day> weekday_beside(std::size_t i) const {
    const Pending& pending = pending_[i];
    if (pending.date.shift || !goes_on(i)) return std::nullopt;
    const WrittenDate& before = pending_[i - 1].date;
    if (before.unit == Unit::week) return previous_->first + pending.date.weekday;
    if (before.weekday < 0) return std::nullopt;
    return previous_->first + days_until(previous_->first, pending.date.weekday);
  }

  // "Thursday of next week"
  std::optional<DateMention> week_behind(std::size_t i) const {
    if (pending_[i].date.shift || pending_[i].joint != Joint::list) return std::nullopt;
    const Pending& behind = pending_[i + 1];
    return behind.date.unit == Unit::week && behind.date.shift ? resolve_shift(behind) : std::nullopt;
  }

  std::optional<DateMention> resolve_weekday(std::size_t i) const {
    const Pending& pending = pending_[i];
    if (const auto day = weekday_beside(i))
      return made({*day, *day}, MentionHow::relative, MentionAnchor::sentence, previous_->first);
    if (const auto week = week_behind(i)) {
      const Day day = week->days.first + pending.date.weekday;
      return made({day, day}, MentionHow::relative, week->anchor, week->anchor_day);
    }
    const bool from_then = pending.date.shift && pending.date.shift->base != Base::now;
    auto anchor = from_then ? then() : now();
    // "said 9 November 2015. Earlier on Monday": the paragraph's own day, where it tells of another time.
    if (!from_then && paragraph_day_ && (!published_ || is_far(year_of(*paragraph_day_))))
      anchor = Anchor{{*paragraph_day_, *paragraph_day_}, MentionAnchor::paragraph};
    if (!anchor || length_of(anchor->days) > 0) return std::nullopt;
    const Day day = weekday_from(anchor->days.first, pending);
    return made({day, day}, MentionHow::relative, anchor->kind, anchor->days.first);
  }

  const std::vector<Pending>& pending_;
  const std::optional<DayInterval>& published_;
  const bool narrative_;
  std::vector<DateMention> mentions_;
  StoryClock clock_;
  std::optional<DayInterval> previous_;
  std::optional<Day> paragraph_day_;
  std::optional<int> paragraph_year_;
};

}  // namespace

std::vector<DateMention> resolve(std::vector<Pending>& pending, const std::optional<DayInterval>& published) {
  settle_order(pending);
  return Resolver(pending, published).run();
}

}  // namespace dossier::dates
