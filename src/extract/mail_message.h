// A message of electronic mail.
#pragma once

#include <string_view>

#include "dossier/extract/extractor.h"

namespace dossier {

// Starts GMime, which looks for its surroundings. At once, if it runs already.
void prepare_mail();

// Reads one message (RFC 5322 and MIME) as GMime understands it: the message itself as a document, what is
// attached to it as members of it.
Outcome extract_message(std::string_view bytes, const ExtractionInput& input, const DocumentSink& sink);

}  // namespace dossier
