/// \file
/// A search for a programme beside the frames: its best plan so far, live, and how to keep it.

#pragma once

#include "core/background.hpp"
#include "core/job_pool.hpp"
#include "editor/command.hpp"
#include "editor/programme.hpp"
#include "schedule/search/solve.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace dostyk::editor {

/// The best plan that a search has found.
struct FoundPlan {
    std::vector<schedule::Placement> placements; ///< (sessions)
    schedule::Score score;
    double seconds = 0;            ///< Since the search began
    Programme::MeetingPtr meeting; ///< As the plan would have it, for whoever draws it
    /// Why the plan may not be kept: the checker and the search disagree about it, which is a fault
    /// of the program; nothing where it may.
    std::optional<Error> error;
};

/// One search at a time, on the main thread; the work itself, looking at what was found included,
/// is done in a job.
class PlanSearch {
public:
    PlanSearch() = default;
    ~PlanSearch() { cancel(); }
    PlanSearch(const PlanSearch&) = delete;
    PlanSearch& operator=(const PlanSearch&) = delete;

    /// Begin; a search that runs is cancelled and forgotten.
    void start(Programme::MeetingPtr meeting, const schedule::SolveRequest& request,
               const Background& background);
    /// Stop looking; the best plan so far stays.
    void cancel() { m_job.cancel(); }
    /// Forget what was found.
    void clear();

    [[nodiscard]] bool is_running() const;
    /// The meeting that is planned; null where nothing was started.
    [[nodiscard]] const Programme::MeetingPtr& meeting() const noexcept { return m_meeting; }
    /// Null until there is one. Another plan after each call at which a better one was found.
    [[nodiscard]] const FoundPlan* best();
    /// What it would change; empty where nothing is better than the plan as it is.
    [[nodiscard]] std::vector<schedule::Shift> shifts();
    /// Hold the sessions so: one step of the history. \pre best(), without error
    [[nodiscard]] Command command();

private:
    struct Shared;

    Programme::MeetingPtr m_meeting;
    std::shared_ptr<Shared> m_shared; ///< With the threads of the search
    std::optional<FoundPlan> m_best;
    Job m_job;
};

/// What the search counts and the check finds must be the same: nothing where they are, else the
/// rules that they differ about.
[[nodiscard]] std::optional<Error> disagreement(const schedule::Problem& problem,
                                                const std::vector<schedule::Placement>& placements,
                                                schedule::Score score);

/// What turns one plan into another.
[[nodiscard]] std::vector<schedule::Shift>
shifts_between(const std::vector<schedule::Placement>& from,
               const std::vector<schedule::Placement>& to);

} // namespace dostyk::editor
