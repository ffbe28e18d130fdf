#include "index_folder.h"

#include <fcntl.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "dossier/core/error.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/index_writer.h"
#include "durable.h"

namespace dossier {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kColumnsName = "columns-";
constexpr std::string_view kWordsName = "words";

}  // namespace

void ScratchFolder::clear() const noexcept {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string database_path(const std::string& folder) {
  return folder + "/db";
}

std::string columns_path(const std::string& folder, std::string_view number) {
  return folder + "/" + std::string(kColumnsName) + std::string(number);
}

std::string scratch_path(const std::string& folder) {
  return database_path(folder) + ".new";
}

std::string segments_path(const std::string& folder) {
  return folder + "/segments.new";
}

void prepare_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw Error(ErrorCode::no_index, "cannot make the index folder " + folder + ": " + error.message(),
                "name another place with --index DIR or DOSSIER_INDEX");
  }
  if (index_exists(folder)) return;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename();
    if (name == "README.md" || name == "lock" || name[0] == '.' || name.starts_with(kColumnsName) ||
        name.starts_with(kWordsName) || entry.path() == scratch_path(folder) ||
        entry.path() == segments_path(folder))
      continue;
    throw Error(ErrorCode::no_index, folder + " is no index: it holds " + name,
                "name an empty or new folder with --index; documents are given as arguments of 'index'");
  }
}

std::uint64_t folder_bytes(const std::string& folder) noexcept {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.is_regular_file(error)) bytes += entry.file_size(error);
  }
  return bytes;
}

void make_database_durable(const std::string& database) {
  for (const auto& entry : fs::directory_iterator(database)) make_durable(entry.path());
  make_durable(database);
}

void publish_first(const std::string& database, const std::string& folder) {
  const std::string path = database_path(folder);
  make_database_durable(database);
  if (std::rename(database.c_str(), path.c_str()) != 0) throw_system_error(errno, "make", path);
  make_durable(folder);
}

void publish_instead(const std::string& database, const std::string& folder) {
  const std::string path = database_path(folder);
  make_database_durable(database);
  if (renameat2(AT_FDCWD, database.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) != 0)
    throw_system_error(errno, "put the new database in the place of", path);
  make_durable(folder);
}

void remove_stale_columns(const std::string& folder, std::uint64_t number) noexcept {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename();
    if (!name.starts_with(kColumnsName)) continue;
    const std::uint64_t other = std::strtoull(name.c_str() + kColumnsName.size(), nullptr, 10);
    if (other != number && other + 1 != number) fs::remove(entry.path(), error);
  }
}

}  // namespace dossier
