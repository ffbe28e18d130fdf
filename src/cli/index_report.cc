#include "index_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/render/numbers.h"
#include "dossier/render/terminal.h"

namespace dossier {
namespace {

constexpr std::size_t kMostNamed = 20;  // new troubles; 'dossier failed' names all

std::string files_of(std::uint64_t count) {
  return count_of(count, "file", "files");
}

void print_count(std::ostream& out, std::string_view label, std::uint64_t count,
                 const std::string& note = {}) {
  if (count == 0) return;
  out << fmt::format("{:<10} {:>8}{}\n", label, group_digits(count), note.empty() ? "" : "  (" + note + ")");
}

void print_new_troubles(std::ostream& out, const UpdateReport& report) {
  const auto& files = report.new_troubles;
  const std::size_t named = std::min(files.size(), kMostNamed);
  for (std::size_t i = 0; i < named; ++i) {
    const Outcome& outcome = files[i].outcome;
    out << fmt::format("{}: {} ({}{}{})\n", status_name(outcome.status), visible_name(files[i].path),
                       reason_name(outcome.reason), outcome.detail.empty() ? "" : ": ",
                       visible_text(outcome.detail));
  }
  if (files.size() > named) out << "... more: 'dossier failed' names every file and the reason\n";
}

// The files that are not wholly indexed, this run's and earlier ones, by what became of them.
void print_troubles(std::ostream& out, const UpdateReport& report) {
  for (const Status status : {Status::partial, Status::skipped, Status::failed}) {
    std::uint64_t count = 0;
    std::string reasons;
    for (const auto& [trouble, files] : report.troubles) {
      if (trouble.first != status) continue;
      count += files;
      reasons += fmt::format("{}{} {}", reasons.empty() ? "" : ", ", reason_name(trouble.second),
                             group_digits(files));
    }
    print_count(out, status_name(status), count, reasons);
  }
}

std::string new_files_note(const UpdateReport& report) {
  std::string note;
  const char* of_both = report.added > 0 && report.changed > 0 ? " of added and changed" : "";
  if (report.without_documents > 0)
    note = group_digits(report.without_documents) + of_both + " gave no document";
  if (report.duplicates > 0) {
    note += (note.empty() ? "" : "; ") + group_digits(report.duplicates) +
            " with the content of another, listed under both paths";
  }
  return note;
}

// True if there was nothing to do and nothing to leave.
bool is_idle(const UpdateReport& report) {
  return report.added + report.changed + report.renamed + report.removed + report.unchanged +
                 report.kept_unreadable + report.excluded + report.hidden_folders ==
             0 &&
         report.troubles.empty() && !report.interrupted;
}

}  // namespace

void print_plan(std::ostream& out, const UpdateReport& report) {
  for (const auto& [sign, path] : report.plan) out << sign << ' ' << visible_name(path) << '\n';
}

void print_dry_run(std::ostream& out, const UpdateReport& report) {
  out << fmt::format("would add {}, read {} again, remove {}; {} unchanged\n", files_of(report.added),
                     report.changed, report.removed, report.unchanged);
}

void print_report(std::ostream& out, const UpdateReport& report, const std::string& index) {
  print_new_troubles(out, report);
  print_count(out, "added", report.added, new_files_note(report));
  print_count(out, "changed", report.changed, report.added == 0 ? new_files_note(report) : "");
  print_count(out, "renamed", report.renamed);
  print_count(out, "removed", report.removed);
  print_count(out, "unchanged", report.unchanged);
  print_troubles(out, report);
  print_count(out, "kept", report.kept_unreadable, "cannot be read any more; as they were");
  print_count(out, "excluded", report.excluded);
  print_count(out, "hidden", report.hidden_folders, "folders not entered; --hidden enters them");
  if (is_idle(report)) out << "no file was found below the paths\n";
  out << fmt::format("{} in {}, {} read in {:.1f} s, index {}\n", documents_of(report.documents),
                     passages_of(report.passages), human_size(report.bytes), report.seconds,
                     visible_name(index));
  if (report.interrupted)
    out << "interrupted: what was read so far is in the index; run the command again to go on\n";
}

void print_stages(std::ostream& out, const StageTimes& stages) {
  const std::pair<const char*, double> rows[] = {{"read", stages.read},       {"extract", stages.extract},
                                                 {"build", stages.build},     {"dates", stages.dates},
                                                 {"analyse", stages.analyse}, {"wait", stages.wait},
                                                 {"write", stages.write},     {"commit", stages.commit}};
  out << "seconds by stage, all threads added up:\n";
  for (const auto& [name, seconds] : rows) out << fmt::format("{:<10} {:>8.2f}\n", name, seconds);
}

}  // namespace dossier
