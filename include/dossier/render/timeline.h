// Dates and trends over time, to read or for programs. docs/output.md describes the fields.
#pragma once

#include <iosfwd>
#include <optional>

#include "dossier/render/terminal.h"
#include "dossier/search/timeline.h"
#include "dossier/search/trend.h"

namespace dossier {

// Through a pipe (width 0) a line a date, fields parted by tabs; else a block, dates in the margin.
void write_timeline_text(std::ostream& out, const Timeline& timeline, const Style& style);
void write_timeline_json(std::ostream& out, const Timeline& timeline);   // one object
void write_timeline_jsonl(std::ostream& out, const Timeline& timeline);  // a date a line
void write_timeline_csv(std::ostream& out, const Timeline& timeline);

// With `per`, counts are for so many passages that the collection holds of that time.
void write_trend_text(std::ostream& out, const Trend& trend, std::optional<std::uint32_t> per,
                      const Style& style);
void write_trend_json(std::ostream& out, const Trend& trend, std::optional<std::uint32_t> per);  // one object
void write_trend_csv(std::ostream& out, const Trend& trend, std::optional<std::uint32_t> per);

}  // namespace dossier
