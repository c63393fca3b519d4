/// \file
/// The meeting that is planned, for all who show it: its plan, its conflicts, how each session
/// stands.

#pragma once

#include "core/background.hpp"
#include "core/language.hpp"
#include "core/result.hpp"
#include "model/project.hpp"
#include "model/value_text.hpp"
#include "schedule/compile.hpp"
#include "schedule/conflicts.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// How a session stands, or would stand somewhere: shown by a colour and by a glyph.
enum class Level : std::uint8_t {
    fine,
    soft, ///< A wish is not met, or somebody has accepted what is broken.
    hard, ///< What must hold does not.
};

/// True for a rule that speaks of a session's own wishes, or may be kept altogether. The other soft
/// ones are sums which no programme brings to nothing (ways, idle time, balance): they compare
/// whole plans and colour no session.
[[nodiscard]] bool is_wish(schedule::RuleId rule) noexcept;

/// How the sessions of a conflict stand by it.
[[nodiscard]] Level level_of(const schedule::Conflict& conflict) noexcept;

/// A meeting as a project has it. It never changes, so that jobs may hold it.
class PlannedMeeting {
public:
    PlannedMeeting(std::shared_ptr<const model::Project> project, schedule::Compiled compiled);
    PlannedMeeting(const PlannedMeeting&) = delete;
    PlannedMeeting& operator=(const PlannedMeeting&) = delete;

    [[nodiscard]] const model::Project& project() const noexcept { return *m_project; }
    [[nodiscard]] const std::shared_ptr<const model::Project>& shared_project() const noexcept
    {
        return m_project;
    }
    [[nodiscard]] const schedule::Compiled& compiled() const noexcept { return m_compiled; }
    [[nodiscard]] const schedule::Problem& problem() const noexcept { return m_compiled.problem; }
    [[nodiscard]] const schedule::Plan& plan() const noexcept { return m_plan; }
    /// All, of wishes and of sums too, in the order and with the numbers of `dostyk conflicts
    /// --wishes`; without fixes, see Programme::fixes().
    [[nodiscard]] const std::vector<schedule::Conflict>& conflicts() const noexcept
    {
        return m_conflicts;
    }
    /// Hard ones that nobody has accepted.
    [[nodiscard]] std::size_t hard_count() const noexcept { return m_hard_count; }

    /// The session of an entity's id; schedule::none where the meeting has no such session.
    [[nodiscard]] schedule::Index find_session(std::string_view id) const;
    [[nodiscard]] Level level(schedule::Index session) const
    {
        return m_levels[static_cast<std::size_t>(session)];
    }
    /// Places in conflicts() of those that colour a session, the worst first.
    [[nodiscard]] const std::vector<std::size_t>& conflicts_of(schedule::Index session) const
    {
        return m_conflicts_of[static_cast<std::size_t>(session)];
    }
    /// What sentences about it need: schedule::text_of(), schedule::time_text(). Names are those of
    /// the enriched pack. Keeps references to the meeting and to the units' names.
    [[nodiscard]] schedule::Telling telling(Language language,
                                            const model::UnitNames& unit_names) const;

private:
    std::shared_ptr<const model::Project> m_project;
    schedule::Compiled m_compiled;
    schedule::Plan m_plan;
    std::vector<schedule::Conflict> m_conflicts;
    std::size_t m_hard_count = 0;
    std::vector<Level> m_levels;                          ///< (sessions)
    std::vector<std::vector<std::size_t>> m_conflicts_of; ///< (sessions)
    std::map<std::string, schedule::Index, std::less<>> m_sessions;
};

/// Follows the project: which meeting is planned, and what that meeting is now.
class Programme {
public:
    using MeetingPtr = std::shared_ptr<const PlannedMeeting>;

    /// Take the project as it is. Nothing is done where neither the choice nor anything that a
    /// programme speaks of has changed; ways between venues are taken over where they are the same.
    /// Workspace::programme() calls it.
    void follow(const std::shared_ptr<const model::Project>& project);

    /// Ids of the meetings that have sessions, sorted.
    [[nodiscard]] const std::vector<std::string>& meetings() const noexcept { return m_meetings; }
    /// Plan another meeting, from the next follow() on.
    void choose(std::string meeting) { m_wanted = std::move(meeting); }
    /// What was chosen last, whether this project has it or not; empty = nothing yet.
    [[nodiscard]] const std::string& wanted() const noexcept { return m_wanted; }
    /// The chosen one, else the one with the latest date, its own or of a session; empty where no
    /// meeting has sessions.
    [[nodiscard]] const std::string& chosen() const noexcept { return m_chosen; }

    /// Null where there is none, or it cannot be planned: error() says why.
    [[nodiscard]] const MeetingPtr& meeting() const noexcept { return m_meeting; }
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }
    /// Another number after each change of meeting(): what is derived from it is made anew.
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }

    /// What would mend a conflict, by its place in the list. Looked for beside the frames from the
    /// first question on; null until that is done.
    [[nodiscard]] const std::vector<schedule::Fix>* fixes(std::size_t conflict,
                                                          const Background& background);

private:
    using Fixes = std::map<std::size_t, std::optional<std::vector<schedule::Fix>>>;

    [[nodiscard]] std::string choice() const;

    std::shared_ptr<const model::Project> m_project;
    std::vector<std::string> m_meetings;
    std::string m_wanted;
    std::string m_chosen;
    MeetingPtr m_meeting;
    std::optional<Error> m_error;
    std::uint64_t m_version = 0;
    std::shared_ptr<Fixes> m_fixes; ///< Jobs of an earlier meeting find another one here
};

} // namespace dostyk::editor
