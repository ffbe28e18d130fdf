// A site over a small index of its own, asked without a network.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "dossier/web/site.h"
#include "support/sample_documents.h"
#include "support/temporary_folder.h"

namespace dossier::web {

class ServedIndex {
 public:
  explicit ServedIndex(const std::vector<SampleDocument>& samples, const std::string& token = "") {
    make_index(folder_.path(), samples);
    options_ = {.index = folder_.path(), .version = "1.0", .hosts = {"127.0.0.1:8765"}, .token = token};
    if (!token.empty()) options_.hosts.clear();
  }

  // A request as a browser of this machine sends it; `headers` stand beside Host, or in place of it.
  Response ask(const std::string& target, NameValues headers = {}, const std::string& method = "GET") {
    Request request = parse_target(target);
    request.method = method;
    request.headers = std::move(headers);
    if (request.count_headers("host") == 0) request.headers.emplace_back("host", "127.0.0.1:8765");
    return Site(options_).answer(request);
  }
  nlohmann::json json(const std::string& target) { return nlohmann::json::parse(ask(target).body); }

  SiteOptions& options() noexcept { return options_; }
  const std::string& folder() const noexcept { return folder_.path(); }

 private:
  TemporaryFolder folder_;
  SiteOptions options_;
};

inline std::string header(const Response& response, const std::string& name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return {};
}

inline std::vector<SampleDocument> two_documents() {
  return {{.id = "talks",
           .title = "Talks <b>on</b> Kosovo",
           .published = "2013-05-24",
           .source = "UN",
           .passages = {{.text = "Kosovo and Serbia agreed in Brussels."}, {.text = "They met again."}}},
          {.id = "sea", .title = "The sea", .published = "2001", .passages = {{.text = "A harbour."}}}};
}

}  // namespace dossier::web
