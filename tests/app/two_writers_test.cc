// Two programs that write to one index: the second is refused, and told who the first is.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>

#include "dossier/index/index_writer.h"
#include "indexed_folder.h"

namespace dossier {
namespace {

// Runs the real program. "exit code: what it printed".
std::string run_program(const std::string& arguments) {
  const std::string command = std::string(DOSSIER_PROGRAM) + " " + arguments + " 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "cannot run " + command;
  std::string output;
  std::array<char, 4096> buffer;
  for (std::size_t count; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    output.append(buffer.data(), count);
  const int status = pclose(pipe);
  return std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : -1) + ": " + output;
}

TEST(TwoWriters, TheSecondIsRefusedAndNamedTheFirst) {
  IndexedFolder folder;
  folder.write("a.md", "# Alpha\n\nPeace.");
  folder.update();
  const std::string refusal = "5: dossier: the index " + folder.index() +
                              " is being written by another process (pid " + std::to_string(getpid()) +
                              ")\n  hint: wait until it is done; searching works meanwhile\n";
  const std::string on = " --index " + folder.index();
  {
    const IndexWriter first(folder.index());
    EXPECT_EQ(run_program("index" + on + " " + folder.docs()), refusal);
    EXPECT_EQ(run_program("remove" + on + " " + folder.docs()), refusal);
    EXPECT_EQ(run_program("compact" + on), refusal);
    EXPECT_TRUE(run_program("search peace" + on).starts_with("0: "));
    EXPECT_TRUE(run_program("check" + on).starts_with("0: "));
  }
  EXPECT_TRUE(run_program("index" + on + " " + folder.docs()).starts_with("0: "));
  EXPECT_EQ(folder.documents(), Lines{"a.md: Alpha | Peace."});
}

}  // namespace
}  // namespace dossier
