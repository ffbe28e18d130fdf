#include <optional>

#include "layout.h"
#include "pages.h"
#include "passage_text.h"
#include "reading.h"

namespace dossier::web {

Response document_page(SiteContext& context, const Request& request, const std::string& id) {
  const PageState state = read_state(request);
  const auto view = context.searcher().view({.id = id, .query = state.query, .exact = state.exact});
  if (!view)
    throw HttpProblem(404, "there is no document " + id, "it may have left the index; search for its title");
  const PageFrame frame{.title = title_of(view->document), .kind = "document", .state = state};
  return {.body = make_page(frame, [&](Html& html) { put_reading(html, state, *view, false); }),
          .headers = {}};
}

}  // namespace dossier::web
