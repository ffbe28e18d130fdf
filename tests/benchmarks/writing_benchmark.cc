// From what is indexed to tables on the disk.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <filesystem>
#include <limits>

#include "benchmarks/generated_text.h"
#include "dossier/index/document_indexer.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/segment_builder.h"
#include "dossier/index/segment_merger.h"

namespace dossier {
namespace {

// A folder that is gone at the end.
class Scratch {
 public:
  Scratch() {
    std::string name = std::filesystem::temp_directory_path() / "dossier-benchmark-XXXXXX";
    path_ = mkdtemp(name.data());
  }
  ~Scratch() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

struct Sample {
  std::vector<IndexableDocument> documents;
  std::int64_t bytes = 0;
};

// As a thread of the pipeline makes them, one after the other.
const Sample& sample(std::size_t bytes) {
  static std::map<std::size_t, Sample> made;
  Sample& out = made[bytes];
  TextGenerator generator;
  Analyzer analyzer;
  TermCache terms;
  while (out.bytes < static_cast<std::int64_t>(bytes)) {
    const Document document = generator.document(out.documents.size(), 20'000);
    out.bytes += static_cast<std::int64_t>(document.text.size());
    out.documents.push_back(
        DocumentIndexer(document, analyzer, terms).next(std::numeric_limits<std::uint64_t>::max()));
  }
  return out;
}

std::uint32_t build(const Sample& sample, const std::string& path, std::uint32_t docid) {
  SegmentBuilder builder(path);
  for (const IndexableDocument& document : sample.documents) {
    for (std::size_t i = 0; i < document.postings.size(); ++i)
      builder.add(++docid, document.postings[i], document.passages[i].text);
  }
  builder.finish({});
  return docid;
}

// What the builder alone does, term lists, positions and records among it: interning, sorting, writing.
void segment_builder(benchmark::State& state) {
  const Sample& made = sample(static_cast<std::size_t>(state.range(0)) << 20);
  const Scratch scratch;
  for (auto _ : state) {
    build(made, scratch / "segment", 0);
    state.PauseTiming();
    std::filesystem::remove_all(scratch / "segment");
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * made.bytes);
}
BENCHMARK(segment_builder)
    ->Arg(8)
    ->Arg(32)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

void segment_merger(benchmark::State& state) {
  const Sample& made = sample(8 << 20);
  const Scratch scratch;
  MergeRequest request;
  for (std::uint32_t docid = 0; request.sources.size() < static_cast<std::size_t>(state.range(0));) {
    request.sources.push_back(scratch / std::to_string(request.sources.size()));
    docid = build(made, request.sources.back(), docid);
  }
  for (auto _ : state) {
    merge_databases(request, scratch / "merged");
    state.PauseTiming();
    std::filesystem::remove_all(scratch / "merged");
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * made.bytes * state.range(0));
}
BENCHMARK(segment_merger)
    ->Arg(2)
    ->Arg(8)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

// A commit either way, the disk's part included.
void index_writer(benchmark::State& state) {
  const auto writing = static_cast<Writing>(state.range(0));
  const Sample& made = sample(2 << 20);
  const Scratch scratch;
  for (auto _ : state) {
    {
      IndexWriter writer(scratch / "index", {.writing = writing});
      for (IndexableDocument document : made.documents) writer.add(std::move(document));
      writer.commit(0);
    }
    state.PauseTiming();
    std::filesystem::remove_all(scratch / "index");
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * made.bytes);
  state.SetLabel(writing == Writing::stock ? "Xapian's writer" : "segments");
}
BENCHMARK(index_writer)
    ->Arg(static_cast<int>(Writing::stock))
    ->Arg(static_cast<int>(Writing::segments))
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime();

}  // namespace
}  // namespace dossier
