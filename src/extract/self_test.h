// What extractors tell `check --formats`: small files for their sample(), and the libraries by which they
// read.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier {

// The members of a container: (name, bytes).
using SampleMembers = std::vector<std::pair<std::string, std::string>>;

// A zip of them.
std::string zip_sample(const SampleMembers& members);
// An OOXML package of these parts. The first is the main one, which is related to the others in their order
// as "r1", "r2" ...
std::string opc_sample(const SampleMembers& parts);
// A tar of them, packed by gzip.
std::string tar_sample(const SampleMembers& members);
// An OLE container of these streams.
std::string ole_sample(const SampleMembers& streams);

// A TIFF on which sample_words are written.
std::string picture_sample();

// A message of mail.
std::string mail_sample();

// Libraries with their versions: "libxml2 2.9.14".
std::string archive_library();
std::string json_library();
std::string mail_library();
std::string ole_library();
std::string xml_library();
std::string package_libraries();

}  // namespace dossier
