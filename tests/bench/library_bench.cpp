// Studies libraries of growing size and prints, beside the limit for each, how long
// the start, the next card and a saved answer take, and how much memory is resident.
//   bench_library [--cards N --reviews M] [--growth]
// Each library is measured in a process of its own, with the program's shipped cases
// in it and the default settings, its file in the system's page cache.
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/embedded/embedded.h"
#include "app/session.h"
#include "tests/bench/library_maker.h"
#include "tests/bench/peer.h"

namespace {

constexpr int study_days = 10;
constexpr int answers_a_day = 200;

// A folder removed at the end, with the libraries in it.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "casebook-bench-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder could be made");
        path_ = name;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

app::SessionOptions options_for(const std::filesystem::path& library, cards::Moment now) {
    app::SessionOptions options;
    options.library = library;
    options.now = now;
    options.new_id = [made = std::uint64_t{0}]() mutable {
        return cards::named_id("bench", std::to_string(getpid()) + "/" + std::to_string(++made));
    };
    std::istringstream order{std::string(app::embedded("cases/order.txt"))};
    for (std::string id; std::getline(order, id);)
        options.shipped.emplace_back(id + ".toml", app::embedded("cases/" + id + ".toml"));
    return options;
}

double peak_mib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.rfind("VmHWM:", 0) == 0) return std::stod(line.substr(6)) / 1024.0;
    return 0.0;
}

double share(std::vector<double>& times, double part) {
    if (times.empty()) return 0.0;
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, static_cast<std::size_t>(part * static_cast<double>(times.size())))];
}

// All times in milliseconds.
struct Measured {
    double start = 0.0;
    double next_p50 = 0.0;
    double next_p99 = 0.0;
    double reveal_p99 = 0.0;
    double save_p50 = 0.0;
    double save_p99 = 0.0;
    double day_change = 0.0;  // The longest.
    double memory = 0.0;      // MiB at the peak.
    int answers = 0;
};

Measured study(const std::filesystem::path& library, cards::Moment now) {
    Measured m;
    const auto ms_since = [](double begun) { return (cards::seconds_now() - begun) * 1e3; };
    const double opened = cards::seconds_now();
    app::Session session(options_for(library, now));
    session.prompt(now);
    m.start = ms_since(opened);

    std::vector<double> next;
    std::vector<double> reveal;
    std::vector<double> save;
    std::uint64_t random = 5;
    for (int day = 0; day < study_days; ++day, now.at.unix_ms += cards::ms_per_day) {
        const double woken = cards::seconds_now();
        session.today(now);
        m.day_change = std::max(m.day_change, ms_since(woken));
        cards::Moment at = now;
        for (int i = 0; i < answers_a_day; ++i) {
            const double asked = cards::seconds_now();
            if (session.prompt(at) == nullptr) break;
            if (i > 0) next.push_back(ms_since(asked));
            at.at.unix_ms += 4'000;
            const double shown = cards::seconds_now();
            session.show_answer(at);
            reveal.push_back(ms_since(shown));
            random = random * 6'364'136'223'846'793'005U + 1;
            const double answered = cards::seconds_now();
            if (session.rate((random >> 33U) % 8 == 0 ? cards::Rating::Again : cards::Rating::Good, at))
                throw std::runtime_error("an answer could not be saved");
            save.push_back(ms_since(answered));
        }
    }
    m.answers = static_cast<int>(save.size());
    m.next_p50 = share(next, 0.50);
    m.next_p99 = share(next, 0.99);
    m.reveal_p99 = share(reveal, 0.99);
    m.save_p50 = share(save, 0.50);
    m.save_p99 = share(save, 0.99);
    m.memory = peak_mib();
    return m;
}

// In a process of its own, so that memory is that of this library alone.
Measured measure(const std::filesystem::path& library, cards::Moment now) {
    const std::string command =
        fmt::format("/proc/{}/exe --measure '{}' --now {}", getpid(), library.string(), now.at.unix_ms);
    std::FILE* pipe = popen(command.c_str(), "r");
    Measured m;
    if (pipe == nullptr ||
        std::fscanf(pipe, "%lf %lf %lf %lf %lf %lf %lf %lf %d", &m.start, &m.next_p50, &m.next_p99, &m.reveal_p99,
                    &m.save_p50, &m.save_p99, &m.day_change, &m.memory, &m.answers) != 9)
        throw std::runtime_error("the measuring process failed");
    pclose(pipe);
    return m;
}

struct Result {
    bench::LibraryPlan plan;
    Measured measured;
    double seconds_to_make = 0.0;
    double megabytes = 0.0;
};

Result make_and_measure(const std::filesystem::path& folder, std::int64_t cards, std::int64_t reviews) {
    Result result;
    result.plan.path = folder / fmt::format("{}.casebook", cards);
    result.plan.cards = cards;
    result.plan.reviews = reviews;
    const double begun = cards::seconds_now();
    const bench::MadeLibrary made = bench::make_library(result.plan);
    result.seconds_to_make = cards::seconds_now() - begun;
    result.megabytes = static_cast<double>(std::filesystem::file_size(result.plan.path)) / 1e6;
    { const app::Session first(options_for(result.plan.path, made.next)); }  // Takes the shipped cases over.
    result.measured = measure(result.plan.path, made.next);
    std::filesystem::remove(result.plan.path);
    return result;
}

bool line(const char* name, double value, double limit, const char* unit) {
    const bool well = value <= limit;
    fmt::print("  {:<44} {:>9.3f} {:<3}  limit {:>6.0f} {:<3}  {}\n", name, value, unit, limit, unit,
               well ? "PASS" : "FAIL");
    return well;
}

bool report(const Result& r, const Measured& empty) {
    const Measured& m = r.measured;
    fmt::print("{} cards, {} reviews ({:.0f} MB, made in {:.0f} s), {} answers:\n", r.plan.cards, r.plan.reviews,
               r.megabytes, r.seconds_to_make, m.answers);
    bool well = line("next card, p99", m.next_p99, 1.0, "ms");
    well = line("answer saved, p99", m.save_p99, 10.0, "ms") && well;
    well = line("start until the first card", m.start, 500.0, "ms") && well;
    well = line("memory over an empty library's", m.memory - empty.memory, 200.0, "MiB") && well;
    fmt::print(
        "  next card p50 {:.3f} ms; answer saved p50 {:.3f} ms; answer shown p99 {:.3f} ms; a new day {:.1f} ms\n",
        m.next_p50, m.save_p50, m.reveal_p99, m.day_change);
    return well;
}

void growth_table(const std::vector<Result>& results, const Measured& empty) {
    fmt::print(
        "\n| cards | reviews | file | start | next card p50 | p99 | answer saved p50 | p99 | memory over empty |\n");
    fmt::print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for (const Result& r : results) {
        const Measured& m = r.measured;
        fmt::print("| {} | {} | {:.0f} MB | {:.0f} ms | {:.3f} ms | {:.3f} ms | {:.2f} ms | {:.2f} ms | {:.0f} MiB |\n",
                   r.plan.cards, r.plan.reviews, r.megabytes, m.start, m.next_p50, m.next_p99, m.save_p50, m.save_p99,
                   m.memory - empty.memory);
    }
}

Measured measure_empty(const std::filesystem::path& folder) {
    const cards::Moment now{{20'000 * cards::ms_per_day + 8 * cards::ms_per_hour}, 0};
    const std::filesystem::path path = folder / "empty.casebook";
    { const app::Session first(options_for(path, now)); }
    return measure(path, now);
}

int run(std::int64_t cards, std::int64_t reviews, bool growth) {
    const Folder folder;
    setenv("SQLITE_TMPDIR", folder.path().c_str(), 1);
    const Measured empty = measure_empty(folder.path());
    std::vector<Result> results;
    bool well = true;
    for (std::int64_t size = 10'000; growth && size < cards; size *= 10) {
        results.push_back(make_and_measure(folder.path(), size, size * 10));
        well = report(results.back(), empty) && well;
    }
    results.push_back(make_and_measure(folder.path(), cards, reviews));
    well = report(results.back(), empty) && well;
    growth_table(results, empty);
    return well ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    std::int64_t cards = 1'000'000;
    std::int64_t reviews = 10'000'000;
    bool growth = false;
    std::string library;
    std::int64_t now = 0;
    CLI::App cli("Measures the program on a large library.", "bench_library");
    cli.add_option("--cards", cards, "Cards of the largest library");
    cli.add_option("--reviews", reviews, "Its reviews");
    cli.add_flag("--growth", growth, "Measure ten thousand and each ten times more as well");
    cli.add_option("--measure", library, "Measure this library alone and print bare numbers");
    cli.add_option("--now", now, "When it is studied, in ms since 1970");
    CLI11_PARSE(cli, argc, argv);
    try {
        if (library.empty()) return run(cards, reviews, growth);
        const Measured m = study(library, {{now}, 0});
        fmt::print("{} {} {} {} {} {} {} {} {}\n", m.start, m.next_p50, m.next_p99, m.reveal_p99, m.save_p50,
                   m.save_p99, m.day_change, m.memory, m.answers);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
