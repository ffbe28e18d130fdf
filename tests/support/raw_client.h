// A connection to a server of this machine, for bytes as they are.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  }
  ~RawClient() { close(socket_); }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // hung up on
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  // All there is until the server hangs up.
  std::string read_all() {
    std::string out;
    char bytes[4096];
    for (ssize_t size = 0; (size = recv(socket_, bytes, sizeof bytes, 0)) > 0;)
      out.append(bytes, static_cast<std::size_t>(size));
    return out;
  }

 private:
  int socket_;
};

}  // namespace dossier
