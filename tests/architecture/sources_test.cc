// What holds for every source file.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>

#include "architecture/source_tree.h"

namespace dossier::architecture {
namespace {

// Names that a CMake list holds.
std::set<std::string> words_of(const std::string& text) {
  static const std::regex word("[A-Za-z0-9_./]+");
  return {std::sregex_token_iterator(text.begin(), text.end(), word), {}};
}

TEST(SourceFiles, EveryOneIsInItsLayersList) {
  for (const std::string& file : source_files({"src"})) {
    const std::filesystem::path path = file;
    if (path.extension() != ".cc") continue;
    const std::filesystem::path layer = std::filesystem::path("src") / layer_of(file);
    const std::set<std::string> listed = words_of(read(root() / layer / "CMakeLists.txt"));
    EXPECT_TRUE(listed.contains(path.lexically_relative(layer))) << file << " is in no list and not built";
  }
}

TEST(SourceFiles, EveryTestIsInItsList) {
  for (const std::string& file : source_files({"tests"})) {
    const std::filesystem::path path = file;
    const std::filesystem::path list = root() / path.parent_path() / "CMakeLists.txt";
    if (path.extension() != ".cc" || !std::filesystem::exists(list)) continue;
    EXPECT_TRUE(words_of(read(list)).contains(path.filename())) << file << " is in no list and never run";
  }
}

TEST(SourceFiles, AreNotTooLong) {
  constexpr std::ptrdiff_t kMost = 450;
  const std::set<std::string> excepted = {
      "src/dates/lexicon_words.cc",  // a table
      "src/dates/grammar_words.cc",  // to be parted by kinds of words
  };
  for (const std::string& file : source_files({"src", "include", "tests"})) {
    const std::string text = read(root() / file);
    const auto lines = std::count(text.begin(), text.end(), '\n');
    if (excepted.contains(file))
      EXPECT_GT(lines, kMost) << file << " needs no exception any more";
    else
      EXPECT_LE(lines, kMost) << file;
  }
}

TEST(SourceFiles, HeadersBeginWithWhatTheyAreFor) {
  for (const std::string& file : source_files({"src", "include"})) {
    if (!file.ends_with(".h")) continue;
    const std::string text = read(root() / file);
    EXPECT_TRUE(text.starts_with("// ")) << file << " does not say what it is for";
    EXPECT_NE(text.find("\n#pragma once\n"), std::string::npos) << file << " has no include guard";
  }
}

}  // namespace
}  // namespace dossier::architecture
