#include "mailbox.h"

#include <algorithm>
#include <array>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::string_view kFrom = "From ";
constexpr std::size_t kMostLineBytes = 1000;  // of a line that parts

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

// "15:04" or "15:04:05" somewhere in it.
bool has_time(std::string_view line) noexcept {
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos;
       colon = line.find(':', colon + 1)) {
    if (colon > 0 && is_digit(line[colon - 1]) && colon + 2 < line.size() && is_digit(line[colon + 1]) &&
        is_digit(line[colon + 2]))
      return true;
  }
  return false;
}

// Four digits alone, "1970" to "2099".
bool has_year(std::string_view line) noexcept {
  for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
    const std::string_view four = line.substr(i, 4);
    const bool starts = four.starts_with("19") || four.starts_with("20");
    const bool alone = (i == 0 || !is_digit(line[i - 1])) && (i + 4 == line.size() || !is_digit(line[i + 4]));
    if (starts && alone && is_digit(four[2]) && is_digit(four[3])) return true;
  }
  return false;
}

std::string_view line_at(std::string_view text, std::size_t at) noexcept {
  return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

bool follows_empty_line(std::string_view text, std::size_t at) noexcept {
  const std::string_view before = text.substr(0, at);
  return before.empty() || before == "\n" || before == "\r\n" || before.ends_with("\n\n") ||
         before.ends_with("\n\r\n");
}

// The name of a header line, in small letters; empty if it is none.
std::string header_name(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 80) return {};
  const std::string_view name = line.substr(0, colon);
  const bool valid = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
  return valid ? ascii_lower(name) : std::string();
}

}  // namespace

bool has_mail_header(std::string_view text) {
  constexpr std::array<std::string_view, 3> kOfPeople{"from", "date", "subject"};
  constexpr std::array<std::string_view, 7> kOfPrograms{
      "message-id", "received", "mime-version", "return-path", "delivered-to", "content-type", "x-mailer"};
  const auto is_among = [](const auto& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  std::size_t of_people = 0;
  std::size_t of_programs = 0;
  while (!text.empty()) {
    const std::string_view line = line_at(text, 0);
    const bool cut = line.size() == text.size();  // at the end of what is looked at
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty() || line == "\r") break;
    if (line[0] == ' ' || line[0] == '\t') continue;
    const std::string name = header_name(line);
    if (name.empty() && !cut) return false;
    of_people += is_among(kOfPeople, name);
    of_programs += is_among(kOfPrograms, name);
  }
  return of_people >= 1 && of_programs >= 1;
}

bool is_from_line(std::string_view line) noexcept {
  return line.starts_with(kFrom) && line.size() <= kMostLineBytes && has_time(line) && has_year(line);
}

std::optional<std::string_view> MailboxReader::next() {
  while (!rest_.empty()) {
    std::size_t start = 0;
    if (is_from_line(line_at(rest_, 0))) start = std::min(line_at(rest_, 0).size() + 1, rest_.size());
    std::size_t end = rest_.size();
    for (std::size_t at = rest_.find("\nFrom ", start == 0 ? 0 : start - 1); at != std::string_view::npos;
         at = rest_.find("\nFrom ", at + 1)) {
      if (!follows_empty_line(rest_, at + 1) || !is_from_line(line_at(rest_, at + 1))) continue;
      end = at + 1;
      break;
    }
    const std::string_view message = rest_.substr(start, end - std::min(start, end));
    rest_.remove_prefix(end);
    if (!trim(message.substr(0, kMostLineBytes)).empty()) return message;
  }
  return std::nullopt;
}

std::string without_from_escapes(std::string_view message) {
  std::string out;
  out.reserve(message.size());
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size() - 1) + 1;
    std::string_view line = message.substr(0, end);
    message.remove_prefix(end);
    const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
    if (marks > 0 && line.substr(marks).starts_with(kFrom)) line.remove_prefix(1);
    out += line;
  }
  return out;
}

}  // namespace dossier
