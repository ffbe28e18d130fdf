// The API described for programs: OpenAPI 3.1, made from the table that requests are read by.
#pragma once

#include <string>

namespace dossier::web {

std::string openapi_json(const std::string& version);

}  // namespace dossier::web
