#include "html_roles.h"

#include <algorithm>
#include <array>
#include <string>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

template <std::size_t N>
constexpr bool is_one_of(const std::array<std::string_view, N>& sorted, std::string_view name) noexcept {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

// Elements whose content is not text of the page.
constexpr std::array<std::string_view, 26> kHidden{
    "applet", "audio",  "canvas", "colgroup", "datalist", "embed",    "frameset", "head",   "iframe",
    "map",    "math",   "meta",   "noembed",  "noframes", "object",   "optgroup", "option", "rp",
    "rt",     "script", "select", "style",    "svg",      "template", "title",    "video"};
// What stands around the text.
constexpr std::array<std::string_view, 8> kFurniture{"aside",  "button", "dialog", "fieldset",
                                                     "footer", "label",  "menu",   "nav"};
constexpr std::array<std::string_view, 8> kFurnitureRoles{
    "alert", "banner", "complementary", "contentinfo", "dialog", "navigation", "search", "toolbar"};
// Words in the names of classes and ids: "share-buttons", "socialShare". What is so named is furniture if its
// text bears it out.
constexpr auto kFurnitureWords = std::to_array<std::string_view>({"ad",
                                                                  "ads",
                                                                  "advert",
                                                                  "advertisement",
                                                                  "advertising",
                                                                  "anzeige",
                                                                  "author",
                                                                  "authorbox",
                                                                  "authors",
                                                                  "autor",
                                                                  "bio",
                                                                  "breadcrumb",
                                                                  "breadcrumbs",
                                                                  "byline",
                                                                  "consent",
                                                                  "cookie",
                                                                  "cookies",
                                                                  "copyright",
                                                                  "footer",
                                                                  "gdpr",
                                                                  "login",
                                                                  "masthead",
                                                                  "menu",
                                                                  "modal",
                                                                  "nav",
                                                                  "navbar",
                                                                  "navi",
                                                                  "navigation",
                                                                  "newsletter",
                                                                  "outbrain",
                                                                  "pager",
                                                                  "pagination",
                                                                  "paginator",
                                                                  "paywall",
                                                                  "popup",
                                                                  "promo",
                                                                  "promotion",
                                                                  "publicidad",
                                                                  "recirc",
                                                                  "recommend",
                                                                  "recommendation",
                                                                  "recommendations",
                                                                  "recommended",
                                                                  "related",
                                                                  "relateds",
                                                                  "share",
                                                                  "sharebar",
                                                                  "sharedaddy",
                                                                  "sharing",
                                                                  "sidebar",
                                                                  "signup",
                                                                  "skip",
                                                                  "skiplink",
                                                                  "social",
                                                                  "sponsor",
                                                                  "sponsored",
                                                                  "subscribe",
                                                                  "subscription",
                                                                  "taboola",
                                                                  "trending",
                                                                  "werbung"});
constexpr auto kDoubtfulWords = std::to_array<std::string_view>(
    {"banner", "credit", "credits", "disclaimer", "dropdown", "meta", "more", "overlay", "popular", "print",
     "rating", "tag", "tags", "teaser", "teasers", "toolbar", "tools", "widget", "widgets"});
constexpr std::size_t kNameWords = 4;  // a name of more says nothing
constexpr auto kCommentWords = std::to_array<std::string_view>(
    {"comment", "commentaires", "commentlist", "comments", "comentarios", "disqus", "kommentar", "kommentare",
     "pingback", "replies", "reply", "respond", "trackback"});
constexpr auto kContentNames = std::to_array<std::string_view>(
    {"article-body", "article-content", "article-text", "articlebody", "articlecontent", "articletext",
     "entry-content", "main-content", "maincontent", "post-body", "post-content", "postbody", "postcontent",
     "story-body", "storybody"});
// Elements that are part of another one.
constexpr auto kParts = std::to_array<std::string_view>({"dd", "dt", "li", "td", "th", "tr"});
// Elements that end the block before them and begin one.
constexpr std::array<std::string_view, 44> kBlocks{
    "address", "article", "aside", "blockquote", "body", "caption",  "center",     "dd",     "details",
    "dialog",  "dir",     "div",   "dl",         "dt",   "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",   "h5",       "h6",         "header", "hgroup",
    "hr",      "legend",  "li",    "main",       "menu", "nav",      "ol",         "p",      "pre",
    "section", "summary", "table", "td",         "th",   "tr",       "ul",         "xmp"};

static_assert(std::is_sorted(kHidden.begin(), kHidden.end()) &&
              std::is_sorted(kFurniture.begin(), kFurniture.end()) &&
              std::is_sorted(kFurnitureRoles.begin(), kFurnitureRoles.end()) &&
              std::is_sorted(kFurnitureWords.begin(), kFurnitureWords.end()) &&
              std::is_sorted(kBlocks.begin(), kBlocks.end()));

// What one name of a class or id says. A name of many words was made of a heading.
HtmlRole name_role(std::string_view name) {
  HtmlRole role = HtmlRole::none;
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  std::string word;
  std::size_t words = 0;
  for (std::size_t i = 0; i < name.size();) {
    if (!is_letter(name[i])) {
      ++i;
      continue;
    }
    word.clear();
    do {
      word += static_cast<char>(name[i] | 0x20);
      ++i;
    } while (i < name.size() && is_letter(name[i]) && !(is_small(name[i - 1]) && !is_small(name[i])));
    if (++words > kNameWords) return HtmlRole::none;
    if (std::find(kCommentWords.begin(), kCommentWords.end(), word) != kCommentWords.end())
      role = HtmlRole::comments;
    if (is_one_of(kFurnitureWords, word)) role = std::max(role, HtmlRole::suspect);
    if (is_one_of(kDoubtfulWords, word)) role = std::max(role, HtmlRole::doubtful);
  }
  return role;
}

HtmlRole named_role(std::string_view names) {
  HtmlRole role = HtmlRole::none;
  for (std::size_t i = 0; i < names.size();) {
    const std::size_t end = std::min(names.find(' ', i), names.size());
    role = std::max(role, name_role(names.substr(i, end - i)));
    i = end + 1;
  }
  return role;
}

bool is_content_name(std::string_view names) {
  const std::string lower = ascii_lower(names);
  for (std::size_t i = 0; i < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', i), lower.size());
    std::string name = lower.substr(i, end - i);
    std::replace(name.begin(), name.end(), '_', '-');
    if (is_one_of(kContentNames, name)) return true;
    i = end + 1;
  }
  return false;
}

bool is_hidden(const HtmlAttributes& attributes) {
  if (attributes.has("hidden")) return true;
  std::string style = ascii_lower(attributes.get("style"));
  std::erase_if(style, [](char c) { return c == ' '; });
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

std::uint8_t heading_level(std::string_view name) noexcept {
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading ? static_cast<std::uint8_t>(name[1] - '0') : 0;
}

bool is_block_element(std::string_view name) noexcept {
  return is_one_of(kBlocks, name);
}

HtmlRole html_role(std::string_view name, const HtmlAttributes& attributes) {
  if (is_one_of(kHidden, name) || is_hidden(attributes)) return HtmlRole::hidden;
  const std::string_view role = attributes.get("role");
  if (name == "main" || name == "article" || role == "main" || role == "article") return HtmlRole::content;
  if (name == "html" || name == "body") return HtmlRole::none;
  if (is_one_of(kFurniture, name) || is_one_of(kFurnitureRoles, role)) return HtmlRole::furniture;
  if (name == "noscript") return HtmlRole::furniture;
  // A word in a paragraph with class="popup" is a word.
  if (!is_block_element(name)) return HtmlRole::none;
  const std::string_view class_names = attributes.get("class");
  const std::string_view id = attributes.get("id");
  if (attributes.get("itemprop") == "articleBody" || is_content_name(class_names) || is_content_name(id))
    return HtmlRole::content;
  return std::max(named_role(class_names), named_role(id));
}

ElementKind element_kind(std::string_view name, const HtmlAttributes& attributes) {
  if (name == "p") return ElementKind::paragraph;
  if (heading_level(name) > 0) return ElementKind::heading;
  if (is_one_of(kParts, name)) return ElementKind::part;
  if (name == "ul" || name == "ol" || name == "dl") return ElementKind::list;
  if (name == "table") return ElementKind::table;
  if (name == "form") return ElementKind::form;
  const bool caption =
      name == "figcaption" || ascii_lower(attributes.get("class")).find("caption") != std::string::npos;
  return caption ? ElementKind::caption : ElementKind::other;
}

}  // namespace dossier
