// What a text says of its own charset.
#pragma once

#include <string_view>

namespace dossier {

// The charset that a web page or an XML document names: in its XML declaration, else in the first <meta> that
// has one (HTML Standard, "prescan a byte stream"). Comments are passed over. Empty if it names none.
std::string_view declared_charset(std::string_view bytes);

}  // namespace dossier
