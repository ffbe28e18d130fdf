// Equations of office documents as lines of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xml_reader.h"

namespace dossier {

// Office MathML (ECMA-376 part 1, 22.1) as people type it on a line: "a/b", "x^(n+1)", "∑_(k=1)^n a_k".
// Digits alone that are set high or low stand as in running text: "CO2", "mc2". No recursion, whatever is
// nested.
class OfficeMath {
 public:
  // What stands in an equation, from the tag behind <oMath> on.
  void start(std::string_view name, const XmlAttributes& attributes);
  void end(std::string_view name);
  void text(std::string_view text);

  // The equation, once it has ended.
  std::string take();

 private:
  struct Part {
    std::string name;
    std::string text;
  };
  struct Object {
    std::string name;
    std::string sign;  // of a sum, an integral; what stands over or under a group
    std::string open = "(", part = "|", close = ")";
    std::vector<Part> parts;
  };

  std::string& into();
  static std::string line(const Object& object);

  std::vector<Object> objects_;  // open ones
  std::string text_;
  std::size_t bytes_ = 0;
};

}  // namespace dossier
