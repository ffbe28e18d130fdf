# cmake -DOUT=file.cc -DFILES=a;b -P embed_files.cmake  Writes the source behind src/web/assets.h.
set(arrays "")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  string(APPEND arrays "constexpr char file${number}[] = {${bytes}};\n")
  string(APPEND rows "    {\"${name}\", {file${number}, sizeof file${number}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUT} "#include \"assets.h\"

namespace dossier::web {
namespace {

${arrays}
constexpr Asset table[] = {
${rows}};

}  // namespace

std::span<const Asset> assets() noexcept {
  return table;
}

}  // namespace dossier::web
")
