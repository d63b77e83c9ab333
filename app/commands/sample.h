// sample.h - a library with some weeks of study in it, for pictures.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "app/commands/program.h"

namespace commands {

// A session on a library in a temporary folder, which goes with it. Time stands
// still at a fixed moment; every run makes the same.
class Sample {
  public:
    // Studies on `days` days before the fixed moment, answering most cards right.
    Sample(const Program& program, int days);
    ~Sample();
    Sample(const Sample&) = delete;
    Sample& operator=(const Sample&) = delete;

    app::Session& session() noexcept { return *session_; }
    cards::Moment now() const noexcept;

    // Answers today's cards until one is asked that `wanted` likes; false when
    // there is none.
    bool find(const std::function<bool(const app::Prompt&)>& wanted);

  private:
    void study_day(cards::Moment start, int answers);

    std::filesystem::path folder_;
    std::unique_ptr<app::Session> session_;
    int made_ids_ = 0;
};

}  // namespace commands
