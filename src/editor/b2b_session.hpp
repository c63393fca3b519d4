/// \file
/// The B2B desk without its window: which meeting is looked at, and the plan that is made for it
/// beside the frames.

#pragma once

#include "core/background.hpp"
#include "schedule/b2b_plan.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::editor {

/// What the desk plans from, as the frame has it.
struct B2bInput {
    std::shared_ptr<const model::Project> project;
    std::uint64_t version = 0;
    Background background;
};

/// Main thread only.
class B2bSession {
public:
    enum class Stage { idle, solving, done };

    B2bSession();
    ~B2bSession();
    B2bSession(const B2bSession&) = delete;
    B2bSession& operator=(const B2bSession&) = delete;

    /// Each frame: read the requests again where the project has changed. A plan of other requests
    /// is dropped. \returns true while something is on its way.
    bool update(const B2bInput& input);
    void choose(std::string meeting);

    /// Make a plan in a job. \pre desk()
    void solve(const B2bInput& input);
    /// Stop, and keep the best plan so far.
    void cancel();

    [[nodiscard]] Stage stage() const noexcept { return m_stage; }
    [[nodiscard]] const std::vector<std::string>& meetings() const noexcept { return m_meetings; }
    /// The one that is looked at; empty where none has requests.
    [[nodiscard]] const std::string& meeting() const noexcept { return m_read; }
    /// Null where the meeting cannot be planned: fault() says why.
    [[nodiscard]] const schedule::B2bDesk* desk() const noexcept { return m_desk.get(); }
    [[nodiscard]] const std::optional<Error>& fault() const noexcept { return m_fault; }
    /// The plan, or the best so far while one is looked for; before that what the project has; null
    /// where there is none yet.
    [[nodiscard]] const schedule::B2bPlan* plan() const noexcept { return m_plan.get(); }

private:
    struct Found;

    void read(const B2bInput& input);
    void take(Result<schedule::B2bPlan> plan);
    /// Of a plan that was made or is being made: what the project has is shown again.
    void forget_plan();

    Stage m_stage = Stage::idle;
    std::string m_wanted; ///< Meeting; empty = the first one
    std::vector<std::string> m_meetings;
    std::uint64_t m_version = 0;
    std::string m_read; ///< Meeting that the desk is of
    std::shared_ptr<const schedule::B2bDesk> m_desk;
    std::shared_ptr<const schedule::B2bPlan> m_plan;
    std::optional<Error> m_fault;
    std::shared_ptr<Found> m_found; ///< By the job that counts; null = none runs
    Job m_job;
};

} // namespace dostyk::editor
