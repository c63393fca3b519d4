/// \file
/// What is not translated yet, and the way from one missing text to the next.

#pragma once

#include "editor/field_edit.hpp"
#include "model/project.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// A text that says nothing in one language.
struct TranslationGap {
    ClaimPlace place;
    std::string member; ///< Of the claim: "value/ky"; of the third text of a list "value/2/ky"

    friend bool operator==(const TranslationGap&, const TranslationGap&) = default;
};

/// All of them: as the project has its entities, an inspector their fields, and then the languages.
[[nodiscard]] std::vector<TranslationGap> find_gaps(const model::Project& project);

/// The walk through the gaps of a project.
class Translations {
public:
    /// How many there are. Counted once for each version.
    [[nodiscard]] std::size_t count(const model::Project& project, std::uint64_t version);
    /// The gap behind the one that was gone to last; else the first of the selected entity, or of
    /// those behind it; round at the end. Null when there is none.
    [[nodiscard]] const TranslationGap* next(const model::Project& project, std::uint64_t version,
                                             std::string_view selected);

    /// Somebody wants to be at the next one. What is being typed has to be committed before.
    void ask() noexcept { m_is_asked = true; }
    [[nodiscard]] bool is_asked() const noexcept { return m_is_asked; }
    /// The asking is answered: the field of this gap takes the keyboard.
    void answer(const TranslationGap* gap);
    /// True once, for the field that takes the keyboard.
    [[nodiscard]] bool takes_keys(const ClaimPlace& place, std::string_view member);

private:
    void look(const model::Project& project, std::uint64_t version);

    std::vector<TranslationGap> m_gaps;
    std::uint64_t m_version = 0; ///< That they are of; 0 = none
    std::optional<TranslationGap> m_last;
    bool m_is_asked = false;
    bool m_is_wanted = false; ///< The field of `m_last` has not taken the keyboard yet.
};

} // namespace dostyk::editor
