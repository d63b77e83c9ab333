// check_rules.h - the rules behind check(), in groups by how far they look.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "cards/bank/check.h"
#include "cards/bank/lint_rules.h"

namespace cards::bank {

// What is found, with its place in the bank, so that it can be put in order.
class Log {
  public:
    explicit Log(const std::vector<NamedCase>& bank) : bank_(bank) {}

    // `file` is an index into the bank; `line` 0 for the file as a whole.
    void error(std::size_t file, int line, std::string rule, std::string what, std::string fix);
    void warning(std::size_t file, int line, std::string rule, std::string what, std::string fix);

    // A finding of lint() on a fact.
    void finding(std::size_t file, const Fact& fact, const Finding& finding);

    // By file and line.
    Diagnostics sorted() &&;

  private:
    void add(Severity severity, std::size_t file, int line, std::string rule, std::string what, std::string fix);

    struct Entry {
        std::size_t file;
        Diagnostic diagnostic;
    };
    const std::vector<NamedCase>& bank_;
    std::vector<Entry> entries_;
};

// One question of the bank that is asked: neither it nor its fact is retired.
struct Asked {
    std::size_t file = 0;
    const Fact* fact = nullptr;
    int position = 0;
    Text stem;
    std::vector<std::string> content;  // Its content words.
};

// A fact's place in the bank.
struct Place {
    std::size_t file = 0;
    const Fact* fact = nullptr;
};
using FactIndex = std::unordered_map<std::string, Place>;

// `fact "mallory.payment"`.
std::string named(const Fact& fact);

void check_file(const CaseFile& casefile, std::size_t file, Log& log);  // case.*, person.*, source.*, E3.
void check_fact(const CaseFile& casefile, std::size_t file, const Fact& fact, Log& log);  // fact.*, A1, A7, A11.
void check_ids(const std::vector<NamedCase>& bank, Log& log);                             // Unique over the bank.
void check_links(const std::vector<NamedCase>& bank, const FactIndex& facts, Log& log);   // needs, superseded_by.
void check_stems(const std::vector<Asked>& asked, Log& log);                              // E1, B9.
void check_spelling(const std::vector<NamedCase>& bank, Log& log);                        // A9.
void check_balance(const std::vector<NamedCase>& bank, Log& log);                         // C5, D4, E3.
void check_interference(const std::vector<Asked>& asked, Log& log);                       // E2.
void check_true_elsewhere(const std::vector<Asked>& asked, Log& log);                     // D7.

}  // namespace cards::bank
