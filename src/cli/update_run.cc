#include "update_run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "confinement_text.h"
#include "dossier/app/check_formats.h"
#include "dossier/render/terminal.h"
#include "index_report.h"
#include "progress.h"

namespace dossier {
namespace {

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

ProgressStyle progress_style(const std::string& choice) {
  const bool terminal = is_terminal(STDERR_FILENO);
  if (choice == "never" || (choice == "auto" && !terminal)) return ProgressStyle::none;
  if (!terminal) return ProgressStyle::lines;
  return choice == "always" ? ProgressStyle::bar_at_once : ProgressStyle::bar;
}

int finish(const Context& context, const UpdateRun& run, const UpdateReport& report) {
  Output out = context.output(false);
  print_plan(out.stream(), report);
  if (run.update.dry_run)
    print_dry_run(out.stream(), report);
  else
    print_report(out.stream(), report, run.update.index);
  if (run.stats) print_stages(out.stream(), report.stages);
  out.finish();
  if (const std::string gap = confinement_gap(report.confinement); !gap.empty())
    say(fmt::format("warning: {}\n", gap));
  if (!report.segments) {
    say("note: this version of Xapian is not one that fast writing was compared with; its own writer did it "
        "all, "
        "which is slower\n");
  }
  if (report.interrupted) return exit_interrupted;
  const bool failed = std::any_of(report.troubles.begin(), report.troubles.end(),
                                  [](const auto& trouble) { return trouble.first.first == Status::failed; });
  return run.strict && failed ? exit_some_failed : exit_ok;
}

}  // namespace

int run_update(const Context& context, UpdateRun& run) {
  require_recognition(run.update.worker);
  catch_interrupts();
  run.update.interrupted = [] { return interrupts > 0; };
  UpdateReport report;
  {
    ProgressDisplay display(progress_style(run.progress));
    run.update.progress = [&](const UpdateProgress& progress) { display.show(progress); };
    report = update_index(run.update);
  }
  return finish(context, run, report);
}

}  // namespace dossier
