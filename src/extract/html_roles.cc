#include "html_roles.h"

#include <algorithm>
#include <array>
#include <string>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& sorted, std::string_view name) noexcept {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

// Elements whose content is not text of the page.
constexpr std::array<std::string_view, 24> kHidden{
    "applet", "audio",  "canvas", "colgroup", "datalist", "embed",    "frameset", "head",
    "iframe", "map",    "math",   "meta",     "noembed",  "noframes", "object",   "optgroup",
    "option", "script", "select", "style",    "svg",      "template", "title",    "video"};
// What stands around the text.
constexpr std::array<std::string_view, 8> kFurniture{"aside",  "button", "dialog", "fieldset",
                                                     "footer", "label",  "menu",   "nav"};
constexpr std::array<std::string_view, 8> kFurnitureRoles{
    "alert", "banner", "complementary", "contentinfo", "dialog", "navigation", "search", "toolbar"};
// Names of classes and ids, whole: a part of one says little ("has-sidebar" is put on the body).
constexpr std::array<std::string_view, 48> kFurnitureNames{"ad",
                                                           "ads",
                                                           "advert",
                                                           "advertisement",
                                                           "banner",
                                                           "breadcrumb",
                                                           "breadcrumbs",
                                                           "cookie",
                                                           "cookie-banner",
                                                           "cookie-consent",
                                                           "cookie-notice",
                                                           "cookies",
                                                           "footer",
                                                           "gdpr",
                                                           "global-nav",
                                                           "main-menu",
                                                           "main-nav",
                                                           "menu",
                                                           "nav",
                                                           "navbar",
                                                           "navigation",
                                                           "newsletter",
                                                           "newsletter-signup",
                                                           "pager",
                                                           "pagination",
                                                           "popup",
                                                           "promo",
                                                           "related",
                                                           "related-articles",
                                                           "related-content",
                                                           "related-links",
                                                           "related-posts",
                                                           "share",
                                                           "share-buttons",
                                                           "sharing",
                                                           "sidebar",
                                                           "site-footer",
                                                           "site-header",
                                                           "site-nav",
                                                           "skip-link",
                                                           "skip-to-content",
                                                           "skiplink",
                                                           "social",
                                                           "social-links",
                                                           "social-share",
                                                           "sponsored",
                                                           "subscribe",
                                                           "toolbar"};
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
              std::is_sorted(kFurnitureNames.begin(), kFurnitureNames.end()) &&
              std::is_sorted(kBlocks.begin(), kBlocks.end()));

bool contains_name(std::string_view names) {
  const std::string lower = ascii_lower(names);
  for (std::size_t i = 0; i < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', i), lower.size());
    std::string name = lower.substr(i, end - i);
    std::replace(name.begin(), name.end(), '_', '-');
    if (is_one_of(kFurnitureNames, name)) return true;
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

bool is_block_element(std::string_view name) noexcept {
  return is_one_of(kBlocks, name);
}

HtmlRole html_role(std::string_view name, const HtmlAttributes& attributes) {
  if (is_one_of(kHidden, name) || is_hidden(attributes)) return HtmlRole::hidden;
  const std::string_view role = attributes.get("role");
  if (name == "main" || name == "article" || role == "main" || role == "article") return HtmlRole::content;
  if (name == "html" || name == "body") return HtmlRole::none;
  if (is_one_of(kFurniture, name) || is_one_of(kFurnitureRoles, role)) return HtmlRole::furniture;
  // A word in a paragraph with class="popup" is a word.
  const bool named = is_block_element(name) &&
                     (contains_name(attributes.get("class")) || contains_name(attributes.get("id")));
  return named || name == "noscript" ? HtmlRole::suspect : HtmlRole::none;
}

}  // namespace dossier
