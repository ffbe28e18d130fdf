// Text as a scan has it: letters that are strokes on the page of a PDF, and no text for those who look for
// it.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>

namespace dossier {

// What draws `text`, of the capitals that are made of straight strokes, at a place in points from the lower
// left corner of the page. 24 points high.
inline std::string draw_strokes(int x, int y, std::string_view text) {
  // On a grid of 4 by 6 points.
  static const std::map<char, std::string_view> letters{{'A', "0 0 m 2 6 l 4 0 l 0.7 2 m 3.3 2 l"},
                                                        {'E', "4 0 m 0 0 l 0 6 l 4 6 l 0 3 m 3 3 l"},
                                                        {'F', "0 0 m 0 6 l 4 6 l 0 3 m 3 3 l"},
                                                        {'H', "0 0 m 0 6 l 4 0 m 4 6 l 0 3 m 4 3 l"},
                                                        {'L', "0 6 m 0 0 l 4 0 l"},
                                                        {'N', "0 0 m 0 6 l 4 0 l 4 6 l"},
                                                        {'T', "0 6 m 4 6 l 2 6 m 2 0 l"},
                                                        {'W', "0 6 m 1 0 l 2.5 5 l 4 0 l 5 6 l"},
                                                        {'Y', "0 6 m 2 3 l 4 6 l 2 3 m 2 0 l"}};
  std::ostringstream out;
  out << "q 4 0 0 4 " << x << ' ' << y << " cm 0.7 w\n";
  for (const char c : text) {
    if (const auto letter = letters.find(c); letter != letters.end()) out << letter->second << " S\n";
    out << "1 0 0 1 " << (c == 'W' ? 6.5 : 5.5) << " 0 cm\n";
  }
  out << "Q\n";
  return out.str();
}

}  // namespace dossier
