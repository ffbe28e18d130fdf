// What a web page claims of its dates, as its markup declares and its text shows them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dated_lines.h"
#include "html_events.h"

namespace dossier {

// Gathers claims of a date: of <meta> (article, citation, Dublin Core and what else names a publication or a
// change), JSON-LD, microdata and RDFa, and of the lines of text that hold a date.
class HtmlDates : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end(std::string_view name) override { lines_.end(name); }
  void text(std::string_view text) override { lines_.text(text); }

  // One object of the page's JSON-LD.
  void read_json_ld(const nlohmann::json& object);
  // JSON-LD that is no JSON: its dates are found all the same.
  void read_broken_json_ld(std::string_view script);

  // The claims, (where from, as written): "html:json-ld", "html:article:published_time",
  // "html:itemprop:datePublished", ...; of each kind the most trusted first, and what declares a publication
  // before what shows a date. After the last event; `title` is the page's.
  std::vector<std::pair<std::string, std::string>> take(std::string_view title);

 private:
  void claim(int rank, std::string from, std::string_view written);
  void read_meta(const HtmlAttributes& attributes);
  void read_property(const HtmlAttributes& attributes);

  struct Claim {
    int rank = 0;  // the lower, the more trusted
    std::string from;
    std::string written;
  };
  std::vector<Claim> claims_;
  DatedLines lines_;
};

}  // namespace dossier
