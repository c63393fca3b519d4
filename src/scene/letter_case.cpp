#include "scene/letter_case.hpp"

namespace dostyk::scene {

namespace {

/// Capital of a letter in U+0400..U+04FF (Unicode, block Cyrillic).
unsigned cyrillic_capital(unsigned letter) noexcept
{
    if (letter >= 0x0430 && letter <= 0x044F) {
        return letter - 0x20;
    }
    if (letter >= 0x0450 && letter <= 0x045F) {
        return letter - 0x50;
    }
    if (letter >= 0x04C1 && letter <= 0x04CF) {
        // The one stretch where the capital is the odd one; palochka stands alone at its head.
        return letter == 0x04CF ? 0x04C0 : (letter % 2 == 0 ? letter - 1 : letter);
    }
    if (letter >= 0x0460 && letter <= 0x04FF) {
        return letter & ~1U;
    }
    return letter;
}

} // namespace

std::string to_capitals(std::string_view utf8)
{
    std::string capitals;
    capitals.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte >= 'a' && byte <= 'z') {
            capitals += static_cast<char>(byte - 32);
        } else if (byte == 0xC3 && i + 1 < utf8.size()) {
            // Latin-1: à..þ lie 32 after their capitals, but for the division sign.
            const auto next = static_cast<unsigned char>(utf8[++i]);
            const bool is_small = next >= 0xA0 && next <= 0xBE && next != 0xB7;
            capitals += static_cast<char>(byte);
            capitals += static_cast<char>(is_small ? next - 0x20 : next);
        } else if (byte >= 0xD0 && byte <= 0xD3 && i + 1 < utf8.size()) {
            const auto next = static_cast<unsigned char>(utf8[++i]);
            const unsigned capital = cyrillic_capital(((byte & 0x1FU) << 6U) | (next & 0x3FU));
            capitals += static_cast<char>(0xC0U | (capital >> 6U));
            capitals += static_cast<char>(0x80U | (capital & 0x3FU));
        } else {
            capitals += static_cast<char>(byte);
        }
    }
    return capitals;
}

} // namespace dostyk::scene
