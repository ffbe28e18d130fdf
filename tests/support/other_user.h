// For tests of permissions, which bind everybody but root: such a test runs as somebody else.
#pragma once

#include <unistd.h>

namespace dossier {

// While it lives this process acts as a user without rights, where it was root. Make it before the temporary
// folder, so that the folder is that user's.
class OtherUser {
 public:
  OtherUser() {
    if (was_root_ && seteuid(nobody) != 0) was_root_ = false;
  }
  ~OtherUser() {
    if (was_root_ && seteuid(0) != 0) _exit(1);
  }
  OtherUser(const OtherUser&) = delete;
  OtherUser& operator=(const OtherUser&) = delete;

 private:
  static constexpr uid_t nobody = 65534;
  bool was_root_ = geteuid() == 0;
};

}  // namespace dossier
