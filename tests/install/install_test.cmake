# Run by ctest: cmake -DBUILD=... -DCONSUMER=... -DGENERATOR=... -DCXX=... -DFLAGS=... -DTYPE=... -P install_test.cmake
string(RANDOM LENGTH 12 suffix)
if(DEFINED ENV{TMPDIR})
  set(root $ENV{TMPDIR}/dossier-install-${suffix})
else()
  set(root /tmp/dossier-install-${suffix})
endif()
set(prefix ${root}/prefix)

function(fail message)
  file(REMOVE_RECURSE ${root})
  message(FATAL_ERROR "${message}")
endfunction()

# run(VARIABLE command...)  Runs a command that must end with 0; its output goes into VARIABLE.
function(run variable)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${root} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT code EQUAL 0)
    fail("${ARGN} ended with ${code}:\n${out}${err}")
  endif()
  set(${variable} "${out}" PARENT_SCOPE)
endfunction()

function(expect_equal actual expected)
  if(NOT actual STREQUAL expected)
    fail("expected:\n${expected}\nbut got:\n${actual}")
  endif()
endfunction()

file(MAKE_DIRECTORY ${root}/docs)
run(ignored ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

foreach(file IN ITEMS bin/dossier libexec/dossier/dossier-extract share/man/man1/dossier.1 share/man/man7/dossier-query.7
        share/bash-completion/completions/dossier share/zsh/site-functions/_dossier
        share/fish/vendor_completions.d/dossier.fish include/dossier/search/searcher.h include/dossier/app/update_index.h)
  if(NOT EXISTS ${prefix}/${file})
    fail("${file} was not installed")
  endif()
endforeach()
if(EXISTS ${prefix}/include/dossier/cli)
  fail("the command line is no library, but its headers were installed")
endif()
foreach(shell IN ITEMS bash:bash-completion/completions/dossier zsh:zsh/site-functions/_dossier
        fish:fish/vendor_completions.d/dossier.fish)
  string(REPLACE ":" ";" shell ${shell})
  list(GET shell 0 name)
  list(GET shell 1 path)
  run(made ${prefix}/bin/dossier completion ${name})
  file(READ ${prefix}/share/${path} installed)
  expect_equal("${installed}" "${made}")
endforeach()

# What may parse hostile bytes is not even there in the main program.
run(libraries ldd ${prefix}/bin/dossier)
foreach(library IN ITEMS archive gmime gsf md4c poppler uchardet xml2 yaml-cpp)
  if(libraries MATCHES "lib${library}")
    fail("the main program links ${library}")
  endif()
endforeach()

# The installed program by itself.
file(WRITE ${root}/docs/a.md "# Agreement\n\nKosovo and Serbia signed in Brussels.\n")
file(WRITE ${root}/docs/b.txt "Nothing of the kind.\n")
run(ignored ${prefix}/bin/dossier --index ${root}/ix index docs)
run(hits ${prefix}/bin/dossier --index ${root}/ix search serbia --by document --format trec)
if(NOT hits MATCHES "^1 Q0 [0-9a-f]+ 1 [0-9.]+ dossier\n$")
  fail("the installed program found: ${hits}")
endif()

# A project that links the libraries.
run(ignored ${CMAKE_COMMAND} -S ${CONSUMER} -B ${root}/build -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_CXX_FLAGS=${FLAGS} -DCMAKE_BUILD_TYPE=${TYPE})
run(ignored ${CMAKE_COMMAND} --build ${root}/build)
run(found ${root}/build/consumer ${root}/consumer-ix docs serbia)
expect_equal("${found}" "2 documents\nAgreement: Kosovo and Serbia signed in Brussels.\n")

file(REMOVE_RECURSE ${root})
