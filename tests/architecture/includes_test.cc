// The architecture in executable form: which layer may include which, and where each library may be seen.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "architecture/source_tree.h"

namespace dossier::architecture {
namespace {

// What each layer may include besides itself. A layer that is not here does not exist.
const std::map<std::string, std::set<std::string>>& allowed_edges() {
  static const std::map<std::string, std::set<std::string>> table = {
      {"core", {}},
      {"document", {"core"}},
      {"text", {"core", "document"}},
      {"extract", {"core", "document"}},
      {"dates", {"core", "document"}},
      {"ingest", {"core", "document", "text", "extract", "dates"}},
      {"index", {"core", "document", "text"}},
      {"query", {"core", "document", "text", "index"}},
      {"search", {"core", "document", "text", "index", "query"}},
      {"render", {"core", "document", "query", "search"}},
      {"app", {"core", "document", "text", "extract", "dates", "ingest", "index", "query", "search"}},
      {"web", {"core", "document", "query", "search", "render", "app"}},
      // Looks at no index itself: that is app's.
      {"cli", {"core", "document", "extract", "dates", "query", "search", "render", "app", "web"}},
  };
  return table;
}

// The layers that may include headers beginning so; other headers are everybody's.
const std::vector<std::pair<std::string, std::set<std::string>>>& library_owners() {
  static const std::vector<std::pair<std::string, std::set<std::string>>> table = {
      {"<xapian", {"index", "query", "search"}},
      {"<boost/", {"web"}},
      {"<CLI/", {"cli"}},
      {"<libxml/", {"extract"}},
      {"<archive", {"extract"}},
      {"<gmime", {"extract"}},
      {"<gsf/", {"extract"}},
      {"<md4c", {"extract"}},
      {"<poppler-", {"extract"}},
      {"<yaml-cpp/", {"extract"}},
      {"<uchardet", {"extract"}},
      {"<seccomp", {"extract"}},
      {"<linux/landlock", {"extract"}},
      {"<cld2/", {"text"}},
      {"<libstemmer", {"text"}},
      {"<unicode/", {"core", "text", "extract", "dates", "query", "render"}},
      {"<nlohmann/", {"extract", "render", "app", "web"}},
      {"<xxhash", {"core"}},
  };
  return table;
}

const std::vector<std::string>& sources() {
  static const std::vector<std::string> files = source_files({"src", "include"});
  return files;
}

// The file an include line of ours leads to; empty for a library's.
std::string resolve(const std::string& file, const std::string& include) {
  if (include.front() != '"') return {};
  const std::string name = include.substr(1, include.find('"', 1) - 1);
  if (name.starts_with("dossier/")) return "include/" + name;
  return (std::filesystem::path(file).parent_path() / name).lexically_normal();
}

TEST(Architecture, EveryLayerIsInTheTable) {
  for (const std::string& file : sources()) {
    EXPECT_TRUE(allowed_edges().contains(layer_of(file))) << file << " belongs to no layer";
  }
}

TEST(Architecture, LayersIncludeOnlyWhatTheyMay) {
  std::size_t looked_at = 0;
  for (const std::string& file : sources()) {
    const std::string layer = layer_of(file);
    for (const std::string& include : includes(file)) {
      const std::string target = resolve(file, include);
      if (target.empty()) continue;
      ++looked_at;
      EXPECT_TRUE(std::filesystem::exists(root() / target)) << file << " includes " << include;
      const std::string other = layer_of(target);
      EXPECT_TRUE(other == layer || allowed_edges().at(layer).contains(other))
          << file << ": " << layer << " must not include " << other << " (" << include << ")";
    }
  }
  EXPECT_GT(looked_at, 100U);
}

TEST(Architecture, TheTableHasNoCircle) {
  std::set<std::string> done;
  while (done.size() < allowed_edges().size()) {
    const std::size_t before = done.size();
    for (const auto& [layer, beneath] : allowed_edges()) {
      if (std::all_of(beneath.begin(), beneath.end(),
                      [&](const auto& other) { return done.contains(other); }))
        done.insert(layer);
    }
    ASSERT_GT(done.size(), before) << "the layers that are left stand on each other";
  }
}

TEST(Architecture, PrivateHeadersStayInTheirLayer) {
  for (const std::string& file : sources()) {
    for (const std::string& include : includes(file)) {
      const std::string target = resolve(file, include);
      if (target.starts_with("src/")) {
        EXPECT_EQ(layer_of(target), layer_of(file)) << file << " includes " << include;
      }
      if (file.starts_with("include/")) {
        EXPECT_FALSE(target.starts_with("src/")) << file << " is public and includes " << include;
      }
    }
  }
}

TEST(Architecture, LibrariesAreSeenOnlyByTheirOwners) {
  std::set<std::string> met;
  for (const std::string& file : sources()) {
    for (const std::string& include : includes(file)) {
      for (const auto& [header, owners] : library_owners()) {
        if (!include.starts_with(header)) continue;
        met.insert(header);
        EXPECT_TRUE(owners.contains(layer_of(file))) << file << " includes " << include;
      }
    }
  }
  EXPECT_EQ(met.size(), library_owners().size()) << "a row of the table is about nothing";
}

// Everything of ours that a file includes, and what that includes, and so on.
void collect(const std::string& file, std::set<std::string>& seen) {
  for (const std::string& include : includes(file)) {
    const std::string target = resolve(file, include);
    if (!target.empty() && seen.insert(target).second) collect(target, seen);
  }
}

TEST(Architecture, XapianReachesNobodyWhoMustNotKnowIt) {
  const std::set<std::string> innocent = {"core",   "document", "text", "extract", "dates",
                                          "ingest", "render",   "web",  "cli"};
  for (const std::string& file : sources()) {
    if (!innocent.contains(layer_of(file))) continue;
    std::set<std::string> seen;
    collect(file, seen);
    for (const std::string& header : seen) {
      for (const std::string& include : includes(header))
        EXPECT_FALSE(include.starts_with("<xapian")) << file << " sees it through " << header;
    }
  }
}

TEST(Architecture, OnlyItsLayersNameXapian) {
  const std::set<std::string> owners = {"index", "query", "search"};
  for (const std::string& file : sources()) {
    if (!owners.contains(layer_of(file))) {
      EXPECT_EQ(read(root() / file).find("Xapian::"), std::string::npos) << file;
    }
  }
}

}  // namespace
}  // namespace dossier::architecture
