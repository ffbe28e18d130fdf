// XML as a row of events.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// The attributes of a start tag.
class XmlAttributes {
 public:
  // `pairs` are names and values by turns, ended by a null pointer, or null where there are none.
  explicit XmlAttributes(const unsigned char** pairs) noexcept : pairs_(pairs) {}

  // The value of the attribute whose name without a prefix is `name`, one that is written without a prefix
  // before others; empty if it is not there.
  std::string_view get(std::string_view name) const noexcept;
  // The same of those with a prefix alone: "r:id" beside "id".
  std::string_view get_prefixed(std::string_view name) const noexcept;

 private:
  const unsigned char** pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  // Names come without their prefix: what they stand for is told by the part they are in. Each start has its
  // end, in proper nesting. `attributes` hold for the call.
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;  // valid UTF-8; a stretch may come in pieces
};

inline constexpr std::size_t max_xml_depth = 1000;  // elements in each other

// Reads `bytes` in whatever charset they are and tells `handler` what stands there. Loads nothing, expands no
// entity but XML's own five. Linear. Gives what was broken, for people, or an empty string; what came before,
// and what can be read behind, has been told. What is nested deeper than max_xml_depth, or a tag with more
// attributes than any document has, ends the reading. What `handler` throws passes through.
std::string read_xml(std::string_view bytes, XmlHandler& handler);

}  // namespace dossier
