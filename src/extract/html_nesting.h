// Proper nesting out of the tags of any page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html_events.h"
#include "html_tokenizer.h"

namespace dossier {

struct HtmlElement;  // what is known of an element by its name

// Opens and closes elements for a handler as browsers would: end tags that may be left out are supplied,
// those that close nothing are dropped, elements without content are closed at once. A simple form of the
// HTML Standard's tree construction (13.2.6): nothing is moved to another place.
class HtmlNesting {
 public:
  explicit HtmlNesting(HtmlHandler& handler) : handler_(handler) {}

  void add(const HtmlToken& token);
  // Closes what is open.
  void finish() { close_down_to(0); }

 private:
  struct Open {
    const HtmlElement* element;
    std::string name;  // of an element that is not known
  };

  void start(const HtmlToken& token);
  void end(const HtmlToken& token);
  void text(std::string_view text);
  void close_implied(const HtmlElement& element);
  void close_head();
  void close_down_to(std::size_t depth);
  template <typename Matches, typename Stops>
  std::size_t find_open(Matches&& matches, Stops&& stops) const;

  HtmlHandler& handler_;
  std::vector<Open> open_;
  bool in_head_ = false;
};

}  // namespace dossier
