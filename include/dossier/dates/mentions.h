// The days that a text speaks of. Input: a text, its language, and when it was published. Output: the dates
// mentioned in it, each an interval of days with how it was resolved. Knows no file system and no clock.
// docs/dates.md has the grammar and its limits.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "dossier/core/calendar.h"
#include "dossier/document/document.h"

namespace dossier {

// What a text is read with.
struct MentionContext {
  std::optional<DayInterval>
      published;              // what "yesterday" and "in April" are counted from; none: they stay unresolved
  std::string_view language;  // ISO 639 code; empty: unknown, every language's words count
};

// Finds the dates that texts mention. Holds buffers: one for each thread. The words of all languages are
// loaded at the first text, which takes some milliseconds, and then shared.
class MentionFinder {
 public:
  MentionFinder();
  ~MentionFinder();
  MentionFinder(MentionFinder&&) noexcept;

  // The mentions of `text` (valid UTF-8, paragraphs parted by empty lines), ascending and disjoint; offsets
  // are bytes into `text`. A date that is written but cannot be resolved (no year, and nothing to tell it) is
  // left out. Linear in the text.
  std::vector<DateMention> find(std::string_view text, const MentionContext& context);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier
