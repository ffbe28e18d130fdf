#include "mention_source.h"

#include "dossier/index/mention_slot.h"
#include "dossier/index/schema.h"

namespace dossier {
namespace {

// Walks the values of the mentions' slot and stops at those that have one within the interval.
class MentionWithinSource : public Xapian::ValuePostingSource {
 public:
  explicit MentionWithinSource(const DayInterval& days)
      : ValuePostingSource(schema::slot::mentions), days_(days) {}

  void next(double least) override {
    ValuePostingSource::next(least);
    skip_others(least);
  }
  void skip_to(Xapian::docid id, double least) override {
    ValuePostingSource::skip_to(id, least);
    skip_others(least);
  }
  bool check(Xapian::docid id, double least) override {
    return ValuePostingSource::check(id, least) && !at_end() && matches();
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::PostingSource* clone() const override {
    return new MentionWithinSource(days_);
  }  // Xapian takes it over
  std::string get_description() const override { return "mentions within"; }

 private:
  bool matches() const {
    bool within = false;
    each_mention_interval(get_value(), [&](const DayInterval& days) { within |= days.within(days_); });
    return within;
  }
  void skip_others(double least) {
    while (!at_end() && !matches()) ValuePostingSource::next(least);
  }

  DayInterval days_;
};

}  // namespace

Xapian::Query mention_within_query(const DayInterval& days) {
  return Xapian::Query((new MentionWithinSource(days))->release());
}

}  // namespace dossier
