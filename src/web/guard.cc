#include "guard.h"

#include <algorithm>

#include "dossier/core/percent.h"
#include "dossier/core/utf8.h"
#include "problem.h"

namespace dossier::web {
namespace {

constexpr std::string_view kCookie = "dossier-token";

// Takes as long for a wrong byte at the start as at the end.
bool same_secret(std::string_view given, std::string_view secret) {
  unsigned char difference = given.size() == secret.size() ? 0 : 1;
  for (std::size_t i = 0; i < secret.size(); ++i)
    difference |= static_cast<unsigned char>((i < given.size() ? given[i] : '\0') ^ secret[i]);
  return difference == 0;
}

void check_host(const SiteOptions& options, const Request& request) {
  if (request.count_headers("host") != 1) throw HttpProblem(400, "one Host header is needed");
  if (options.hosts.empty()) return;
  const std::string host = ascii_lower(request.header("host"));
  if (std::find(options.hosts.begin(), options.hosts.end(), host) == options.hosts.end())
    throw HttpProblem(421, "this server does not go by that name",
                      "ask it at http://" + options.hosts[0] + "/");
}

// A browser names the page that a request comes from; what is no browser names none.
void check_origin(const Request& request) {
  const std::string_view origin = request.header("origin");
  const std::string own = "http://" + ascii_lower(request.header("host"));
  const bool foreign = !origin.empty() && ascii_lower(origin) != own;
  // Following a link from elsewhere is well; reading, or timing answers, is not.
  const bool hidden =
      request.header("sec-fetch-site") == "cross-site" && request.header("sec-fetch-mode") != "navigate";
  if (foreign || hidden) throw HttpProblem(403, "this was asked by a page of another site");
}

std::string_view cookie(const Request& request, std::string_view name) {
  for (const auto& [header, value] : request.headers) {
    if (header != "cookie") continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      const std::string_view pair = trim(rest.substr(0, end));
      if (pair.starts_with(name) && pair.substr(name.size()).starts_with('='))
        return pair.substr(name.size() + 1);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return {};
}

bool has_token(const Request& request, std::string_view token) {
  constexpr std::string_view kScheme = "bearer ";
  const std::string_view authorization = request.header("authorization");
  if (ascii_lower(authorization.substr(0, kScheme.size())) == kScheme)
    return same_secret(trim(authorization.substr(kScheme.size())), token);
  return same_secret(cookie(request, kCookie), token);
}

std::string address_without_token(const Request& request) {
  std::string address = request.target.substr(0, request.target.find('?'));
  char separator = '?';
  for (const auto& [name, value] : request.parameters) {
    if (name == "token") continue;
    address += separator + percent_escape(name) + "=" + percent_escape(value);
    separator = '&';
  }
  return address;
}

}  // namespace

std::optional<Response> check_caller(const SiteOptions& options, const Request& request) {
  check_host(options, request);
  check_origin(request);
  if (options.token.empty()) return std::nullopt;
  if (same_secret(request.parameter("token"), options.token)) {
    // "//" at the start would lead to another site.
    if (request.target.starts_with("//")) throw HttpProblem(400, "an address begins with one slash");
    Response response = redirect(address_without_token(request));
    response.headers.emplace_back(
        "Set-Cookie", std::string(kCookie) + "=" + options.token + "; Path=/; HttpOnly; SameSite=Lax");
    return response;
  }
  if (has_token(request, options.token)) return std::nullopt;
  throw HttpProblem(401, "this server answers only who has its token",
                    "it was printed when the server started: open /?token=..., or send "
                    "\"Authorization: Bearer ...\"")
      .header("WWW-Authenticate", "Bearer");
}

}  // namespace dossier::web
