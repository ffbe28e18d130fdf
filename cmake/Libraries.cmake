# The libraries that the layers are made with, found once: included by the build, and, installed beside it, by
# dossierConfig.cmake for those who link the layers. Why each is there: docs/architecture.md, "Libraries".
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.20)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(LIBXML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(LIBGSF REQUIRED IMPORTED_TARGET libgsf-1)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(YAMLCPP REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(MD4C REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler-cpp)

# Those that tell CMake and pkg-config nothing about themselves.
foreach(library IN ITEMS cld2 stemmer)
  if(NOT TARGET dossier::external::${library})
    find_library(DOSSIER_${library}_LIBRARY ${library} REQUIRED)
    mark_as_advanced(DOSSIER_${library}_LIBRARY)
    add_library(dossier::external::${library} UNKNOWN IMPORTED)
    set_target_properties(dossier::external::${library} PROPERTIES
      IMPORTED_LOCATION ${DOSSIER_${library}_LIBRARY})
  endif()
endforeach()
