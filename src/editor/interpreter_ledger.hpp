/// \file
/// Interpreters of the planned meeting without their window: what is covered, what one of them
/// would be missed for, and who might be named, found beside the frames.

#pragma once

#include "core/background.hpp"
#include "editor/command.hpp"
#include "editor/programme.hpp"
#include "schedule/interpreter_assignment.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace dostyk::editor {

/// An assignment that was looked for, with what its shortages are about.
struct FoundInterpreters {
    /// \param absent  Who was taken as not there.
    FoundInterpreters(schedule::InterpreterAssignment made, const PlannedMeeting& meeting,
                      std::span<const schedule::Index> absent);
    FoundInterpreters(const FoundInterpreters&) = delete;
    FoundInterpreters& operator=(const FoundInterpreters&) = delete;

    schedule::InterpreterAssignment assignment;
    schedule::Problem present; ///< The meeting's, without those who are absent
    schedule::Plan plan;       ///< Of `present`
};

/// Main thread only.
class InterpreterLedger {
public:
    enum class Stage : std::uint8_t { idle, looking, done };

    InterpreterLedger() = default;
    ~InterpreterLedger();
    InterpreterLedger(const InterpreterLedger&) = delete;
    InterpreterLedger& operator=(const InterpreterLedger&) = delete;

    /// Each frame: read the meeting again where it has changed; what was found in another one is
    /// dropped.
    void follow(const Programme& programme);

    /// Null while no meeting can be planned.
    [[nodiscard]] const Programme::MeetingPtr& meeting() const noexcept { return m_meeting; }
    [[nodiscard]] const schedule::InterpreterCover& cover() const noexcept { return m_cover; }

    /// Look at the meeting without an interpreter; none = with all of them.
    void look_without(schedule::Index interpreter);
    [[nodiscard]] schedule::Index without() const noexcept { return m_without; }
    /// Places in the cover's needs that would be lost.
    [[nodiscard]] const std::vector<std::size_t>& lost() const noexcept { return m_lost; }

    /// Look for interpreters for all sessions, without the one who is left out. \pre meeting()
    void assign(const Background& background);
    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    /// Null until there is one.
    [[nodiscard]] const std::shared_ptr<const FoundInterpreters>& found() const noexcept
    {
        return m_found;
    }
    /// Why nothing is offered.
    [[nodiscard]] const std::optional<Error>& fault() const noexcept { return m_fault; }
    /// Stop looking, and forget what was found.
    void drop();
    /// Name them: one step of the history. \pre found()
    [[nodiscard]] Command command() const;

    /// Put an interpreter on a session, or take them off it.
    [[nodiscard]] Command with(schedule::Index session, schedule::Index interpreter,
                               bool is_named) const;

private:
    struct Answer;

    void take(const Answer& answer);

    Programme::MeetingPtr m_meeting;
    std::uint64_t m_version = 0;
    schedule::InterpreterCover m_cover;
    std::string m_without_id;
    schedule::Index m_without = schedule::none;
    std::vector<std::size_t> m_lost;
    Stage m_stage = Stage::idle;
    std::shared_ptr<const FoundInterpreters> m_found;
    std::optional<Error> m_fault;
    std::shared_ptr<int> m_question; ///< Whose answer counts
    Job m_job;
};

} // namespace dostyk::editor
