/// \file
/// Two versions of the planned meeting's programme, and what differs between them, for all who
/// show it.

#pragma once

#include "editor/programme.hpp"
#include "scene/programme_layer.hpp"
#include "schedule/programme_diff.hpp"
#include "schedule/release.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::editor {

/// Whom changes concern, with the places of those changes in the diff.
struct ChangeSheet {
    std::string id;
    std::string kind; ///< Of the entity; empty = it is no longer there
    std::vector<std::size_t> changes;
};

/// An arrow for each session that is held elsewhere; none where the map has no place for one of its
/// venues.
[[nodiscard]] std::vector<scene::ProgrammeMove>
moves_of(const model::Project& project, const schedule::ProgrammeDiff& diff, Language language);

/// Follows the planned meeting. Counts anew when it, or what is chosen, has changed.
class ReleaseDiff {
public:
    /// The plan as it is, among the numbers of the releases.
    static constexpr int now = 0;

    /// Take the meeting as it is. Workspace::release_diff() calls it.
    void follow(const Programme& programme);

    /// By number, of the meeting that is planned; empty where it cannot be.
    [[nodiscard]] const std::vector<schedule::Programme>& releases() const noexcept
    {
        return m_releases;
    }
    /// What could not be read of them.
    [[nodiscard]] const Diagnostics& findings() const noexcept { return m_findings; }
    /// How many sessions differ from the last release; all of them where there is none.
    [[nodiscard]] std::size_t unreleased() const noexcept { return m_unreleased; }

    /// Compare two versions from the next follow() on. A number that there is no more counts as not
    /// chosen.
    void choose(int before, int after);
    /// The last release where nobody has chosen; now where there is none.
    [[nodiscard]] int before() const noexcept { return m_before; }
    /// Now where nobody has chosen.
    [[nodiscard]] int after() const noexcept { return m_after; }
    /// Null for the plan as it is.
    [[nodiscard]] const schedule::Programme* find_release(int number) const noexcept;

    [[nodiscard]] const schedule::ProgrammeDiff& diff() const noexcept { return m_diff; }
    /// Of those that a change concerns, and of nobody else: delegations, people, interpreters,
    /// venues.
    [[nodiscard]] const std::vector<ChangeSheet>& sheets() const noexcept { return m_sheets; }
    /// Arrows of the diff, see moves_of().
    [[nodiscard]] const std::vector<scene::ProgrammeMove>& moves(Language language);
    /// Another number after each change of any of this.
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }

private:
    struct Choice {
        int before = now;
        int after = now;

        friend bool operator==(const Choice&, const Choice&) = default;
    };

    void read(const PlannedMeeting& meeting);
    void compare();

    Programme::MeetingPtr m_meeting;
    std::string m_meeting_id;
    std::optional<Choice> m_wanted;
    std::optional<Choice> m_followed; ///< What of m_wanted the diff was made for
    std::vector<schedule::Programme> m_releases;
    schedule::Programme m_plan;
    Diagnostics m_findings;
    std::size_t m_unreleased = 0;
    int m_before = now;
    int m_after = now;
    schedule::ProgrammeDiff m_diff;
    std::vector<ChangeSheet> m_sheets;
    std::vector<scene::ProgrammeMove> m_moves;
    std::optional<Language> m_moves_language; ///< Nothing = they are to be made anew
    std::uint64_t m_version = 0;
};

} // namespace dostyk::editor
