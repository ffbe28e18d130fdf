#include "package.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <new>
#include <set>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

// `path` as a name: "a//b/../c" and "a\b\..\c" are "a/c". Empty if it leads out, or nowhere.
std::string normal_name(std::string_view path) {
  std::vector<std::string_view> steps;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find_first_of("/\\"), path.size());
    const std::string_view step = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (steps.empty()) {
      return {};
    } else {
      steps.pop_back();
    }
  }
  std::string name;
  for (const std::string_view step : steps) {
    if (!name.empty()) name += '/';
    name += step;
  }
  return name;
}

int hex_value(char c) noexcept {
  if (c >= '0' && c <= '9') return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])) : text[i];
    i += escape ? 2 : 0;
  }
  return out;
}

// A member's name. Names that are neither UTF-8 nor of the process's charset come as their bytes.
std::string member_name(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string() : normal_name(name);
}

}  // namespace

struct Package::Member {
  archive* reader;
  archive_entry* entry;
  std::string name;
};

Package::Package(std::string_view bytes) : bytes_(bytes) {
  if (list() && !names_.empty()) return;
  // What the directory at the end does not tell, or tells wrongly, may stand before the members themselves.
  const std::vector<std::string> listed = std::move(names_);
  names_.clear();
  index_.clear();
  from_the_front_ = true;
  list();
  if (problem_.empty()) problem_ = "the directory of the zip is missing or wrong";
  if (names_.size() >= listed.size()) return;
  from_the_front_ = false;
  parts_.clear();
  names_.clear();
  index_.clear();
  list();
}

std::string Package::key(std::string_view name) {
  return ascii_lower(name);
}

// Visits the members until `visit` gives false. False if the zip broke on the way.
template <typename Visit>
bool Package::walk(Visit&& visit) {
  const Archive reader(archive_read_new(), archive_read_free);
  if (reader == nullptr) throw std::bad_alloc();
  if (from_the_front_) {
    archive_read_support_format_zip_streamable(reader.get());
  } else {
    archive_read_support_format_zip_seekable(reader.get());
  }
  if (archive_read_open_memory(reader.get(), bytes_.data(), bytes_.size()) != ARCHIVE_OK) return false;
  for (std::size_t members = 0; members < max_package_members; ++members) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(reader.get(), &entry);
    if (status == ARCHIVE_EOF) return true;
    if (status < ARCHIVE_WARN) return false;
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    Member member{.reader = reader.get(), .entry = entry, .name = member_name(entry)};
    if (!member.name.empty() && !visit(member)) return true;
  }
  return true;
}

bool Package::list() {
  const bool whole = walk([&](const Member& member) {
    encrypted_ = encrypted_ || archive_entry_is_data_encrypted(member.entry) > 0;
    if (!index_.emplace(key(member.name), names_.size()).second) return true;
    names_.push_back(member.name);
    // From the front a member is found by unpacking all before it: once must do.
    if (from_the_front_) {
      PackagePart& part = parts_[key(member.name)];
      unpack(member, part);
      return !part.cut;
    }
    return true;
  });
  if (!whole && from_the_front_ && !names_.empty()) problem_ = "the zip is cut or broken";
  return whole;
}

void Package::unpack(const Member& member, PackagePart& part) {
  const std::uint64_t most = std::min(max_part_bytes, max_package_bytes - read_bytes_);
  while (true) {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(member.reader, &data, &size, &offset);
    if (status == ARCHIVE_EOF) break;
    // A wrong checksum is a warning that comes with the last bytes.
    part.damaged = part.damaged || status != ARCHIVE_OK;
    if (status < ARCHIVE_WARN) break;
    const std::size_t room = static_cast<std::size_t>(most - part.bytes.size());
    part.bytes.append(static_cast<const char*>(data), std::min(size, room));
    part.cut = size > room;
    if (part.cut) break;
  }
  read_bytes_ += part.bytes.size();
}

void Package::load(const std::vector<std::string>& names) {
  std::set<std::string, std::less<>> wanted;
  for (const std::string& name : names) {
    if (has(name) && !parts_.contains(key(name))) wanted.insert(key(name));
  }
  if (wanted.empty() || from_the_front_) return;
  walk([&](const Member& member) {
    const auto found = wanted.find(key(member.name));
    if (found == wanted.end()) return true;
    unpack(member, parts_[*found]);
    wanted.erase(found);
    return !wanted.empty();
  });
}

void Package::load_if(bool (*wanted)(std::string_view name)) {
  std::vector<std::string> names;
  for (const std::string& name : names_) {
    if (wanted(ascii_lower(name))) names.push_back(name);
  }
  load(names);
}

const PackagePart* Package::part(std::string_view name) const {
  const auto found = parts_.find(key(name));
  return found == parts_.end() ? nullptr : &found->second;
}

void Package::release(std::string_view name) {
  if (const auto found = parts_.find(key(name)); found != parts_.end()) {
    found->second.bytes.clear();
    found->second.bytes.shrink_to_fit();
  }
}

const PackagePart* Package::read(std::string_view name) {
  load({std::string(name)});
  return part(name);
}

std::string resolve_part(std::string_view from, std::string_view target) {
  const std::string path = without_escapes(target.substr(0, target.find('#')));
  if (path.starts_with('/') || path.starts_with('\\')) return normal_name(path);
  const std::size_t folder = from.rfind('/');
  return normal_name(std::string(from.substr(0, folder == std::string_view::npos ? 0 : folder + 1)) + path);
}

}  // namespace dossier
