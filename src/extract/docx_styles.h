// The styles of a DOCX document, as far as they say what a paragraph is.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "xml_reader.h"

namespace dossier {

struct DocxStyle {
  std::size_t level = 0;  // of a heading, from 1; 0: none
  bool is_item = false;   // of a list
  bool is_hidden = false;
};

// Read word/styles.xml with it, then ask.
class DocxStyles : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

  // What the style and those it is based on say.
  DocxStyle get(std::string_view id) const;

 private:
  struct Written {
    std::string name;
    std::string based_on;
    int outline = -1;  // from 0; 9 is body text; -1: not said
    int list = -1;     // 0: in none
    bool is_hidden = false;
  };

  std::map<std::string, Written, std::less<>> styles_;
  Written* open_ = nullptr;
};

// The value of an attribute `val` that is a number; `otherwise` if it is none.
int docx_number(const XmlAttributes& attributes, int otherwise);
// Of a switch such as <w:vanish/>: on unless it says "0", "false" or "off".
bool docx_switch(const XmlAttributes& attributes);

}  // namespace dossier
