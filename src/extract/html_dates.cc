#include "html_dates.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxClaims = 32;
constexpr std::ptrdiff_t kMaxAlike = 4;   // from one kind of place
constexpr std::size_t kMaxWritten = 200;  // bytes of one claim

// How far what a page says is trusted beside other claims.
enum Rank : int {
  kArticle = 0,     // JSON-LD of an article
  kMeta = 10,       // <meta> with a name of kMeta; further down by row
  kNamed = 40,      // <meta> whose name speaks of publication
  kOtherJson = 50,  // JSON-LD of something else
  kProperty = 60,   // microdata, RDFa
  kCreated = 70,
  kChanged = 80,
};

constexpr std::array<std::string_view, 17> kMetaNames{"article:published_time",
                                                      "og:published_time",
                                                      "citation_publication_date",
                                                      "citation_date",
                                                      "citation_online_date",
                                                      "dcterms.issued",
                                                      "dc.date.issued",
                                                      "dc.issued",
                                                      "dcterms.date",
                                                      "publish-date",
                                                      "publication_date",
                                                      "pubdate",
                                                      "dc.date",
                                                      "date",
                                                      "dcterms.created",
                                                      "dc.date.created",
                                                      "issued"};

// Lower case, "dc:date" as "dc.date".
std::string meta_name(std::string_view name) {
  std::string lower = ascii_lower(trim(name));
  if (lower.starts_with("dc:") || lower.starts_with("dcterms:")) lower[lower.find(':')] = '.';
  return lower;
}

bool contains(std::string_view text, std::string_view part) noexcept {
  return text.find(part) != std::string_view::npos;
}

// Names that only some programs and sites use: "parsely-pub-date", "sailthru.date", "bt:moddate".
bool names_publication(std::string_view name) noexcept {
  const bool publication = contains(name, "publi") || contains(name, "pubdate") ||
                           contains(name, "pub-date") || contains(name, "pub_date") ||
                           name.ends_with(".date") || contains(name, "date_original");
  return publication && !contains(name, "publisher") && !contains(name, "unpubli") &&
         !contains(name, "expir");
}

bool names_change(std::string_view name) noexcept {
  return contains(name, "modif") || contains(name, "updat") || contains(name, "lastmod") ||
         contains(name, "moddate");
}

std::string json_string(const Json& object, const char* key) {
  const auto value = object.find(key);
  return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

// Whether an object of JSON-LD is a page or a text, or does not say what it is.
bool is_text(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return true;
  const std::string name = type->is_string()  ? type->get<std::string>()
                           : type->is_array() ? type->dump()
                                              : "";
  for (const std::string_view kind : {"Article", "Posting", "Report", "Page", "Recipe", "Book", "Legislation",
                                      "DigitalDocument", "CreativeWork", "Dataset", "Thesis", "Review"}) {
    if (contains(name, kind)) return true;
  }
  return false;
}

}  // namespace

void HtmlDates::claim(int rank, std::string from, std::string_view written) {
  std::string text = collapse_whitespace(clean_text(truncate_utf8(written, kMaxWritten)));
  // Lists of other pages must not crowd out what comes behind them.
  const auto alike =
      std::count_if(claims_.begin(), claims_.end(), [&](const Claim& c) { return c.from == from; });
  if (text.empty() || alike >= kMaxAlike || claims_.size() >= kMaxClaims) return;
  claims_.push_back({rank, std::move(from), std::move(text)});
}

void HtmlDates::start(std::string_view name, const HtmlAttributes& attributes) {
  lines_.start(name, attributes);
  if (name == "meta") read_meta(attributes);
  read_property(attributes);
}

void HtmlDates::read_meta(const HtmlAttributes& attributes) {
  const std::string_view content = attributes.get("content");
  if (content.empty()) return;
  for (const std::string_view key : {"property", "name", "http-equiv"}) {
    const std::string name = meta_name(attributes.get(key));
    if (name.empty()) continue;
    const auto row = std::find(kMetaNames.begin(), kMetaNames.end(), name);
    if (row != kMetaNames.end())
      return claim(kMeta + static_cast<int>(row - kMetaNames.begin()), "html:" + name, content);
    if (content.size() > kMaxWritten || content.find_first_of("0123456789") == std::string_view::npos)
      continue;
    if (names_change(name)) return claim(kChanged, "html:" + name, content);
    if (names_publication(name)) return claim(kNamed, "html:" + name, content);
  }
}

void HtmlDates::read_property(const HtmlAttributes& attributes) {
  const bool has_time = attributes.has("datetime");
  const std::string_view written = attributes.get(has_time ? "datetime" : "content");
  if (written.empty()) return;
  for (const std::string_view key : {"itemprop", "property"}) {
    const std::string_view names = attributes.get(key);
    if (names.empty()) continue;
    for (const auto& [name, rank] : {std::pair<std::string_view, int>{"datePublished", kProperty},
                                     {"dateCreated", kCreated},
                                     {"uploadDate", kCreated},
                                     {"dateModified", kChanged}}) {
      if (!contains(names, name)) continue;
      if (lines_.stands_aside()) return;
      return claim(rank, "html:itemprop:" + std::string(name), written);
    }
  }
}

void HtmlDates::read_json_ld(const Json& object) {
  claim(is_text(object) ? kArticle : kOtherJson, "html:json-ld", json_string(object, "datePublished"));
  claim(kCreated, "html:json-ld:dateCreated", json_string(object, "dateCreated"));
  claim(kCreated, "html:json-ld:uploadDate", json_string(object, "uploadDate"));
  claim(kChanged, "html:json-ld:dateModified", json_string(object, "dateModified"));
}

void HtmlDates::read_broken_json_ld(std::string_view script) {
  for (const auto& [key, rank, from] :
       {std::tuple<std::string_view, int, const char*>{"\"datePublished\"", kArticle, "html:json-ld"},
        {"\"dateModified\"", kChanged, "html:json-ld:dateModified"}}) {
    const std::size_t at = script.find(key);
    if (at == std::string_view::npos) continue;
    const std::size_t open = script.find_first_not_of(" \t\r\n:", at + key.size());
    if (open == std::string_view::npos || script[open] != '"') continue;
    const std::size_t close = script.find('"', open + 1);
    if (close != std::string_view::npos) claim(rank, from, script.substr(open + 1, close - open - 1));
  }
}

std::vector<std::pair<std::string, std::string>> HtmlDates::take(std::string_view title) {
  std::stable_sort(claims_.begin(), claims_.end(),
                   [](const Claim& a, const Claim& b) { return a.rank < b.rank; });
  std::vector<std::pair<std::string, std::string>> taken;
  for (Claim& claim : claims_) taken.emplace_back(std::move(claim.from), std::move(claim.written));
  claims_.clear();
  for (auto& line : lines_.take(title)) taken.push_back(std::move(line));
  return taken;
}

}  // namespace dossier
