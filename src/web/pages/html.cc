#include "html.h"

#include <fmt/format.h>

#include "dossier/render/html_text.h"

namespace dossier::web {
namespace {

// RFC 3986: what is unreserved stands as it is. "/", ":", "," and what else a query may hold does so too
// where it parts nothing, for addresses are read by people.
void append_escaped(std::string& out, std::string_view text, std::string_view kept) {
  constexpr std::string_view kUnreserved = "-._~";
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kUnreserved.find(c) != std::string_view::npos || kept.find(c) != std::string_view::npos)
      out += c;
    else if (c == ' ' && kept.find('+') != std::string_view::npos)
      out += '+';
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
}

// '+' among what is kept says that a space is written so; a plus itself is escaped.
void append_parameter(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t plus = std::min(text.find('+', at), text.size());
    append_escaped(out, text.substr(at, plus - at), "/:,()*!@;+");
    if (plus < text.size()) out += "%2B";
    at = plus + 1;
  }
}

// Elements that have no end tag.
bool is_void(std::string_view tag) {
  return tag == "input" || tag == "meta" || tag == "link" || tag == "br" || tag == "hr" || tag == "wbr";
}

}  // namespace

Address Address::local(std::string_view folder, std::string_view part, const Parameters& parameters) {
  std::string out(folder);
  append_escaped(out, part, "");
  char before = '?';
  for (const auto& [name, value] : parameters) {
    if (value.empty()) continue;
    out += before;
    out += name;
    out += '=';
    append_parameter(out, value);
    before = '&';
  }
  return Address(std::move(out));
}

Address Address::place(std::string_view name) {
  std::string out = "#";
  append_escaped(out, name, "");
  return Address(std::move(out));
}

std::optional<Address> Address::web(std::string_view url) {
  if (!is_web_address(url)) return std::nullopt;
  return Address(std::string(url));
}

Address Address::at(std::string_view place_name) const {
  return Address(text_.substr(0, text_.find('#')) + place(place_name).text());
}

Attribute::Attribute(name::Text number_name, std::size_t number)
    : name_(number_name.word()), value_(std::to_string(number)) {}

Html::Element::~Element() {
  html_.out_ += "</";
  html_.out_ += tag_;
  html_.out_ += '>';
}

void Html::begin(std::string_view tag, Attributes attributes) {
  out_ += '<';
  out_ += tag;
  for (const Attribute& attribute : attributes) {
    if (!attribute.there()) continue;
    out_ += ' ';
    out_ += attribute.name();
    if (attribute.value().empty()) continue;
    out_ += "=\"";
    append_html_text(out_, attribute.value());
    out_ += '"';
  }
  out_ += '>';
}

void Html::doctype() {
  out_ += "<!doctype html>\n";
}

Html::Element Html::open(name::Tag tag, Attributes attributes) {
  begin(tag.word(), attributes);
  return Element(*this, tag.word());
}

void Html::put(name::Tag tag, Attributes attributes) {
  begin(tag.word(), attributes);
  if (!is_void(tag.word())) Element(*this, tag.word());
}

void Html::put(name::Tag tag, Attributes attributes, std::string_view held) {
  const Element element = open(tag, attributes);
  text(held);
}

Html& Html::text(std::string_view text) {
  append_html_text(out_, text);
  return *this;
}

void Html::script(const Address& file, bool early) {
  out_ += early ? "<script src=\"" : "<script type=\"module\" src=\"";
  append_html_text(out_, file.text());
  out_ += "\"></script>";
}

}  // namespace dossier::web
