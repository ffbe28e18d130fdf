// What a PDF says of itself.
#pragma once

#include <string>
#include <string_view>

#include "dossier/extract/extracted_document.h"
#include "pdf_file.h"

namespace dossier {

// Whether a title in a document's properties was written by somebody as its title: not the name of a file
// ("Microsoft Word - 12-345.doc", "A_HRC_20_1"), and not what a program puts there by itself ("untitled",
// "Slide 1").
bool is_plausible_title(std::string_view title);

// Title (empty if it is not plausible), author, language and dates of the file's information and its XMP; the
// dates as "2013-05-24T10:10:10".
RawMetadata pdf_metadata(const PdfFile& file);

}  // namespace dossier
