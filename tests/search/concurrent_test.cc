// Searching while the index is written: no error, and each answer from one revision.
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "searched_index.h"

namespace dossier {
namespace {

constexpr int kBatch = 10;      // documents that a commit adds, and from the fifth one on removes
constexpr int kCommits = 120;   // at least, and a compaction every tenth
constexpr int kSearches = 300;  // at least

SampleDocument member(int batch, int i) {
  return {.id = std::to_string(batch) + "-" + std::to_string(i),
          .title = "Batch " + std::to_string(batch),
          .published = std::to_string(1000 + batch),
          .passages = {{"peace treaty number " + std::to_string(i)}, {"trade"}}};
}

// Batches 0 to 4, then each commit exchanges the oldest for a new one.
void write_batches(IndexWriter& writer, const std::atomic<int>& searches) {
  std::vector<std::vector<std::uint32_t>> batches;
  for (int batch = 0; batch < kCommits || searches < kSearches; ++batch) {
    batches.emplace_back();
    for (int i = 0; i < kBatch; ++i) batches.back().push_back(writer.add(to_indexable(member(batch, i))));
    if (batch >= 5) {
      for (const std::uint32_t number : batches[static_cast<std::size_t>(batch) - 5]) writer.remove(number);
    }
    writer.commit(batch);
    if (batch % 10 == 9) writer.compact(batch);
  }
}

// Whole batches of consecutive years, counted alike everywhere. Gives what is wrong.
std::string fault_in(const SearchResult& result) {
  const std::string seen = "of " + std::to_string(result.total.passages) + " passages and " +
                           std::to_string(result.hits.size()) + " hits";
  if (result.total.passages % kBatch != 0 || result.total.passages > 5 * kBatch)
    return "part of a batch: " + seen;
  if (result.total.documents != result.total.passages) return "documents: " + seen;
  if (result.hits.size() != result.total.passages) return "hits: " + seen;
  if (result.index.documents != result.total.documents) return "index: " + seen;
  if (result.total.passages == 0) return "";
  if (result.facets.at(0).buckets.size() * kBatch != result.total.passages) return "facets: " + seen;
  std::set<std::string> ids;
  for (const Hit& hit : result.hits) {
    ids.insert(hit.document.id);
    const std::string number = hit.document.id.substr(hit.document.id.find('-') + 1);
    if (hit.passage.text != "peace treaty number " + number)
      return "somebody else's passage: " + hit.passage.text;
    if (hit.passage.highlights.size() != 1) return "marks: " + hit.passage.text;
  }
  return ids.size() == result.hits.size() ? "" : "a document twice";
}

TEST(ConcurrentSearch, GivesOneRevisionAsAWholeWhileAnotherIsWritten) {
  const TemporaryFolder folder;
  make_index(folder.path(), {});
  IndexWriter writer(folder.path());
  std::atomic<bool> done{false};
  std::atomic<int> searches{0};
  std::vector<std::string> faults(3);
  std::vector<std::thread> readers;
  for (std::string& fault : faults) {
    readers.emplace_back([&] {
      try {
        while (!done && fault.empty()) {
          Searcher searcher(folder.path());
          for (int i = 0; i < 5 && fault.empty(); ++i, ++searches)
            fault = fault_in(searcher.search({.query = "\"peace treaties\"",
                                              .limit = 1000,
                                              .facets = {{.name = "published", .size = 0}}}));
        }
      } catch (const std::exception& error) {
        fault = error.what();
      } catch (const Xapian::Error& error) {
        fault = error.get_description();
      }
    });
  }
  write_batches(writer, searches);
  done = true;
  for (std::thread& reader : readers) reader.join();
  for (const std::string& fault : faults) EXPECT_EQ(fault, "");
}

}  // namespace
}  // namespace dossier
