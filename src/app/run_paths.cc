#include "run_paths.h"

#include <utility>

#include "dossier/core/codec.h"
#include "dossier/core/error.h"
#include "dossier/core/file_walk.h"
#include "dossier/index/index_reader.h"
#include "open_file.h"
#include "troubles.h"

namespace dossier {
namespace {

// What `failed` lists, but for a walk's rules: they are read on the way to files.
std::vector<std::string> troubled_paths(const Ledger& ledger) {
  std::vector<std::string> paths;
  for (const auto& [path, record] : ledger) {
    if (!is_whole(record) && file_name(path) != ignore_file_name) paths.push_back(path);
  }
  return paths;
}

}  // namespace

std::string encode_paths(const std::vector<std::string>& paths) {
  ByteWriter out;
  for (const std::string& path : paths) out.string(path);
  return out.take();
}

std::vector<std::string> given_paths(const UpdateOptions& options) {
  std::vector<std::string> paths;
  for (const std::string& path : options.paths) paths.push_back(absolute_path(path));
  if (paths.empty() && !index_exists(options.index)) {
    throw Error(ErrorCode::usage, "no path was given, and there is no index in " + options.index,
                "say what to index: dossier index FOLDER");
  }
  return paths;
}

std::vector<std::string> choose_roots(const UpdateOptions& options, std::vector<std::string> given,
                                      const std::vector<std::string>& remembered, const Ledger& ledger) {
  if (options.retry == Retry::only_troubled) return troubled_paths(ledger);
  if (given.empty()) given = remembered;
  if (given.empty()) {
    throw Error(ErrorCode::usage, "no path was given, and this index remembers none",
                "say what to index: dossier index FOLDER");
  }
  return given;
}

std::vector<std::string> remembered_paths(const std::string& metadata) {
  std::vector<std::string> paths;
  for (ByteReader in(metadata); !in.at_end() && in.ok();) {
    std::string path(in.string());
    if (in.ok()) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace dossier
