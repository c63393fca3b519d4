/// \file
/// A session taken in hand: how it would be held anywhere else, before it is put there.

#pragma once

#include "editor/programme.hpp"
#include "schedule/scorer.hpp"

#include <memory>
#include <string>

namespace dostyk::editor {

/// What would come of it.
struct Verdict {
    Level level = Level::fine; ///< Hard: somebody could not keep to it, whoever it is.
    schedule::Score change;    ///< Of the plan as it is: of what must hold, and of wishes.
};

/// A copy of a meeting in which one session is tried out. Some milliseconds to make, some hundred
/// microseconds a trial; on one thread.
class Trial {
public:
    Trial(Programme::MeetingPtr meeting, schedule::Index session);
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    [[nodiscard]] const PlannedMeeting& meeting() const noexcept { return *m_meeting; }
    [[nodiscard]] schedule::Index session() const noexcept { return m_session; }
    [[nodiscard]] schedule::Minute duration() const noexcept;
    /// Try it longer or shorter. \param minutes  > 0
    void set_duration(schedule::Minute minutes);

    /// \pre to.is_placed()
    [[nodiscard]] Verdict at(schedule::Placement to);
    /// The first thing that would be broken there, in words; empty where all is fine.
    [[nodiscard]] std::string reason(schedule::Placement to, Language language,
                                     const model::UnitNames& unit_names) const;

private:
    /// Of a session that is held there.
    [[nodiscard]] schedule::Plan plan_with(schedule::Placement to) const;
    [[nodiscard]] Level accepted_level(schedule::Placement to) const;
    void put(schedule::Placement to);

    Programme::MeetingPtr m_meeting;
    schedule::Index m_session;
    schedule::Compiled m_compiled; ///< Rules that are sums are off
    schedule::Scorer m_scorer;     ///< The session is left out, between two trials
    schedule::Score m_before;      ///< As the plan is
    schedule::Score m_without;     ///< Without the session
    bool m_has_waiver = false;     ///< Something about the session is accepted
};

} // namespace dostyk::editor
