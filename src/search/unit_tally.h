// Counts by calendar unit, where what is counted may span many units: each costs two additions, whatever its
// span.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "dossier/core/calendar.h"
#include "dossier/search/result.h"

namespace dossier {

// A run of neighbouring units, both ends included.
struct UnitRun {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

// Runs that touch or overlap made one; ascending.
void merge_runs(std::vector<UnitRun>& runs);

class UnitTally {
 public:
  void add_passages(const UnitRun& run, std::int64_t count) {
    changes_[run.first].passages += count;
    changes_[run.last + 1].passages -= count;
  }
  void add_document(const UnitRun& run) {
    ++changes_[run.first].documents;
    --changes_[run.last + 1].documents;
  }

  // A bucket for each unit that has any, in order of time.
  std::vector<Bucket> buckets(CalendarUnit unit) const;

 private:
  struct Change {
    std::int64_t passages = 0;
    std::int64_t documents = 0;
  };
  std::map<std::int32_t, Change> changes_;
};

}  // namespace dossier
