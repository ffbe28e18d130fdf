// The pages for people. Each is a function from a request to its answer; src/web/routes.cc says which address
// leads to which. They escape what they show; what they throw (HttpProblem, Error) is shown by error_page.
//
// Rules of the site, which hold for every page: no inline script or style and no style attribute (the
// Content-Security-Policy forbids them), nothing from elsewhere, forms by GET only, no path of a file in an
// address. An answer that depends on the index alone gets its ETag from Site.
#pragma once

#include <string>
#include <string_view>

#include "../context.h"
#include "../problem.h"
#include "dossier/web/message.h"

namespace dossier::web {

// "/": the search box, and what the index holds.
Response home_page(SiteContext& context, const Request& request);

// "/search?q=...": hits, and what narrows them. page_state.h has the parameters.
Response search_page(SiteContext& context, const Request& request);

// "/documents/{id}?q=...": the document to read; `id` is decoded.
Response document_page(SiteContext& context, const Request& request, const std::string& id);

// "/cite/{id}": a document or passage as a citation.
Response cite_page(SiteContext& context, const Request& request, const std::string& id);

// "/export/{format}?...": the list as a file to keep.
Response export_list(SiteContext& context, const Request& request, const std::string& format);

// "/help": the query language and the keys.
Response help_page(SiteContext& context, const Request& request);

// What went wrong, with the problem's status. No index may be there.
Response error_page(const SiteOptions& options, const Request& request, const HttpProblem& problem);

}  // namespace dossier::web
