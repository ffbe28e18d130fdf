# What `cmake --install` puts in place: the program, its man pages, completions made by the program itself, and the
# layers as static libraries with their headers and a CMake package.
include(CMakePackageConfigHelpers)

install(TARGETS dossier RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS dossier-extract EXPORT dossierTargets RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/dossier)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/dossier.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${PROJECT_SOURCE_DIR}/docs/man/dossier-query.7 DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)

# A program built for another machine cannot be asked; its packager runs `dossier completion` there.
if(NOT CMAKE_CROSSCOMPILING)
  function(install_completion shell name destination)
    set(script ${PROJECT_BINARY_DIR}/completions/${shell}/${name})
    add_custom_command(OUTPUT ${script}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completions/${shell}
      COMMAND dossier completion ${shell} > ${script}
      DEPENDS dossier VERBATIM)
    set_property(GLOBAL APPEND PROPERTY DOSSIER_COMPLETIONS ${script})
    install(FILES ${script} DESTINATION ${CMAKE_INSTALL_DATADIR}/${destination})
  endfunction()
  install_completion(bash dossier bash-completion/completions)
  install_completion(zsh _dossier zsh/site-functions)
  install_completion(fish dossier.fish fish/vendor_completions.d)
  get_property(completions GLOBAL PROPERTY DOSSIER_COMPLETIONS)
  add_custom_target(dossier_completions ALL DEPENDS ${completions})
endif()

# The command line is the program's own; everything below it is a library.
get_property(layers GLOBAL PROPERTY DOSSIER_LAYERS)
list(REMOVE_ITEM layers dossier_cli)
install(TARGETS ${layers} EXPORT dossierTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/dossier DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} PATTERN cli EXCLUDE)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/dossier)
install(EXPORT dossierTargets NAMESPACE dossier:: DESTINATION ${package_dir})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/dossierConfig.cmake.in
  ${PROJECT_BINARY_DIR}/dossierConfig.cmake INSTALL_DESTINATION ${package_dir})
# Before 1.0 a minor version may change the interface.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/dossierConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/dossierConfig.cmake ${PROJECT_BINARY_DIR}/dossierConfigVersion.cmake
  ${PROJECT_SOURCE_DIR}/cmake/Libraries.cmake DESTINATION ${package_dir})
