// A folder of documents, the index of it, and short forms of what is in it.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/app/maintain_index.h"
#include "dossier/app/update_index.h"
#include "dossier/index/index_reader.h"
#include "support/temporary_folder.h"

namespace dossier {

using Lines = std::vector<std::string>;

// "added 2, changed 1": what is not zero.
inline std::string summary(const UpdateReport& report) {
  std::string out;
  const auto add = [&](const char* what, std::uint64_t count) {
    if (count > 0) out += (out.empty() ? "" : ", ") + std::string(what) + " " + std::to_string(count);
  };
  add("added", report.added);
  add("changed", report.changed);
  add("renamed", report.renamed);
  add("removed", report.removed);
  add("duplicates", report.duplicates);
  add("unchanged", report.unchanged);
  add("kept", report.kept_unreadable);
  add("excluded", report.excluded);
  add("hidden", report.hidden_folders);
  return out.empty() ? "nothing" : out;
}

// A path without the folder it lies in.
inline std::string below(const std::string& path, const std::string& folder) {
  return path.starts_with(folder + "/") ? path.substr(folder.size() + 1) : path;
}

// All there is to know of each document but ids, numbers and times: a line each, sorted. Equal for any two
// indexes of the same files, however they came about.
inline Lines documents_in(const std::string& index, const std::string& folder) {
  Lines lines;
  const IndexReader reader(index);
  if (reader.database().get_doccount() == 0) return lines;
  const auto rows = reader.columns().rows();
  for (std::uint32_t number = 0; number < rows.size(); ++number) {
    if (rows[number].passages == 0) continue;
    const StoredDocument document = reader.document(number);
    Lines paths;
    for (const std::string& path : document.paths) paths.push_back(below(path, folder));
    std::sort(paths.begin(), paths.end());
    std::string line;
    for (const std::string& path : paths) line += (line.empty() ? "" : " ") + path;
    line += ": " + document.title;
    if (document.published)
      line += " (" + format_partial_date({document.published->days, document.published->precision}) + ")";
    for (std::uint32_t i = 0; i < document.passages; ++i) {
      const StoredPassage passage = reader.passage(document.first_docid + i);
      line += " |";
      for (const std::string& heading : passage.headings) line += " " + heading + " >";
      line += " " + passage.text;
    }
    lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

class IndexedFolder {
 public:
  IndexedFolder() { std::filesystem::create_directory(docs()); }

  std::string docs() const { return folder_ / "docs"; }
  std::string index() const { return folder_ / "index"; }
  std::string outside(std::string_view name) const { return folder_ / name; }

  // Writes a document. Each call gives the file a later time, so that a change is seen.
  std::string write(const std::string& name, std::string_view bytes) {
    const std::string path = folder_.write("docs/" + name, bytes);
    set_time(path, ++time_);
    return path;
  }
  void remove(const std::string& name) { std::filesystem::remove_all(docs() + "/" + name); }
  void move(const std::string& from, const std::string& to) {
    std::filesystem::create_directories(std::filesystem::path(docs() + "/" + to).parent_path());
    std::filesystem::rename(docs() + "/" + from, docs() + "/" + to);
  }
  void touch(const std::string& name) { set_time(docs() + "/" + name, ++time_); }
  void permit(const std::string& name, unsigned mode) {
    std::filesystem::permissions(docs() + "/" + name, static_cast<std::filesystem::perms>(mode));
  }

  UpdateOptions options() const {
    UpdateOptions options{.index = index(), .paths = {docs()}, .jobs = 2};
    options.today = parse_partial_date("2024-06-30")->days.first;
    return options;
  }
  UpdateReport run(const UpdateOptions& options) const { return update_index(options); }
  std::string update() const { return summary(run(options())); }

  Lines documents() const { return documents_in(index(), docs()); }
  // What an index made at one go would hold.
  Lines documents_of_clean_run() const {
    const TemporaryFolder clean;
    UpdateOptions fresh = options();
    fresh.index = clean / "index";
    update_index(fresh);
    return documents_in(fresh.index, docs());
  }
  // "name: status reason", a line a path.
  Lines ledger() const {
    Lines lines;
    for (const FileRecord& file : IndexReader(index()).files()) {
      std::string line = below(file.path, docs()) + ": " + std::string(status_name(file.outcome.status));
      if (file.outcome.reason != Reason::none) line += " " + std::string(reason_name(file.outcome.reason));
      lines.push_back(std::move(line));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }
  Lines faults() const {
    return check_index(index(), [](const std::string&) {});
  }

 private:
  static void set_time(const std::string& path, std::int64_t seconds) {
    const timespec times[] = {{seconds, 0}, {seconds, 0}};
    if (utimensat(AT_FDCWD, path.c_str(), times, AT_SYMLINK_NOFOLLOW) != 0)
      throw std::runtime_error("cannot touch " + path);
  }

  TemporaryFolder folder_;
  std::int64_t time_ = 1'400'000'000;  // a day in May 2014
};

}  // namespace dossier
