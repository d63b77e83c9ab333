#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <stdexcept>

namespace support {
namespace {

using Clock = std::chrono::steady_clock;

// Both ends of a pipe; ours does not block and is not inherited.
struct Pipe {
    int ours = -1;
    int theirs = -1;
};

Pipe make_pipe(bool we_read) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("Could not make a pipe.");
    const Pipe pipe = we_read ? Pipe{ends[0], ends[1]} : Pipe{ends[1], ends[0]};
    ::fcntl(pipe.ours, F_SETFL, O_NONBLOCK);
    return pipe;
}

void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

// Reads what is there; closes the end where there will be no more.
void read_into(std::string& text, int& end) {
    std::array<char, 16'384> bytes;
    while (end >= 0) {
        const ssize_t got = ::read(end, bytes.data(), bytes.size());
        if (got > 0) {
            text.append(bytes.data(), static_cast<std::size_t>(got));
        } else if (got == 0) {
            close_end(end);
        } else if (errno != EINTR) {
            return;
        }
    }
}

}  // namespace

Process::Process(const Command& command, const Environment& environment, std::optional<int> keep_open) {
    ::signal(SIGPIPE, SIG_IGN);  // A program may end before it has read all of its input.
    const Pipe in = make_pipe(false);
    const Pipe out = make_pipe(true);
    const Pipe err = make_pipe(true);
    std::vector<std::string> arguments = command;
    std::vector<std::string> variables;
    for (const auto& [name, value] : environment) {
        std::string variable = name;
        variable += '=';
        variable += value;
        variables.push_back(variable);
    }
    const std::vector<char*> argv = pointers(arguments);
    const std::vector<char*> envp = pointers(variables);

    const pid_t parent = ::getpid();
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("Could not start a process.");
    if (pid_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // A test that is killed leaves nothing behind.
        if (::getppid() != parent) ::_exit(127);
        ::setpgid(0, 0);
        ::signal(SIGPIPE, SIG_DFL);
        ::dup2(in.theirs, STDIN_FILENO);
        ::dup2(out.theirs, STDOUT_FILENO);
        ::dup2(err.theirs, STDERR_FILENO);
        if (keep_open) ::fcntl(*keep_open, F_SETFD, 0);
        ::execvpe(argv[0], argv.data(), envp.data());
        ::_exit(127);
    }
    ::setpgid(pid_, pid_);
    ::close(in.theirs);
    ::close(out.theirs);
    ::close(err.theirs);
    in_ = in.ours;
    out_pipe_ = out.ours;
    err_pipe_ = err.ours;
}

Process::~Process() {
    if (running()) {
        ::kill(-pid_, SIGKILL);
        reap(0);
    }
    close_end(in_);
    close_end(out_pipe_);
    close_end(err_pipe_);
}

bool Process::exchange(std::chrono::microseconds at_most) {
    if (input_.empty() && input_ends_) close_end(in_);
    std::array<pollfd, 3> ends{pollfd{out_pipe_, POLLIN, 0}, pollfd{err_pipe_, POLLIN, 0},
                               pollfd{input_.empty() ? -1 : in_, POLLOUT, 0}};
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at_most);
    const timespec time{seconds.count(), std::chrono::nanoseconds(at_most - seconds).count()};
    if (::ppoll(ends.data(), ends.size(), &time, nullptr) < 0 && errno != EINTR) {
        throw std::runtime_error(std::string("Could not wait for a process: ") + std::strerror(errno));
    }
    if (ends[0].revents != 0) read_into(out_, out_pipe_);
    if (ends[1].revents != 0) read_into(err_, err_pipe_);
    if (ends[2].revents != 0) {
        const ssize_t taken = ::write(in_, input_.data(), input_.size());
        if (taken > 0) input_.erase(0, static_cast<std::size_t>(taken));
        if (taken < 0 && errno == EPIPE) {
            input_.clear();
            close_end(in_);
        }
    }
    return out_pipe_ >= 0 || err_pipe_ >= 0;
}

bool Process::wait_for(const std::string& text, std::string_view part, std::size_t from) {
    const Clock::time_point until = Clock::now() + patience;
    while (text.find(part, from) == std::string::npos) {
        if (Clock::now() > until) return false;
        if (!exchange(std::chrono::milliseconds(100))) return text.find(part, from) != std::string::npos;
    }
    return true;
}

bool Process::wait_for_out(std::string_view part, std::size_t from) { return wait_for(out_, part, from); }
bool Process::wait_for_err(std::string_view part, std::size_t from) { return wait_for(err_, part, from); }

void Process::talk_for(std::chrono::microseconds time) {
    const Clock::time_point until = Clock::now() + time;
    for (Clock::time_point now = Clock::now(); now < until; now = Clock::now()) {
        exchange(std::chrono::duration_cast<std::chrono::microseconds>(until - now));
    }
}

void Process::signal(int number) const {
    if (!status_) ::kill(pid_, number);
}

void Process::reap(int options) {
    int how = 0;
    if (status_ || ::waitpid(pid_, &how, options) != pid_) return;
    status_ = WIFSIGNALED(how) ? -WTERMSIG(how) : WEXITSTATUS(how);
}

bool Process::running() {
    reap(WNOHANG);
    return !status_;
}

int Process::wait() {
    const Clock::time_point until = Clock::now() + patience;
    bool talking = true;
    while (talking || running()) {
        if (Clock::now() > until) throw std::runtime_error("A program did not end:\n" + out_ + err_);
        // With both of its outputs closed it is about to end.
        if (talking)
            talking = exchange(std::chrono::milliseconds(20)) && running();
        else
            ::usleep(500);
    }
    exchange(std::chrono::microseconds(0));
    return *status_;
}

Run run(const Command& command, const Environment& environment, std::string_view input) {
    Process process(command, environment);
    process.write(input);
    process.end_input();
    Run result;
    result.status = process.wait();
    result.out = process.out();
    result.err = process.err();
    return result;
}

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path == nullptr ? "" : path);
    for (std::string folder; std::getline(folders, folder, ':');) {
        if (::access((folder + '/' + program).c_str(), X_OK) == 0) return true;
    }
    return false;
}

}  // namespace support
