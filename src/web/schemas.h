// The JSON of the API's answers as schemas (JSON Schema 2020-12), for /api/openapi.json. docs/output.md says
// what the fields mean.
#pragma once

#include <string_view>

namespace dossier::web {

// An object of schemas by name, as JSON: {"SearchResult": {...}, ...}.
std::string_view schemas() noexcept;

}  // namespace dossier::web
