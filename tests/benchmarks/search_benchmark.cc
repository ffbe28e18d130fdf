// Answering, from an index of 16 MB of text that is made once.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <cstdlib>
#include <filesystem>

#include "benchmarks/generated_text.h"
#include "dossier/index/index_writer.h"
#include "dossier/search/highlighter.h"
#include "dossier/search/searcher.h"

namespace dossier {
namespace {

const std::string& index_folder() {
  static const std::string folder = [] {
    static std::string name = std::filesystem::temp_directory_path() / "dossier-benchmark-XXXXXX";
    name = mkdtemp(name.data());
    std::atexit([] { std::filesystem::remove_all(name); });
    TextGenerator generator;
    Analyzer analyzer;
    IndexWriter writer(name);
    std::size_t bytes = 0;
    for (std::size_t i = 0; bytes < 16 << 20; ++i) {
      const Document document = generator.document(i, 20'000);
      bytes += document.text.size();
      writer.add(make_indexable(document, analyzer));
    }
    writer.commit(0);
    return name;
  }();
  return folder;
}

// Words of all frequencies, two to a query.
std::string query(std::size_t i) {
  return TextGenerator::word(20 + i * 37 % 2000) + " " + TextGenerator::word(100 + i * 101 % 20'000);
}

void search(benchmark::State& state) {
  Searcher searcher(index_folder());
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(searcher.search({.query = query(i++)}));
}
BENCHMARK(search)->Unit(benchmark::kMillisecond);

void search_with_facets(benchmark::State& state) {
  Searcher searcher(index_folder());
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        searcher.search({.query = query(i++), .facets = {{.name = "published"}, {.name = "mentioned"}}}));
  }
}
BENCHMARK(search_with_facets)->Unit(benchmark::kMillisecond);

void open_and_search(benchmark::State& state) {
  index_folder();
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(Searcher(index_folder()).search({.query = query(i++)}));
}
BENCHMARK(open_and_search)->Unit(benchmark::kMillisecond);

void highlighter(benchmark::State& state) {
  Analyzer analyzer;
  const std::vector<TokenMatcher> matchers{
      {.stems = {TextGenerator::word(3)}, .written = {}, .meeting = {}, .prefix = ""}};
  const Pattern pattern{.kind = Pattern::Kind::word};
  const Highlighter marker(pattern, matchers, analyzer);
  const std::string text = TextGenerator().text(1 << 16);
  const std::vector<std::string> no_headings;
  for (auto _ : state)
    benchmark::DoNotOptimize(marker.mark({.text = text, .headings = &no_headings, .language = ""}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(highlighter)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace dossier
