/// \file
/// The conflicts of the meeting that is planned as a list, and what people answer for.

#pragma once

#include "editor/command.hpp"
#include "editor/programme.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

enum class ConflictState : std::uint8_t {
    broken,   ///< What must hold does not.
    wish,     ///< A wish is not met.
    accepted, ///< Somebody answers for it.
};
inline constexpr std::array all_conflict_states{ConflictState::broken, ConflictState::wish,
                                                ConflictState::accepted};

/// "broken"; shown through "conflicts.state.<name>".
[[nodiscard]] std::string_view name_of(ConflictState state) noexcept;
[[nodiscard]] ConflictState state_of(const schedule::Conflict& conflict) noexcept;

struct ConflictRow {
    std::size_t at = 0; ///< In PlannedMeeting::conflicts()
    ConflictState state = ConflictState::broken;
    /// The same for as long as the same is broken between the same: "H03 talks signing guests".
    std::string key;
    std::string code;                  ///< Of the rule: "H03"
    std::string text;                  ///< The sentence
    std::vector<std::string> sessions; ///< Ids, in the order in which they are held
    std::string folded; ///< Sentence, rule, participants and venues: what a filter looks in.
};

/// All conflicts in the order of their numbers: what must hold first.
///
/// \param telling  Of the meeting, in the language of the rows.
[[nodiscard]] std::vector<ConflictRow> conflict_rows(const PlannedMeeting& meeting,
                                                     const schedule::Telling& telling);

/// Answer for a conflict: an entity of the kind `waiver` with its rule, its sessions, whom it is
/// about, and the reason. \param id  That no entity has.
[[nodiscard]] Command accept_conflict(const PlannedMeeting& meeting,
                                      const schedule::Conflict& conflict, const Text4& reason,
                                      const std::string& id);
/// Answer for it no longer. Where one waiver is about several participants it stays for the others.
/// \pre somebody answers for it
[[nodiscard]] Command withdraw_acceptance(const PlannedMeeting& meeting,
                                          const schedule::Conflict& conflict);
/// Why somebody answers for it, in a language; empty where nobody does.
[[nodiscard]] std::string reason_of(const PlannedMeeting& meeting,
                                    const schedule::Conflict& conflict, Language language);

} // namespace dostyk::editor
