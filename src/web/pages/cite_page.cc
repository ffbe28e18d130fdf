#include <fmt/format.h>

#include <sstream>

#include "dossier/core/utf8.h"
#include "dossier/render/citation.h"
#include "exports.h"
#include "layout.h"
#include "pages.h"

namespace dossier::web {
namespace {

std::string written(const Cited& cited, CitationFormat format) {
  std::ostringstream out;
  write_citations(out, {cited}, format);
  return std::move(out).str();
}

// Where the reader finds it again: the page as it was asked for, so that the link works from where they are.
std::string link_back(const Request& request, const Cited& cited) {
  Address address = Address::local("/documents/", cited.document->id);
  if (cited.passage != nullptr) address = address.at(fmt::format("p{}", cited.passage->ordinal));
  return fmt::format("http://{}{}\n", request.header("host"), address.text());
}

// As a careful person would have typed it: the words, who, what, where, when, which page.
std::string quotation(const Request& request, const Cited& cited) {
  const std::string words = cited.passage == nullptr ? "" : fmt::format("“{}”\n", trim(cited.passage->text));
  return words + written(cited, CitationFormat::plain) + link_back(request, cited);
}

}  // namespace

Response cite_page(SiteContext& context, const Request& request, const std::string& id) {
  // Of a document its facts are wanted, not its text.
  const auto view = context.searcher().view({.id = id, .limit = 1});
  if (!view) throw HttpProblem(404, "there is no document or passage " + id);
  const Cited cited = cited_of(*view);
  const PageFrame frame{.title = "Citation", .kind = "plain", .state = read_state(request)};
  return {.body = make_page(
              frame,
              [&](Html& html) {
                const auto article = html.open("article", {{"class", "citations"}});
                html.put("h1", {}, cited.passage == nullptr ? "Citing the document" : "Citing the passage");
                for (const CitationFormatInfo& format : citation_formats()) {
                  const bool plain = format.format == CitationFormat::plain;
                  html.put("h2", {}, format_title(format.name));
                  html.put("pre", {{"data-format", format.name}, {"dir", "auto"}},
                           plain ? quotation(request, cited) : written(cited, format.format));
                }
              }),
          .headers = {}};
}

}  // namespace dossier::web
