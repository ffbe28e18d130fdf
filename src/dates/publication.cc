#include "dossier/dates/publication.h"

namespace dossier {

std::optional<PublicationDate> publication_date(
    const std::vector<std::pair<std::string, std::string>>& claims, std::string_view file_name, Day today) {
  const Day earliest = year_interval(earliest_publication_year).first;
  for (const auto& [from, written] : claims) {
    const auto date = parse_written_date(written);
    // A day of grace: it may be tomorrow where the document was published.
    if (date && date->days.first >= earliest && date->days.first <= today + 1) {
      return PublicationDate{date->days, date->precision, from};
    }
  }
  if (const auto date = parse_file_name_date(file_name, today)) {
    return PublicationDate{date->days, date->precision, "file-name"};
  }
  return std::nullopt;
}

}  // namespace dossier
