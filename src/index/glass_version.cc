#include "glass_version.h"

#include <algorithm>
#include <random>
#include <string>

#include <xapian.h>

#include "glass_encoding.h"

namespace dossier::glass {
namespace {

// Magic, and format version 2016-03-14: years from 2014 times 512, months times 32, days.
constexpr std::string_view kMagic("\x0F\x0DXapian Glass\x04\x6E", 16);
constexpr std::size_t kIdentityBytes = 16;
constexpr std::array<std::string_view, table_count> kNames{"postlist", "docdata",  "termlist",
                                                           "position", "spelling", "synonym"};

// The versions of Xapian that the tests have compared with: 1.4 has kept the format since 1.4.0.
constexpr std::string_view kKnownXapian = "1.4.22";

std::string random_identity() {
  std::random_device random;
  std::string bytes;
  while (bytes.size() < kIdentityBytes) {
    const std::uint32_t four = random();
    for (unsigned i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(four >> (8 * i)));
  }
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x40);  // a UUID of version 4
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  return bytes;
}

void append_root(std::string& out, const Root& root, std::uint32_t revision) {
  append_uint(out, root.block);
  append_uint(out, root.level * 4 + (root.is_sequential ? 2u : 0u) + (root.is_fake ? 1u : 0u));
  append_uint(out, root.entries);
  append_uint(out, root.block_bytes / 2048);
  append_uint(out, root.compress_min);
  std::string free_list;
  if (!root.is_fake) {
    append_uint(free_list, revision);
    append_uint(free_list, root.blocks);
    free_list.append(4, '\0');
  }
  append_string(out, free_list);
}

Root take_root(std::string_view& in) {
  Root root;
  root.block = static_cast<std::uint32_t>(take_uint(in));
  const std::uint64_t level = take_uint(in);
  root.level = static_cast<std::uint32_t>(level / 4);
  root.is_sequential = (level & 2) != 0;
  root.is_fake = (level & 1) != 0;
  root.entries = take_uint(in);
  root.block_bytes = static_cast<std::uint32_t>(take_uint(in) * 2048);
  root.compress_min = static_cast<std::uint32_t>(take_uint(in));
  take_bytes(in, take_uint(in));
  return root;
}

}  // namespace

std::string table_path(const std::string& database, Table table) {
  return database + "/" + std::string(kNames[static_cast<std::size_t>(table)]) + ".glass";
}

std::uint32_t compress_min(Table table) noexcept {
  return table == Table::postlist || table == Table::position ? 0 : 18;
}

void Statistics::add(std::uint32_t docid, std::uint32_t length) noexcept {
  ++documents;
  last_docid = std::max(last_docid, docid);
  if (length > 0) least_length = least_length == 0 ? length : std::min(least_length, length);
  most_length = std::max(most_length, length);
  total_length += length;
}

Version::Version() noexcept {
  for (std::size_t i = 0; i < table_count; ++i) roots[i].compress_min = compress_min(static_cast<Table>(i));
}

bool is_known_xapian() {
  return Xapian::version_string() == kKnownXapian;
}

std::string encode(const Version& version) {
  std::string out(kMagic);
  out += random_identity();
  append_uint(out, version.revision);
  for (const Root& root : version.roots) append_root(out, root, version.revision);
  const Statistics& all = version.statistics;
  append_uint(out, all.documents);
  append_uint(out, all.last_docid - all.documents);
  append_uint(out, all.least_length);
  append_uint(out, all.most_wdf);
  append_uint(out, all.most_length - all.most_wdf);
  append_uint(out, 0);  // oldest changeset
  append_uint(out, all.total_length);
  append_uint(out, all.most_spelling);
  return out;
}

Version decode_version(std::string_view bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + kIdentityBytes)
    throw_damaged("its version file");
  bytes.remove_prefix(kMagic.size() + kIdentityBytes);
  Version version;
  version.revision = static_cast<std::uint32_t>(take_uint(bytes));
  for (Root& root : version.roots) root = take_root(bytes);
  if (bytes.empty()) return version;  // all statistics are zero
  Statistics& all = version.statistics;
  all.documents = static_cast<std::uint32_t>(take_uint(bytes));
  all.last_docid = static_cast<std::uint32_t>(take_uint(bytes)) + all.documents;
  all.least_length = static_cast<std::uint32_t>(take_uint(bytes));
  all.most_wdf = static_cast<std::uint32_t>(take_uint(bytes));
  all.most_length = static_cast<std::uint32_t>(take_uint(bytes)) + all.most_wdf;
  take_uint(bytes);
  all.total_length = take_uint(bytes);
  all.most_spelling = static_cast<std::uint32_t>(take_uint(bytes));
  return version;
}

}  // namespace dossier::glass
