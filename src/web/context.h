// What handlers and pages are given beside the request.
#pragma once

#include <optional>

#include "dossier/search/searcher.h"
#include "dossier/web/site.h"

namespace dossier::web {

// Of one thread.
class SiteContext {
 public:
  explicit SiteContext(const SiteOptions& options) : options_(options) {}

  const SiteOptions& options() const noexcept { return options_; }

  // Follows the index's newest revision. Throws Error(no_index) as long as there is none.
  Searcher& searcher() {
    if (!searcher_) searcher_.emplace(options_.index);
    return *searcher_;
  }
  // Opens the index anew when it is next asked for: the folder may hold another one by now.
  void forget_index() { searcher_.reset(); }

 private:
  const SiteOptions& options_;
  std::optional<Searcher> searcher_;
};

}  // namespace dossier::web
