// The JSON of values that several outputs share. Text fields are always strings, empty when unknown; what is
// not there otherwise is null.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "dossier/search/result.h"

namespace dossier {

using Json = nlohmann::ordered_json;

// On one line, with a newline. Valid UTF-8 whatever the strings hold; DEL, C1 and bidirectional control
// characters are escaped, as JSON asks for C0 alone, so that printing it drives no terminal.
std::string dump_line(const Json& json);

// Sets "path", and "path_bytes" percent-escaped where the path is no UTF-8 (then "path" holds U+FFFD).
void put_path(Json& object, std::string_view path);

Json published_json(const std::optional<PublicationDate>& published);
Json time_json(std::optional<std::int64_t> seconds);
Json ranges_json(const std::vector<Range>& ranges);
Json mention_json(const DateMention& mention);
void put_resolution(Json& object, const DateMention& mention);  // when it is, and how that is known
Json counts_json(const Counts& counts);
Json document_json(const HitDocument& document);
Json passage_json(const HitPassage& passage);
Json problems_json(const std::vector<Problem>& problems);
Json query_json(const SearchResult& result);
Json facets_json(const std::vector<Facet>& facets);

}  // namespace dossier
