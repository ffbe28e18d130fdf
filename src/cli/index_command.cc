#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "context.h"
#include "dossier/render/terminal.h"
#include "recognition_options.h"
#include "update_run.h"

namespace dossier {
namespace {

struct IndexOptions {
  std::vector<std::string> paths;
  UpdateRun run;
  bool from_stdin0 = false;
  bool no_prune = false;
  bool retry = false;
  std::uint64_t memory_mb = 512;
};

// The paths on standard input. One that is gone by now is named and passed over: lists are made before they
// are read.
std::vector<std::string> read_paths_from_stdin() {
  std::vector<std::string> paths;
  for (std::string path; std::getline(std::cin, path, '\0');) {
    if (path.empty()) continue;
    std::error_code error;
    if (std::filesystem::exists(path, error))
      paths.push_back(path);
    else
      say(fmt::format("dossier: {}: {}\n", visible_name(path),
                      error ? error.message() : "no such file or folder"));
  }
  return paths;
}

int run_index(Context& context, IndexOptions& options) {
  UpdateOptions& update = options.run.update;
  update.index = context.index();
  update.paths = options.paths;
  update.language = language_code(update.language);
  if (options.retry) update.retry = Retry::troubled;
  update.memory = options.memory_mb << 20;
  update.prune = !options.no_prune && !options.from_stdin0;
  if (options.from_stdin0) {
    const auto more = read_paths_from_stdin();
    update.paths.insert(update.paths.end(), more.begin(), more.end());
    update.remember = false;  // a list of files is no folder to come back to
    if (update.paths.empty()) {
      say("dossier: no path came from standard input; nothing to do\n");
      return exit_ok;
    }
  }
  return run_update(context, options.run);
}

constexpr const char* kTaken = "What is taken";
constexpr const char* kRead = "How it is read";
constexpr const char* kRun = "How it runs";

void add_taken_options(CLI::App& command, IndexOptions& options) {
  command
      .add_flag("--from-stdin0", options.from_stdin0,
                "Take more paths from standard input, each ended by a NUL byte; nothing is dropped then, "
                "and the paths are not remembered")
      ->group(kTaken);
  command
      .add_option("--include", options.run.update.walk.include,
                  "Take only files that match GLOB; any number of times")
      ->type_name("GLOB")
      ->allow_extra_args(false)
      ->group(kTaken);
  command
      .add_option("--exclude", options.run.update.walk.exclude,
                  "Leave out files and folders that match GLOB; any number of times")
      ->type_name("GLOB")
      ->allow_extra_args(false)
      ->group(kTaken);
  command.add_flag("--hidden", options.run.update.walk.hidden_folders, "Enter hidden folders too")
      ->group(kTaken);
  command.add_flag("--no-prune", options.no_prune, "Keep documents whose files are gone")->group(kTaken);
  command
      .add_flag("--retry", options.retry, "Read again what was skipped or cut short before, changed or not")
      ->group(kTaken);
}

void add_index_options(CLI::App& command, IndexOptions& options) {
  command.add_option("PATH", options.paths, "Files and folders; without any, all that were given before");
  add_taken_options(command, options);
  command
      .add_option("--lang", options.run.update.language, "Language of all these documents, whatever they say")
      ->type_name("CODE")
      ->group(kRead);
  command
      .add_flag(
          "--csv-rows", options.run.update.worker.extraction.csv_rows,
          "Make each row of a CSV or TSV file that is read a document; columns named title, date, text, "
          "url, author, language, source and id are taken for what they say")
      ->group(kRead);
  const auto [ocr, languages] = add_recognition_options(command, options.run.update.worker.recognition);
  ocr->group(kRead);
  languages->group(kRead);
  add_choice(command, "--published-from", options.run.update.published_from,
             {"front-matter", "html", "jsonl", "url", "text", "file-name"},
             "Believe only publication dates from there")
      ->group(kRead);
  CLI::Validator jobs = CLI::Range(1, 256);
  command
      .add_option("-j,--jobs", options.run.update.jobs, "Worker processes, up to 256 (default: one a core)")
      ->check(jobs.description(""))
      ->type_name("N")
      ->group(kRun);
  CLI::Validator memory = CLI::Range(64, 65536);
  command
      .add_option(
          "--memory", options.memory_mb,
          "Memory in MB for what is not yet written, from 64 (default: 512); more makes larger pieces")
      ->check(memory.description(""))
      ->type_name("N")
      ->group(kRun);
  command.add_flag("--dry-run", options.run.update.dry_run, "Only say what would be done")->group(kRun);
  command
      .add_flag("-v,--verbose", options.run.update.list, "Name every file that is added, changed or removed")
      ->group(kRun);
  command.add_flag("--stats", options.run.stats, "Say where the time went, stage by stage")->group(kRun);
  command.add_flag("--strict", options.run.strict, "End with code 3 if a file failed")->group(kRun);
  add_choice(command, "--progress", options.run.progress, {"auto", "always", "never"},
             "When to show progress")
      ->group(kRun);
}

}  // namespace

void add_index_command(Context& context) {
  context
      .add_command<IndexOptions>(command_group::keep, "index",
                                 "Add new and changed documents below the paths and drop vanished ones; "
                                 "without a path, bring all up to date",
                                 &run_index, &add_index_options)
      ->footer(
          "  dossier index ~/papers --exclude 'draft*'\n"
          "  dossier index                               all folders of before\n"
          "  git ls-files -z | dossier index --from-stdin0\n");
}

}  // namespace dossier
