// process.h - runs a program as a student's shell would, and hears what it says.
//
// A program gets exactly the environment it is handed, and is in a process group of
// its own. It never outlives its Process, nor the test: what still runs is killed and
// reaped. Start at run(); Process is for programs that are talked to.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace support {

using Environment = std::map<std::string, std::string>;
using Command = std::vector<std::string>;  // The program first; found in PATH where it has no slash.

inline constexpr std::chrono::seconds patience{60};  // For a loaded machine; nothing waits this long by plan.

// What a program left behind.
struct Run {
    int status = 0;  // Its exit status; -9 where signal 9 ended it.
    std::string out;
    std::string err;
};

class Process {
  public:
    // Starts `command`. `keep_open` stays open in it under the same number.
    // Throws std::runtime_error where it can't be started.
    Process(const Command& command, const Environment& environment, std::optional<int> keep_open = {});
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t id() const noexcept { return pid_; }
    const std::string& out() const noexcept { return out_; }
    const std::string& err() const noexcept { return err_; }

    // Hands text to its standard input, as fast as it reads.
    void write(std::string_view text) { input_ += text; }
    // Ends its standard input once all that was written is read.
    void end_input() { input_ends_ = true; }

    // Passes on text both ways until `part` stands in its output (or in its messages)
    // after `from`; false where it ended or the patience was over.
    bool wait_for_out(std::string_view part, std::size_t from = 0);
    bool wait_for_err(std::string_view part, std::size_t from = 0);

    // Passes on text both ways for so long.
    void talk_for(std::chrono::microseconds time);

    void signal(int number) const;

    // Its exit status, waited for while text is passed on. Throws std::runtime_error
    // where the patience is over.
    int wait();
    bool running();

  private:
    bool exchange(std::chrono::microseconds at_most);  // False: both of its outputs are at their end.
    bool wait_for(const std::string& text, std::string_view part, std::size_t from);
    void reap(int options);

    pid_t pid_ = -1;
    int in_ = -1;
    int out_pipe_ = -1;
    int err_pipe_ = -1;
    std::string input_;
    bool input_ends_ = false;
    std::string out_;
    std::string err_;
    std::optional<int> status_;
};

// Runs a command to its end with `input` as all of its standard input.
Run run(const Command& command, const Environment& environment, std::string_view input = {});

// Where PATH has this program.
bool is_installed(const std::string& program);

}  // namespace support
