/// \file
/// A session taken in hand: how it would be held anywhere else, before it is put there.

#pragma once

#include "editor/programme.hpp"
#include "schedule/scorer.hpp"

#include <memory>
#include <string>

namespace dostyk::editor {

/// A copy of a meeting in which one session is tried out. Some milliseconds to make, some hundred
/// microseconds a trial; on one thread.
class Trial {
public:
    Trial(Programme::MeetingPtr meeting, schedule::Index session);
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    [[nodiscard]] schedule::Index session() const noexcept { return m_session; }
    [[nodiscard]] schedule::Minute duration() const noexcept;
    /// Try it longer or shorter. \param minutes  > 0
    void set_duration(schedule::Minute minutes);

    /// How it would stand there; hard where somebody could not keep to it, whoever it is.
    /// \pre to.is_placed()
    [[nodiscard]] Level at(schedule::Placement to);
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
    schedule::Score m_without;     ///< Without the session
    bool m_has_waiver = false;     ///< Something about the session is accepted
};

} // namespace dostyk::editor
