#include "dossier/app/update_index.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <unordered_set>

#include "clock.h"
#include "dossier/core/codec.h"
#include "dossier/core/error.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/index_writer.h"
#include "dossier/index/schema.h"
#include "dossier/index/word_table.h"
#include "dry_run.h"
#include "extraction_pipeline.h"
#include "open_file.h"
#include "relate_documents.h"
#include "run_paths.h"
#include "stopwatch.h"
#include "survey.h"
#include "troubles.h"

namespace dossier {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostNewTroubles = 1000;
// Bytes that they cost a batch beside their text.
constexpr std::uint64_t kDocumentOverhead = 2000;
constexpr std::uint64_t kPassageOverhead = 200;

const Outcome kInterrupted{Status::failed, Reason::unreadable, "interrupted before its end"};

// A run, from the survey to the last commit.
class Update {
 public:
  Update(const UpdateOptions& options, std::vector<std::string> given)
      : options_(options),
        writer_(options.index, {.memory = options.memory / 3, .writing = options.writing}),
        roots_(std::move(given)),
        last_commit_(Clock::now()) {}

  UpdateReport run() {
    std::vector<std::string> remembered = remembered_paths(writer_.metadata(schema::key::roots));
    roots_ = choose_roots(options_, std::move(roots_), remembered, writer_.files());
    if (options_.remember && options_.retry != Retry::only_troubled) remember(std::move(remembered));
    found_ = survey(roots_, options_, writer_.files(), [&](std::uint64_t files) {
      progress_.files = files;
      tell(UpdateProgress::Phase::looking);
      return !interrupted();
    });
    count_survey(found_, report_);
    record_others();
    read_files();
    if (!interrupted()) drop_vanished();
    commit();
    Stopwatch watch;
    WordTableUpdate words(options_.index);
    relate_documents(writer_, options_.index, [this] { return interrupted(); });
    words.save();
    report_.stages.commit += watch.lap();
    report_.documents = writer_.documents();
    report_.passages = writer_.passages();
    report_.segments = IndexWriter::can_build_segments();
    count_troubles(writer_.files(), PathSet(roots_), report_);
    return std::move(report_);
  }

 private:
  void remember(std::vector<std::string> paths) {
    const std::size_t before = paths.size();
    for (const std::string& root : roots_) {
      if (std::find(paths.begin(), paths.end(), root) == paths.end()) paths.push_back(root);
    }
    if (paths.size() != before) writer_.set_metadata(schema::key::roots, encode_paths(paths));
  }

  void record_others() {
    for (FileRecord& record : found_.others) {
      const auto known = writer_.files().find(record.path);
      const bool is_new = known == writer_.files().end();
      if (!is_new && known->second.outcome == record.outcome) continue;
      if (!is_new) {
        for (const std::uint32_t number : known->second.documents) release(number, record.path);
      }
      put(record, true);
    }
  }

  void read_files() {
    std::unordered_set<std::string_view> to_read;
    for (const PipelineFile& file : found_.files) to_read.insert(file.source.path);
    for (const auto& [path, record] : writer_.files()) {
      if (!to_read.contains(path)) know_content(record);
    }
    PipelineOptions pipeline_options{
        .jobs = options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency()),
        .worker = options_.worker,
        .build = {.today = options_.today != 0 ? options_.today : today_utc(),
                  .language = options_.language,
                  .published_from = options_.published_from}};
    for (const auto& [hash, path] : path_by_hash_) pipeline_options.indexed_hashes.insert(hash);
    progress_ = {.files_total = found_.files.size()};
    for (const PipelineFile& file : found_.files) progress_.bytes_total += bytes_to_read(file);
    writer_.announce(progress_.bytes_total);
    ExtractionPipeline pipeline(found_.files, std::move(pipeline_options));
    for (std::size_t i = 0; i < found_.files.size() && !interrupted(); ++i) {
      take(pipeline, i);
      ++progress_.files;
      progress_.bytes += bytes_to_read(found_.files[i]);
      tell(UpdateProgress::Phase::reading);
      if (commit_due()) commit();
    }
    report_.confinement = pipeline.confinement();
    report_.stages += pipeline.times();
  }

  // A file above the limit is skipped unread.
  std::uint64_t bytes_to_read(const PipelineFile& file) const {
    return file.source.size > options_.worker.limits.file_bytes ? 0 : file.source.size;
  }

  // Takes over what was read of one file.
  void take(ExtractionPipeline& pipeline, std::size_t index) {
    const std::string& path = found_.files[index].source.path;
    const auto known = writer_.files().find(path);
    const bool is_new = known == writer_.files().end();
    const FileRecord before = is_new ? FileRecord{} : known->second;
    FileRecord record{.path = path};
    std::set<std::uint32_t> left(before.documents.begin(),
                                 before.documents.end());  // of the last time, not yet met again
    bool cut_short = false;
    bool shared = false;
    PipelineResult result = pipeline.take(index, [&](IndexableDocument&& part, const std::string& hash) {
      const bool is_last = part.is_last;
      shared = part.is_first && record.documents.empty() && path_by_hash_.contains(hash);
      if (shared) return false;
      add(std::move(part), record, left);
      if (!is_last) return true;
      if (commit_due()) {
        put_unfinished(record, left);
        commit();
      }
      cut_short = interrupted();
      return !cut_short;
    });
    if (cut_short) return put_unfinished(record, left);
    record.size = result.source.size;
    record.modified_ns = result.source.modified_ns;
    record.hash = result.hash;
    record.outcome = std::move(result.outcome);
    record.members = std::move(result.members);
    if (!record.hash.empty()) report_.bytes += record.size;
    bool renamed = false;
    if (result.kind == PipelineResult::Kind::same_content) {
      record.outcome = before.outcome;
      record.members = before.members;
      record.documents = before.documents;
    } else if (shared || result.kind == PipelineResult::Kind::known_content) {
      renamed = share(record);
    }
    settle(record, is_new ? nullptr : &before, left, renamed);
  }

  // Holds what came of a file against what was known of it before, drops what is left of that, and writes it
  // down.
  void settle(FileRecord& record, const FileRecord* before, std::set<std::uint32_t>& left, bool renamed) {
    const bool same = before != nullptr && is_same(record, *before);
    if (record.outcome.reason == Reason::unreadable && !left.empty()) {
      record.documents = before->documents;  // that it can be read no more makes nothing of it wrong
      ++report_.kept_unreadable;
    } else if (same) {
      ++report_.unchanged;
    } else {
      ++(renamed ? report_.renamed : before == nullptr ? report_.added : report_.changed);
      if (record.documents.empty()) ++report_.without_documents;
      list(before == nullptr ? '+' : '~', record.path);
    }
    for (const std::uint32_t number : record.documents) left.erase(number);
    for (const std::uint32_t number : left) release(number, record.path);
    know_content(record);
    put(record, !same || options_.retry != Retry::failed);  // who asks again is told again
  }

  // Another file of this content need not be read.
  void know_content(const FileRecord& record) {
    const bool whole = record.outcome.status != Status::failed && !record.hash.empty();
    if (whole && !record.documents.empty()) path_by_hash_.emplace(record.hash, record.path);
  }

  // Half a file: its record says so, and the next run reads it again and finds these documents there.
  void put_unfinished(FileRecord record, const std::set<std::uint32_t>& left) {
    record.outcome = kInterrupted;
    record.documents.insert(record.documents.end(), left.begin(), left.end());
    put(record, false);
  }

  void add(IndexableDocument&& part, FileRecord& record, std::set<std::uint32_t>& left) {
    if (part.is_first) id_ = choose_id(part.record, record, left);
    if (!id_) return;
    if (part.record.id != *id_) set_id(part, *id_);
    batch_bytes_ += part.bytes + kDocumentOverhead + kPassageOverhead * part.postings.size();
    const bool is_last = part.is_last;
    Stopwatch watch;
    const std::uint32_t number = writer_.add(std::move(part));
    report_.stages.write += watch.lap();
    if (is_last) record.documents.push_back(number);
  }

  // The id under which a document is to be added, its own if nobody has it; none if the document is there as
  // it is.
  std::optional<std::string> choose_id(const StoredDocument& document, FileRecord& record,
                                       std::set<std::uint32_t>& left) {
    std::string id = document.id;
    for (int attempt = 2;; ++attempt) {
      const auto taken = writer_.find(id);
      if (!taken) return id;
      if (left.erase(*taken) > 0) {
        if (writer_.document(*taken).content_hash == document.content_hash) {
          record.documents.push_back(*taken);
          keep(*taken, document.paths.front());
          return std::nullopt;
        }
        release(*taken, record.path);
        if (!writer_.find(id)) return id;
      }
      id = document.id + "~" + std::to_string(attempt);  // somebody else's id
    }
  }

  // The document is as it was; in an archive it may have got another name.
  void keep(std::uint32_t number, const std::string& path) {
    std::vector<std::string> paths = writer_.document(number).paths;
    if (std::find(paths.begin(), paths.end(), path) != paths.end()) return;
    const auto old = std::find_if(paths.begin(), paths.end(),
                                  [&](const std::string& p) { return file_of(p) == file_of(path); });
    if (old == paths.end())
      paths.push_back(path);
    else
      *old = path;
    writer_.set_paths(number, paths, analyzer_);
  }

  // The content is in the index under another path: lists its documents under this one too, or instead if
  // that file is gone. Gives whether it was a renaming.
  bool share(FileRecord& record) {
    const std::string other = path_by_hash_.at(record.hash);
    const FileRecord source = writer_.files().at(other);
    record.documents = source.documents;
    record.outcome = source.outcome;
    record.members = source.members;
    const bool renamed = found_.vanished.erase(other) > 0;
    for (const std::uint32_t number : source.documents) {
      std::vector<std::string> paths = writer_.document(number).paths;
      const auto from =
          std::find_if(paths.begin(), paths.end(), [&](const std::string& p) { return file_of(p) == other; });
      const std::string path = record.path + (from == paths.end() ? "" : from->substr(other.size()));
      if (renamed) std::erase_if(paths, [&](const std::string& p) { return file_of(p) == other; });
      // It is there already where this file could not be read for a while.
      if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
      writer_.set_paths(number, paths, analyzer_);
    }
    if (!renamed) {
      ++report_.duplicates;
      return false;
    }
    writer_.forget_file(other);
    list('-', other);
    path_by_hash_[record.hash] = record.path;
    return true;
  }

  // The document is no longer in the file `path`; when it is in no other, it goes.
  void release(std::uint32_t number, const std::string& path) {
    std::vector<std::string> paths = writer_.document(number).paths;
    std::erase_if(paths, [&](const std::string& p) { return file_of(p) == path; });
    if (paths.empty()) {
      writer_.remove(number);
    } else {
      writer_.set_paths(number, paths, analyzer_);
    }
  }

  void drop_vanished() {
    for (const std::string& path : found_.readable_again) writer_.forget_file(path);
    for (const std::string& path : found_.vanished) {
      const FileRecord record = writer_.files().at(path);
      for (const std::uint32_t number : record.documents) release(number, path);
      writer_.forget_file(path);
      ++report_.removed;
      list('-', path);
      if (commit_due()) commit();
    }
  }

  void list(char sign, const std::string& path) {
    if (options_.list) report_.plan.emplace_back(sign, path);
  }

  void put(FileRecord& record, bool is_news) {
    record.when = seconds_now();
    writer_.put_file(record);
    if (!is_news) return;
    for (FileRecord& trouble : troubles_of(record)) {
      if (report_.new_troubles.size() == kMostNewTroubles) return;
      report_.new_troubles.push_back(std::move(trouble));
    }
  }

  bool commit_due() const {
    if (batch_bytes_ >= options_.commit_bytes) return true;
    const std::chrono::duration<double> passed = Clock::now() - last_commit_;
    const double wait = std::max(static_cast<double>(options_.commit_seconds), 3 * commit_seconds_);
    return writer_.dirty() && passed.count() >= wait;
  }

  void commit() {
    tell(UpdateProgress::Phase::committing);
    Stopwatch watch;
    writer_.commit(seconds_now());
    batch_bytes_ = 0;
    last_commit_ = Clock::now();
    commit_seconds_ = watch.lap();
    report_.stages.commit += commit_seconds_;
  }

  bool interrupted() {
    if (options_.interrupted && options_.interrupted()) report_.interrupted = true;
    return report_.interrupted;
  }

  void tell(UpdateProgress::Phase phase) {
    if (!options_.progress) return;
    progress_.phase = phase;
    options_.progress(progress_);
  }

  const UpdateOptions& options_;
  IndexWriter writer_;
  Analyzer analyzer_;
  UpdateReport report_;
  UpdateProgress progress_;
  std::vector<std::string> roots_;
  Survey found_;
  std::unordered_map<std::string, std::string> path_by_hash_;
  std::optional<std::string> id_;  // under which the document at hand is added; none: it is not
  std::uint64_t batch_bytes_ = 0;
  Clock::time_point last_commit_;
  double commit_seconds_ = 0;  // that the last one took
};

}  // namespace

StageTimes& StageTimes::operator+=(const StageTimes& other) noexcept {
  for (auto stage : {&StageTimes::read, &StageTimes::extract, &StageTimes::build, &StageTimes::dates,
                     &StageTimes::analyse, &StageTimes::wait, &StageTimes::write, &StageTimes::commit})
    this->*stage += other.*stage;
  return *this;
}

UpdateReport update_index(const UpdateOptions& options) {
  const auto started = Clock::now();
  std::vector<std::string> given = given_paths(options);
  UpdateReport report =
      options.dry_run ? dry_run(options, std::move(given)) : Update(options, std::move(given)).run();
  report.seconds = std::chrono::duration<double>(Clock::now() - started).count();
  return report;
}

}  // namespace dossier
