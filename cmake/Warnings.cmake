# The warnings every target of ours is built with; never exported to a consumer.
add_library(dossier_warnings INTERFACE)
target_compile_options(dossier_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                       -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wnull-dereference
                       # Designated initialisers name what differs from the defaults.
                       -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false positives of these inside libstdc++ under -O2 (GCC bugs 105329, 105651, 107852).
  target_compile_options(dossier_warnings INTERFACE -Wno-restrict -Wno-null-dereference -Wno-array-bounds
                         -Wno-stringop-overflow -Wno-maybe-uninitialized)
endif()
if(DOSSIER_WERROR)
  target_compile_options(dossier_warnings INTERFACE -Werror)
endif()
