#include "dossier/render/show.h"

#include <fmt/format.h>

#include <ostream>

#include "dossier/render/numbers.h"
#include "dossier/render/search_output.h"
#include "json.h"
#include "mention_blocks.h"
#include "text_output.h"

namespace dossier {
namespace {

void put_document(TextOutput& out, const HitDocument& document) {
  const Style& style = out.style();
  out.block(title_cells(document, style));
  out.facts({document.published ? format_published(*document.published) : "undated", document.author,
             document.source, document.language, kind_label(document), passages_of(document.passages)},
            0, Ink::plain);
  CellText url(style);
  url.append_name(document.url, Ink::dim);
  if (!url.empty()) out.block(url);
  if (document.paths.empty()) out.path(document.path, 0);
  for (const std::string& path : document.paths) out.path(path, 0);
  CellText id(style);
  id.append_name(document.id, Ink::dim);
  out.block(id);
}

}  // namespace

void write_view_text(std::ostream& stream, const DocumentView& view, const Style& style) {
  TextOutput out(style);
  put_document(out, view.document);
  // The margin holds the largest number, so that the text stands straight.
  const std::uint32_t largest = view.passages.empty() ? 0 : view.passages.back().ordinal;
  const std::size_t margin = std::to_string(largest).size() + 3;
  const bool with_mentions = style.dates || view.passages.size() == 1;
  const HitPassage* before = nullptr;
  for (const HitPassage& passage : view.passages) {
    out.line();
    const std::uint32_t expected = before != nullptr ? before->ordinal + 1 : 0;
    if (passage.ordinal > expected) {
      out.line(inked(style.unicode ? "…" : "...", Ink::dim, style));
      out.line();
    }
    const bool new_page = passage.page && (before == nullptr || before->page != passage.page);
    const bool new_headings = before == nullptr || before->headings != passage.headings;
    std::vector<std::string> above;
    if (new_page) above.push_back(fmt::format("page {}", *passage.page));
    if (new_headings && !passage.headings.empty()) above.push_back(heading_path(passage.headings, style));
    if (!above.empty()) {
      out.facts(above, margin, Ink::strong);
      out.line();
    }
    out.block(passage_cells(passage, {}, style, CellText::LineEnds::kept), margin,
              fmt::format("{}{}", signs(style).pilcrow, passage.ordinal));
    if (with_mentions && !passage.mentioned.empty()) {
      out.line();
      put_mentions(out, passage, margin);
    }
    before = &passage;
  }
  if (before != nullptr && before->ordinal + 1 < view.document.passages) {
    out.line();
    out.line(inked(style.unicode ? "…" : "...", Ink::dim, style));
  }
  stream << out.take();
}

void write_view_json(std::ostream& out, const DocumentView& view) {
  Json passages = Json::array();
  for (const HitPassage& passage : view.passages) passages.push_back(passage_json(passage));
  out << dump_line({{"schema_version", output_schema_version},
                    {"document", document_json(view.document)},
                    {"passages", std::move(passages)}});
}

}  // namespace dossier
