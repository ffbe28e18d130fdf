#include <fmt/format.h>
#include <unistd.h>
#include <csignal>

#include <algorithm>
#include <iostream>
#include <iterator>

#include "context.h"
#include "dossier/app/update_index.h"
#include "dossier/core/language.h"
#include "dossier/render/numbers.h"
#include "output.h"
#include "progress.h"

namespace dossier {
namespace {

struct IndexOptions {
  std::vector<std::string> paths;
  UpdateOptions update;
  bool from_stdin0 = false;
  bool no_prune = false;
  bool strict = false;
  std::string progress = "auto";
};

// Set by the signal handler, which may do no more.
volatile std::sig_atomic_t interrupts = 0;

extern "C" void note_interrupt(int) {
  interrupts = interrupts + 1;
  // A second Ctrl-C is meant: what was committed is safe.
  if (interrupts > 1) _exit(exit_interrupted);
}

void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

std::vector<std::string> read_paths_from_stdin() {
  std::vector<std::string> paths;
  for (std::string path; std::getline(std::cin, path, '\0');) {
    if (!path.empty()) paths.push_back(path);
  }
  return paths;
}

ProgressStyle progress_style(const std::string& choice) {
  const bool terminal = is_terminal(STDERR_FILENO);
  if (choice == "never" || (choice == "auto" && !terminal)) return ProgressStyle::none;
  return terminal ? ProgressStyle::bar : ProgressStyle::lines;
}

std::string files_of(std::uint64_t count) {
  return count_of(count, "file", "files");
}

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
    if (count > 0)
      out << fmt::format("{:<10} {:>8}  ({})\n", status_name(status), group_digits(count), reasons);
  }
  if (!report.troubles.empty()) out << "           'dossier failed' names each file and the reason\n";
}

void print_report(std::ostream& out, const UpdateReport& report, const std::string& index) {
  const auto line = [&](const char* label, std::uint64_t count, const std::string& note = {}) {
    if (count > 0)
      out << fmt::format("{:<10} {:>8}{}\n", label, group_digits(count),
                         note.empty() ? "" : "  (" + note + ")");
  };
  const std::string duplicates =
      report.duplicates > 0
          ? group_digits(report.duplicates) + " with the content of another, listed under both paths"
          : "";
  line("added", report.added, duplicates);
  line("changed", report.changed);
  line("renamed", report.renamed);
  line("removed", report.removed);
  line("unchanged", report.unchanged);
  print_troubles(out, report);
  line("kept", report.kept_unreadable, "cannot be read any more; as they were");
  line("excluded", report.excluded);
  line("hidden", report.hidden_folders, "folders not entered; --hidden enters them");
  out << fmt::format("{} in {}, {} read in {:.1f} s, index {}\n", documents_of(report.documents),
                     passages_of(report.passages), human_size(report.bytes), report.seconds,
                     visible_name(index));
}

void print_plan(std::ostream& out, const UpdateReport& report) {
  for (const auto& [sign, path] : report.plan) out << sign << ' ' << visible_name(path) << '\n';
  out << fmt::format("would add {}, read {} again, remove {}; {} unchanged\n", files_of(report.added),
                     report.changed, report.removed, report.unchanged);
}

int run_index(Context& context, IndexOptions& options) {
  UpdateOptions& update = options.update;
  update.index = context.index();
  update.paths = options.paths;
  update.prune = !options.no_prune && !options.from_stdin0;
  if (options.from_stdin0) {
    const auto more = read_paths_from_stdin();
    update.paths.insert(update.paths.end(), more.begin(), more.end());
    update.remember = false;  // a list of files is no folder to come back to
    if (update.paths.empty()) return exit_nothing;
  }
  if (!update.language.empty()) {
    const std::string code = normalize_language(update.language);
    if (code.empty())
      throw Error(ErrorCode::usage, "'" + update.language + "' is no language code",
                  "give an ISO 639 code: --lang de");
    update.language = code;
  }
  catch_interrupts();
  update.interrupted = [] { return interrupts > 0; };
  UpdateReport report;
  {
    ProgressDisplay display(progress_style(options.progress));
    update.progress = [&](const UpdateProgress& progress) { display.show(progress); };
    report = update_index(update);
  }
  DescriptorStream out(STDOUT_FILENO);
  if (update.dry_run) {
    print_plan(out, report);
  } else {
    print_report(out, report, update.index);
    if (report.interrupted)
      out << "interrupted: what was read so far is in the index; run the command again to go on\n";
  }
  out.flush();
  if (report.interrupted) return exit_interrupted;
  const bool failed = std::any_of(report.troubles.begin(), report.troubles.end(),
                                  [](const auto& trouble) { return trouble.first.first == Status::failed; });
  return options.strict && failed ? exit_some_failed : exit_ok;
}

}  // namespace

void add_index_command(Context& context) {
  context.add_command<IndexOptions>(
      "index",
      "Add new and changed documents below the paths, drop vanished ones; without a path, bring all up to "
      "date",
      &run_index, [](CLI::App& command, IndexOptions& options) {
        command.add_option("PATH", options.paths, "Files and folders")->type_name("");
        command.add_flag("--dry-run", options.update.dry_run, "Only say what would be done");
        command.add_option("--jobs,-j", options.update.jobs, "Worker processes (default: one a core)")
            ->check(CLI::Range(1, 256))
            ->type_name("N");
        command
            .add_option("--include", options.update.walk.include,
                        "Take only files that match GLOB (repeatable)")
            ->type_name("GLOB")
            ->allow_extra_args(false);
        command
            .add_option("--exclude", options.update.walk.exclude,
                        "Leave out files and folders that match GLOB (repeatable)")
            ->type_name("GLOB")
            ->allow_extra_args(false);
        command.add_flag("--hidden", options.update.walk.hidden_folders, "Enter hidden folders too");
        command
            .add_option("--lang", options.update.language,
                        "Language of all these documents, whatever they say")
            ->type_name("CODE");
        command
            .add_option("--published-from", options.update.published_from,
                        "Believe only dates from there: front-matter, html, jsonl, file-name")
            ->check(CLI::IsMember({"front-matter", "html", "jsonl", "file-name"}))
            ->type_name("SOURCE");
        command.add_flag("--no-prune", options.no_prune, "Keep documents whose files are gone");
        command.add_flag("--retry", options.update.retry,
                         "Read again what was skipped or cut short before, unchanged or not");
        command.add_flag("--from-stdin0", options.from_stdin0,
                         "Read more paths from standard input, each ended by a NUL byte");
        command.add_flag("--strict", options.strict, "End with code 3 if a file failed");
        command.add_option("--progress", options.progress, "When to show progress")
            ->check(CLI::IsMember({"auto", "always", "never"}))
            ->capture_default_str();
      });
}

}  // namespace dossier
