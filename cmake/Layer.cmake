# dossier_layer(NAME SOURCES... LINK targets a consumer sees too PRIVATE_LINK targets that stay inside)
# Declares the library of one layer; its headers are include/dossier/NAME.
function(dossier_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;PRIVATE_LINK")
  add_library(dossier_${name} STATIC ${arg_SOURCES})
  add_library(dossier::${name} ALIAS dossier_${name})
  set_target_properties(dossier_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON)
  target_include_directories(dossier_${name} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_compile_features(dossier_${name} PUBLIC cxx_std_20)
  target_link_libraries(dossier_${name} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK} $<BUILD_INTERFACE:dossier_warnings>)
  set_property(GLOBAL APPEND PROPERTY DOSSIER_LAYERS dossier_${name})
endfunction()

# dossier_test(NAME SOURCES... LINK targets)  A GoogleTest program, each of its cases a ctest test.
function(dossier_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} GTest::gtest_main dossier_warnings)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE DOSSIER_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60)
endfunction()

# dossier_fuzzer(NAME SOURCE corpus-folder LINK targets)  With DOSSIER_FUZZ a libFuzzer program; always a replay of the
# kept corpus as a ctest test.
function(dossier_fuzzer name source corpus)
  cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "LINK")
  if(DOSSIER_FUZZ)
    add_executable(fuzz_${name} ${source})
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_libraries(fuzz_${name} PRIVATE ${arg_LINK} dossier_warnings)
  endif()
  add_executable(replay_${name} ${source} ${PROJECT_SOURCE_DIR}/tests/support/fuzz_replay.cc)
  target_link_libraries(replay_${name} PRIVATE ${arg_LINK} dossier_warnings)
  add_test(NAME fuzz_corpus.${name} COMMAND replay_${name} ${corpus})
endfunction()
