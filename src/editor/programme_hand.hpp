/// \file
/// A session in somebody's hand, by mouse or keys: where it would go, and how each place in that
/// row would suit it. Nothing is edited until it is put down.

#pragma once

#include "editor/command.hpp"
#include "editor/programme_trial.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::editor {

/// What of a session is held.
enum class Grip : std::uint8_t { whole, start, end };

/// A stretch of a row in which every place is as good.
struct Slots {
    schedule::Interval time;
    Level level = Level::fine;

    friend bool operator==(const Slots&, const Slots&) = default;
};

class ProgrammeHand {
public:
    void take(Programme::MeetingPtr meeting, schedule::Index session, Grip grip);
    void let_go() { m_trial.reset(); }
    [[nodiscard]] bool is_holding() const noexcept { return m_trial != nullptr; }

    /// \pre is_holding(), for all that follows
    [[nodiscard]] schedule::Index session() const noexcept { return m_trial->session(); }
    [[nodiscard]] Grip grip() const noexcept { return m_grip; }
    /// Where it would be held; not placed before it is carried anywhere.
    [[nodiscard]] const schedule::Placement& target() const noexcept { return m_target; }
    [[nodiscard]] schedule::Interval time() const noexcept
    {
        return {m_target.start, m_target.start + m_duration};
    }

    /// Carry what is held to a minute, on the grid of the meeting: a whole session begins there, an
    /// edge goes there, and stays a grain away from the other one.
    ///
    /// \param venue  schedule::none = where it is. An edge has its venue.
    void carry_to(schedule::Minute minute, schedule::Index venue);
    /// Carry it by so many grains; longer or shorter with `is_stretched`.
    void step(int grains, bool is_stretched);

    /// How it would be held where it is carried to. \pre target().is_placed()
    [[nodiscard]] Level level();
    /// The first thing that would be broken there; empty where all is fine. \pre the same
    [[nodiscard]] const std::string& reason(Language language, const model::UnitNames& unit_names);

    /// Try the places of the target's row, the nearest first, for so long.
    ///
    /// \returns True when some are left.
    bool look(schedule::Interval shown, std::chrono::microseconds budget);
    /// The places that have been tried, in order; those of one level that follow each other are
    /// one.
    [[nodiscard]] std::vector<Slots> slots() const;

    /// The edit that puts it down; nothing where it is as it was.
    [[nodiscard]] std::optional<Command> put() const;

private:
    struct Candidate {
        schedule::Placement to;
        schedule::Minute duration = 0;
    };
    [[nodiscard]] schedule::Minute grain() const noexcept;
    /// What it is to carry it to a minute of the grid; nothing where it would have no length.
    [[nodiscard]] std::optional<Candidate> candidate(schedule::Minute minute) const;
    [[nodiscard]] Level tried(const Candidate& candidate);
    void move_to(const Candidate& candidate);

    std::unique_ptr<Trial> m_trial;
    Programme::MeetingPtr m_meeting;
    Grip m_grip = Grip::whole;
    schedule::Placement m_target;
    schedule::Minute m_duration = 0;
    std::map<schedule::Minute, Level> m_levels; ///< Of the row, by where it would be carried to
    std::optional<Level> m_level;
    std::optional<std::string> m_reason;
    Language m_language = Language::en; ///< Of m_reason
};

} // namespace dostyk::editor
