/// \file
/// Text compared as people mean it (ICU).

#pragma once

#include "core/language.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace dostyk {

/// One form for all spellings of a name: transliterated to Latin, lower case, no diacritics, no
/// punctuation, common variants united (see fold_test for the table).
[[nodiscard]] std::string fold(std::string_view utf8);

/// The alphabet of a language: Ә after А, Ң after Н, Ө after О.
class Collator {
public:
    explicit Collator(Language language);
    Collator(Collator&&) noexcept;
    Collator& operator=(Collator&&) noexcept;
    ~Collator();

    [[nodiscard]] bool less(std::string_view a, std::string_view b) const;

    /// Bytes that compare as less() does: for texts that are compared many times.
    [[nodiscard]] std::string key(std::string_view text) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace dostyk
