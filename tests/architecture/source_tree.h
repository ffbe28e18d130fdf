// The project's own source files, as text.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::architecture {

inline const std::filesystem::path& root() {
  static const std::filesystem::path path = DOSSIER_SOURCE_DIR;
  return path;
}

inline std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The .h and .cc files below the folders, sorted, as paths below root().
inline std::vector<std::string> source_files(const std::vector<std::string>& folders) {
  std::vector<std::string> files;
  for (const std::string& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root() / folder)) {
      const std::string ending = entry.path().extension();
      if (ending == ".h" || ending == ".cc") files.push_back(entry.path().lexically_relative(root()));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// What the #include lines of a file name, with their brackets or quotes: "<vector>", "\"lexer.h\"".
inline std::vector<std::string> includes(const std::string& file) {
  constexpr std::string_view kDirective = "#include ";
  std::vector<std::string> names;
  std::ifstream in(root() / file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(kDirective)) names.push_back(line.substr(kDirective.size()));
  }
  return names;
}

// "query" of "src/query/lexer.cc" and of "include/dossier/query/tree.h".
inline std::string layer_of(std::string_view file) {
  for (const std::string_view start : {"src/", "include/dossier/"}) {
    if (file.starts_with(start)) file.remove_prefix(start.size());
  }
  return std::string(file.substr(0, file.find('/')));
}

}  // namespace dossier::architecture
