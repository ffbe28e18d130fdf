#include "html_metadata.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "html_title.h"

namespace dossier {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxCollected = 1 << 20;  // bytes of a title or of one JSON-LD script
constexpr int kMaxJsonDepth = 64;
constexpr int kHeadlineRank = 2;  // of a title in JSON-LD, among those of kMeta

enum class Target : std::uint8_t { title, author, source, language, url };

// What a <meta> of that name (or property, or http-equiv) tells, and how far it is trusted beside others of
// its kind.
struct MetaRow {
  std::string_view name;
  Target target;
  int rank;
};

constexpr std::array<MetaRow, 24> kMeta{{
    {"og:title", Target::title, 1},
    {"citation_title", Target::title, 0},
    {"dc.title", Target::title, 3},
    {"dcterms.title", Target::title, 3},
    {"twitter:title", Target::title, 4},
    {"title", Target::title, 5},
    {"author", Target::author, 1},
    {"article:author", Target::author, 3},
    {"citation_author", Target::author, 0},
    {"dc.creator", Target::author, 2},
    {"dcterms.creator", Target::author, 2},
    {"byl", Target::author, 4},
    {"og:site_name", Target::source, 0},
    {"citation_publisher", Target::source, 1},
    {"dc.publisher", Target::source, 1},
    {"dcterms.publisher", Target::source, 1},
    {"publisher", Target::source, 2},
    {"application-name", Target::source, 4},
    {"dc.language", Target::language, 2},
    {"dcterms.language", Target::language, 2},
    {"content-language", Target::language, 1},
    {"language", Target::language, 3},
    {"og:locale", Target::language, 4},
    {"og:url", Target::url, 1},
}};

const MetaRow* find_meta(std::string_view name) {
  std::string lower = ascii_lower(trim(name));
  if (lower.starts_with("dc:") || lower.starts_with("dcterms:")) lower[lower.find(':')] = '.';
  const auto row =
      std::find_if(kMeta.begin(), kMeta.end(), [&](const MetaRow& r) { return r.name == lower; });
  return row == kMeta.end() ? nullptr : &*row;
}

std::string line(std::string_view text) {
  return collapse_whitespace(clean_text(text));
}

// The name of a person or organisation in JSON-LD: a string, an object with a name, or a list of them.
std::string json_name(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object())
    return value.contains("name") && value["name"].is_string() ? value["name"].get<std::string>() : "";
  std::string names;
  if (value.is_array()) {
    for (const Json& one : value) {
      const std::string name = one.is_array() ? "" : json_name(one);
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
  }
  return names;
}

std::string json_string(const Json& object, const char* key) {
  const auto value = object.find(key);
  return value != object.end() && value->is_string() ? value->get<std::string>() : std::string();
}

}  // namespace

void HtmlMetadata::Best::offer(int from, std::string_view candidate) {
  if (from >= rank) return;
  std::string text = line(candidate);
  if (text.empty()) return;
  value = std::move(text);
  rank = from;
}

void HtmlMetadata::start(std::string_view name, const HtmlAttributes& attributes) {
  dates_.start(name, attributes);
  if (name == "html") language_.offer(0, attributes.get("lang"));
  if (name == "html") language_.offer(0, attributes.get("xml:lang"));
  if (name == "meta") read_meta(attributes);
  if (name == "link" && ascii_lower(attributes.get("rel")) == "canonical")
    url_.offer(0, attributes.get("href"));
  if (name == "svg") ++drawings_;
  const bool json_ld = name == "script" && ascii_lower(trim(attributes.get("type"))) == "application/ld+json";
  const bool title = name == "title" && !seen_title_ && drawings_ == 0;  // a drawing may have one of its own
  const bool heading = name == "h1" && headings_.size() < max_title_headings;
  if (json_ld || title || heading) collecting_ = name, collected_.clear();
}

void HtmlMetadata::end(std::string_view name) {
  dates_.end(name);
  if (name == "svg") --drawings_;
  if (collecting_.empty() || name != collecting_) return;
  collecting_.clear();
  if (name == "script") return read_json_ld(collected_);
  if (name == "h1") {
    std::string heading = line(collected_);
    if (!heading.empty()) headings_.push_back(std::move(heading));
    return;
  }
  page_title_ = line(collected_);
  seen_title_ = true;
}

void HtmlMetadata::text(std::string_view text) {
  dates_.text(text);
  if (!collecting_.empty() && collected_.size() < kMaxCollected) collected_.append(text);
}

void HtmlMetadata::read_meta(const HtmlAttributes& attributes) {
  const std::string_view content = attributes.get("content");
  if (content.empty()) return;
  for (const std::string_view key : {"property", "name", "http-equiv"}) {
    const MetaRow* row = find_meta(attributes.get(key));
    if (row == nullptr) continue;
    switch (row->target) {
      case Target::title:
        title_.offer(row->rank, content);
        break;
      case Target::author:
        if (!content.starts_with("http"))
          author_.offer(row->rank, content);  // article:author may be an address
        break;
      case Target::source:
        source_.offer(row->rank, content);
        break;
      case Target::language:
        language_.offer(row->rank, content);
        break;
      case Target::url:
        url_.offer(row->rank, content);
        break;
    }
    return;
  }
}

void HtmlMetadata::read_json_ld(std::string_view json) {
  Json root = Json::parse(json, nullptr, false);
  if (root.is_discarded()) {
    // Old pages wrap scripts in comments or CDATA marks.
    const std::size_t first = std::min(json.find('{'), json.size());
    root = Json::parse(json.substr(first, json.rfind('}') + 1 - first), nullptr, false);
  }
  if (root.is_discarded()) return dates_.read_broken_json_ld(json);
  std::vector<std::pair<const Json*, int>> rest{{&root, 0}};
  while (!rest.empty()) {
    const auto [value, depth] = rest.back();
    rest.pop_back();
    if (depth > kMaxJsonDepth) continue;
    if (value->is_array()) {
      for (auto item = value->rbegin(); item != value->rend(); ++item) rest.push_back({&*item, depth + 1});
    }
    if (!value->is_object()) continue;
    if (const auto graph = value->find("@graph"); graph != value->end()) rest.push_back({&*graph, depth + 1});
    if (const auto main = value->find("mainEntity"); main != value->end())
      rest.push_back({&*main, depth + 1});
    const std::string published = json_string(*value, "datePublished");
    const std::string headline = json_string(*value, "headline");
    dates_.read_json_ld(*value);
    title_.offer(kHeadlineRank, headline);
    if (std::string body = json_string(*value, "articleBody"); body.size() > article_body_.size())
      article_body_ = std::move(body);
    if (published.empty() && headline.empty()) continue;
    if (const auto author = value->find("author"); author != value->end())
      author_.offer(0, json_name(*author));
    if (const auto by = value->find("publisher"); by != value->end()) source_.offer(1, json_name(*by));
    language_.offer(2, json_string(*value, "inLanguage"));
  }
}

RawMetadata HtmlMetadata::take() {
  RawMetadata metadata;
  metadata.author = author_.value;
  metadata.source = source_.value;
  metadata.language = language_.value;
  if (url_.value.starts_with("http://") || url_.value.starts_with("https://")) metadata.url = url_.value;
  metadata.title = title_of_page({.declared = std::move(title_.value),
                                  .is_headline = title_.rank >= kHeadlineRank,
                                  .page = std::move(page_title_),
                                  .headings = std::move(headings_),
                                  .site = source_.value});
  metadata.dates = dates_.take(metadata.title);
  // References such as &#1; stand for controls.
  for (auto& [from, written] : metadata.dates) written = clean_text(written);
  return metadata;
}

}  // namespace dossier
