#include "survey.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "troubles.h"

namespace dossier {
namespace {

// What an entry that is no readable file goes into the ledger as; none for what needs no record.
std::optional<Outcome> ledger_outcome(const WalkEntry& entry) {
  switch (entry.kind) {
    case EntryKind::link:
      return Outcome{Status::skipped, Reason::bad_link, entry.detail + ", not followed"};
    case EntryKind::loop:
      return Outcome{Status::skipped, Reason::bad_link, entry.detail};
    case EntryKind::special:
      return Outcome{Status::skipped, Reason::not_a_file, entry.detail};
    case EntryKind::unreadable:
      return Outcome{Status::failed, Reason::unreadable, entry.detail};
    case EntryKind::file:
    case EntryKind::excluded:
    case EntryKind::hidden_folder:
      return std::nullopt;
  }
  return std::nullopt;
}

// Whether a scan was left unread that can be read now.
bool is_scan_to_read(const FileRecord& record, const UpdateOptions& options) {
  bool any = false;
  each_trouble(record, [&](const std::string&, const Outcome& outcome) {
    any = any || outcome.reason == Reason::no_text_layer;
  });
  return any && options.worker.recognition.wanted;
}

bool is_unchanged(const FileRecord& record, const WalkEntry& entry, const UpdateOptions& options) {
  if (record.outcome.status == Status::failed)
    return false;  // what failed is tried again every time: it may be readable now
  if (is_scan_to_read(record, options)) return false;
  if (options.retry != Retry::failed && !is_whole(record)) return false;
  return record.size == entry.size && record.modified_ns == entry.modified_ns;
}

// What is in the ledger only while it cannot be read: folders, and the files that hold a walk's rules.
bool is_no_document(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error) ||
         (path.filename() == ignore_file_name && std::filesystem::exists(path, error));
}

class Surveyor {
 public:
  Surveyor(const UpdateOptions& options, const Ledger& ledger) : options_(options), ledger_(ledger) {}

  void look_at(const WalkEntry& entry) {
    const auto record = ledger_.find(entry.path);
    const bool holds_documents = record != ledger_.end() && !record->second.documents.empty();
    switch (entry.kind) {
      case EntryKind::hidden_folder:
        ++found.hidden_folders;
        return;
      case EntryKind::excluded:
        ++found.excluded;
        return;
      case EntryKind::file:
        seen_.insert(entry.path);
        break;
      default: {
        seen_.insert(entry.path);
        if (entry.kind == EntryKind::unreadable) unreadable_.push_back(entry.path);
        // What was read of it when it could be read stays.
        if (entry.kind == EntryKind::unreadable && holds_documents)
          ++found.kept_unreadable;
        else
          found.others.push_back({.path = entry.path, .outcome = *ledger_outcome(entry)});
        return;
      }
    }
    if (record != ledger_.end() && is_unchanged(record->second, entry, options_)) {
      ++found.unchanged;
      return;
    }
    const bool hash_counts = holds_documents && options_.retry == Retry::failed &&
                             record->second.outcome.status != Status::failed &&
                             !is_scan_to_read(record->second, options_);
    found.files.push_back(
        {{entry.path, entry.size, entry.modified_ns}, hash_counts ? record->second.hash : ""});
  }

  void find_vanished(const PathSet& roots) {
    const PathSet unreadable(unreadable_);
    for (const auto& [path, record] : ledger_) {
      if (!roots.covers(path) || seen_.contains(path)) continue;
      if (unreadable.covers(path))
        ++found.kept_unreadable;
      else if (record.hash.empty() && record.documents.empty() && is_no_document(path))
        found.readable_again.push_back(path);
      else if (options_.prune)
        found.vanished.insert(path);
    }
  }

  Survey found;

 private:
  const UpdateOptions& options_;
  const Ledger& ledger_;
  std::set<std::string> seen_;
  std::vector<std::string> unreadable_;
};

}  // namespace

Survey survey(const std::vector<std::string>& roots, const UpdateOptions& options, const Ledger& ledger,
              const std::function<bool(std::uint64_t files)>& each_entry) {
  WalkOptions walk = options.walk;
  std::error_code error;
  walk.skip_folder = std::filesystem::weakly_canonical(options.index, error);
  Surveyor surveyor(options, ledger);
  bool complete = true;
  walk_files(roots, walk, [&](const WalkEntry& entry) {
    surveyor.look_at(entry);
    complete = each_entry(surveyor.found.files.size()) && complete;
  });
  if (complete) surveyor.find_vanished(PathSet(roots));
  return std::move(surveyor.found);
}

void count_survey(const Survey& found, UpdateReport& report) {
  report.unchanged = found.unchanged;
  report.kept_unreadable = found.kept_unreadable;
  report.hidden_folders = found.hidden_folders;
  report.excluded = found.excluded;
}

void count_troubles(const Ledger& ledger, const PathSet& roots, UpdateReport& report) {
  for (const auto& [path, record] : ledger) {
    if (!roots.covers(path)) continue;
    each_trouble(record, [&](const std::string&, const Outcome& outcome) {
      ++report.troubles[{outcome.status, outcome.reason}];
    });
  }
}

}  // namespace dossier
