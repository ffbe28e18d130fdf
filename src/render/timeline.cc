#include "dossier/render/timeline.h"
#include "dossier/render/mention_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "csv.h"
#include "dossier/render/numbers.h"
#include "dossier/render/search_output.h"
#include "dossier/render/summary.h"
#include "json.h"
#include "text_output.h"

namespace dossier {
namespace {

constexpr std::size_t kMargin = 12;  // holds a day

// The sentence as a passage of its own: what lies in it, offsets counted from its beginning.
HitPassage sentence_passage(const HitPassage& passage, const TimelineEntry& entry) {
  const auto [start, end] = entry.sentence;
  HitPassage out;
  out.id = passage.id;
  out.text = passage.text.substr(start, end - start);
  for (const Range& mark : passage.highlights) {
    const Range inside{std::max(mark.start, start), std::min(mark.end, end)};
    if (inside.start < inside.end) out.highlights.push_back({inside.start - start, inside.end - start});
  }
  DateMention mention = entry.mention;
  mention.start -= static_cast<std::uint32_t>(start);
  mention.end -= static_cast<std::uint32_t>(start);
  out.mentioned = {mention};
  return out;
}

void put_line(TextOutput& out, const Hit& hit, const HitPassage& sentence) {
  const Style& style = out.style();
  out.line(fmt::format("{}\t{}\t{}\t{}", mention_date(sentence.mentioned[0]),
                       passage_cells(sentence, {}, style).line(), title_cells(hit.document, style).line(),
                       visible_name(sentence.id)));
}

void put_block(TextOutput& out, const Hit& hit, const HitPassage& sentence, std::string_view date) {
  const Style& style = out.style();
  out.block(passage_cells(sentence, {}, style), kMargin, inked(date, Ink::strong, style));
  CellText source = title_cells(hit.document, style);
  source.append(signs(style).dot, Ink::dim);
  source.append_name(sentence.id, Ink::dim);
  out.block(source, kMargin);
}

Json entry_json(const Timeline& timeline, const TimelineEntry& entry) {
  const Hit& hit = timeline.result.hits[entry.hit];
  const HitPassage sentence = sentence_passage(hit.passage, entry);
  return {{"date", mention_date(entry.mention)},
          {"sentence", sentence.text},
          {"highlights", ranges_json(sentence.highlights)},
          {"mention", mention_json(sentence.mentioned[0])},
          {"passage", sentence.id},
          {"document", document_json(hit.document)}};
}

}  // namespace

void write_timeline_text(std::ostream& stream, const Timeline& timeline, const Style& style) {
  TextOutput out(style);
  if (style.width > 0) out.facts(summary_facts(timeline.result), 0, Ink::plain);
  std::string before;
  for (const TimelineEntry& entry : timeline.entries) {
    const Hit& hit = timeline.result.hits[entry.hit];
    const HitPassage sentence = sentence_passage(hit.passage, entry);
    if (style.width == 0) {
      put_line(out, hit, sentence);
      continue;
    }
    const std::string date = mention_date(entry.mention);
    out.line();
    put_block(out, hit, sentence, date == before ? "" : date);
    before = date;
  }
  if (style.width > 0 && timeline.more) {
    out.line();
    out.facts({fmt::format("the first {} dates; -n shows more", timeline.entries.size())});
  }
  stream << out.take();
}

void write_timeline_json(std::ostream& out, const Timeline& timeline) {
  Json dates = Json::array();
  for (const TimelineEntry& entry : timeline.entries) dates.push_back(entry_json(timeline, entry));
  out << dump_line({{"schema_version", output_schema_version},
                    {"query", query_json(timeline.result)},
                    {"total", counts_json(timeline.result.total)},
                    {"more", timeline.more},
                    {"dates", std::move(dates)}});
}

void write_timeline_jsonl(std::ostream& out, const Timeline& timeline) {
  for (const TimelineEntry& entry : timeline.entries) out << dump_line(entry_json(timeline, entry));
}

void write_timeline_csv(std::ostream& out, const Timeline& timeline) {
  out << "date,first,last,precision,how,sentence,passage,title,published,path\r\n";
  for (const TimelineEntry& entry : timeline.entries) {
    const Hit& hit = timeline.result.hits[entry.hit];
    const HitPassage sentence = sentence_passage(hit.passage, entry);
    CsvRow row;
    row.text(mention_date(entry.mention)).text(format_day(entry.mention.days.first));
    row.text(format_day(entry.mention.days.last)).text(unit_name(entry.mention.precision));
    row.text(mention_how_name(entry.mention.how)).text(sentence.text).text(sentence.id);
    row.text(hit.document.title);
    row.text(hit.document.published ? format_published(*hit.document.published) : "");
    out << row.text(hit.document.path).end();
  }
}

}  // namespace dossier
