#include "dossier/render/suggestions.h"

#include <cmath>
#include <ostream>

#include "dossier/render/numbers.h"
#include "dossier/render/search_output.h"
#include "json.h"
#include "text_output.h"

namespace dossier {
namespace {

void put_row(TextOutput& out, std::string_view what, const std::string& about) {
  const Style& style = out.style();
  CellText first(style), second(style);
  first.append(what);
  second.append(about, Ink::dim);
  out.line(first.line() + (style.width == 0 ? "\t" : "  ") + second.line());
}

}  // namespace

void write_suggestions_text(std::ostream& stream, const Suggestions& suggestions, const Style& style) {
  TextOutput out(style);
  for (const Completion& completion : suggestions.completions)
    put_row(out, completion.text,
            style.width == 0 ? std::to_string(completion.passages) : passages_of(completion.passages));
  for (const SuggestedTitle& title : suggestions.titles) put_row(out, title.title, title.id);
  stream << out.take();
}

void write_suggestions_json(std::ostream& out, const Suggestions& suggestions) {
  Json completions = Json::array();
  for (const Completion& completion : suggestions.completions) {
    completions.push_back(
        {{"text", completion.text}, {"word", completion.word}, {"passages", completion.passages}});
  }
  Json titles = Json::array();
  for (const SuggestedTitle& title : suggestions.titles)
    titles.push_back({{"id", title.id}, {"title", title.title}});
  out << dump_line({{"schema_version", output_schema_version},
                    {"text", suggestions.text},
                    {"completions", std::move(completions)},
                    {"titles", std::move(titles)},
                    {"took_ms", std::round(suggestions.took_ms * 1000) / 1000}});
}

}  // namespace dossier
