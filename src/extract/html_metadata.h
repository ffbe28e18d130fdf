// What a web page says of itself: title, author, site, language, address, dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "html_dates.h"
#include "html_events.h"

namespace dossier {

// Gathers a page's metadata from its events: <title>, <meta> (Open Graph, article, Dublin Core, citation),
// JSON-LD, canonical address, language attribute, and what claims a date.
class HtmlMetadata : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The text of the page as JSON-LD gives it; empty if it does not. Before take().
  const std::string& article_body() const noexcept { return article_body_; }

  // The metadata, after the last event; claims of dates as HtmlDates orders them.
  RawMetadata take();

 private:
  // A value, and which of several places it came from: the lower the better.
  struct Best {
    std::string value;
    int rank = 1000;
    void offer(int from, std::string_view candidate);
  };

  void read_meta(const HtmlAttributes& attributes);
  void read_json_ld(std::string_view json);

  Best title_, author_, source_, language_, url_;
  std::string page_title_;             // of <title>
  std::vector<std::string> headings_;  // of <h1>
  HtmlDates dates_;
  std::string collected_;  // the text of the element below
  std::string collecting_;
  bool seen_title_ = false;
  std::size_t drawings_ = 0;  // open <svg>
  std::string article_body_;
};

}  // namespace dossier
