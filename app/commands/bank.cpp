#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

#include "app/commands/commands.h"
#include "cards/bank/check.h"
#include "cards/bank/draw.h"
#include "cards/bank/history.h"
#include "cards/bank/reader.h"
#include "cards/bank/report.h"

namespace commands {
namespace {

struct Bank {
    std::vector<cards::bank::NamedCase> cases;
    cards::Diagnostics diagnostics;  // Of reading.
    std::size_t files = 0;
};

// A file's text, or a diagnostic. One byte more than may be read is enough to refuse.
std::optional<std::string> text_of(const std::string& file, cards::Diagnostics& diagnostics) {
    std::ifstream in(file, std::ios::binary);
    std::string text(cards::bank::max_casefile_bytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!in.is_open() || in.bad() || (in.fail() && !in.eof())) {
        diagnostics.push_back({cards::Severity::Error, "file", file, 0, "The file can't be read.",
                               "Check its name and that you may read it."});
        return std::nullopt;
    }
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

Bank read_bank(const Program& program, const std::vector<std::string>& files) {
    Bank bank;
    const auto take = [&](const std::string& name, const std::string& text) {
        cards::bank::ReadResult read = cards::bank::read_casefile(text, name);
        bank.diagnostics.insert(bank.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
        if (read.casefile) bank.cases.push_back({name, std::move(*read.casefile)});
        ++bank.files;
    };
    if (files.empty()) {
        for (const auto& [name, text] : program.shipped)
            take(name, text);
    }
    for (const std::string& file : files) {
        if (const auto text = text_of(file, bank.diagnostics)) take(file, *text);
    }
    return bank;
}

}  // namespace

int bank_check(Program& program, const CheckOptions& options) {
    const Bank bank = read_bank(program, options.files);
    cards::Diagnostics findings = bank.diagnostics;
    const auto add = [&](const cards::Diagnostics& more) { findings.insert(findings.end(), more.begin(), more.end()); };
    add(cards::bank::check(bank.cases));
    if (!options.against.empty()) {
        const Bank old = read_bank(program, options.against);
        add(old.diagnostics);
        add(cards::bank::check_history(old.cases, bank.cases));
    }

    std::size_t facts = 0;
    std::size_t questions = 0;
    for (const auto& named : bank.cases) {
        for (const cards::Fact& fact : named.casefile.facts) {
            if (fact.retired) continue;
            ++facts;
            for (const cards::Question& question : fact.questions)
                questions += question.retired ? 0U : 1U;
        }
    }
    const int status = has_errors(findings) ? failed : done;
    if (options.json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const cards::Diagnostic& d : findings) {
            list.push_back({{"severity", d.severity == cards::Severity::Error ? "error" : "warning"},
                            {"rule", d.rule},
                            {"file", d.file},
                            {"line", d.line},
                            {"what", d.what},
                            {"fix", d.fix}});
        }
        const nlohmann::ordered_json report = {
            {"cases", bank.cases.size()}, {"facts", facts}, {"cards", questions}, {"findings", list}};
        program.out << report.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
        return status;
    }
    std::size_t errors = 0;
    for (const cards::Diagnostic& d : findings) {
        program.out << printable(to_text(d)) << '\n';
        errors += d.severity == cards::Severity::Error ? 1U : 0U;
    }
    program.out << fmt::format("{} cases, {} facts, {} cards: {} errors, {} warnings\n", bank.cases.size(), facts,
                               questions, errors, findings.size() - errors);
    return status;
}

int bank_report(Program& program, const std::vector<std::string>& files, bool json) {
    const Bank bank = read_bank(program, files);
    for (const cards::Diagnostic& d : bank.diagnostics)
        program.err << printable(to_text(d)) << '\n';
    const cards::bank::BankReport report = cards::bank::report(bank.cases);
    program.out << printable(json ? cards::bank::to_json(report) : cards::bank::to_table(report)) << '\n';
    return has_errors(bank.diagnostics) ? failed : done;
}

int bank_draw(Program& program, const DrawOptions& options) {
    const Bank bank = read_bank(program, options.files);
    for (const cards::Diagnostic& d : bank.diagnostics)
        program.err << printable(to_text(d)) << '\n';
    const auto drawn = cards::bank::draw(bank.cases, options.count, options.seed);
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    int number = 0;
    for (const cards::bank::DrawnQuestion& each : drawn) {
        ++number;
        if (options.json) {
            list.push_back({{"number", number}, {"card", each.card_id}, {"question", each.question}});
            if (options.answers) list.back()["answer"] = each.answer;
            continue;
        }
        program.out << fmt::format("{:>3}  {}\n     {}\n", number, printable(each.card_id), printable(each.question));
        if (options.answers) program.out << fmt::format("     = {}\n", printable(each.answer));
    }
    if (options.json) program.out << list.dump(2) << '\n';
    return has_errors(bank.diagnostics) ? failed : done;
}

}  // namespace commands
