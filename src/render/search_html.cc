#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "dossier/core/utf8.h"
#include "dossier/render/excerpt.h"
#include "dossier/render/html_text.h"
#include "dossier/render/numbers.h"
#include "dossier/render/search_output.h"
#include "dossier/render/summary.h"
#include "facet_text.h"
#include "relation_text.h"

namespace dossier {
namespace {

constexpr std::string_view kPageHead =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n"
    "<style>\n"
    ":root { color-scheme: light dark; --dim: #666; --rule: #ccc; --mark: #ffe58a; --bar: #7a9cc6 }\n"
    "@media (prefers-color-scheme: dark) { :root { --dim: #aaa; --rule: #444; --mark: #6b5600; --bar: "
    "#48678f } }\n"
    "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem }\n"
    "h1 { font-size: 1.3rem } h2 { font-size: 1.1rem; margin: 0 } h3 { font-size: 1rem; margin: 1.5rem 0 "
    ".3rem }\n"
    "article { border-top: 1px solid var(--rule); padding: 1rem 0 } article p { margin: .3rem 0 }\n"
    ".facts, .place { color: var(--dim); font-size: .9rem; overflow-wrap: anywhere }\n"
    "mark { background: var(--mark); color: inherit }\n"
    ".partial { color: var(--dim); border-top: 2px solid var(--rule); padding-top: .5rem }\n"
    "table { border-collapse: collapse; width: 100% } td { padding: .1rem .5rem .1rem 0; white-space: nowrap "
    "}\n"
    "td:nth-child(2) { width: 100% } .bar { background: var(--bar); height: .8em; min-width: 1px }\n"
    ".selected { font-weight: bold }\n"
    "</style>\n";

std::string marked_html(const std::vector<Piece>& pieces) {
  std::string out;
  for (const Piece& piece : pieces) {
    switch (piece.kind) {
      case Piece::Kind::gap:
        out += " … ";
        break;
      case Piece::Kind::plain:
        out += html_text(piece.text);
        break;
      case Piece::Kind::marked:
        out += "<mark>" + html_text(piece.text) + "</mark>";
        break;
      case Piece::Kind::date_begin:
        out += "<time>";
        break;
      case Piece::Kind::date_end:
        out += "</time>";
        break;
    }
  }
  return out;
}

std::string joined_facts(const std::vector<std::string>& facts) {
  std::string out;
  for (const std::string& fact : facts) {
    if (fact.empty()) continue;
    if (!out.empty()) out += " · ";
    out += "<bdi>" + html_text(fact) + "</bdi>";
  }
  return out;
}

std::string title_html(const HitDocument& document) {
  std::string title = marked_html(cut_pieces(document.title, {}, document.title_highlights));
  if (trim(document.title).empty())
    title = html_text(visible_name(document.path.substr(document.path.rfind('/') + 1)));
  if (!is_web_address(document.url)) return title;
  return fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html_text(document.url), title);
}

void write_hit(std::ostream& out, const Hit& hit) {
  const HitDocument& document = hit.document;
  const HitPassage& passage = hit.passage;
  const std::string lang =
      document.language.empty() ? "" : fmt::format(" lang=\"{}\"", html_text(document.language));
  const std::string page = passage.page ? fmt::format("p. {}", *passage.page) : "";
  out << fmt::format("<article id=\"hit-{}\">\n<h2>{}. <bdi{}>{}</bdi></h2>\n", hit.rank, hit.rank, lang,
                     title_html(document));
  out << fmt::format("<p class=\"facts\">{}</p>\n",
                     joined_facts({document.published ? format_published(*document.published) : "undated",
                                   document.source, document.language, kind_label(document), page,
                                   fmt::format("{}", fmt::join(passage.headings, " › "))}));
  out << fmt::format("<p{} dir=\"auto\">{}</p>\n", lang,
                     marked_html(cut_pieces(passage.text, passage.fragments, passage.highlights)));
  out << fmt::format("<p class=\"place\">{}</p>\n",
                     joined_facts({visible_name(document.path), visible_name(passage.id)}));
  if (!hit.grouped.empty())
    out << fmt::format("<p class=\"place\">{}</p>\n",
                       joined_facts({visible_text(grouped_text(hit.grouped))}));
  out << "</article>\n";
}

void write_facet(std::ostream& out, const Facet& facet) {
  std::uint64_t most = 1;
  for (const Bucket& bucket : facet.buckets) most = std::max(most, bucket.counts.passages);
  out << fmt::format("<h3>{}</h3>\n<table>\n", html_text(facet_title(facet)));
  const auto row = [&](std::string_view name, const Bucket& bucket) {
    const double percent = 100 * static_cast<double>(bucket.counts.passages) / static_cast<double>(most);
    out << fmt::format(
        "<tr{}><td>{}</td><td><div class=\"bar\" style=\"width:{:.1f}%\"></div></td><td>{}, {}</td></tr>\n",
        bucket.selected ? " class=\"selected\"" : "", html_text(name), std::min(percent, 100.0),
        passages_of(bucket.counts.passages), documents_of(bucket.counts.documents));
  };
  for (const Bucket& bucket : facet.buckets) row(bucket.value, bucket);
  if (facet.missing.passages > 0) row(missing_label(facet), {.value = {}, .counts = facet.missing});
  out << "</table>\n";
  if (facet.more > 0) out << fmt::format("<p class=\"facts\">{} more</p>\n", group_digits(facet.more));
}

}  // namespace

void write_search_html(std::ostream& out, const SearchResult& result) {
  const std::string query = html_text(result.query);
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n" << kPageHead;
  out << fmt::format("<title>{} · dossier</title>\n</head>\n<body>\n<h1 dir=\"auto\">{}</h1>\n", query,
                     query);
  std::vector<std::string> facts = summary_facts(result);
  facts.push_back(page_fact(result, "–"));
  out << fmt::format("<p class=\"facts\">{}</p>\n", joined_facts(facts));
  for (const Problem& problem : result.problems) {
    const std::size_t start = problem.span.offset;
    const std::size_t end = start + std::min(problem.span.length, result.query.size());
    out << fmt::format("<p>{}: <bdi>{}</bdi></p>\n", html_text(problem.message),
                       marked_html(cut_pieces(result.query, {}, {{start, end}})));
  }
  if (result.suggestion)
    out << fmt::format("<p>did you mean: <bdi>{}</bdi></p>\n", html_text(*result.suggestion));
  bool partial = false;
  for (const Hit& hit : result.hits) {
    if (hit.partial && !partial) out << "<p class=\"partial\">some of the words</p>\n";
    partial = hit.partial;
    write_hit(out, hit);
  }
  for (const Facet& facet : result.facets) write_facet(out, facet);
  out << "</body>\n</html>\n";
}

}  // namespace dossier
