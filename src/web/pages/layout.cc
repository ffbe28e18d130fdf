#include "layout.h"

#include <fmt/format.h>

#include "forms.h"

namespace dossier::web {
namespace {

void put_head(Html& html, const PageFrame& frame) {
  const auto head = html.open("head");
  html.put("meta", {{"charset", "utf-8"}});
  html.put("title", {}, frame.title.empty() ? "dossier" : fmt::format("{} · dossier", frame.title));
  html.put("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.put("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.put("link",
           {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", Address::local("/assets/icon.svg")}});
  html.put("link", {{"rel", "stylesheet"}, {"href", Address::local("/assets/page.css")}});
  // Before the first paint, or a dark page would flash up light.
  html.script(Address::local("/assets/scheme.js"), true);
  html.script(Address::local("/assets/page.js"), false);
}

void put_top(Html& html, const PageFrame& frame) {
  const auto top = html.open("header", {{"class", "top"}, {"id", "top"}});
  html.put("a", {{"href", Address::place("main")}, {"class", "skip"}}, "Skip to the results");
  html.put("a", {{"href", Address::local("/")}, {"class", "name"}}, "dossier");
  put_search_form(html, frame.state, frame.focus);
  const auto tools = html.open("nav", {{"class", "corner"}, {"aria-label", "Page"}});
  html.put("a", {{"href", Address::local("/help")}, {"class", "help"}, {"title", "How to ask, and the keys"}},
           "Help");
  // Without script the browser's own setting decides.
  html.put("button",
           {{"type", "button"},
            {"class", "scheme"},
            {"hidden", true},
            {"aria-pressed", "false"},
            {"title", "Light or dark"}},
           "Dark");
}

}  // namespace

std::string make_page(const PageFrame& frame, const std::function<void(Html&)>& main) {
  Html html;
  html.doctype();
  {
    const auto root = html.open("html", {{"lang", "en"}});
    put_head(html, frame);
    const auto body = html.open("body", {{"class", frame.kind}});
    put_top(html, frame);
    {
      const auto element = html.open("main", {{"id", "main"}, {"tabindex", "-1"}});
      main(html);
    }
  }
  return html.take();
}

}  // namespace dossier::web
