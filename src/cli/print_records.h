// Commands that print records one by one.
#pragma once

#include <string>

#include "context.h"
#include "dossier/render/records.h"

namespace dossier {

inline RecordFormat record_format(const std::string& name) {
  if (name == "json") return RecordFormat::json;
  if (name == "jsonl") return RecordFormat::jsonl;
  return name == "csv" ? RecordFormat::csv : RecordFormat::text;
}

// Prints the records that `give(write)` gives; the exit code says whether there were any.
template <typename Record, typename Give>
int print_records(const Context& context, const std::string& format, const Give& give) {
  Output out = context.output(format == "text");
  RecordWriter<Record> records(out.stream(), record_format(format), out.style());
  bool any = false;
  give([&](const Record& record) {
    records.write(record);
    return any = true;
  });
  records.finish();
  out.finish();
  return any ? exit_ok : exit_nothing;
}

}  // namespace dossier
