// The connections of a server, all looked after by one thread: a request is read within its limits and handed
// over as a Request, and its Response sent.
#pragma once

#include <functional>
#include <list>
#include <memory>

#include <boost/asio/ip/tcp.hpp>

#include "dossier/web/message.h"
#include "dossier/web/server.h"

namespace dossier::web {

class Connection;

// For one thread alone, but for the `done` that an Answer is given.
class Connections {
 public:
  // Answers a request by calling `done`, once, from any thread.
  using Answer = std::function<void(Request, std::function<void(Response)> done)>;

  Connections(const ServerLimits& limits, Answer answer);
  ~Connections();

  // Where there are as many as may be, the one that has been waited for longest makes room.
  void add(boost::asio::ip::tcp::socket socket);
  // Ends those that have asked nothing; the others end with their answer. Calls `then` when none is left.
  void stop(std::function<void()> then);

 private:
  friend class Connection;
  using List = std::list<std::shared_ptr<Connection>>;

  bool make_room();
  void remove(List& list, List::iterator place);

  const ServerLimits& limits_;
  const Answer answer_;
  List waiting_;  // for a request; the longest in front, in all three
  List working_;  // on the answer
  List sending_;  // it, or waiting for the client to hang up
  bool stopping_ = false;
  std::function<void()> then_;
};

}  // namespace dossier::web
