#include "html_blocks.h"

#include <algorithm>
#include <array>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// If furniture leaves less text than this, and less than a quarter of all, it was none.
constexpr std::size_t kLittleText = 250;  // bytes
// So many links in a row, each short, are a menu.
constexpr std::size_t kMenuItems = 4;
constexpr std::size_t kMenuItemBytes = 30;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& sorted, std::string_view name) noexcept {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

// Elements whose content is not text of the page.
constexpr std::array<std::string_view, 24> kHidden{
    "applet", "audio", "canvas", "colgroup", "datalist", "embed", "frameset", "head", "iframe", "map", "math", "meta", "noembed", "noframes", "noscript", "object", "optgroup", "option", "script", "select", "style", "svg", "template", "video"};
// What stands around the text.
constexpr std::array<std::string_view, 8> kFurniture{
    "aside", "button", "dialog", "fieldset", "footer", "label", "menu", "nav"};
constexpr std::array<std::string_view, 8> kFurnitureRoles{
    "alert", "banner", "complementary", "contentinfo", "dialog", "navigation", "search", "toolbar"};
// Names of classes and ids, whole: a part of one says little ("has-sidebar" is put on the body).
constexpr std::array<std::string_view, 48> kFurnitureNames{
    "ad", "ads", "advert", "advertisement", "banner", "breadcrumb", "breadcrumbs", "cookie", "cookie-banner", "cookie-consent", "cookie-notice", "cookies", "footer", "gdpr", "global-nav", "main-menu", "main-nav", "menu", "nav", "navbar", "navigation", "newsletter", "newsletter-signup", "pager", "pagination", "popup", "promo", "related", "related-articles", "related-content", "related-links", "related-posts", "share", "share-buttons", "sharing", "sidebar", "site-footer", "site-header", "site-nav", "skip-link", "skip-to-content", "skiplink", "social", "social-links", "social-share", "sponsored", "subscribe", "toolbar"};
// Elements that end the block before them and begin one.
constexpr std::array<std::string_view, 40> kBlocks{
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"};

static_assert(std::is_sorted(kHidden.begin(), kHidden.end()) && std::is_sorted(kFurniture.begin(), kFurniture.end()) &&
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
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::uint8_t heading_level(std::string_view name) noexcept {
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading ? static_cast<std::uint8_t>(name[1] - '0') : 0;
}

}  // namespace

HtmlBlocks::Role HtmlBlocks::role_of(std::string_view name, const HtmlAttributes& attributes) {
  if (is_one_of(kHidden, name) || is_hidden(attributes)) return Role::hidden;
  const std::string_view role = attributes.get("role");
  if (name == "main" || name == "article" || role == "main" || role == "article") return Role::content;
  if (name == "html" || name == "body") return Role::none;
  const bool furniture = is_one_of(kFurniture, name) || is_one_of(kFurnitureRoles, role) ||
                         contains_name(attributes.get("class")) || contains_name(attributes.get("id"));
  return furniture ? Role::furniture : Role::none;
}

void HtmlBlocks::start(std::string_view name, const HtmlAttributes& attributes) {
  const Role role = role_of(name, attributes);
  const bool seen = depth(Role::hidden) == 0;
  // What was collected belongs to the place that is being left.
  if (seen && (is_one_of(kBlocks, name) || role != Role::none)) flush();
  open_.push_back({std::string(name), role});
  ++depths_[static_cast<std::size_t>(role)];
  if (!seen || role == Role::hidden) return;
  if (name == "a") ++links_;
  if (name == "br") pending_ += '\n', space_ = false;
  if (name == "pre") ++preformatted_, kind_ = BlockKind::preformatted;
  if (name == "tr") flush(), kind_ = BlockKind::table_row;
  if ((name == "td" || name == "th") && !pending_.empty()) pending_ += " | ", space_ = false;
  if (name == "li" || name == "dt" || name == "dd") kind_ = BlockKind::list_item;
  if (const std::uint8_t level = heading_level(name); level > 0) kind_ = BlockKind::heading, level_ = level;
}

void HtmlBlocks::end(std::string_view name) {
  if (open_.empty()) return;
  const bool seen = depth(Role::hidden) == 0;
  if (seen && (is_one_of(kBlocks, name) || name == "tr" || open_.back().role != Role::none)) flush();
  if (seen && name == "a" && links_ > 0) --links_;
  if (seen && name == "pre" && preformatted_ > 0) --preformatted_;
  --depths_[static_cast<std::size_t>(open_.back().role)];
  open_.pop_back();
}

void HtmlBlocks::text(std::string_view text) {
  if (depth(Role::hidden) > 0) return;
  const std::size_t before = pending_.size();
  if (preformatted_ > 0) {
    pending_.append(text);
  } else {
    for (const char c : text) {
      if (is_space(c)) {
        space_ = true;
        continue;
      }
      if (space_ && !pending_.empty() && !is_space(pending_.back())) pending_ += ' ';
      space_ = false;
      pending_ += c;
    }
  }
  if (links_ > 0) link_bytes_ += pending_.size() - before;
}

void HtmlBlocks::flush() {
  flush_as(kind_, level_);
  kind_ = preformatted_ > 0 ? BlockKind::preformatted : BlockKind::paragraph;
  level_ = 0;
}

void HtmlBlocks::flush_as(BlockKind kind, std::uint8_t level) {
  const std::string text = kind == BlockKind::preformatted ? std::move(pending_) : std::string(trim(pending_));
  pending_.clear();
  space_ = false;
  const std::size_t links = std::exchange(link_bytes_, 0);
  if (!has_word(text)) return;
  blocks_.push_back({.block = {.kind = kind, .level = level, .page = {}, .text = clean_text(text)},
                     .link_bytes = links,
                     .furniture = depth(Role::furniture) > 0,
                     .in_content = depth(Role::content) > 0});
}

void HtmlBlocks::mark_link_runs() {
  const auto is_menu_item = [](const Placed& placed) {
    const std::size_t size = placed.block.text.size();
    return !placed.in_content && size <= kMenuItemBytes && placed.link_bytes * 10 >= size * 8;
  };
  for (std::size_t i = 0; i < blocks_.size();) {
    std::size_t end = i;
    while (end < blocks_.size() && is_menu_item(blocks_[end])) ++end;
    if (end - i >= kMenuItems) {
      for (std::size_t k = i; k < end; ++k) blocks_[k].furniture = true;
    }
    i = std::max(end, i + 1);
  }
}

std::vector<Block> HtmlBlocks::take() {
  flush();
  mark_link_runs();
  std::size_t all = 0;
  std::size_t kept = 0;
  std::size_t content = 0;
  for (const Placed& placed : blocks_) {
    const std::size_t size = placed.block.text.size();
    all += size;
    if (!placed.furniture) kept += size;
    if (!placed.furniture && placed.in_content) content += size;
  }
  const bool keep_all = kept < kLittleText && kept * 4 < all;
  const bool content_only = content * 2 > kept && content > kLittleText;
  std::vector<Block> out;
  for (Placed& placed : blocks_) {
    const bool is_main_heading = placed.block.kind == BlockKind::heading && placed.block.level == 1;
    const bool keep = keep_all || (!placed.furniture && (!content_only || placed.in_content || is_main_heading));
    if (keep) out.push_back(std::move(placed.block));
  }
  blocks_.clear();
  return out;
}

std::string html_line(std::string_view html) {
  class Text : public HtmlHandler {
   public:
    void start(std::string_view, const HtmlAttributes&) override {}
    void end(std::string_view) override {}
    void text(std::string_view text) override { all.append(text); }
    std::string all;
  } text;
  read_html(html, text);
  return collapse_whitespace(clean_text(text.all));
}

}  // namespace dossier
