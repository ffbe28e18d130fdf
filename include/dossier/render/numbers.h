// Numbers, sizes and times as people read them; the same in every output and every locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/document/document.h"
#include "dossier/search/result.h"

namespace dossier {

std::string group_digits(std::uint64_t number);  // "12,345"

// "1 passage", "12,345 passages".
std::string count_of(std::uint64_t number, std::string_view singular, std::string_view plural);
std::string passages_of(std::uint64_t number);
std::string documents_of(std::uint64_t number);

std::string human_size(std::uint64_t bytes);  // "512 B", "1.2 kB", "35 MB"; powers of 1000

// "2013-05-24T10:00:00Z" of seconds since 1970-01-01 UTC.
std::string format_time(std::int64_t seconds);

// "2013-05-24", "2013-05", "2013": as precise as it is known.
std::string format_published(const PublicationDate& date);

// A media type as people call it: "html", "pdf", "docx"; the subtype where there is no shorter name.
std::string type_label(std::string_view media_type);

// What a document is, and how its text was come by: "pdf", "pdf (OCR)".
std::string kind_label(const HitDocument& document);

}  // namespace dossier
