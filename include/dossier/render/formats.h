// What `check --formats` prints. docs/output.md describes the fields.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "dossier/render/terminal.h"

namespace dossier {

struct FormatRecord {
  std::string name;
  std::vector<std::string> endings;
  std::string reader;
  std::string state;   // "works", "fails", "untried", "unsupported"
  std::string detail;  // why it fails
};

struct FormatsRecord {
  std::vector<FormatRecord> formats;
  std::string scans;    // what reads them, or why nothing does
  std::string workers;  // what confines the processes that read files
};

void write_formats_text(std::ostream& out, const FormatsRecord& record, const Style& style);
void write_formats_json(std::ostream& out, const FormatsRecord& record);  // one object

}  // namespace dossier
