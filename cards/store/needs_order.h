// needs_order.h - facts in an order in which none is asked before those it needs.
//
// Pure functions. Private to the store.
#pragma once

#include <cstddef>
#include <vector>

#include "cards/fact.h"

namespace cards::store {

// Indexes into `facts`: their order, changed as little as their `needs` ask for.
// Facts that need each other in a circle keep their order; needs that are not in
// `facts` are passed over.
std::vector<std::size_t> needs_order(const std::vector<Fact>& facts);

}  // namespace cards::store
