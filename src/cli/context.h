// What every command is given, and how it tells its result.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "dossier/core/error.h"
#include "environment.h"
#include "output.h"

namespace dossier {

// The program's exit codes: a contract with scripts.
enum ExitCode : int {
  exit_ok = 0,           // found, or done
  exit_nothing = 1,      // nothing found
  exit_usage = 2,        // arguments, query or date not understood
  exit_some_failed = 3,  // some files could not be read, or the system refused
  exit_no_index = 4,     // no usable index
  exit_locked = 5,       // somebody else writes to it
  exit_interrupted = 130,
};

// The headings that commands stand under in --help.
namespace command_group {
inline constexpr const char* find = "Find";
inline constexpr const char* read = "Read";
inline constexpr const char* keep = "Keep the index";
inline constexpr const char* other = "Other";
}  // namespace command_group

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
  Style error_style() const { return style_for(2, common.color_choice()); }

  // Where a command prints; text for people goes through the pager when it is long.
  Output output(bool for_people) const { return Output(common.color_choice(), for_people); }

  // Adds a subcommand with the common options. `options` is made for it and lives with it; `command` does its
  // work.
  template <typename Options>
  CLI::App* add_command(const char* group, const std::string& name, const std::string& description,
                        int (*command)(Context&, Options&),
                        const std::function<void(CLI::App&, Options&)>& add_options) {
    CLI::App* added = app.add_subcommand(name, description)->group(group);
    const auto options = std::make_shared<Options>();
    add_options(*added, *options);
    add_common_options(*added);
    added->callback(
        [this, options, command] { run = [this, options, command] { return command(*this, *options); }; });
    return added;
  }

  void add_common_options(CLI::App& to);
};

// What --lang says as an ISO 639 code; empty for nothing. Throws Error(usage) for what is none.
std::string language_code(const std::string& language);

// An option that takes one of some values; `value` holds the default.
CLI::Option* add_choice(CLI::App& command, const std::string& name, std::string& value,
                        const std::vector<std::string>& choices, const std::string& description);

// An option that takes a number up to `most`; `number` holds the default.
template <typename Number>
CLI::Option* add_number(CLI::App& command, const std::string& name, Number& number, Number most,
                        const std::string& description) {
  CLI::Validator range = CLI::Range(Number{0}, most);
  range.description("");
  return command.add_option(name, number, description)->type_name("N")->check(range)->capture_default_str();
}

// Nothing in the index is called `name`.
[[noreturn]] void throw_not_found(const std::string& name, const std::string& index);

void add_index_command(Context& context);
void add_search_commands(Context& context);    // search, facets, explain, suggest
void add_time_commands(Context& context);      // timeline, trend
void add_likeness_commands(Context& context);  // similar, dups
void add_serve_command(Context& context);
void add_browse_commands(Context& context);  // show, list, status, failed
void add_cite_command(Context& context);
void add_extract_command(Context& context);
void add_dates_command(Context& context);
void add_maintain_commands(Context& context);  // remove, compact, check
void add_help_commands(Context& context);      // completion, help

}  // namespace dossier
