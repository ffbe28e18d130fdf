#include "pdf_repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace dossier {
namespace {

constexpr std::size_t kMaxBytes = 64 << 20;  // of a file that is copied
constexpr std::string_view kDigits = "0123456789";

std::size_t count_objects(std::string_view bytes) {
  std::size_t count = 0;
  for (std::size_t at = bytes.find(" obj"); at != std::string_view::npos; at = bytes.find(" obj", at + 4))
    ++count;
  return count;
}

bool mend_counts(std::string& bytes) {
  constexpr std::string_view kName = "/Count";
  const std::size_t objects = count_objects(bytes);
  const std::string most = std::to_string(objects);
  bool mended = false;
  for (std::size_t at = bytes.find(kName); at != std::string::npos;
       at = bytes.find(kName, at + kName.size())) {
    const std::size_t start = bytes.find_first_not_of(' ', at + kName.size());
    if (start == std::string::npos) break;
    const bool negative = bytes[start] == '-';
    const std::size_t end =
        std::min(bytes.find_first_not_of(kDigits, start + (negative ? 1 : 0)), bytes.size());
    std::uint64_t count = 0;
    for (std::size_t i = start + (negative ? 1 : 0); i < end; ++i)
      count = std::min<std::uint64_t>(count * 10 + static_cast<std::uint64_t>(bytes[i] - '0'), 1ULL << 40U);
    if ((!negative && count <= objects) || end - start < most.size()) continue;
    // In its place: other objects stay where the file says they are.
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(start),
              bytes.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    std::copy(most.begin(), most.end(), bytes.begin() + static_cast<std::ptrdiff_t>(start));
    mended = true;
  }
  return mended;
}

// "1 0" of "1 0 obj<</Type/Catalog"; empty if there is no catalog.
std::string_view catalog_number(std::string_view bytes) {
  const std::size_t catalog = bytes.find("/Catalog");
  const std::size_t object = catalog == std::string_view::npos ? catalog : bytes.rfind(" obj", catalog);
  if (object == std::string_view::npos) return {};
  const std::size_t before = bytes.find_last_not_of("0123456789 ", object);
  const std::size_t start = bytes.find_first_not_of(' ', before == std::string_view::npos ? 0 : before + 1);
  return bytes.substr(start, object - std::min(start, object));
}

bool add_trailer(std::string& bytes) {
  if (bytes.find("trailer") != std::string::npos) return false;
  const std::string root(catalog_number(bytes));
  if (root.find(' ') == std::string::npos) return false;
  bytes += fmt::format("\ntrailer\n<</Root {} R/Size {}>>\n%%EOF\n", root, count_objects(bytes) + 1);
  return true;
}

}  // namespace

std::string repaired_pdf(std::string_view bytes) {
  if (bytes.size() > kMaxBytes) return {};
  std::string copy(bytes);
  const bool counts = mend_counts(copy);
  const bool trailer = add_trailer(copy);
  return counts || trailer ? copy : std::string();
}

}  // namespace dossier
