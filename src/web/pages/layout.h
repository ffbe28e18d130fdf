// What all pages share: the head, the search box at the top, the foot.
#pragma once

#include <functional>
#include <string_view>

#include "html.h"
#include "page_state.h"

namespace dossier::web {

struct PageFrame {
  std::string title;      // before " · dossier"
  std::string_view kind;  // class of the body: "search", "document", "front", "plain"
  bool focus = false;     // the search box has the focus from the start
  PageState state;        // what the search box holds and keeps
};

// A whole page with `main` in its middle, between the search box and the foot.
std::string make_page(const PageFrame& frame, const std::function<void(Html&)>& main);

}  // namespace dossier::web
