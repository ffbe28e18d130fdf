// HTML as a row of events, in proper nesting whatever the page does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// The attributes of a start tag.
class HtmlAttributes {
 public:
  // The value of the attribute `name` (lower case); empty if it is not there or has none.
  std::string_view get(std::string_view name) const noexcept;
  bool has(std::string_view name) const noexcept { return find(name) != nullptr; }

  void clear() noexcept { count_ = 0; }
  // Adds one as it is written. The first of a name counts, as in browsers; more than a tag can need, and
  // values that no page needs, are dropped.
  void add(std::string_view name, std::string_view value);

 private:
  struct Attribute {
    std::string name;
    std::string value;
  };

  const Attribute* find(std::string_view name) const noexcept;

  std::vector<Attribute> attributes_;  // those behind count_ are kept for their memory
  std::size_t count_ = 0;
};

class HtmlHandler {
 public:
  virtual ~HtmlHandler() = default;
  // Names are in lower case. Each start has its end, in proper nesting. `attributes` hold for the call.
  virtual void start(std::string_view name, const HtmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  // character references resolved; valid UTF-8
};

// Reads `html` (valid UTF-8, cleaned by clean_text) and tells `handler` what stands there. Never fails: what
// is no HTML is text. Loads nothing. Linear. Gives what a script or style sheet that is never closed has
// swallowed, a part of `html`: browsers show nothing of it. Empty for a page in order.
std::string_view read_html(std::string_view html, HtmlHandler& handler);

}  // namespace dossier
