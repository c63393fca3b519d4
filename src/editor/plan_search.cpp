#include "editor/plan_search.hpp"

#include "editor/programme_edit.hpp"
#include "schedule/plan_check.hpp"

#include <mutex>
#include <string>
#include <utility>

namespace dostyk::editor {

struct PlanSearch::Shared {
    std::mutex mutex;
    std::optional<FoundPlan> better; ///< Taken by best()
    bool is_over = false;
};

std::optional<Error> disagreement(const schedule::Problem& problem,
                                  const std::vector<schedule::Placement>& placements,
                                  schedule::Score score)
{
    const auto breaches = schedule::check_plan(problem, placements);
    if (breaches.empty() == (score.hard == 0)) {
        return std::nullopt;
    }
    std::string rules;
    for (const schedule::Breach& breach : breaches) {
        const std::string code = code_of(breach.rule);
        rules += rules.find(code) == std::string::npos ? (rules.empty() ? "" : ", ") + code : "";
    }
    return Error{ErrorCode::invalid, {"error.schedule.plan_is_refused", {{"rules", rules}}}, {}};
}

std::vector<schedule::Shift> shifts_between(const std::vector<schedule::Placement>& from,
                                            const std::vector<schedule::Placement>& to)
{
    std::vector<schedule::Shift> shifts;
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (from[i] != to[i]) {
            shifts.push_back({static_cast<schedule::Index>(i), to[i]});
        }
    }
    return shifts;
}

void PlanSearch::start(Programme::MeetingPtr meeting, const schedule::SolveRequest& request,
                       const Background& background)
{
    clear();
    m_meeting = std::move(meeting);
    m_shared = std::make_shared<Shared>();
    m_job = background.run([planned = m_meeting, shared = m_shared,
                            request](std::stop_token stop) -> Background::Finish {
        const auto found = [&](std::vector<schedule::Placement> placements, schedule::Score score,
                               double seconds, bool is_over) {
            schedule::Compiled compiled = planned->compiled();
            compiled.placements = placements;
            FoundPlan plan{std::move(placements),
                           score,
                           seconds,
                           std::make_shared<const PlannedMeeting>(planned->shared_project(),
                                                                  std::move(compiled)),
                           {}};
            plan.error = disagreement(planned->problem(), plan.placements, score);
            const std::scoped_lock lock(shared->mutex);
            shared->better = std::move(plan);
            shared->is_over = is_over;
        };
        const schedule::Solved solved =
            schedule::solve(planned->problem(), planned->compiled().placements, request,
                            std::move(stop), [&](const schedule::SolveProgress& progress) {
                                found(progress.placements, progress.best, progress.seconds, false);
                            });
        found(solved.placements, solved.score, solved.seconds, true);
        return [] {}; // so that a frame is drawn
    });
}

void PlanSearch::clear()
{
    cancel();
    m_meeting = nullptr;
    m_shared = nullptr;
    m_best.reset();
}

bool PlanSearch::is_running() const
{
    if (!m_shared) {
        return false;
    }
    const std::scoped_lock lock(m_shared->mutex);
    return !m_shared->is_over;
}

const FoundPlan* PlanSearch::best()
{
    if (m_shared) {
        std::optional<FoundPlan> better;
        {
            const std::scoped_lock lock(m_shared->mutex);
            std::swap(better, m_shared->better);
        }
        if (better) {
            m_best = std::move(better);
        }
    }
    return m_best ? &*m_best : nullptr;
}

std::vector<schedule::Shift> PlanSearch::shifts()
{
    const FoundPlan* found = best();
    return found != nullptr ? shifts_between(m_meeting->compiled().placements, found->placements)
                            : std::vector<schedule::Shift>{};
}

Command PlanSearch::command()
{
    return shift_sessions(*m_meeting, shifts());
}

} // namespace dostyk::editor
