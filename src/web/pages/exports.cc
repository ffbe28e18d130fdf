#include "exports.h"

#include <fmt/format.h>

#include <ostream>
#include <sstream>

#include "dossier/render/search_output.h"
#include "dossier/search/request_parts.h"
#include "pages.h"

namespace dossier::web {
namespace {

struct ExportFormat {
  std::string_view name;  // in the address; the ending of the file
  std::string_view title;
  std::string_view type;
  void (*write)(std::ostream&, const SearchResult&);
};
constexpr ExportFormat kFormats[] = {
    {"json", "JSON", "application/json", &write_search_json},
    {"csv", "CSV", "text/csv; charset=utf-8",
     [](std::ostream& out, const SearchResult& result) { write_search_csv(out, result); }},
};

}  // namespace

void put_exports(Html& html, const PageState& state) {
  const auto details = html.open("details", {{"class", "export"}});
  html.put("summary", {}, "export");
  const auto list = html.open("ul");
  for (const ExportFormat& format : kFormats) {
    const auto item = html.open("li");
    html.put("a", {{"href", address_of(state, fmt::format("/export/{}", format.name))}, {"download", true}},
             format.title);
  }
}

Response export_list(SiteContext& context, const Request& request, const std::string& name) {
  for (const ExportFormat& format : kFormats) {
    if (format.name != name) continue;
    SearchRequest wanted = request_of(read_state(request));
    if (asks_for_nothing(wanted)) throw HttpProblem(400, "no query was given");
    wanted.limit = kExported;
    wanted.offset = 0;
    std::ostringstream out;
    format.write(out, context.searcher().search(wanted));
    return {.type = std::string(format.type),
            .body = std::move(out).str(),
            .headers = {
                {"Content-Disposition", fmt::format("attachment; filename=\"dossier.{}\"", format.name)}}};
  }
  throw HttpProblem(404, "lists are not exported as " + name);
}

}  // namespace dossier::web
