// diagnostic.h - what is wrong in a text from outside, where, and what to do.
#pragma once

#include <string>
#include <vector>

namespace cards {

enum class Severity { Error, Warning };

struct Diagnostic {
    Severity severity = Severity::Error;
    std::string rule;  // "A3", "fact.sources", "toml": what a reader can look up.
    std::string file;  // As it was named by the caller.
    int line = 0;      // From 1; 0 where no line applies.
    std::string what;
    std::string fix;  // What the reader can do; one sentence.
    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics) noexcept;

// "mallory.toml:41: error: what [rule]\n    fix".
std::string to_text(const Diagnostic& diagnostic);

}  // namespace cards
