// Writes small PDF files for tests: pages of text in standard fonts, an outline, properties.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier {

// What draws `text` at a place, in points from the lower left corner of the page (612 by 792). Fonts: "F1"
// Helvetica, "F2" Helvetica bold, "F3" one whose codes the builder maps.
inline std::string draw(int x, int y, std::string_view text, int size = 10, std::string_view font = "F1") {
  std::string out = "BT /" + std::string(font) + " " + std::to_string(size) + " Tf " + std::to_string(x) +
                    " " + std::to_string(y) + " Td (";
  for (const char c : text) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out + ") Tj ET\n";
}

// Lines below each other, 12 points apart.
inline std::string draw_lines(int x, int y, const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    out += draw(x, y, line);
    y -= 12;
  }
  return out;
}

class PdfBuilder {
 public:
  PdfBuilder& page(std::string content) {
    pages_.push_back(std::move(content));
    return *this;
  }
  // A property of the document: "Title".
  PdfBuilder& info(const std::string& key, const std::string& value) {
    info_ += "/" + key + "(" + value + ")";
    return *this;
  }
  PdfBuilder& outline(std::vector<std::string> titles) {
    outline_ = std::move(titles);
    return *this;
  }
  // Font F3 shows `code` as the UTF-16 `units` in hexadecimal digits: ('a', "FB01").
  PdfBuilder& map(char code, const std::string& units) {
    mapping_.emplace_back(code, units);
    return *this;
  }
  // More of the trailer: "/Encrypt ...".
  PdfBuilder& trailer(std::string more) {
    trailer_ = std::move(more);
    return *this;
  }
  // What the root of the page tree says: "/Kids[2 0 R]/Count 1".
  PdfBuilder& tree(std::string entries) {
    tree_ = std::move(entries);
    return *this;
  }
  // A form that a page, or the form before it, draws by "/X Do".
  PdfBuilder& form(std::string content) {
    forms_.push_back(std::move(content));
    return *this;
  }
  // An object beside the others.
  PdfBuilder& object(std::string body) {
    extra_.push_back(std::move(body));
    return *this;
  }

  std::string build() const {
    // 1 catalog, 2 pages, 3 to 5 fonts, 6 the map of F3, 7 properties, 8 outline, then what there are many
    // of.
    std::vector<std::string> objects(8);
    const std::size_t first_page = 9;
    const std::size_t first_title = first_page + 2 * pages_.size();
    const std::size_t first_form = first_title + outline_.size();
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      kids += number(first_page + 2 * i);
      objects.push_back(
          "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>" +
          form_resource(first_form, 0) + ">>/Contents " + number(first_page + 2 * i + 1) + ">>");
      objects.push_back(stream(pages_[i]));
    }
    objects[0] =
        "<</Type/Catalog/Pages 2 0 R" + (outline_.empty() ? std::string() : "/Outlines 8 0 R") + ">>";
    const std::string tree = "/Kids[" + kids + "]/Count " + std::to_string(pages_.size());
    objects[1] = "<</Type/Pages" + (tree_.empty() ? tree : tree_) + ">>";
    objects[2] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    objects[3] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>";
    objects[4] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>";
    objects[5] = stream(character_map());
    objects[6] = "<<" + info_ + ">>";
    objects[7] = "<</Type/Outlines/First " + number(first_title) + "/Last " +
                 number(first_title + outline_.size() - 1) + "/Count " + std::to_string(outline_.size()) +
                 ">>";
    for (std::size_t i = 0; i < outline_.size(); ++i) {
      objects.push_back("<</Title(" + outline_[i] + ")/Parent 8 0 R" +
                        (i + 1 < outline_.size() ? "/Next " + number(first_title + i + 1) : "") + ">>");
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      objects.push_back(stream(forms_[i], "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<" +
                                              form_resource(first_form, i + 1) + ">>"));
    }
    objects.insert(objects.end(), extra_.begin(), extra_.end());
    return file(objects);
  }

 private:
  static std::string number(std::size_t object) { return std::to_string(object) + " 0 R "; }

  std::string form_resource(std::size_t first_form, std::size_t form) const {
    return form < forms_.size() ? "/XObject<</X " + number(first_form + form) + ">>" : std::string();
  }

  static std::string stream(const std::string& content, const std::string& entries = {}) {
    return "<<" + entries + "/Length " + std::to_string(content.size()) + ">>\nstream\n" + content +
           "\nendstream";
  }

  std::string character_map() const {
    std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n" +
        std::to_string(mapping_.size()) + " beginbfchar\n";
    for (const auto& [code, units] : mapping_) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(code);
      map += std::string("<") + kDigits[byte >> 4U] + kDigits[byte & 15U] + "> <" + units + ">\n";
    }
    return map + "endbfchar endcmap CMapName currentdict /CMap defineresource pop end end\n";
  }

  std::string file(const std::vector<std::string>& objects) const {
    std::string out = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
      std::string offset = std::to_string(out.size());
      table += offset.insert(0, 10 - offset.size(), '0') + " 00000 n \n";
      out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    const std::size_t start = out.size();
    return out + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<</Size " + size +
           "/Root 1 0 R/Info 7 0 R" + trailer_ + ">>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
  }

  std::vector<std::string> pages_;
  std::string info_;
  std::vector<std::string> outline_;
  std::vector<std::pair<char, std::string>> mapping_;
  std::string trailer_;
  std::string tree_;
  std::vector<std::string> forms_;
  std::vector<std::string> extra_;
};

}  // namespace dossier
