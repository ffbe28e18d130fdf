# Every library outside the standard one. Libraries.cmake has those of the layers; these are for building alone.
include(Libraries)
find_package(CLI11 REQUIRED)
if(DOSSIER_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()
