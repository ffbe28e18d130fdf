// The lines of a web page that show a date, with what their places say of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html_events.h"

namespace dossier {

// Gathers the short lines of text that hold a date, and the dates of <time>. Which of them is the date of
// publication is not decided here: what counts is how near to the title a line stands, whether the names of
// the elements around it speak of a date or a byline, and whether they speak of comments, teasers or footers.
class DatedLines : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // Whether the element that is open now is named like something that is not the page's own text.
  bool stands_aside();

  // (where from, as written), the most promising first; after the last event. `title` is the page's, by which
  // its main heading is known. "html:time" and "html:byline" are named for a date and stand beside the title,
  // "html:header" one of both, "html:text" neither, "html:aside" is something else's; ":updated" is appended
  // where the element is named for a change. A short line before, as "Date:" in a cell of its own, stands
  // before the line with a newline between.
  std::vector<std::pair<std::string, std::string>> take(std::string_view title);

 private:
  struct Element {
    std::string names;  // class, id and microdata names, in lower case
    bool is_hidden = false;
    bool is_root = false;  // <html>, <body>: what their names say holds for all of the page
    bool aside = false;
    bool says_date = false;
    bool says_change = false;
  };

  struct Line {
    std::string written;
    std::size_t start = 0;  // bytes of the page's text before it
    std::size_t end = 0;
    bool is_time = false;
    bool is_cut = false;
    bool says_date = false;
    bool says_change = false;
    bool aside = false;
  };

  struct Heading {
    std::string text;
    int level = 0;
    std::size_t start = 0;
    std::size_t end = 0;
  };

  void look_around(Line& line);
  void add_time(std::string_view name, const HtmlAttributes& attributes);
  void leave_line(std::string_view name);
  void flush();
  const Heading* main_heading(std::string_view title) const;
  static int score(const Line& line, const Heading* heading);

  std::vector<Element> open_;  // the outermost; those behind depth_ are kept for their memory
  std::size_t depth_ = 0;
  std::size_t known_ = 0;   // of the open elements, outermost first: those whose names were looked at
  std::size_t hidden_ = 0;  // open elements whose text is not shown
  std::size_t offset_ = 0;  // bytes of text so far
  Line line_;               // what is collected now
  bool holds_date_ = false;
  bool space_ = false;
  std::string label_;  // the line before, if it is short
  std::vector<Line> lines_;
  std::vector<Heading> headings_;
  int heading_level_ = 0;  // of the heading that is open; 0: none
};

}  // namespace dossier
