// Answers that whoever asks may have already: ETag and If-None-Match (RFC 9110, section 8.8.3 and 13.1.2).
#pragma once

#include <string>
#include <string_view>

#include "dossier/web/message.h"

namespace dossier::web {

// What `make()` gives, tagged by `state`, which everything in it follows from; 304 without its body where the
// request names the tag.
template <typename Make>
Response tagged(const Request& request, const std::string& state, const Make& make) {
  const std::string tag = '"' + state + '"';
  const std::string_view known = request.header("if-none-match");
  Response response = known == "*" || known.find(tag) != std::string_view::npos
                          ? Response{.status = 304, .type = "", .body = "", .headers = {}}
                          : make();
  response.headers.emplace_back("ETag", "W/" + tag);
  return response;
}

}  // namespace dossier::web
