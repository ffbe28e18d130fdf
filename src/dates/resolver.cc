#include "resolver.h"

#include <algorithm>
#include <cstdlib>

#include "resolver_calendar.h"
#include "resolver_story.h"

namespace dossier::dates {
namespace {

constexpr Day kNear = 31;  // days from publication within which a text that names a day reports
constexpr int kFar = 1;    // years from publication from which on a text speaks of another time
// How many written years make a story, how many in ten of them must be far from publication, and how many times
// as many there must be as days near it.
constexpr std::size_t kStoryYears = 3;
constexpr std::size_t kStoryTenths = 6;
constexpr std::size_t kStoryNear = 30;
// How many partners "1, 2, 3 and 4 May 2013" has at most.
constexpr std::size_t kMostPartners = 4;

int K(const char* n, int d){ const char* v=std::getenv(n); return v? std::atoi(v):d; }

bool has_month(const WrittenDate& date) {
  return date.month > 0 || date.ordinal > 0;
}

DateMention made(DayInterval days, MentionHow how, MentionAnchor anchor = MentionAnchor::none, Day anchor_day = 0) {
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

bool counts_days(Unit unit) {
  return unit == Unit::day || unit == Unit::week || unit == Unit::weekend;
}

// Whether the anchor is known well enough to count such units from it.
bool is_fine_enough(const DayInterval& anchor, Unit unit) {
  const Day length = length_of(anchor);
  // Days count from the end of a short stretch of time, years also from a decade: that of the battle of three
  // days, a century ago.
  if (counts_days(unit)) return length <= 10;
  if (unit == Unit::month || unit == Unit::quarter) return length <= 31;
  return length <= (unit == Unit::year ? 3660 : 366);
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
  // What "now" and "then" are.
  struct Anchor {
    DayInterval days;
    MentionAnchor kind;
  };

  // A text about another time than its own: most of its written years lie far from publication, and hardly any
  // of its days near.
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
    const bool from_now = pending.date.shift && pending.date.shift->base == Base::now;
    if (!from_now) clock_.hear(mention.days, {pending.section, pending.begins});
    if (mention.how != MentionHow::explicit_date) return;
    if (length_of(mention.days) == 0) paragraph_day_ = mention.days.first;
    if (pending.date.unit != Unit::century && pending.date.unit != Unit::decade)
      paragraph_year_ = year_of(mention.days.first);
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
    if (!has_month(date)) return resolve_day_alone(pending);
    return resolve_yearless(i);
  }

  std::optional<Anchor> now() const {
    if (published_) return Anchor{*published_, MentionAnchor::published};
    return std::nullopt;
  }

  std::optional<Anchor> then() const {
    if (previous_) return Anchor{*previous_, MentionAnchor::previous};
    return now();
  }

  std::optional<DateMention> resolve_shift(const Pending& pending) const {
    const WrittenDate& date = pending.date;
    const Shift& shift = *date.shift;
    const auto anchor = shift.base == Base::now ? now() : then();
    if (!anchor) return std::nullopt;
    // "May of that year", "the first quarter of last year"
    if (has_month(date)) {
      return in_year(pending, year_of_shifted(date, shift, anchor->days.first), MentionHow::relative, anchor->kind,
                     anchor->days.first);
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
    for (std::size_t k = i; k + 1 < pending_.size() && pending_[k].joined && k < i + kMostPartners; ++k) {
      const WrittenDate& partner = pending_[k + 1].date;
      if (!has_month(partner)) break;
      if (!partner.year) continue;
      return in_year(pending_[i], *partner.year, MentionHow::inferred, MentionAnchor::sentence,
                     year_interval(*partner.year).first);
    }
    const bool joined = i > 0 && pending_[i - 1].joined && !mentions_.empty() &&
                        mentions_.back().end == pending_[i - 1].end && has_month(pending_[i - 1].date);
    if (!joined) return std::nullopt;
    return in_year(pending_[i], year_of(previous_->last), MentionHow::inferred, MentionAnchor::sentence,
                   previous_->first);
  }

  // A day, month, quarter or season without its year.
  std::optional<DateMention> resolve_yearless(std::size_t i) const {
    const Pending& pending = pending_[i];
    if (auto mention = resolve_by_partner(i)) return mention;
    const bool story = narrative_ || (paragraph_year_ && is_far(*paragraph_year_));
    if (clock_.runs() && story)
      return in_year(pending, clock_.year_for(pending.date, pending.section), MentionHow::inferred,
                     MentionAnchor::previous, clock_.day());
    if (!published_) return std::nullopt;
    return in_year(pending, nearest_year(pending), MentionHow::inferred, MentionAnchor::published,
                   published_->first);
  }

  // "On the 20th": of the month that was spoken of.
  std::optional<DateMention> resolve_day_alone(const Pending& pending) const {
    const auto anchor = then();
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
      if (distance < best_distance) best = candidate, best_distance = distance;
    }
    return best;
  }

  std::optional<DateMention> resolve_weekday(const Pending& pending) const {
    const WrittenDate& date = pending.date;
    const bool is_then = date.shift && date.shift->base == Base::then;
    auto anchor = is_then ? then() : now();
    // "said 9 November 2015. Earlier on Monday": the paragraph's own day, where it tells of another time.
    if (!is_then && paragraph_day_ && (!published_ || is_far(year_of(*paragraph_day_))))
      anchor = Anchor{{*paragraph_day_, *paragraph_day_}, MentionAnchor::paragraph};
    if (!anchor || length_of(anchor->days) > 0) return std::nullopt;
    const Day from = anchor->days.first;
    const int forward = (date.weekday - weekday_of(from) + 7) % 7;
    Day day = from - (7 - forward) % 7;  // the latest one that is not after
    if (date.shift) {
      if (date.shift->amount < 0 && day == from) day -= 7;
      if (date.shift->amount > 0) day = from + (forward == 0 ? 7 : forward);
      if (date.shift->amount == 0) day = from - weekday_of(from) + date.weekday;
    } else if (pending.future) {
      day = from + forward;
    }
    return made({day, day}, MentionHow::relative, anchor->kind, from);
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

std::vector<DateMention> resolve(std::vector<Pending> pending, const std::optional<DayInterval>& published) {
  return Resolver(pending, published).run();
}

}  // namespace dossier::dates
