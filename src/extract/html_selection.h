// Which of a page's blocks are its text, and which stand around it.
#pragma once

#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "html_page.h"

namespace dossier {

// The main content of a page: an article, a law, a transcript, a thread, without navigation, related links,
// readers' comments, share bars, credits of pictures. A heading that only repeats `title` is left out. A page
// on which nothing looks like an article gives all its text but furniture; if next to nothing would be left,
// all. Linear in blocks and elements.
std::vector<Block> main_content(HtmlPage&& page, std::string_view title);

}  // namespace dossier
