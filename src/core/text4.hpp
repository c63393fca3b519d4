/// \file
/// A text that a person reads, in the four languages.

#pragma once

#include "core/language.hpp"

#include <array>
#include <string>
#include <string_view>

namespace dostyk {

/// Name or title in kk, ky, ru and en; an empty string is a missing translation.
struct Text4 {
    std::array<std::string, all_languages.size()> texts;

    [[nodiscard]] std::string& operator[](Language language) { return texts[index_of(language)]; }
    [[nodiscard]] const std::string& operator[](Language language) const
    {
        return texts[index_of(language)];
    }

    /// The text in a language, or the first that there is in the order ru, en, kk, ky.
    ///
    /// Russian comes first because both countries read it officially.
    [[nodiscard]] std::string_view in(Language language) const noexcept;

    [[nodiscard]] bool has(Language language) const noexcept
    {
        return !texts[index_of(language)].empty();
    }

    [[nodiscard]] bool is_empty() const noexcept;

    friend bool operator==(const Text4&, const Text4&) = default;
};

} // namespace dostyk
