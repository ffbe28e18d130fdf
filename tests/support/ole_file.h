// Makes OLE containers: compound files with streams at their root.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/zip_file.h"

namespace dossier {

// Streams of at least 4096 bytes, so that none is in the container's small sectors: shorter ones end in NULs.
inline std::string ole_file(const std::vector<std::pair<std::string, std::string>>& streams) {
  constexpr std::size_t kSector = 512;
  constexpr std::uint32_t kEnd = 0xFFFFFFFE;
  constexpr std::uint32_t kFree = 0xFFFFFFFF;
  std::vector<std::uint32_t> next;  // of each sector; the first ones hold this table and the directory
  std::string data;
  std::string directory;
  const auto add_entry = [&](std::string_view name, int type, std::uint32_t right, std::uint32_t child,
                             std::uint32_t first, std::size_t size) {
    std::string entry;
    for (const char c : name) entry.append({c, '\0'});
    entry.resize(64);
    append_little_endian(entry, name.size() * 2 + 2, 2);
    append_little_endian(entry, static_cast<std::uint64_t>(type) | 0x100, 2);  // black
    append_little_endian(entry, kFree, 4);
    append_little_endian(entry, right, 4);
    append_little_endian(entry, child, 4);
    entry.resize(116);
    append_little_endian(entry, first, 4);
    append_little_endian(entry, size, 8);
    directory += entry;
  };
  add_entry("Root Entry", 5, kFree, 1, kEnd, 0);
  const std::size_t directory_sectors = (streams.size() + 1 + 3) / 4;
  std::size_t total = 0;
  for (const auto& [name, bytes] : streams)
    total += (std::max<std::size_t>(bytes.size(), 4096) + kSector - 1) / kSector;
  const std::size_t table_sectors = (total + directory_sectors + 127) / 128 + 1;
  for (std::size_t i = 0; i < table_sectors; ++i) next.push_back(0xFFFFFFFD);
  for (std::size_t i = 0; i < directory_sectors; ++i)
    next.push_back(i + 1 < directory_sectors ? static_cast<std::uint32_t>(next.size() + 1) : kEnd);
  for (std::size_t i = 0; i < streams.size(); ++i) {
    std::string bytes = streams[i].second;
    bytes.resize((std::max<std::size_t>(bytes.size(), 4096) + kSector - 1) / kSector * kSector);
    const std::uint32_t right = i + 1 < streams.size() ? static_cast<std::uint32_t>(i + 2) : kFree;
    add_entry(streams[i].first, 2, right, kFree, static_cast<std::uint32_t>(next.size()), bytes.size());
    const std::size_t sectors = bytes.size() / kSector;
    for (std::size_t s = 0; s < sectors; ++s)
      next.push_back(s + 1 < sectors ? static_cast<std::uint32_t>(next.size() + 1) : kEnd);
    data += bytes;
  }
  directory.resize(directory_sectors * kSector);
  std::string table;
  for (const std::uint32_t sector : next) append_little_endian(table, sector, 4);
  table.resize(table_sectors * kSector, '\xFF');
  std::string head("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  head.resize(24);
  append_little_endian(head, 0x0003'003E, 4);  // version
  append_little_endian(head, 0x0009'FFFE, 4);  // byte order, size of sectors
  append_little_endian(head, 6, 2);            // of small sectors
  head.resize(44);
  append_little_endian(head, table_sectors, 4);
  append_little_endian(head, table_sectors, 4);  // where the directory begins
  append_little_endian(head, 0, 4);
  append_little_endian(head, 4096, 4);  // streams that are shorter are in small sectors
  append_little_endian(head, kEnd, 4);
  append_little_endian(head, 0, 4);
  append_little_endian(head, kEnd, 4);
  append_little_endian(head, 0, 4);
  for (std::size_t i = 0; i < 109; ++i) append_little_endian(head, i < table_sectors ? i : kFree, 4);
  return head + table + directory + data;
}

}  // namespace dossier
