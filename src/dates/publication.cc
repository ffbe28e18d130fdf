#include "dossier/dates/publication.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include "dossier/core/language.h"
#include "dossier/core/utf8.h"
#include "publication_claim.h"

namespace dossier {
namespace {

using dates::Order;
using dates::PublicationClaim;
using dates::Standing;
using Claims = std::vector<PublicationClaim>;

bool is_day(const PartialDate& date) noexcept {
  return date.precision == CalendarUnit::day;
}

// A day beside another: it was written in another time zone, as that of a server is.
bool is_next_day(const PartialDate& a, const PartialDate& b) noexcept {
  return is_day(a) && is_day(b) && std::abs(a.days.first - b.days.first) == 1;
}

// Whether 05/06/2013 has the month first: as other lines tell that have the same form; failing those, as the
// region of the document's language does; failing that, as dates with the month's name are written.
bool writes_month_first(const Claims& claims, std::string_view language) {
  std::ptrdiff_t numeric = 0, spelled = 0;
  for (const PublicationClaim& claim : claims) {
    numeric += (claim.order == Order::month_first) - (claim.order == Order::day_first);
    spelled += (claim.order == Order::spelled_month_first) - (claim.order == Order::spelled_day_first);
  }
  if (numeric != 0) return numeric > 0;
  const std::size_t region = language.find_first_of("-_");
  return region == std::string_view::npos ? spelled > 0 : ascii_lower(language.substr(region + 1, 2)) == "us";
}

void swap_open(Claims& claims) {
  for (PublicationClaim& claim : claims) {
    if (claim.swapped) std::swap(claim.date, *claim.swapped);
  }
}

// Weighs the claims of one document against each other.
class Chooser {
 public:
  Chooser(Claims claims, std::optional<PartialDate> file_name)
      : claims_(std::move(claims)), file_name_(std::move(file_name)) {
    if (file_name_) named_ = {.from = "file-name", .standing = Standing::named, .date = *file_name_};
    shown_ = best_shown();
  }

  // The claim that is believed; null if there is none.
  const PublicationClaim* choose() const {
    const auto stated = std::find_if(claims_.begin(), claims_.end(), [](const auto& claim) {
      return claim.standing == Standing::given || claim.standing == Standing::declared;
    });
    if (stated == claims_.end()) return choose_undeclared();
    return stated->standing == Standing::given ? &*stated : correct(*stated);
  }

 private:
  const PublicationClaim* first(Standing standing) const {
    const auto claim =
        std::find_if(claims_.begin(), claims_.end(), [&](const auto& c) { return c.standing == standing; });
    return claim == claims_.end() ? nullptr : &*claim;
  }

  // An address that names the day.
  const PublicationClaim* address() const {
    const auto* claim = first(Standing::address);
    return claim != nullptr && is_day(claim->date) ? claim : nullptr;
  }

  // Whether something else than text says so.
  bool is_confirmed(const PartialDate& date) const {
    return std::any_of(claims_.begin(), claims_.end(),
                       [&](const auto& c) { return c.standing != Standing::shown && c.date == date; });
  }

  bool is_changed(const PartialDate& date) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const auto& c) {
      return (c.standing == Standing::changed || c.is_update) && c.date == date;
    });
  }

  // Whether a line that is surely a byline says so.
  bool is_visible(const PartialDate& date) const {
    return std::any_of(claims_.begin(), claims_.end(), [&](const auto& c) {
      return c.standing == Standing::shown && c.weight >= dates::sure_weight && c.date == date;
    });
  }

  // Text without markup says of few dates what they are: a line must be a dateline for sure, and the file's
  // name must not speak against it.
  bool fits(const PublicationClaim& shown) const {
    return !shown.is_text() || (shown.weight >= dates::sure_weight && !shown.is_update &&
                                (!file_name_ || shown.date.days.within(file_name_->days)));
  }

  const PublicationClaim* best_shown();
  const PublicationClaim* correct(const PublicationClaim& declared) const;
  const PublicationClaim* choose_undeclared() const;
  bool is_declared_twice(const PartialDate& date) const;

  Claims claims_;
  std::optional<PartialDate> file_name_;
  PublicationClaim named_;
  const PublicationClaim* shown_ = nullptr;
};

// The line that most likely shows the day of publication. One that the address's month holds is likelier.
const PublicationClaim* Chooser::best_shown() {
  constexpr int kAddressWeight = 4;
  const auto* address = first(Standing::address);
  PublicationClaim* best = nullptr;
  for (PublicationClaim& claim : claims_) {
    if (claim.standing != Standing::shown) continue;
    if (claim.swapped && !is_confirmed(claim.date) && is_confirmed(*claim.swapped))
      claim.date = *claim.swapped;
    if (address != nullptr && claim.date.days.within(address->date.days)) claim.weight += kAddressWeight;
    if (best == nullptr || claim.weight > best->weight) best = &claim;
  }
  return best;
}

// Whether different kinds of markup declare the date: JSON-LD, <meta>, microdata.
bool Chooser::is_declared_twice(const PartialDate& date) const {
  std::string_view kind;
  for (const PublicationClaim& claim : claims_) {
    if (claim.standing != Standing::declared || claim.date != date) continue;
    if (!kind.empty() && kind != claim.kind()) return true;
    kind = claim.kind();
  }
  return false;
}

// What is declared, unless the page itself shows it to be of another time zone, less exact, or out of date.
const PublicationClaim* Chooser::correct(const PublicationClaim& declared) const {
  const auto* address = this->address();
  if (address != nullptr && is_next_day(address->date, declared.date)) return address;
  if (shown_ == nullptr || shown_->weight < dates::sure_weight || !is_day(shown_->date)) return &declared;
  if (is_visible(declared.date) || (address != nullptr && address->date == declared.date)) return &declared;
  if (is_next_day(shown_->date, declared.date)) return shown_;
  if (!is_day(declared.date)) return shown_->date.days.within(declared.date.days) ? shown_ : &declared;
  // The page was published anew: its byline and a second source say so.
  const bool anew = !shown_->is_update && shown_->date != declared.date && is_confirmed(shown_->date) &&
                    !is_declared_twice(declared.date);
  return anew ? shown_ : &declared;
}

const PublicationClaim* Chooser::choose_undeclared() const {
  const auto* address = this->address();
  const auto* doubtful = first(Standing::doubtful);
  const auto agrees = [&](const auto* other) {
    return other != nullptr && (other->date == address->date || is_next_day(other->date, address->date));
  };
  if (address != nullptr && agrees(doubtful)) return address;
  const int weight = shown_ != nullptr && fits(*shown_) ? shown_->weight : dates::least_weight;
  if (weight >= dates::sure_weight && !shown_->is_update) return shown_;
  if (address != nullptr) return address;
  // A field that holds the day of the last change says nothing of publication.
  const bool is_change = doubtful != nullptr && is_changed(doubtful->date);
  if (doubtful != nullptr && !(is_change && weight >= dates::fair_weight)) return doubtful;
  if (file_name_ && is_day(*file_name_)) return &named_;
  if (weight >= dates::fair_weight) return shown_;
  // A file may have been made long after its text was published.
  const auto* made = first(Standing::made);
  if (file_name_) return made != nullptr && made->date.days.within(file_name_->days) ? made : &named_;
  if (made != nullptr) return made;
  if (const auto* changed = first(Standing::changed)) return changed;
  if (const auto* sent = first(Standing::sent)) return sent;
  if (weight > dates::least_weight) return shown_;
  return first(Standing::address);
}

}  // namespace

std::optional<PublicationDate> publication_date(
    const std::vector<std::pair<std::string, std::string>>& claims, std::string_view file_name, Day today,
    std::string_view language) {
  const dates::Languages languages = dates::language_bits(normalize_language(language));
  Claims read;
  for (const auto& [from, written] : claims) {
    if (auto claim = dates::read_claim(from, written, languages, today)) read.push_back(std::move(*claim));
  }
  if (writes_month_first(read, language)) swap_open(read);
  const Chooser chooser(std::move(read), parse_file_name_date(file_name, today));
  const PublicationClaim* chosen = chooser.choose();
  if (chosen == nullptr) return std::nullopt;
  return PublicationDate{chosen->date.days, chosen->date.precision, std::string(chosen->from)};
}

}  // namespace dossier
