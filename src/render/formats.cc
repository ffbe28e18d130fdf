#include "dossier/render/formats.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ostream>

#include "dossier/render/search_output.h"
#include "json.h"
#include "text_output.h"

namespace dossier {

void write_formats_text(std::ostream& stream, const std::vector<FormatRecord>& formats,
                        const std::string& workers, const Style& style) {
  TextOutput out(style);
  for (const FormatRecord& format : formats) {
    std::string line = format.state;
    if (!format.endings.empty()) line += fmt::format(" ({})", fmt::join(format.endings, ", "));
    if (!format.reader.empty()) line += ", read by " + format.reader;
    if (!format.detail.empty()) line += ": " + visible_text(format.detail);
    CellText cells(style);
    cells.append_name(line);
    out.block(cells, 14, format.name + ":");
  }
  CellText cells(style);
  cells.append_name(workers);
  out.block(cells, 14, "workers:");
  stream << out.take();
}

void write_formats_json(std::ostream& out, const std::vector<FormatRecord>& formats,
                        const std::string& workers) {
  Json list = Json::array();
  for (const FormatRecord& format : formats)
    list.push_back({{"name", format.name},
                    {"endings", format.endings},
                    {"reader", format.reader},
                    {"state", format.state},
                    {"detail", format.detail}});
  out << dump_line({{"schema_version", output_schema_version}, {"workers", workers}, {"formats", list}});
}

}  // namespace dossier
