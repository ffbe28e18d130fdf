// The rules of .dossierignore files, with the meaning they have in a .gitignore: the last one that matches
// decides, and those of a deeper folder come later.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier {

class IgnoreRules {
 public:
  // Adds the rules of `folder`, which hold below it until it is left. One without such a file, or with one
  // that is not a regular file, has none. Gives why rules that are there could not be taken, or an empty
  // string: the file cannot be read, or is larger than 1 MiB.
  std::string enter(const std::string& folder);
  void leave(std::string_view folder);

  bool ignores(std::string_view path, bool is_folder) const noexcept;

 private:
  struct Rule {
    std::string
        pattern;  // of core/glob.h; with "/" at its start it is held against the path from `folder` on
    std::string folder;
    bool folders_only = false;
    bool negated = false;
  };

  static Rule parse(std::string line);

  std::vector<Rule> rules_;
};

}  // namespace dossier
