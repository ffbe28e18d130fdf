#include "html_events.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <string>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxAttributes = 64;           // of a tag; more are dropped
constexpr std::size_t kMaxTagBytes = 64 * 1024;      // of a tag with its attributes; what goes beyond is dropped
constexpr std::size_t kMaxNesting = 4096;            // of elements; deeper ones are opened where they stand

bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_space(char c) noexcept {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Where the attribute at `at` ends; its value may be quoted.
std::size_t end_of_attribute(std::string_view html, std::size_t at) noexcept {
  while (at < html.size() && !is_space(html[at]) && html[at] != '=' && html[at] != '>') ++at;
  std::size_t value = at;
  while (value < html.size() && is_space(html[value])) ++value;
  if (value >= html.size() || html[value] != '=') return at;
  for (++value; value < html.size() && is_space(html[value]);) ++value;
  if (value < html.size() && (html[value] == '"' || html[value] == '\'')) {
    const std::size_t close = html.find(html[value], value + 1);
    return close == std::string_view::npos ? html.size() : close + 1;
  }
  while (value < html.size() && !is_space(html[value]) && html[value] != '>') ++value;
  return value;
}

// Copies the tag at `start` without what no page needs of it; gives the offset behind it.
std::size_t copy_tag(std::string_view html, std::size_t start, std::string& out) {
  std::size_t at = start + 1;
  while (at < html.size() && !is_space(html[at]) && html[at] != '>' && html[at] != '<') ++at;
  out.append(html.substr(start, std::min(at - start, kMaxTagBytes)));
  std::size_t attributes = 0;
  while (at < html.size() && html[at] != '>') {
    if (is_space(html[at]) || html[at] == '/' || html[at] == '=') {
      ++at;
      continue;
    }
    if (html[at] == '<') break;  // a tag that was never closed
    const std::size_t end = end_of_attribute(html, at);
    if (attributes < kMaxAttributes && end - at <= kMaxTagBytes) {
      out += ' ';
      out.append(html.substr(at, end - at));
      ++attributes;
    }
    at = end;
  }
  if (at < html.size() && html[at] == '<') return out += '>', at;
  if (at < html.size()) return out += '>', at + 1;
  return at;
}

// `html` with each start tag cut to what a parser can bear. Comments pass as they are.
std::string tame_tags(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  for (std::size_t i = 0; i < html.size();) {
    const std::size_t open = html.find('<', i);
    out.append(html.substr(i, open == std::string_view::npos ? open : open - i));
    if (open == std::string_view::npos) break;
    i = open;
    if (html.substr(i).starts_with("<!--")) {
      const std::size_t close = html.find("-->", i + 4);
      if (close == std::string_view::npos) break;  // never closed: a comment to the end
      i = close + 3;
    } else if (i + 1 < html.size() && is_letter(html[i + 1])) {
      i = copy_tag(html, i, out);
    } else {
      out += html[i++];
    }
  }
  return out;
}

std::string_view view(const xmlChar* text) noexcept {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

// What libxml2's C callbacks are given. An exception must not pass through the library: it is kept for later.
struct Receiver {
  HtmlHandler& handler;
  std::exception_ptr error;
  htmlParserCtxtPtr parser = nullptr;

  template <typename Work>
  void run(Work&& work) noexcept {
    if (error) return;
    try {
      work();
    } catch (...) {
      error = std::current_exception();
      xmlStopParser(parser);
    }
  }
};

Receiver& receiver(void* user) {
  return *static_cast<Receiver*>(user);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  receiver(user).run([&] { receiver(user).handler.start(view(name), HtmlAttributes(attributes)); });
}

void on_end(void* user, const xmlChar* name) {
  receiver(user).run([&] { receiver(user).handler.end(view(name)); });
}

void on_text(void* user, const xmlChar* text, int length) {
  const std::string_view bytes(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
  // A character reference may name what is no character.
  receiver(user).run([&] {
    if (is_valid_utf8(bytes)) {
      receiver(user).handler.text(bytes);
    } else {
      receiver(user).handler.text(repair_utf8(bytes));
    }
  });
}

struct FreeParser {
  void operator()(htmlParserCtxtPtr parser) const noexcept {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    htmlFreeParserCtxt(parser);
  }
};

// Opens and closes elements for `handler`, flattening those that are nested too deep.
class Flattener : public HtmlHandler {
 public:
  explicit Flattener(HtmlHandler& handler) : handler_(handler) {}
  void start(std::string_view name, const HtmlAttributes& attributes) override {
    handler_.start(name, attributes);
    if (++depth_ > kMaxNesting) handler_.end(name);
  }
  void end(std::string_view name) override {
    if (depth_-- <= kMaxNesting) handler_.end(name);
  }
  void text(std::string_view text) override { handler_.text(text); }

 private:
  HtmlHandler& handler_;
  std::size_t depth_ = 0;
};

}  // namespace

const unsigned char* const* HtmlAttributes::find(std::string_view name) const noexcept {
  if (pairs_ == nullptr) return nullptr;
  for (const unsigned char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    if (view(*pair) == name) return pair;
  }
  return nullptr;
}

std::string_view HtmlAttributes::get(std::string_view name) const noexcept {
  const unsigned char* const* pair = find(name);
  return pair == nullptr ? std::string_view{} : view(pair[1]);
}

bool HtmlAttributes::has(std::string_view name) const noexcept {
  return find(name) != nullptr;
}

std::string decode_reference(std::string_view reference) {
  std::string out;
  if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') return std::string(reference);
  const std::string name(reference.substr(1, reference.size() - 2));
  if (name[0] != '#') {
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity == nullptr) return std::string(reference);
    append_utf8(out, entity->value);
    return out;
  }
  const bool hexadecimal = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  std::uint32_t value = 0;
  const char* const end = name.data() + name.size();
  const auto [rest, error] = std::from_chars(name.data() + (hexadecimal ? 2 : 1), end, value, hexadecimal ? 16 : 10);
  if (error != std::errc() || rest != end || value == 0) return std::string(reference);
  append_utf8(out, value);
  return out;
}

void read_html(std::string_view html, HtmlHandler& handler) {
  const std::string tame = tame_tags(html);
  if (tame.empty()) return;
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(tame.data(), static_cast<int>(tame.size())));
  if (!parser) throw std::bad_alloc();
  Flattener flattener(handler);
  Receiver receiver{flattener, nullptr, parser.get()};
  std::memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = &on_start;
  parser->sax->endElement = &on_end;
  parser->sax->characters = &on_text;
  parser->sax->cdataBlock = &on_text;
  parser->sax->ignorableWhitespace = &on_text;
  parser->userData = &receiver;
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                       HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  if (receiver.error) std::rethrow_exception(receiver.error);
}

}  // namespace dossier
