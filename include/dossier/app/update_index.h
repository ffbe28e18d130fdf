// Bringing an index up to date with folders: the one place where ingest and index meet. Input: paths. Output:
// a changed index and a report. Prints nothing; reads no clock but through its options' defaults.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/calendar.h"
#include "dossier/core/file_walk.h"
#include "dossier/document/file_record.h"
#include "dossier/extract/worker.h"
#include "dossier/index/writing.h"

namespace dossier {

// How far a run has come.
struct UpdateProgress {
  enum class Phase : std::uint8_t { looking, reading, committing };
  Phase phase = Phase::looking;
  std::uint64_t files = 0;  // done of files_total; while looking, found so far
  std::uint64_t files_total = 0;
  std::uint64_t bytes = 0;  // read of bytes_total
  std::uint64_t bytes_total = 0;
};

// Which files are read again though they are as they were.
enum class Retry : std::uint8_t {
  failed,         // where something went wrong: it may go well now
  troubled,       // all that are not wholly indexed
  only_troubled,  // those, and nothing else is looked at: `paths` are not used
};

struct UpdateOptions {
  std::string index;               // folder of the index; made if it is not there
  std::vector<std::string> paths;  // as typed; empty: all that were ever given
  WalkOptions walk;
  unsigned jobs = 0;           // worker processes; 0: as many as cores
  std::string language;        // of every document; empty: as the file says or as detected
  std::string published_from;  // see BuildOptions
  bool prune = true;           // drop documents whose files are gone
  bool remember = true;        // the paths, for a later run without any
  bool dry_run = false;        // only say what would be done
  bool list = false;           // have the report name every file that was added, changed or removed
  Retry retry = Retry::failed;
  WorkerOptions worker;
  // Between commits, when anything was done: so much text, or so long, but three times as long as the last
  // commit took at least, which is longer in a large index.
  std::uint64_t commit_bytes = 512ull << 20;
  std::int64_t commit_seconds = 20;
  std::uint64_t memory = 512ull << 20;  // bytes that this process may take for what it writes
  Writing writing = Writing::by_size;
  Day today = 0;                                        // 0: the system's
  std::function<void(const UpdateProgress&)> progress;  // called from the calling thread, often
  std::function<bool()> interrupted;  // asked often; true: finish the document at hand, commit and return
};

// Where a run's time went, in seconds by the clock, those of all threads added up.
struct StageTimes {
  double read = 0;     // opening files and hashing them
  double extract = 0;  // waiting for workers
  double build = 0;    // publication, language, passages
  double dates = 0;    // those mentioned
  double analyse = 0;  // terms and positions
  double wait = 0;     // for the turn to be written
  double write = 0;    // into the batch: segments are built meanwhile
  double commit = 0;   // merging, syncing

  StageTimes& operator+=(const StageTimes& other) noexcept;
};

// What a run did. Counts are files but for documents and passages.
struct UpdateReport {
  std::uint64_t added = 0;  // new files
  std::uint64_t changed = 0;
  std::uint64_t removed = 0;  // gone from the folders
  std::uint64_t renamed = 0;
  std::uint64_t duplicates = 0;         // of added and changed: the same content as another file
  std::uint64_t without_documents = 0;  // of added and changed: nothing of them is in the index
  std::uint64_t unchanged = 0;
  std::uint64_t bytes = 0;      // read
  std::uint64_t documents = 0;  // in the index now
  std::uint64_t passages = 0;
  std::uint64_t kept_unreadable = 0;  // files below a folder that could not be read: their documents stay
  std::uint64_t hidden_folders = 0;   // not entered
  std::uint64_t excluded = 0;
  double seconds = 0;
  StageTimes stages;
  bool interrupted = false;
  bool segments = true;  // false: this Xapian is not one that they were compared with; its own writer did all
  std::optional<Confinement> confinement;  // of the workers; none if nothing was read
  std::map<std::pair<Status, Reason>, std::uint64_t>
      troubles;                          // all files below the paths that are not wholly indexed
  std::vector<FileRecord> new_troubles;  // those that this run found, at most 1000
  // Of a dry run, or where listing was asked for: '+', '~' or '-' and the path.
  std::vector<std::pair<char, std::string>> plan;
};

// Indexes. A file that cannot be read is in the ledger and the report and costs no other. Throws Error for
// what stops the whole run: no such path, a locked or unusable index, a full disk; all that was committed
// before stays.
UpdateReport update_index(const UpdateOptions& options);

// The paths an index was given, in order.
std::vector<std::string> remembered_paths(const std::string& metadata);

}  // namespace dossier
