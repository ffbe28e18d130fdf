// What a web page is called.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace dossier {

// What a page gives as its title in several places; empty where it does not.
struct TitleClaims {
  std::string declared;               // by metadata: Open Graph, JSON-LD ...
  bool is_headline = false;           // it comes from JSON-LD or a lesser place: it may be a description
  std::string page;                   // <title>
  std::vector<std::string> headings;  // each <h1>, in their order
  std::string site;                   // the site's name
};

inline constexpr std::size_t max_title_headings = 20;  // that need be given

// The title: what is declared, else <title>, without the name of the site or section before or behind it; in
// the words of the heading of the page that says the same, if there is one.
std::string title_of_page(const TitleClaims& claims);

}  // namespace dossier
