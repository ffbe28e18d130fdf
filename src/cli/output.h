// Standard output: a stream that notices when nobody reads any more, and the pager.
#pragma once

#include <exception>
#include <memory>
#include <ostream>
#include <streambuf>
#include <string>

namespace dossier {

// The reader of our output went away: a quiet end.
class ClosedPipe : public std::exception {};

// A stream onto a descriptor. Throws ClosedPipe when its other end is closed, Error(io) when it cannot be
// written.
class DescriptorStream : public std::ostream {
 public:
  explicit DescriptorStream(int descriptor);

 private:
  class Buffer : public std::streambuf {
   public:
    explicit Buffer(int descriptor) : descriptor_(descriptor) { setp(bytes_, bytes_ + sizeof bytes_); }

   protected:
    int overflow(int c) override;
    int sync() override;

   private:
    int descriptor_;
    char bytes_[1 << 16];
  };

  Buffer buffer_;
};

// Sends standard output through $PAGER (less where there is none) while it lives, if `wanted` and standard
// output is a terminal. Where no pager starts, output goes out as it is.
class Pager {
 public:
  explicit Pager(bool wanted);
  ~Pager();
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  int process_ = -1;
  int saved_output_ = -1;
};

}  // namespace dossier
