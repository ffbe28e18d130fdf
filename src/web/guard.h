// Who is answered: requests by this site's own name, from its own pages, with its token where it has one.
#pragma once

#include <optional>

#include "dossier/web/message.h"
#include "dossier/web/site.h"

namespace dossier::web {

// Throws HttpProblem for a request that is not answered: 400 where it does not say whom it asks, 421 where it
// asks somebody else, as a page does whose own name was made to lead here, 403 where another site's page has
// sent it, 401 without the token. Gives an answer of its own to "?token=...": a cookie instead, and the
// address without it.
std::optional<Response> check_caller(const SiteOptions& options, const Request& request);

}  // namespace dossier::web
