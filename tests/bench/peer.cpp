#include "tests/bench/peer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sstream>

namespace cards {
namespace {

std::string output_of(const std::string& command) {
    std::string text;
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return text;
    char buffer[4096];
    while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, pipe))
        text.append(buffer, size);
    return pclose(pipe) == 0 ? text : std::string{};
}

}  // namespace

std::vector<std::string> run_peer(const std::string& script, const std::string& arguments) {
    std::vector<std::string> lines;
    std::string cache = output_of(CASEBOOK_BENCH_DIR "/peers.sh");
    if (cache.empty()) return lines;
    cache.pop_back();
    std::istringstream in(output_of("node '" CASEBOOK_BENCH_DIR "/" + script + "' '" + cache + "' " + arguments));
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double median(std::vector<double> values) {
    if (values.empty()) return 0.0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace cards
