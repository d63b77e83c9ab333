// writer.h - a case file as TOML text.
#pragma once

#include <string>

#include "cards/casefile.h"

namespace cards::bank {

// The text that read_casefile() reads back to an equal CaseFile. Keys stand in the
// order of the format's description, keys with default values are left out.
std::string write_casefile(const CaseFile& casefile);

}  // namespace cards::bank
