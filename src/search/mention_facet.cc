#include "dossier/search/mention_facet.h"

#include "dossier/index/mention_slot.h"
#include "dossier/index/schema.h"
#include "unit_tally.h"

namespace dossier {
namespace {

class MentionTally {
 public:
  MentionTally(const Columns& columns, CalendarUnit unit) : columns_(columns), unit_(unit) {}

  // Passages come by ascending docid, a document's together; `value` is that of their slot of mentions.
  void add(Xapian::docid passage, const std::string& value) {
    const std::size_t document = columns_.document_of(passage, hint_);
    if (document != document_) end_document();
    document_ = document;
    if (value.empty()) {
      ++missing_.passages;
      return;
    }
    runs_.clear();
    each_mention_interval(value, [&](const DayInterval& days) {
      runs_.push_back({unit_number(unit_, days.first), unit_number(unit_, days.last)});
    });
    merge_runs(runs_);
    for (const UnitRun& run : runs_) tally_.add_passages(run, 1);
    document_runs_.insert(document_runs_.end(), runs_.begin(), runs_.end());
  }

  Facet finish() {
    end_document();
    return {.name = "mentioned:" + std::string(unit_name(unit_)),
            .buckets = tally_.buckets(unit_),
            .missing = missing_};
  }

 private:
  void end_document() {
    if (document_ == kNone) return;
    if (document_runs_.empty()) ++missing_.documents;
    merge_runs(document_runs_);
    for (const UnitRun& run : document_runs_) tally_.add_document(run);
    document_runs_.clear();
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Columns& columns_;
  CalendarUnit unit_;
  UnitTally tally_;
  Counts missing_;
  std::vector<UnitRun> runs_, document_runs_;
  std::size_t document_ = kNone;
  std::size_t hint_ = 0;
};

}  // namespace

Facet count_mentions(const Xapian::Database& database, const Columns& columns, const PassageSet& matches,
                     CalendarUnit unit) {
  MentionTally tally(columns, unit);
  auto value = database.valuestream_begin(schema::slot::mentions);
  const auto end = database.valuestream_end(schema::slot::mentions);
  matches.each([&](Xapian::docid passage) {
    if (value != end) value.skip_to(passage);
    tally.add(passage, value != end && value.get_docid() == passage ? *value : std::string());
  });
  return tally.finish();
}

}  // namespace dossier
