// JSON objects as records of text.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "text_record.h"

namespace dossier {

// The object in `json` with its own fields; what is nested in them is of no use, and may be deep. Discarded
// if it is not valid JSON.
nlohmann::json parse_record(const std::string& json);

// JSON with each escaped half of a surrogate pair that stands alone made U+FFFD: some programs cut strings
// there.
std::string without_lone_surrogates(std::string json);

// The fields of an object whose text is a string.
TextRecord to_record(const nlohmann::json& object);

}  // namespace dossier
