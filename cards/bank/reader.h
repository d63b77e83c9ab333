// reader.h - a case file from TOML text.
//
// The text may come from anywhere: it can be as broken as it likes. Either the
// whole case is read, or none of it and the diagnostics say why. Start at
// read_casefile().
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cards/casefile.h"
#include "cards/diagnostic.h"

namespace cards::bank {

inline constexpr std::size_t max_casefile_bytes = 8u << 20;  // No brief is that long; a disk image is.
inline constexpr std::size_t max_facts = 5'000;

struct ReadResult {
    std::optional<CaseFile> casefile;  // Nothing where there is any error.
    Diagnostics diagnostics;           // With lines; warnings may stand beside a case.
};

// Reads a case file. `file` is how diagnostics name it. Unknown keys, wrong
// types, bad dates, invalid UTF-8 and control characters are errors with a line.
ReadResult read_casefile(std::string_view toml, std::string_view file);

}  // namespace cards::bank
