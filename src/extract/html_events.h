// HTML as a row of events. The one place that knows the parser (libxml2).
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// The attributes of a start tag, as views that hold for the call they are given to.
class HtmlAttributes {
 public:
  explicit HtmlAttributes(const unsigned char* const* pairs) noexcept : pairs_(pairs) {}

  // The value of the attribute `name` (lower case); empty if it is not there or has none.
  std::string_view get(std::string_view name) const noexcept;
  bool has(std::string_view name) const noexcept;

 private:
  const unsigned char* const* find(std::string_view name) const noexcept;
  const unsigned char* const* pairs_;  // name, value, name, value, ..., null; or null
};

class HtmlHandler {
 public:
  virtual ~HtmlHandler() = default;
  // Names are in lower case. Each start has its end, in proper nesting, whatever the page does.
  virtual void start(std::string_view name, const HtmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  // character references resolved; valid UTF-8
};

// What a character reference ("&nbsp;", "&#8217;") stands for; the reference itself if it names no character.
std::string decode_reference(std::string_view reference);

// Parses `html` (valid UTF-8, cleaned by clean_text) and tells `handler` what stands there. Never fails: what is no HTML is
// text. Loads nothing. Linear in practice: start tags are cut to so many attributes first, since the parser compares each
// with all of its tag.
void read_html(std::string_view html, HtmlHandler& handler);

}  // namespace dossier
