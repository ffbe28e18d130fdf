#include "extraction_pipeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/core/error.h"
#include "dossier/core/memory.h"
#include "dossier/ingest/passage_mentions.h"
#include "open_file.h"
#include "stopwatch.h"

namespace dossier {
namespace {

constexpr std::uint64_t kPartMemory = 4u << 20;  // bytes of the parts in which a long document is handed over

// Thrown by the sink to end an extraction that nobody wants any more.
struct Abandoned {};

// Members of a file that were not wholly read, as many as its record holds.
class MemberTroubles {
 public:
  void add(const ExtractedDocument& document) {
    if (document.member.empty() || document.outcome.status == Status::ok) return;
    if (members_.size() == max_member_records)
      ++more_;
    else
      members_.push_back({document.member, document.outcome});
  }

  void put_into(PipelineResult& result) {
    result.members = std::move(members_);
    if (more_ == 0) return;
    Outcome& outcome = result.outcome;
    const std::string more = fmt::format("{} more of its members were not wholly read", more_);
    if (outcome.status == Status::ok) outcome = {Status::partial, Reason::bad_records, {}};
    outcome.detail += (outcome.detail.empty() ? "" : "; ") + more;
  }

 private:
  std::vector<MemberRecord> members_;
  std::uint64_t more_ = 0;
};

}  // namespace

ExtractionPipeline::ExtractionPipeline(const std::vector<PipelineFile>& files, PipelineOptions options)
    : files_(files), options_(std::move(options)), slots_(files.size()) {
  const std::size_t count = std::min<std::size_t>(std::max(1u, options_.jobs), files.size());
  for (std::size_t i = 0; i < count; ++i) threads_.emplace_back([this] { work(); });
}

ExtractionPipeline::~ExtractionPipeline() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

PipelineResult ExtractionPipeline::take(std::size_t index, const DocumentTaker& sink) {
  std::unique_lock lock(mutex_);
  front_ = index;
  changed_.notify_all();
  Slot& slot = slots_[index];
  while (true) {
    changed_.wait(lock, [&] { return slot.done || !slot.parts.empty(); });
    if (slot.parts.empty()) {
      if (slot.result.error) std::rethrow_exception(slot.result.error);
      return std::move(slot.result);
    }
    IndexableDocument part = std::move(slot.parts.front());
    slot.parts.pop_front();
    pending_ -= part.memory;
    changed_.notify_all();
    lock.unlock();
    const bool more = sink(std::move(part), slot.hash);
    lock.lock();
    if (!more) {
      slot.abandoned = true;
      return {.hash = slot.hash, .source = files_[index].source};
    }
  }
}

std::optional<Confinement> ExtractionPipeline::confinement() {
  const std::lock_guard lock(mutex_);
  return confinement_;
}

StageTimes ExtractionPipeline::times() {
  const std::lock_guard lock(mutex_);
  return times_;
}

void ExtractionPipeline::work() {
  Tools tools{.worker = Worker(options_.worker), .analyzer = {}, .terms = {}, .finder = {}, .times = {}};
  while (true) {
    std::size_t index = 0;
    {
      std::unique_lock lock(mutex_);
      // Small files far ahead of a slow one wait, lest their text fill the memory.
      changed_.wait(lock, [&] { return stopping_ || pending_ < options_.pending_memory || next_ == front_; });
      if (stopping_ || next_ == files_.size()) return;
      index = next_++;
    }
    PipelineResult result;
    try {
      result = read(files_[index], index, tools);
    } catch (const Abandoned&) {
      result.outcome = {Status::failed, Reason::unreadable, "interrupted"};
    } catch (const Error&) {
      result.error = std::current_exception();
    } catch (const std::exception& error) {
      result.outcome = {Status::failed, Reason::damaged, error.what()};
    }
    {
      const std::lock_guard lock(mutex_);
      slots_[index].result = std::move(result);
      slots_[index].done = true;
      if (tools.worker.confinement()) confinement_ = tools.worker.confinement();
      times_ += tools.times;
      tools.times = {};
    }
    changed_.notify_all();
  }
}

bool ExtractionPipeline::put(std::size_t index, IndexableDocument&& part) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    return stopping_ || slots_[index].abandoned || pending_ < options_.pending_memory ||
           (index == front_ && slots_[index].parts.empty());
  });
  if (stopping_ || slots_[index].abandoned) return false;
  pending_ += part.memory;
  slots_[index].parts.push_back(std::move(part));
  lock.unlock();
  changed_.notify_all();
  return true;
}

void ExtractionPipeline::put_parts(std::size_t index, const Document& document, Tools& tools) {
  Stopwatch watch;
  DocumentIndexer indexer(document, tools.analyzer, tools.terms);
  try {
    for (bool more = true; more;) {
      IndexableDocument part = indexer.next(kPartMemory);
      more = !part.is_last;
      tools.times.analyse += watch.lap();
      if (!put(index, std::move(part))) throw Abandoned{};
      tools.times.wait += watch.lap();
    }
  } catch (const std::bad_alloc&) {
    // Its first parts may be in the index already: no file's fault, and nothing of it may be committed.
    throw Error(ErrorCode::internal, "no memory left for indexing " + document.paths.front());
  }
}

PipelineResult ExtractionPipeline::read(const PipelineFile& file, std::size_t index, Tools& tools) {
  Stopwatch watch;
  StageTimes& times = tools.times;
  OpenFile open(file.source.path, options_.worker.limits);
  PipelineResult result{.outcome = open.outcome(), .source = open.source()};
  if (result.outcome.status != Status::ok) return result;
  result.hash = open.hash();
  result.outcome = open.outcome();
  times.read += watch.lap();
  if (result.hash.empty()) return result;
  {
    const std::lock_guard lock(mutex_);
    slots_[index].hash = result.hash;
  }
  if (result.hash == file.known_hash) {
    result.kind = PipelineResult::Kind::same_content;
    return result;
  }
  if (options_.indexed_hashes.contains(result.hash)) {
    result.kind = PipelineResult::Kind::known_content;
    return result;
  }
  MemberTroubles troubles;
  result.outcome =
      tools.worker.extract(open.fd(), file_name(file.source.path), [&](ExtractedDocument&& extracted) {
        times.extract += watch.lap();
        troubles.add(extracted);
        if (!extracted.is_document()) return;
        Document document = build_document(std::move(extracted), result.source, options_.build);
        times.build += watch.lap();
        add_mentions(document, tools.finder);
        times.dates += watch.lap();
        const bool is_long = document.text.size() > kPartMemory;
        if (is_long) give_back_memory();  // what its way here has taken
        put_parts(index, document, tools);
        watch.lap();  // counted there
      });
  times.extract += watch.lap();
  troubles.put_into(result);
  return result;
}

}  // namespace dossier
