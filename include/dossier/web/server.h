// The network: listens on one address, reads requests, has Sites answer them on several threads and sends the
// answers. One thread looks after all connections, so that a slow client costs a connection and no thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "dossier/web/site.h"

namespace dossier::web {

// What a client may take. A request has no body.
struct ServerLimits {
  std::uint32_t head_bytes = 16 << 10;  // request line and headers
  std::size_t target_bytes = 8 << 10;
  std::size_t connections = 256;               // beyond, the one that has been waited for longest is dropped
  std::chrono::milliseconds head_time{8'000};  // from connecting or the last answer to the end of the head
  std::chrono::milliseconds answer_time{60'000};  // for a client to take an answer
  std::chrono::milliseconds stop_time{10'000};    // for requests at hand, once told to stop
};

struct ServerOptions {
  std::string address = "127.0.0.1";  // of this machine, as a number: IPv4 or IPv6
  std::uint16_t port = 8765;          // 0: any that is free
  unsigned threads = 0;               // that answer; 0: twice as many as cores, so that a long search
                                      // leaves room for short ones
  SiteOptions site;                   // with empty `hosts` and no token: those of the loopback device
  ServerLimits limits;
};

class Server {
 public:
  // Listens from now on. Throws Error(io) if the address cannot be had, Error(usage) if it is none, or if it
  // can be reached from elsewhere and the site has no token.
  explicit Server(ServerOptions options);
  ~Server();

  std::uint16_t port() const noexcept;
  std::string address() const;  // "http://127.0.0.1:8765/"

  // Answers until stop() is called or SIGINT or SIGTERM comes; then takes no new request, finishes those at
  // hand and returns.
  void run();
  void stop();  // from any thread

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// True of addresses that only this machine itself can reach.
bool is_loopback(const std::string& address);

// 128 random bits in hexadecimal.
std::string make_token();

}  // namespace dossier::web
