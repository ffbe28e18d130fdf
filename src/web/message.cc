#include "dossier/web/message.h"

#include <algorithm>

#include "dossier/core/percent.h"
#include "dossier/core/utf8.h"

namespace dossier::web {
namespace {

std::string decode_form(std::string_view text) {
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  return repair_utf8(percent_unescape(spaced));
}

// Calls `part` with each part of `text` between separators.
template <typename Part>
void split(std::string_view text, char separator, const Part& part) {
  for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    part(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  part(text);
}

std::string_view first_of(const NameValues& values, std::string_view name) noexcept {
  for (const auto& [key, value] : values) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

std::string_view Request::parameter(std::string_view name) const noexcept {
  return first_of(parameters, name);
}

std::string_view Request::header(std::string_view name) const noexcept {
  return first_of(headers, name);
}

std::size_t Request::count_headers(std::string_view name) const noexcept {
  return static_cast<std::size_t>(std::count_if(headers.begin(), headers.end(),
                                                [&](const auto& header) { return header.first == name; }));
}

Request parse_target(std::string_view target) {
  target = target.substr(0, target.find('#'));
  Request request;
  request.target = target;
  const std::size_t mark = target.find('?');
  std::string_view path = target.substr(0, mark);
  if (path.starts_with('/')) path.remove_prefix(1);
  if (!path.empty())
    split(path, '/',
          [&](std::string_view part) { request.segments.push_back(repair_utf8(percent_unescape(part))); });
  if (mark == std::string_view::npos) return request;
  split(target.substr(mark + 1), '&', [&](std::string_view part) {
    if (part.empty()) return;
    const std::size_t equals = part.find('=');
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : part.substr(equals + 1);
    request.parameters.emplace_back(decode_form(part.substr(0, equals)), decode_form(value));
  });
  return request;
}

Response json_answer(std::string body) {
  return {.type = "application/json", .body = std::move(body), .headers = {}};
}

Response redirect(std::string address) {
  return {.status = 303, .type = "", .body = "", .headers = {{"Location", std::move(address)}}};
}

}  // namespace dossier::web
