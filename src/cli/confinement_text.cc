#include "confinement_text.h"

namespace dossier {

std::string confinement_gap(const std::optional<Confinement>& confinement) {
  if (!confinement) return "";
  if (confinement->system_calls) {
    return confinement->files == FileAccess::shared_data
               ? ""
               : "this system lacks Landlock: workers open no file at all, and text of formats whose library "
                 "loads data at need may be lost";
  }
  return confinement->files == FileAccess::any
             ? "this system offers neither seccomp nor Landlock: only limits of memory and time confine the "
               "workers that read files; index only what you trust"
             : "this system lacks seccomp: a file that takes over the worker that reads it could reach the "
               "network";
}

std::string describe_confinement(const std::optional<Confinement>& confinement) {
  if (!confinement) return "none answers";
  const std::string gap = confinement_gap(confinement);
  return gap.empty() ? "confined by seccomp and Landlock" : gap;
}

}  // namespace dossier
