#include "app/commands/sample.h"

#include <stdexcept>

namespace commands {
namespace {

// 2026-11-23 10:00 UTC.
constexpr cards::Moment fixed_moment{{20780 * cards::ms_per_day + 10 * cards::ms_per_hour}, 0};
constexpr std::int64_t answer_ms = 9'000;
constexpr int answers_a_day = 36;
constexpr int forgotten_every = 7;

std::filesystem::path temporary_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "casebook-sample-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("Could not make a temporary folder for the sample library.");
    }
    return name;
}

}  // namespace

cards::Moment Sample::now() const noexcept { return fixed_moment; }

Sample::Sample(const Program& program, int days) : folder_(temporary_folder()) {
    app::SessionOptions options = program.session_options();
    options.library = folder_ / "library.casebook";
    options.new_id = [this] {
        ++made_ids_;
        return cards::named_id("sample", std::to_string(made_ids_));
    };
    const auto day_before = [](int back) {
        return cards::Moment{{fixed_moment.at.unix_ms - back * cards::ms_per_day}, 0};
    };
    options.now = day_before(days);
    session_ = std::make_unique<app::Session>(options);
    for (int back = days; back > 0; --back) {
        if (back % 6 != 0) study_day(day_before(back), answers_a_day);
    }
    session_->today(fixed_moment);
}

Sample::~Sample() {
    session_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Sample::study_day(cards::Moment start, int answers) {
    cards::Moment time = start;
    for (int i = 0; i < answers; ++i) {
        if (session_->prompt(time) == nullptr) return;
        time.at.unix_ms += answer_ms;
        session_->show_answer(time);
        session_->rate(i % forgotten_every == 3 ? cards::Rating::Again : cards::Rating::Good, time);
    }
}

bool Sample::find(const std::function<bool(const app::Prompt&)>& wanted) {
    constexpr int enough = 400;
    for (int i = 0; i < enough; ++i) {
        const app::Prompt* prompt = session_->prompt(fixed_moment);
        if (prompt == nullptr) return false;
        if (wanted(*prompt)) return true;
        session_->show_answer(fixed_moment);
        session_->rate(cards::Rating::Easy, fixed_moment);
    }
    return false;
}

}  // namespace commands
