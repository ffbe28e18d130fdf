// Standard output: a stream that notices when nobody reads any more, and the pager. Standard error: a way of
// writing to it that cannot fail.
#pragma once

#include <exception>
#include <ostream>
#include <streambuf>
#include <string_view>

#include "environment.h"

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
// output is a terminal. Where no pager starts, output goes out as it is. Interrupts are the pager's
// meanwhile.
class Pager {
 public:
  explicit Pager(bool wanted);
  ~Pager();  // waits until the pager ends
  Pager(const Pager&) = delete;
  Pager& operator=(const Pager&) = delete;

 private:
  int process_ = -1;
  int saved_output_ = -1;
};

// What a command prints its result to. Call finish() at the end: what is not flushed is lost.
class Output {
 public:
  Output(ColorChoice choice, bool for_people);

  const Style& style() const noexcept { return style_; }
  Style style_with_dates(bool dates) const {
    Style style = style_;
    style.dates = dates;
    return style;
  }
  std::ostream& stream() noexcept { return stream_; }
  void finish() { stream_.flush(); }

 private:
  Style style_;  // of the terminal, before the pager takes its place
  Pager pager_;
  DescriptorStream stream_;
};

// Writes to standard error. What cannot be written is dropped: there is nowhere left to say so.
void say(std::string_view text) noexcept;

// Standard input, output and error are open from now on: a file opened later must not take the number of a
// closed one, or output would end up in it. Reading and writing those that were closed fails.
void hold_standard_descriptors() noexcept;

}  // namespace dossier
