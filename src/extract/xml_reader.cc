#include "xml_reader.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <limits>
#include <memory>
#include <new>
#include <vector>

#include "charset.h"
#include "declared_charset.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// libxml2 holds each attribute of a tag against all before it.
constexpr std::size_t kMaxAttributes = 256;
constexpr std::size_t kMaxErrors = 10'000;  // more than a document with a mishap has

const char* chars(const xmlChar* text) noexcept {
  return reinterpret_cast<const char*>(text);
}

std::string_view local_name(std::string_view name) noexcept {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The offset behind the tag that begins at `at`, and how many quoted values it has. Quotes hide a ">".
std::size_t end_of_tag(std::string_view xml, std::size_t at, std::size_t& values) {
  while (true) {
    at = xml.find_first_of("\"'>", at);
    if (at == std::string_view::npos) return xml.size();
    if (xml[at] == '>') return at + 1;
    ++values;
    at = xml.find(xml[at], at + 1);
    if (at == std::string_view::npos) return xml.size();
    ++at;
  }
}

// The offset of the first tag with more attributes than are read; the size of `xml` if there is none.
std::size_t first_crowded_tag(std::string_view xml) {
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at)) {
    const std::string_view rest = xml.substr(at);
    const std::string_view close = rest.starts_with("<!--")        ? "-->"
                                   : rest.starts_with("<![CDATA[") ? "]]>"
                                   : rest.starts_with("<?")        ? "?>"
                                                                   : "";
    if (!close.empty()) {
      at = xml.find(close, at + 2);
      if (at == std::string_view::npos) break;
      continue;
    }
    std::size_t values = 0;
    const std::size_t end = end_of_tag(xml, at + 1, values);
    if (values > kMaxAttributes) return at;
    at = end;
  }
  return xml.size();
}

// Where no entity is replaced, libxml2 keeps an ampersand of a value as "&#38;": of all values, in their
// place.
void resolve_ampersands(xmlChar** attributes) {
  constexpr std::string_view kKept = "&#38;";
  for (xmlChar** pair = attributes; pair != nullptr && pair[0] != nullptr; pair += 2) {
    const std::string_view value = pair[1] == nullptr ? std::string_view{} : chars(pair[1]);
    const std::size_t kept = value.find(kKept);
    if (kept == std::string_view::npos) continue;
    std::size_t end = kept;
    for (std::size_t i = kept; i < value.size(); ++end) {
      pair[1][end] = pair[1][i];
      i += value.substr(i).starts_with(kKept) ? kKept.size() : 1;
    }
    pair[1][end] = 0;
  }
}

// Passes libxml2's calls on. Nothing may be thrown through C code: what is thrown waits for its end.
class Reading {
 public:
  explicit Reading(XmlHandler& handler) : handler_(handler) {}

  std::string read(std::string_view xml) {
    xmlSAXHandler calls;
    std::memset(&calls, 0, sizeof calls);
    // Without the calls for names with namespaces libxml2 gives names as written: its search for a prefix is
    // linear in what a hostile document has declared. Without getEntity no entity is known to it.
    calls.initialized = XML_SAX2_MAGIC;
    calls.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      resolve_ampersands(const_cast<xmlChar**>(attributes));
      static_cast<Reading*>(self)->start(chars(name), attributes);
    };
    calls.endElement = [](void* self, const xmlChar*) { static_cast<Reading*>(self)->end(); };
    calls.characters = [](void* self, const xmlChar* text, int length) {
      static_cast<Reading*>(self)->text({chars(text), static_cast<std::size_t>(length)});
    };
    calls.cdataBlock = calls.characters;
    calls.serror = [](void* self, xmlErrorPtr error) { static_cast<Reading*>(self)->fault(*error); };
    const auto size = std::min<std::size_t>(xml.size(), std::numeric_limits<int>::max());
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(
        xmlCreateMemoryParserCtxt(xml.data(), static_cast<int>(size)), xmlFreeParserCtxt);
    if (context == nullptr) throw std::bad_alloc();
    context_ = context.get();
    *context_->sax = calls;
    context_->userData = this;
    xmlCtxtUseOptions(context_, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_SAX1);
    xmlParseDocument(context_);
    // With the option for SAX 1 libxml2 keeps faults to itself.
    const xmlError* error = xmlCtxtGetLastError(context_);
    if (context_->wellFormed == 0 && error != nullptr) fault(*error);
    while (!open_.empty() && !thrown_) end();
    if (thrown_) std::rethrow_exception(thrown_);
    return std::move(problem_);
  }

 private:
  template <typename Call>
  void guard(Call&& call) noexcept {
    if (thrown_) return;
    try {
      call();
    } catch (...) {
      thrown_ = std::current_exception();
      xmlStopParser(context_);
    }
  }

  void start(std::string_view name, const xmlChar** attributes) {
    guard([&] {
      if (stopped_) return;
      if (open_.size() == max_xml_depth) return stop("nested too deeply");
      open_.emplace_back(local_name(name));
      handler_.start(open_.back(), XmlAttributes(attributes));
    });
  }

  void end() {
    guard([&] {
      if (open_.empty() || (stopped_ && context_->instate != XML_PARSER_EOF)) return;
      handler_.end(open_.back());
      open_.pop_back();
    });
  }

  void text(std::string_view text) {
    guard([&] {
      if (!stopped_) handler_.text(text);
    });
  }

  void fault(const xmlError& error) {
    guard([&] {
      if (error.level < XML_ERR_ERROR || stopped_) return;
      if (problem_.empty()) {
        problem_ = fmt::format("line {}: {}", error.line,
                               trim(repair_utf8(error.message == nullptr ? "not XML" : error.message)));
      }
      if (++errors_ == kMaxErrors) stop("too many faults");
    });
  }

  void stop(std::string_view why) {
    stopped_ = true;
    if (problem_.empty()) problem_ = why;
    xmlStopParser(context_);
  }

  XmlHandler& handler_;
  xmlParserCtxt* context_ = nullptr;
  std::vector<std::string> open_;
  std::string problem_;
  std::size_t errors_ = 0;
  bool stopped_ = false;
  std::exception_ptr thrown_;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const noexcept {
  for (const xmlChar** pair = pairs_; pair != nullptr && pair[0] != nullptr; pair += 2) {
    if (chars(pair[0]) == name) return pair[1] == nullptr ? "" : chars(pair[1]);
  }
  return get_prefixed(name);
}

std::string_view XmlAttributes::get_prefixed(std::string_view name) const noexcept {
  for (const xmlChar** pair = pairs_; pair != nullptr && pair[0] != nullptr; pair += 2) {
    const std::string_view written = chars(pair[0]);
    const bool same = written.size() > name.size() && written.ends_with(name) &&
                      written[written.size() - name.size() - 1] == ':';
    if (same) return pair[1] == nullptr ? "" : chars(pair[1]);
  }
  return {};
}

std::string read_xml(std::string_view bytes, XmlHandler& handler) {
  std::string decoded;
  std::string_view xml = bytes;
  if (bytes.find('\0') != std::string_view::npos || bytes.starts_with("\xEF\xBB\xBF") ||
      !is_valid_utf8(bytes)) {
    decoded = decode_text(bytes, declared_charset(bytes)).text;
    // libxml2 takes a NUL for the end.
    std::replace(decoded.begin(), decoded.end(), '\0', ' ');
    xml = decoded;
  }
  xml.remove_prefix(std::min(xml.find('<'), xml.size()));
  // It is UTF-8 by now, whatever its declaration says.
  if (xml.starts_with("<?xml")) xml.remove_prefix(std::min(xml.find("?>"), xml.size() - 2) + 2);
  if (xml.empty()) return "no XML";
  const std::size_t crowded = first_crowded_tag(xml);
  std::string problem = Reading(handler).read(xml.substr(0, crowded));
  return crowded < xml.size() ? "a tag with too many attributes" : problem;
}

}  // namespace dossier
