// The site without the network: a request in, its answer out. Pages for people, and below /api/ the same
// library calls as the command line's for programs (docs/web.md). Input: Request; output: Response; knows no
// sockets. Opens no file but the index: no part of a request is ever taken for a path.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "dossier/web/message.h"

namespace dossier::web {

struct SiteOptions {
  std::string index;    // folder
  std::string version;  // of the program, for /api/openapi.json
  // Whose requests are answered. `hosts` are the values that "Host" may have, with their ports ("localhost:
  // 8765"); empty: any, which needs a token, or a page elsewhere could have its own name lead here.
  std::vector<std::string> hosts;
  std::string workers;  // what confines the processes that read files, for /api/status
  std::string token;    // who does not have it is answered 401; empty: nobody needs one
  // Told of what should not have happened, for the log. May be called from several threads.
  std::function<void(const std::string&)> log = [](const std::string&) {};
};

// Not for two threads at once; make one for each. `options` must outlive it.
class Site {
 public:
  explicit Site(const SiteOptions& options);
  ~Site();
  Site(Site&&) noexcept;

  // Never throws for what the request is or what the index does: those are answers too. A HEAD request is
  // answered like GET; whoever sends the answer leaves its body out.
  Response answer(const Request& request);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier::web
