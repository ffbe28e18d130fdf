// The test program is its own extraction worker, as the real program is.
#include <gtest/gtest.h>

#include <string_view>

#include "dossier/extract/worker.h"

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == dossier::worker_argument) return dossier::run_worker();
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
