// What `index` says when it is done.
#pragma once

#include <ostream>
#include <string>

#include "dossier/app/update_index.h"

namespace dossier {

// A line a file for what was done, where the report names them: "+ path", "~ path", "- path".
void print_plan(std::ostream& out, const UpdateReport& report);

// What a dry run would do, in a line.
void print_dry_run(std::ostream& out, const UpdateReport& report);

// What became of the files: those in trouble by name, all by number.
void print_report(std::ostream& out, const UpdateReport& report, const std::string& index);

// Where the time went, a line a stage.
void print_stages(std::ostream& out, const StageTimes& stages);

}  // namespace dossier
