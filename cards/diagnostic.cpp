#include "cards/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>

namespace cards {

bool has_errors(const Diagnostics& diagnostics) noexcept {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

std::string to_text(const Diagnostic& d) {
    std::string text = d.line > 0 ? fmt::format("{}:{}: ", d.file, d.line) : fmt::format("{}: ", d.file);
    text += d.severity == Severity::Error ? "error: " : "warning: ";
    text += d.what;
    if (!d.rule.empty()) text += fmt::format(" [{}]", d.rule);
    if (!d.fix.empty()) text += fmt::format("\n    {}", d.fix);
    return text;
}

}  // namespace cards
