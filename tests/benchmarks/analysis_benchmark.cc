// From text to what is indexed.
#include <benchmark/benchmark.h>

#include <limits>

#include <limits>
#include "benchmarks/generated_text.h"
#include "dossier/dates/mentions.h"

#include "dossier/index/document_indexer.h"
#include "dossier/text/language_detector.h"
#include "dossier/text/tokenizer.h"

namespace dossier {
namespace {

const std::string& text() {
  static const std::string made = TextGenerator().text(1 << 20);
  return made;
}

void count_text(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text().size()));
}

void tokenizer(benchmark::State& state) {
  Tokenizer tokenizer;
  for (auto _ : state) {
    std::size_t words = 0;
    tokenizer.tokenize(text(), [&](const RawToken&) { ++words; });
    benchmark::DoNotOptimize(words);
  }
  count_text(state);
}
BENCHMARK(tokenizer)->Unit(benchmark::kMillisecond);

void analyzer(benchmark::State& state) {
  Analyzer analyzer;
  for (auto _ : state) {
    std::size_t words = 0;
    analyzer.analyze(text(), "en", [&](const Token&) { ++words; });
    benchmark::DoNotOptimize(words);
  }
  count_text(state);
}
BENCHMARK(analyzer)->Unit(benchmark::kMillisecond);

void language_detector(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(detect_language(text()));
  count_text(state);
}
BENCHMARK(language_detector)->Unit(benchmark::kMillisecond);

void dates(benchmark::State& state) {
  MentionFinder finder;
  for (auto _ : state) benchmark::DoNotOptimize(finder.find(text(), {.language = "en"}));
  count_text(state);
}
BENCHMARK(dates)->Unit(benchmark::kMillisecond);

void document_indexer(benchmark::State& state) {
  Analyzer analyzer;
  TermCache terms;
  const Document document = TextGenerator().document(0, 1 << 20);
  for (auto _ : state) {
    DocumentIndexer indexer(document, analyzer, terms);
    benchmark::DoNotOptimize(indexer.next(std::numeric_limits<std::uint64_t>::max()));
  }
  count_text(state);
}
BENCHMARK(document_indexer)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dossier
