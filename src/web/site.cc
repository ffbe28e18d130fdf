#include "dossier/web/site.h"

#include <fmt/format.h>

#include "context.h"
#include "entity_tag.h"
#include "guard.h"
#include "pages/pages.h"
#include "problem.h"
#include "routes.h"

namespace dossier::web {
namespace {

// What every answer says to browsers: run and load nothing but this site's own files, show it in no frame,
// guess no type, tell nobody where a link was followed.
const NameValues& common_headers() {
  static const NameValues headers = {
      {"Content-Security-Policy",
       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
       "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"},
      {"Referrer-Policy", "no-referrer"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
  };
  return headers;
}

bool is_api(const Request& request) {
  return !request.segments.empty() && request.segments[0] == "api";
}

}  // namespace

struct Site::Impl {
  explicit Impl(const SiteOptions& site_options) : options(site_options), context(site_options) {}

  Response answer(const Request& request) {
    if (!request.target.starts_with('/')) throw HttpProblem(400, "an address begins with a slash");
    if (auto response = check_caller(options, request)) return std::move(*response);
    const auto found = find_route(request);
    if (!found) throw HttpProblem(404, "there is nothing at this address");
    if (request.method != "GET" && request.method != "HEAD") {
      throw HttpProblem(405, "only GET and HEAD are answered").header("Allow", "GET, HEAD");
    }
    if (!found->route->shows_index) return found->route->handle(context, request, found->parts);
    return answer_from_index(*found, request);
  }

  // The tag is that of the revision before: should the index move on meanwhile, the answer is newer than its
  // tag, which costs one more request and is never taken for the newest.
  Response answer_from_index(const FoundRoute& found, const Request& request) {
    const IndexInfo index = context.searcher().info();
    return tagged(request, fmt::format("{}-{}-{}", options.version, index.uuid, index.revision),
                  [&] { return found.route->handle(context, request, found.parts); });
  }

  Response refuse(const Request& request, const HttpProblem& problem) {
    if (problem.details().status >= 500) options.log(fmt::format("{}: {}", request.target, problem.what()));
    return is_api(request) ? problem_answer(problem) : error_page(options, request, problem);
  }

  const SiteOptions& options;
  SiteContext context;
};

Site::Site(const SiteOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Site::~Site() = default;
Site::Site(Site&&) noexcept = default;

Response Site::answer(const Request& request) {
  Response response;
  bool failed = true;
  try {
    response = impl_->answer(request);
    failed = false;
  } catch (const HttpProblem& problem) {
    response = impl_->refuse(request, problem);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::no_index) impl_->context.forget_index();
    response = impl_->refuse(request, HttpProblem(error));
  } catch (const std::exception& error) {
    impl_->options.log(fmt::format("{}: {}", request.target, error.what()));
    response = impl_->refuse(request, HttpProblem(500, "something unexpected went wrong"));
  }
  response.headers.insert(response.headers.end(), common_headers().begin(), common_headers().end());
  // Kept, but asked for again each time: the ETag tells whether it still holds.
  response.headers.emplace_back("Cache-Control", failed ? "no-store" : "private, no-cache");
  return response;
}

}  // namespace dossier::web
