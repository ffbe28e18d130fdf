#include "dossier/query/help.h"
#include "layout.h"
#include "pages.h"

namespace dossier::web {
namespace {

struct KeyHelp {
  std::string_view key;
  std::string_view what;
};
constexpr KeyHelp kKeys[] = {
    {"/", "to the search box"},
    {"j  k", "next hit, previous hit; in a document, next and previous passage"},
    {"enter", "reads the hit, or takes the completion"},
    {"n  p", "next match, previous match in the document"},
    {"c", "copies the passage as a citation, with a link back"},
    {"esc", "closes what is open: a menu, the document"},
    {"t", "the numbers of the histograms as tables"},
    {"← →", "in a histogram, from bar to bar; with shift, widens the range"},
    {"enter  + −", "in a histogram, filters by the range; zooms in and out"},
    {"?", "this help"},
};

}  // namespace

Response help_page(SiteContext&, const Request& request) {
  const PageFrame frame{.title = "Help", .kind = "plain", .state = read_state(request)};
  return {.body = make_page(
              frame,
              [&](Html& html) {
                const auto article = html.open("article", {{"class", "help-text"}, {"id", "help"}});
                html.put("h1", {}, "How to ask");
                html.put("pre",
                         {{"tabindex", "0"}, {"class", "query-help"}, {"aria-label", "The query language"}},
                         query_help());
                html.put("h2", {}, "Keys");
                const auto list = html.open("dl", {{"class", "keys"}});
                for (const KeyHelp& help : kKeys) {
                  {
                    const auto term = html.open("dt");
                    html.put("kbd", {}, help.key);
                  }
                  html.put("dd", {}, help.what);
                }
              }),
          .headers = {}};
}

}  // namespace dossier::web
