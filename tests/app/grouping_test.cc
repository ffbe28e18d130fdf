// Hits that repeat a better one stand under it; nothing is lost and nothing is counted otherwise.
#include <gtest/gtest.h>

#include <set>

#include "dossier/search/searcher.h"
#include "indexed_folder.h"
#include "support/repeated_texts.h"

namespace dossier {
namespace {

using namespace repeated;

std::string markdown(const std::string& title, const std::vector<std::string>& paragraphs) {
  std::string out = "# " + title + "\n";
  for (const std::string& paragraph : paragraphs) out += "\n" + paragraph + "\n";
  return out;
}

// An article, its copy under another header, a version, a digest that holds it, and another article.
class Grouping : public testing::Test {
 protected:
  Grouping() {
    const Article& article = articles()[0];
    folder_.write("article.md", markdown(article.title, article.paragraphs));
    std::vector<std::string> paragraphs = article.paragraphs;
    paragraphs.insert(paragraphs.begin(), headers()[0]);
    folder_.write("copy.md", markdown(article.title, paragraphs));
    std::string revised = article.paragraphs[1];
    revised.replace(revised.find("34"), 2, "43");
    std::vector<std::string> others = article.paragraphs;
    others[1] = revised;
    folder_.write("version.md", markdown(article.title, others));
    std::vector<std::string> digest = articles()[4].paragraphs;
    digest.insert(digest.end(), article.paragraphs.begin(), article.paragraphs.end());
    digest.insert(digest.end(), articles()[6].paragraphs.begin(), articles()[6].paragraphs.end());
    folder_.write("digest.md", markdown("Digest", digest));
    folder_.write("water.md", markdown(articles()[2].title, articles()[2].paragraphs));
    folder_.update();
    searcher_.emplace(folder_.index());
  }

  SearchResult search(const SearchRequest& request) { return searcher_->search(request); }

  std::string name(const HitDocument& document) const {
    const std::string path = below(document.path, folder_.docs());
    return path.substr(0, path.find('.'));
  }

  // "article (copy copy, version version) water": hits in the order of ranks, what stands under them by name.
  std::string shown(const SearchResult& result) const {
    std::string out;
    for (const Hit& hit : result.hits) {
      out += (out.empty() ? "" : " ") + name(hit.document);
      std::set<std::string> under;
      for (const GroupedHit& other : hit.grouped)
        under.insert(name(other.document) + " " + std::string(relation_name(other.relation.relation)));
      std::string list;
      for (const std::string& one : under) list += (list.empty() ? "" : ", ") + one;
      if (!list.empty()) out += " (" + list + ")";
    }
    return out;
  }

  IndexedFolder folder_;
  std::optional<Searcher> searcher_;
};

// Every hit, grouped or not, by the passage's id.
std::multiset<std::string> all_passages(const SearchResult& result) {
  std::multiset<std::string> out;
  for (const Hit& hit : result.hits) {
    out.insert(hit.passage.id);
    for (const GroupedHit& other : hit.grouped) out.insert(other.passage);
  }
  return out;
}

TEST_F(Grouping, PutsDocumentsUnderTheBestOfTheirFamily) {
  const SearchResult result = search({.query = "officers Leposavic traders", .by = GroupBy::document});
  // What holds an excerpt stands for itself; the last one has only some of the words.
  EXPECT_EQ(shown(result), "article (copy copy, version version) digest water");
  EXPECT_EQ(result.total.documents, 3U);
  EXPECT_EQ(shown(search({.query = "minors broadcaster OR officers", .by = GroupBy::document})),
            "digest (article excerpt, copy excerpt, version excerpt) water");
}

TEST_F(Grouping, SaysInWhatAVersionDiffers) {
  const SearchResult result = search({.query = "delegations initialled Vienna"});
  bool seen = false;
  for (const Hit& hit : result.hits) {
    for (const GroupedHit& other : hit.grouped) {
      if (other.relation.relation != Relation::version) continue;
      seen = true;
      ASSERT_EQ(other.relation.differences.size(), 1U);
      const Difference& difference = other.relation.differences[0];
      EXPECT_EQ(difference.kind, DifferenceKind::number);
      const bool is_revised = name(hit.document) == "version";
      EXPECT_EQ(difference.left, is_revised ? "43" : "34");
      EXPECT_EQ(difference.right, is_revised ? "34" : "43");
    }
  }
  EXPECT_TRUE(seen) << shown(result);
}

TEST_F(Grouping, CountsAsWithoutAndLosesNothing) {
  for (const char* query :
       {"officers", "customs posts", "the", "drivers OR pensions OR aquifer", "aquifer"}) {
    for (const GroupBy by : {GroupBy::passage, GroupBy::document}) {
      for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest}) {
        SearchRequest request{.query = query, .limit = 1000, .by = by, .sort = sort, .facets = {{"type"}}};
        const SearchResult grouped = search(request);
        request.group = false;
        const SearchResult apart = search(request);
        EXPECT_EQ(grouped.total, apart.total) << query;
        EXPECT_EQ(grouped.partial, apart.partial) << query;
        ASSERT_EQ(grouped.facets.size(), 1U);
        ASSERT_EQ(grouped.facets[0].buckets.size(), apart.facets[0].buckets.size());
        for (std::size_t i = 0; i < apart.facets[0].buckets.size(); ++i)
          EXPECT_EQ(grouped.facets[0].buckets[i].counts, apart.facets[0].buckets[i].counts);
        EXPECT_EQ(all_passages(grouped), all_passages(apart)) << query;
        EXPECT_EQ(grouped.hits.size() + grouped_hits(grouped), apart.hits.size());
        EXPECT_EQ(grouped_hits(apart), 0U);
      }
    }
  }
}

TEST_F(Grouping, NeverPutsPassagesOfOneDocumentTogether) {
  const SearchResult result = search({.query = "the", .limit = 1000});
  for (const Hit& hit : result.hits) {
    for (const GroupedHit& other : hit.grouped) EXPECT_NE(other.document.id, hit.document.id);
  }
}

TEST_F(Grouping, PagesFitTogether) {
  SearchRequest request{.query = "officers OR pensions OR minors OR aquifer", .limit = 1000};
  const SearchResult all = search(request);
  ASSERT_GE(all.hits.size(), 4U);
  request.limit = 2;
  std::size_t rank = 0;
  for (request.offset = 0; request.offset < all.hits.size(); request.offset += 2) {
    for (const Hit& hit : search(request).hits) {
      EXPECT_EQ(hit.rank, rank + 1);
      EXPECT_EQ(hit.passage.id, all.hits[rank].passage.id);
      EXPECT_EQ(hit.grouped.size(), all.hits[rank].grouped.size());
      ++rank;
    }
  }
  EXPECT_EQ(rank, all.hits.size());
}

TEST_F(Grouping, LeavesRunsForScoringAlone) {
  SearchRequest request{.query = "officers customs", .limit = 1000, .by = GroupBy::document, .bare = true};
  const SearchResult bare = search(request);
  request.bare = request.group = false;
  const SearchResult apart = search(request);
  EXPECT_EQ(all_passages(bare), all_passages(apart));
  EXPECT_EQ(grouped_hits(bare), 0U);
}

TEST_F(Grouping, KeepsWhatSimilarLeavesOut) {
  const std::string article =
      search({.query = "officers Leposavic traders", .limit = 1}).hits.at(0).document.id;
  const auto others = searcher_->similar({.id = article});
  ASSERT_TRUE(others);
  for (const Hit& hit : others->hits) EXPECT_EQ(name(hit.document), "water");
  const auto family = searcher_->similar({.id = article, .family = true});
  ASSERT_TRUE(family && !family->hits.empty());
  EXPECT_NE(name(family->hits[0].document), "water");
}

}  // namespace
}  // namespace dossier
