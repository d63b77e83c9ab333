// peer.h - runs another implementation's script under node and reads its lines.
#pragma once

#include <string>
#include <vector>

namespace cards {

// Lines that `script` (in tests/bench) printed, called with the peers' directory and
// `arguments`; empty where node, npm or the network is missing.
std::vector<std::string> run_peer(const std::string& script, const std::string& arguments);

// Steady seconds.
double seconds_now();

// The middle one; of an empty list 0.
double median(std::vector<double> values);

}  // namespace cards
