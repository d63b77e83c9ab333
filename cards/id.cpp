#include "cards/id.h"

#include <uuid/uuid.h>

#include <algorithm>

namespace cards {
namespace {

// Chosen once, at random; changing it would give every shipped card a new id.
constexpr uuid_t casebook_namespace = {0x5c, 0x1e, 0x0b, 0x73, 0x9a, 0x42, 0x4d, 0x0f,
                                       0x8e, 0x21, 0xc6, 0x57, 0x3b, 0xd8, 0x90, 0x14};

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

}  // namespace

std::string to_hex(const Id& id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(32);
    for (const std::uint8_t byte : id.bytes) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

std::optional<Id> parse_id(std::string_view hex) {
    if (hex.size() != 32) return std::nullopt;
    Id id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        const int high = hex_value(hex[2 * i]);
        const int low = hex_value(hex[2 * i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return id;
}

Id named_id(std::string_view kind, std::string_view text_id) {
    std::string name(kind);
    name += ':';
    name += text_id;
    uuid_t uuid;
    uuid_generate_sha1(uuid, casebook_namespace, name.data(), name.size());
    Id id;
    std::copy(std::begin(uuid), std::end(uuid), id.bytes.begin());
    return id;
}

}  // namespace cards
