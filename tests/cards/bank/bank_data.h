// bank_data.h - case files that tests start from.
#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "cards/bank/reader.h"

namespace bank_data {

// The text of a file in tests/data.
inline std::string text(const std::string& name) {
    std::ifstream in(std::string(CASEBOOK_TEST_DATA) + "/" + name, std::ios::binary);
    if (!in) throw std::runtime_error("no test data " + name);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

// A case without a fault in it: made up, and clean by every rule.
inline cards::CaseFile heron() {
    auto read = cards::bank::read_casefile(text("cases/heron.toml"), "heron.toml");
    if (!read.casefile) throw std::runtime_error("heron.toml: " + cards::to_text(read.diagnostics.at(0)));
    return *read.casefile;
}

// `text` with its first `from` turned into `to`.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("test data does not hold " + from);
    return text.replace(at, from.size(), to);
}

}  // namespace bank_data
