#include "dossier/web/server.h"

#include <sys/random.h>

#include <fmt/format.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "connections.h"
#include "dossier/core/error.h"

namespace dossier::web {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

asio::ip::address parse_address(const std::string& text) {
  error_code error;
  const asio::ip::address address = asio::ip::make_address(text, error);
  if (error)
    throw Error(ErrorCode::usage, fmt::format("'{}' is no address of a network", text),
                "give one as a number: 127.0.0.1, ::1, 0.0.0.0");
  return address;
}

std::string bracketed(const asio::ip::address& address) {
  return address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
}

// Answers on several threads, each with a Site of its own while it works.
class Answerers {
 public:
  Answerers(const SiteOptions& options, unsigned threads) : options_(options), threads_(threads) {}

  void post(Request request, std::function<void(Response)> done) {
    asio::post(threads_, [this, request = std::move(request), done = std::move(done)] {
      Site site = take();
      done(site.answer(request));
      give_back(std::move(site));
    });
  }
  void finish() { threads_.join(); }

 private:
  Site take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return Site(options_);
    Site site = std::move(free_.back());
    free_.pop_back();
    return site;
  }
  void give_back(Site site) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(site));
  }

  const SiteOptions& options_;
  std::mutex mutex_;
  std::vector<Site> free_;
  asio::thread_pool threads_;
};

}  // namespace

struct Server::Impl {
  explicit Impl(ServerOptions given)
      : options(std::move(given)), acceptor(io), signals(io), retry(io), give_up(io) {
    listen(tcp::endpoint(parse_address(options.address), options.port));
    name_hosts();
    const unsigned threads =
        options.threads > 0 ? options.threads : 2 * std::max(1u, std::thread::hardware_concurrency());
    answerers.emplace(options.site, threads);
    connections.emplace(options.limits, [this](Request request, std::function<void(Response)> done) {
      answerers->post(std::move(request), std::move(done));
    });
  }

  void listen(const tcp::endpoint& endpoint) {
    try {
      acceptor.open(endpoint.protocol());
      acceptor.set_option(asio::socket_base::reuse_address(true));
      if (endpoint.protocol() == tcp::v6()) acceptor.set_option(asio::ip::v6_only(true));
      acceptor.bind(endpoint);
      acceptor.listen();
    } catch (const boost::system::system_error& error) {
      throw Error(ErrorCode::io,
                  fmt::format("cannot listen on {}, port {}: {}", options.address, options.port,
                              error.code().message()),
                  "another program may have it: choose another with --port, or 0 for any that is free");
    }
  }

  // The names that a loopback address may be asked by. Elsewhere nobody knows which names lead here, and the
  // token tells.
  void name_hosts() {
    if (!acceptor.local_endpoint().address().is_loopback()) {
      if (options.site.token.empty())
        throw Error(ErrorCode::usage, "an address that others can reach needs a token",
                    "leave it at 127.0.0.1, or give a token");
      return;
    }
    const std::uint16_t port = acceptor.local_endpoint().port();
    for (const std::string& name : {bracketed(acceptor.local_endpoint().address()), std::string("127.0.0.1"),
                                    std::string("localhost"), std::string("[::1]")}) {
      options.site.hosts.push_back(fmt::format("{}:{}", name, port));
      if (port == 80) options.site.hosts.push_back(name);
    }
  }

  void accept() {
    acceptor.async_accept([this](const error_code& error, tcp::socket socket) {
      if (!acceptor.is_open()) return;  // told to stop
      if (!error) {
        connections->add(std::move(socket));
        accept();
        return;
      }
      // No descriptor is left, most likely: one will be when a connection ends.
      retry.expires_after(std::chrono::milliseconds(50));
      retry.async_wait([this](const error_code& stopped) {
        if (!stopped) accept();
      });
    });
  }

  void begin_stop() {
    acceptor.close();
    signals.cancel();
    retry.cancel();
    give_up.expires_after(options.limits.stop_time);
    give_up.async_wait([this](const error_code& stopped) {
      if (!stopped) io.stop();
    });
    connections->stop([this] { give_up.cancel(); });
  }

  ServerOptions options;
  asio::io_context io{1};
  tcp::acceptor acceptor;
  asio::signal_set signals;
  asio::steady_timer retry, give_up;
  std::optional<Connections> connections;
  std::optional<Answerers> answerers;
};

Server::Server(ServerOptions options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Server::~Server() = default;

std::uint16_t Server::port() const noexcept {
  error_code error;
  return impl_->acceptor.local_endpoint(error).port();
}

std::string Server::address() const {
  const tcp::endpoint endpoint = impl_->acceptor.local_endpoint();
  return fmt::format("http://{}:{}/", bracketed(endpoint.address()), endpoint.port());
}

void Server::run() {
  impl_->signals.add(SIGINT);
  impl_->signals.add(SIGTERM);
  impl_->signals.async_wait([this](const error_code& error, int) {
    if (!error) impl_->begin_stop();
  });
  impl_->accept();
  impl_->io.run();
  impl_->answerers->finish();
}

void Server::stop() {
  asio::post(impl_->io, [this] {
    if (impl_->acceptor.is_open()) impl_->begin_stop();
  });
}

bool is_loopback(const std::string& address) {
  return parse_address(address).is_loopback();
}

std::string make_token() {
  unsigned char bytes[16];
  if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes)
    throw Error(ErrorCode::io, "the system gives no random numbers");
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

}  // namespace dossier::web
