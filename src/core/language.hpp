/// \file
/// The four languages of the program.

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dostyk {

enum class Language { kk, ky, ru, en };

inline constexpr std::array all_languages{Language::kk, Language::ky, Language::ru, Language::en};

[[nodiscard]] constexpr std::size_t index_of(Language language) noexcept
{
    return static_cast<std::size_t>(language);
}

/// ISO 639-1 code: "kk", "ky", "ru" or "en".
[[nodiscard]] std::string_view code_of(Language language) noexcept;

/// The language's own name of itself: "Қазақша", "Кыргызча", "Русский", "English".
[[nodiscard]] std::string_view own_name_of(Language language) noexcept;

/// Accepts the ISO code, alone or at the head of a locale ("ru_RU.UTF-8").
[[nodiscard]] std::optional<Language> parse_language(std::string_view code) noexcept;

/// kk -> ky -> ru -> en -> kk: the order in which one key cycles.
[[nodiscard]] Language next_language(Language language) noexcept;

/// From LC_ALL, LC_MESSAGES, LANG in that order; English when none names one of the four.
[[nodiscard]] Language system_language() noexcept;

} // namespace dostyk
