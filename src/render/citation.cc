#include "dossier/render/citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "citation_entry.h"
#include "dossier/core/file_walk.h"
#include "dossier/core/percent.h"
#include "dossier/core/utf8.h"
#include "dossier/render/html_text.h"
#include "dossier/render/terminal.h"
#include "json.h"

namespace dossier {
namespace {

constexpr std::array<CitationFormatInfo, 4> kFormats = {{
    {"plain", "text/plain; charset=utf-8", CitationFormat::plain},
    {"bibtex", "application/x-bibtex; charset=utf-8", CitationFormat::bibtex},
    {"ris", "application/x-research-info-systems; charset=utf-8", CitationFormat::ris},
    {"csl-json", "application/vnd.citationstyles.csl+json", CitationFormat::csl_json},
}};

// ---- BibTeX

// Text in braces. What TeX takes for a command is escaped so that braces stay in pairs, for BibTeX counts
// them whether a backslash stands before or not.
std::string tex_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '<':
        out += "\\textless{}";
        break;
      case '>':
        out += "\\textgreater{}";
        break;
      case '|':
        out += "\\textbar{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        out += '\\';
        [[fallthrough]];
      default:
        out += c;
    }
  }
  return out;
}

// "Family, Given" is a name in its parts; any other stays as it is, which braces say.
std::string bibtex_authors(const CitationEntry& entry) {
  std::string out;
  for (const PersonName& name : entry.authors) {
    if (!out.empty()) out += " and ";
    out += name.given.empty() ? "{" + tex_text(name.family) + "}"
                              : tex_text(name.family) + ", " + tex_text(name.given);
  }
  return out;
}

std::string bibtex(const CitationEntry& entry) {
  std::string out = fmt::format("@misc{{{},\n", entry.key);
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += fmt::format("  {} = {{{}}},\n", name, value);
  };
  field("author", bibtex_authors(entry));
  // The inner braces keep the capitals of a title, and "and" in a name from parting it.
  field("title", "{" + tex_text(entry.title) + "}");
  field("publisher", entry.source.empty() ? "" : "{" + tex_text(entry.source) + "}");
  field("date", entry.date.iso());
  field("year", entry.date.empty() ? "" : std::to_string(entry.date.first.year));
  field("pages", entry.page);
  field("url", entry.link);
  field("language", tex_text(entry.language));
  return out + "}\n";
}

// ---- RIS

std::string ris(const CitationEntry& entry) {
  std::string out;
  const auto line = [&](std::string_view tag, const std::string& value) {
    if (!value.empty()) out += fmt::format("{}  - {}\r\n", tag, value);
  };
  line("TY", entry.on_the_web ? "ELEC" : "GEN");
  line("ID", entry.key);
  for (const PersonName& name : entry.authors)
    line("AU", name.given.empty() ? name.family : name.family + ", " + name.given);
  line("TI", entry.title);
  line("PB", entry.source);
  if (!entry.date.empty()) {
    const DateParts& first = entry.date.first;
    line("PY", fmt::format("{:04}", first.year));
    line("DA",
         fmt::format("{:04}/{}/{}/{}", first.year, first.month > 0 ? fmt::format("{:02}", first.month) : "",
                     first.day > 0 ? fmt::format("{:02}", first.day) : "",
                     entry.date.is_range ? entry.date.iso() : ""));
  }
  line("SP", entry.page);
  line("LA", entry.language);
  line("UR", entry.link);
  return out + "ER  - \r\n";
}

// ---- CSL-JSON

Json date_parts(const DateParts& date) {
  Json parts = Json::array({date.year});
  if (date.month > 0) parts.push_back(date.month);
  if (date.day > 0) parts.push_back(date.day);
  return parts;
}

Json csl(const CitationEntry& entry) {
  Json out = {{"id", entry.key}, {"type", entry.on_the_web ? "webpage" : "document"}, {"title", entry.title}};
  Json authors = Json::array();
  for (const PersonName& name : entry.authors)
    authors.push_back(name.given.empty() ? Json({{"literal", name.family}})
                                         : Json({{"family", name.family}, {"given", name.given}}));
  if (!authors.empty()) out["author"] = std::move(authors);
  if (!entry.source.empty()) out["publisher"] = entry.source;
  if (!entry.date.empty()) {
    Json dates = Json::array({date_parts(entry.date.first)});
    if (entry.date.is_range) dates.push_back(date_parts(entry.date.last));
    out["issued"] = {{"date-parts", std::move(dates)}};
  }
  if (!entry.page.empty()) out["page"] = entry.page;
  if (!entry.language.empty()) out["language"] = entry.language;
  out["URL"] = entry.link;
  return out;
}

// ---- a line to read

std::string plain(const CitationEntry& entry) {
  std::string out;
  const auto part = [&](const std::string& text) {
    if (!text.empty()) out += (out.empty() ? "" : ", ") + text;
  };
  for (const PersonName& name : entry.authors)
    part(name.given.empty() ? name.family : name.given + " " + name.family);
  part("“" + entry.title + "”");
  part(entry.source);
  part(entry.date.empty() ? "undated" : entry.date.in_words());
  part(entry.page.empty() ? "" : "p. " + entry.page);
  return out + ". " + entry.link + "\n";
}

}  // namespace

std::span<const CitationFormatInfo> citation_formats() noexcept {
  return kFormats;
}

std::vector<std::string> citation_format_names() {
  std::vector<std::string> names;
  for (const CitationFormatInfo& format : kFormats) names.emplace_back(format.name);
  return names;
}

const CitationFormatInfo& citation_format(std::string_view name) noexcept {
  for (const CitationFormatInfo& format : kFormats) {
    if (format.name == name) return format;
  }
  return kFormats.front();
}

Cited cited_of(const DocumentView& view) {
  const auto asked = std::find_if(view.passages.begin(), view.passages.end(),
                                  [&](const HitPassage& passage) { return view.asked == passage.ordinal; });
  return {&view.document, asked == view.passages.end() ? nullptr : &*asked};
}

std::string citation_link(const Cited& cited) {
  const HitDocument& document = *cited.document;
  const std::string page = cited.passage != nullptr && cited.passage->page
                               ? fmt::format("#page={}", *cited.passage->page)
                               : std::string();
  if (is_web_address(document.url)) {
    // What has no place in an address is escaped; what is escaped already stays so.
    const std::string address = percent_escape(trim(document.url), ":/?#[]@!$&'()*+,;=%");
    return address.find('#') == std::string::npos ? address + page : address;
  }
  // A member of an archive ("file//member") is found in the archive, which has no pages.
  const std::string_view file = file_of(document.path);
  if (!file.starts_with('/')) return percent_escape(document.path, "/");
  return "file://" + percent_escape(file, "/") + (file.size() == document.path.size() ? page : "");
}

void write_citations(std::ostream& out, const std::vector<Cited>& cited, CitationFormat format) {
  Json all = Json::array();
  bool first = true;
  for (const CitationEntry& entry : citation_entries(cited)) {
    switch (format) {
      case CitationFormat::plain:
        out << visible_text(plain(entry)) << '\n';
        break;
      case CitationFormat::bibtex:
        out << (first ? "" : "\n") << bibtex(entry);
        break;
      case CitationFormat::ris:
        out << ris(entry);
        break;
      case CitationFormat::csl_json:
        all.push_back(csl(entry));
        break;
    }
    first = false;
  }
  if (format == CitationFormat::csl_json) out << dump_line(all);
}

}  // namespace dossier
