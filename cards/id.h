// id.h - the 16-byte identity of a case, fact, card, review or edit.
//
// Two computers never make the same id by accident: what ships with the program
// derives its ids from stable text ids (the same on every machine), what a
// student makes gets random ones. An id says nothing about time or order.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cards {

struct Id {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const Id&) const = default;
    bool is_nil() const noexcept { return *this == Id{}; }
};

// 32 lower-case hexadecimal digits, no dashes.
std::string to_hex(const Id& id);

// The inverse of to_hex(); nothing for any other text.
std::optional<Id> parse_id(std::string_view hex);

// The id of a thing with a stable text id: a version 5 UUID (RFC 4122) over
// `kind`, a colon and `text_id`, in a namespace of Casebook's own.
// kind is one of "case", "fact", "card".
Id named_id(std::string_view kind, std::string_view text_id);

// Makes new random ids. Handed in, so that tests can count instead.
using IdSource = std::function<Id()>;

}  // namespace cards
