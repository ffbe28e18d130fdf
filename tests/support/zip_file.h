// Makes zip files: members stored as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dossier {

// The members of a zip: (name, bytes).
using ZipMembers = std::vector<std::pair<std::string, std::string>>;

// As zip files have it (ISO 3309).
inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

inline void append_little_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i, value >>= 8) out += static_cast<char>(value);
}

inline std::string zip_file(const ZipMembers& members) {
  std::string files;
  std::string directory;
  for (const auto& [name, bytes] : members) {
    const std::size_t offset = files.size();
    std::string fields;                            // that stand in both places
    append_little_endian(fields, 20, 2);           // version
    append_little_endian(fields, 0, 2 + 2);        // flags, method: stored
    append_little_endian(fields, 0x2821'0000, 4);  // 1 January 2000
    append_little_endian(fields, crc32_of(bytes), 4);
    append_little_endian(fields, bytes.size(), 4);
    append_little_endian(fields, bytes.size(), 4);
    append_little_endian(fields, name.size(), 2);
    append_little_endian(fields, 0, 2);  // no extra field
    files.append("PK\x03\x04").append(fields).append(name).append(bytes);
    directory.append("PK\x01\x02").append("\x14\0", 2).append(fields);
    append_little_endian(directory, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
    append_little_endian(directory, offset, 4);
    directory.append(name);
  }
  std::string end("PK\x05\x06\0\0\0\0", 8);
  append_little_endian(end, members.size(), 2);
  append_little_endian(end, members.size(), 2);
  append_little_endian(end, directory.size(), 4);
  append_little_endian(end, files.size(), 4);
  append_little_endian(end, 0, 2);
  return files + directory + end;
}

}  // namespace dossier
