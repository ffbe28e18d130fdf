// Shell-like matching of paths.
#pragma once

#include <string_view>

namespace dossier {

// True if `pattern` matches `path`, whose segments are parted by "/". Within a segment "*" stands for any
// number of characters, "?" for one, "[a-z]" for one of a set, "[!a-z]" for one outside it, and "\" takes
// what follows for itself. A segment "**" stands for any number of segments, at a pattern's end for one or
// more. A pattern without
// "/" is held against the last segment of `path`, one that begins with "/" against all of it, another one
// against its end, from any segment on. What is not UTF-8 counts as one character a byte. Takes no more steps
// than the length of the pattern times that of the path.
bool glob_match(std::string_view pattern, std::string_view path) noexcept;

}  // namespace dossier
