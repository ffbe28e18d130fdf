// Reading a "document" whose text names what an attacker would have its reader do.
#pragma once

#include "dossier/extract/extractor.h"

namespace dossier {

// Tries what `input.bytes` says: the name of an attempt, a space, a path where one is needed. The outcome's
// detail says what came of it: "done", the name of the error, or what the attempt gave.
Outcome try_forbidden_call(const ExtractionInput& input, const DocumentSink& sink);

}  // namespace dossier
