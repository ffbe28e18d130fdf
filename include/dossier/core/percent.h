// Percent escapes, as URLs have them (RFC 3986, section 2.1). Any bytes in, any bytes out.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// Letters, digits, "-._~" and what `keep` has stay; every other byte becomes %XX.
std::string percent_escape(std::string_view bytes, std::string_view keep = {});

// The bytes that the escapes stand for. What only looks like an escape ("%zz", "%4" at the end) stays.
std::string percent_unescape(std::string_view text);

}  // namespace dossier
