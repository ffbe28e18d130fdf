#include "exports.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <sstream>

#include "dossier/render/citation.h"
#include "dossier/render/search_output.h"
#include "dossier/search/request_parts.h"
#include "pages.h"

namespace dossier::web {
namespace {

struct ExportFormat {
  std::string_view name;  // in the address
  std::string_view type;
  std::function<void(std::ostream&, const SearchResult&)> write;
};

std::vector<ExportFormat> make_formats() {
  std::vector<ExportFormat> formats = {
      {"json", "application/json", &write_search_json},
      {"csv", "text/csv; charset=utf-8",
       [](std::ostream& out, const SearchResult& result) { write_search_csv(out, result); }}};
  for (const CitationFormatInfo& citation : citation_formats()) {
    formats.push_back({citation.name, citation.media_type,
                       [format = citation.format](std::ostream& out, const SearchResult& result) {
                         std::vector<Cited> cited;
                         for (const Hit& hit : result.hits) cited.push_back({&hit.document, &hit.passage});
                         write_citations(out, cited, format);
                       }});
  }
  return formats;
}

const std::vector<ExportFormat>& formats() {
  static const std::vector<ExportFormat> table = make_formats();
  return table;
}

// As a file is called that holds the format.
std::string_view ending_of(std::string_view name) {
  if (name == "bibtex") return "bib";
  if (name == "csl-json") return "csl.json";
  return name == "plain" ? "txt" : name;
}

}  // namespace

std::string format_title(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> kTitles[] = {{"plain", "Plain text"},
                                                                       {"bibtex", "BibTeX"}};
  for (const auto& [format, title] : kTitles) {
    if (format == name) return std::string(title);
  }
  std::string title(name);
  std::transform(title.begin(), title.end(), title.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return title;
}

void put_exports(Html& html, const PageState& state) {
  const auto details = html.open("details", {{"class", "export"}});
  html.put("summary", {}, "export");
  const auto list = html.open("ul");
  for (const ExportFormat& format : formats()) {
    const auto item = html.open("li");
    html.put("a", {{"href", address_of(state, fmt::format("/export/{}", format.name))}, {"download", true}},
             format_title(format.name));
  }
}

Response export_list(SiteContext& context, const Request& request, const std::string& name) {
  const auto format = std::find_if(formats().begin(), formats().end(),
                                   [&](const ExportFormat& known) { return known.name == name; });
  if (format == formats().end()) throw HttpProblem(404, "lists are not exported as " + name);
  SearchRequest wanted = request_of(read_state(request));
  if (asks_for_nothing(wanted)) throw HttpProblem(400, "no query was given");
  wanted.limit = kExported;
  wanted.offset = 0;
  std::ostringstream out;
  format->write(out, context.searcher().search(wanted));
  return {.type = std::string(format->type),
          .body = std::move(out).str(),
          .headers = {
              {"Content-Disposition", fmt::format("attachment; filename=\"dossier.{}\"", ending_of(name))}}};
}

}  // namespace dossier::web
