#include <fmt/format.h>
#include <unistd.h>

#include "context.h"
#include "dossier/render/terminal.h"
#include "dossier/search/searcher.h"
#include "dossier/web/server.h"

namespace dossier {
namespace {

struct ServeOptions {
  std::uint16_t port = 8765;
  std::string bind = "127.0.0.1";
  std::string token;
};

int run_serve(Context& context, ServeOptions& options) {
  web::ServerOptions server_options{.address = options.bind, .port = options.port};
  server_options.site.index = context.index();
  server_options.site.version = DOSSIER_VERSION;
  server_options.site.token = options.token;
  server_options.site.log = [](const std::string& message) {
    say(fmt::format("dossier: {}\n", visible_name(message)));
  };
  Searcher{server_options.site.index};  // no index: said now, and not to whoever asks first
  const bool others = !web::is_loopback(options.bind);
  if (others && options.token.empty()) server_options.site.token = web::make_token();
  web::Server server(server_options);
  const std::string& token = server_options.site.token;
  say(fmt::format("dossier: {}{}\n  Ctrl-C ends it\n", server.address(),
                  token.empty() ? "" : "?token=" + token));
  server.run();
  return exit_ok;
}

void add_serve_options(CLI::App& command, ServeOptions& options) {
  add_number(command, "--port", options.port, std::uint16_t{65535}, "Port to listen on; 0: any that is free");
  command.add_option("--bind", options.bind, "Address to listen on")
      ->type_name("ADDRESS")
      ->capture_default_str();
  command.add_option("--token", options.token, "What whoever asks must have")->type_name("TOKEN");
}

}  // namespace

void add_serve_command(Context& context) {
  context
      .add_command<ServeOptions>(command_group::find, "serve",
                                 "Serve a page to search and read with, and an HTTP API", &run_serve,
                                 &add_serve_options)
      ->footer("  dossier serve\n");
}

}  // namespace dossier
