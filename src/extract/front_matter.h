// Front matter: what stands between "---" lines (YAML) or "+++" lines (TOML) at the top of a Markdown file.
#pragma once

#include <string>
#include <string_view>

#include "dossier/extract/extracted_document.h"

namespace dossier {

struct FrontMatter {
  RawMetadata metadata;
  std::string summary;     // what the page says below its title; may be empty
  std::string problem;     // why not all of it could be read; empty if it could
  std::size_t length = 0;  // bytes of the text that it takes up, its last line end included; 0: there is none
};

// Reads the front matter of cleaned text. YAML that is broken is read line by line for the fields that
// matter, and so is TOML. What holds no fields is a text between two rules.
FrontMatter read_front_matter(std::string_view text);

}  // namespace dossier
