/// \file
/// Sentences for people: a key of assets/strings and the values that fill its places.

#pragma once

#include "core/language.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dostyk {

/// A sentence that can be said in every language.
struct Message {
    std::string key;
    std::vector<std::pair<std::string, std::string>> values; ///< {name} -> text

    friend bool operator==(const Message&, const Message&) = default;
};

/// The text of a key; the key itself where no language has it, so that a gap is seen.
///
/// The tables are constant: built from assets/strings/*.json at compile time.
[[nodiscard]] std::string_view tr(Language language, std::string_view key) noexcept;

/// True when assets/strings defines the key.
[[nodiscard]] bool has_message(std::string_view key) noexcept;

/// All keys, sorted.
[[nodiscard]] std::vector<std::string_view> message_keys();

/// Fill the {name} places; "{name|group}" says the value by the message "group.<value>" if there is
/// one. "{count, plural, one {...} other {...}}" follows ICU with the language's plural rules.
[[nodiscard]] std::string tr(Language language, const Message& message);

} // namespace dostyk
