// What every command is given, and how it tells its result.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include <CLI/CLI.hpp>

#include "dossier/core/error.h"
#include "environment.h"

namespace dossier {

// The program's exit codes: a contract with scripts.
enum ExitCode : int {
  exit_ok = 0,           // found, or done
  exit_nothing = 1,      // nothing found
  exit_usage = 2,        // arguments, query or date not understood
  exit_some_failed = 3,  // some files could not be read
  exit_no_index = 4,     // no usable index
  exit_locked = 5,       // somebody else writes to it
  exit_interrupted = 130,
};

// Options every command has.
struct CommonOptions {
  std::string index;
  std::string color = "auto";

  ColorChoice color_choice() const {
    return color == "always"  ? ColorChoice::always
           : color == "never" ? ColorChoice::never
                              : ColorChoice::automatic;
  }
};

// Where a command registers itself and what it may use. Lives until the program ends.
struct Context {
  CLI::App& app;
  CommonOptions common;
  std::function<int()> run;  // what the chosen command does; set by it while arguments are parsed

  std::string index() const { return find_index(common.index); }
  Style output_style() const { return style_for(1, common.color_choice()); }
  Style error_style() const { return style_for(2, common.color_choice()); }

  // Adds a subcommand with the common options. `options` is made for it and lives with it; `command` does its
  // work.
  template <typename Options>
  CLI::App* add_command(const std::string& name, const std::string& description,
                        int (*command)(Context&, Options&),
                        const std::function<void(CLI::App&, Options&)>& add_options) {
    CLI::App* added = app.add_subcommand(name, description);
    const auto options = std::make_shared<Options>();
    add_common_options(*added);
    add_options(*added, *options);
    added->callback(
        [this, options, command] { run = [this, options, command] { return command(*this, *options); }; });
    return added;
  }

  void add_common_options(CLI::App& to) {
    to.add_option("--index", common.index, "Folder of the index")->type_name("DIR");
    to.add_option("--color", common.color, "When to use colour")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->capture_default_str();
  }
};

void add_index_command(Context& context);
void add_search_commands(Context& context);  // search, facets, explain
void add_browse_commands(Context& context);  // show, list, status, failed
void add_extract_command(Context& context);
void add_dates_command(Context& context);
void add_maintain_commands(Context& context);  // remove, compact, check
void add_help_commands(Context& context);      // completion, help

}  // namespace dossier
