// Reading files in several threads, each with a worker process and an analyzer, and handing the results over
// in the order in which the files were given.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

#include "dossier/app/update_index.h"
#include "dossier/dates/mentions.h"
#include "dossier/document/file_record.h"
#include "dossier/extract/worker.h"
#include "dossier/index/document_indexer.h"
#include "dossier/ingest/document_builder.h"

namespace dossier {

struct PipelineFile {
  SourceFile source;
  std::string known_hash;  // of the content as it was indexed; empty: never
};

struct PipelineOptions {
  unsigned jobs = 1;
  WorkerOptions worker;
  BuildOptions build;
  std::unordered_set<std::string> indexed_hashes;  // files of this content need not be read again
  std::uint64_t pending_memory = 24ull << 20;      // bytes of what may wait for its turn
};

// How reading a file went.
struct PipelineResult {
  enum class Kind : std::uint8_t {
    read,           // documents were given
    same_content,   // as at the last time: touched only
    known_content,  // as another file that is indexed
  };
  Kind kind = Kind::read;
  Outcome outcome;
  std::vector<MemberRecord> members;  // those not wholly read
  std::string hash;
  SourceFile source;         // size and time as they were when it was opened
  std::exception_ptr error;  // what stops the whole run; take() throws it
};

// Takes a document, or the next part of one, of a file whose content has the hash; false: no more of this
// file.
using DocumentTaker = std::function<bool(IndexableDocument&& part, const std::string& hash)>;

class ExtractionPipeline {
 public:
  // Starts reading. `files` is kept by reference.
  ExtractionPipeline(const std::vector<PipelineFile>& files, PipelineOptions options);
  ~ExtractionPipeline();  // stops what is under way
  ExtractionPipeline(const ExtractionPipeline&) = delete;
  ExtractionPipeline& operator=(const ExtractionPipeline&) = delete;

  // Gives the documents of file `index`, long ones in parts, to `sink` as they come, then its result. Call
  // for 0, 1, 2, ... in turn. When `sink` wants no more of the file, the result says its hash, size and time
  // only. Throws what an Error says that is no file's fault: no worker can be started.
  PipelineResult take(std::size_t index, const DocumentTaker& sink);

  // What the workers are confined by; none until one has taken a file.
  std::optional<Confinement> confinement();

  // Of the files that are done.
  StageTimes times();

 private:
  struct Slot {
    std::deque<IndexableDocument> parts;
    std::string hash;
    bool done = false;
    bool abandoned = false;
    PipelineResult result;
  };

  void work();
  // What a thread works with.
  struct Tools {
    Worker worker;
    Analyzer analyzer;
    TermCache terms;
    MentionFinder finder;
    StageTimes times;  // of the file at hand
  };

  PipelineResult read(const PipelineFile& file, std::size_t index, Tools& tools);
  void put_parts(std::size_t index, const Document& document, Tools& tools);
  bool put(std::size_t index, IndexableDocument&& part);

  const std::vector<PipelineFile>& files_;
  PipelineOptions options_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Slot> slots_;
  std::size_t next_ = 0;   // the next file to be read
  std::size_t front_ = 0;  // the file being taken
  std::uint64_t pending_ = 0;
  bool stopping_ = false;
  std::optional<Confinement> confinement_;
  StageTimes times_;
  std::vector<std::thread> threads_;
};

}  // namespace dossier
