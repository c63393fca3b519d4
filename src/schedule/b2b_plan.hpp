/// \file
/// The plan of a B2B desk: who meets when and at which table, and why the others do not.

#pragma once

#include "schedule/b2b_desk.hpp"
#include "schedule/b2b_solver.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace dostyk::schedule {

/// Why a wish is not met.
enum class B2bReason {
    never_free, ///< There is no time at which all of them could come.
    taken,      ///< Whenever all could come, one of them has another meeting.
    tables,     ///< When all are free every table is taken.
    limit,      ///< One of them has as many meetings as they may have.
    fairness,   ///< It would give one of them more breaks than the others have.
    stopped,    ///< The search ended before its place was found.
};

/// "taken"; shown through "b2b.reason.<name>".
[[nodiscard]] std::string_view name_of(B2bReason reason) noexcept;

struct B2bUnmet {
    int wish = 0;
    B2bReason reason = B2bReason::taken;
    int person = -1; ///< Participant whom the reason is about; -1 = all of them
};

struct B2bPlan {
    std::vector<int> slots;  ///< (wishes) from 0, -1 = unmet
    std::vector<int> tables; ///< (wishes) from 0, -1 = unmet
    std::vector<B2bUnmet> unmet;
    bool is_proved = false; ///< No plan meets more, or as much with fewer breaks.
    int breaks = 0;         ///< Of all participants
    int unmet_score = 0;    ///< Of the wishes that are not met
    int least_unmet = 0;    ///< Score that no plan can meet, as far as that is proved.
    int least_breaks = 0;   ///< Of plans that meet as much, as far as that is proved.

    /// How many wishes are met.
    [[nodiscard]] int met() const noexcept { return static_cast<int>(slots.size() - unmet.size()); }
};

/// The plan that meets the most, by score, and of those one with the fewest breaks. Takes from
/// milliseconds to as long as the limits allow; call it from a job.
///
/// \param on_better  Called with each plan that is better than those before.
/// \return Error invalid where pinned meetings exclude each other; cancelled where the limits were
///         reached before there was any plan.
[[nodiscard]] Result<B2bPlan> plan_b2b(const B2bDesk& desk, const sat::Limits& limits,
                                       const std::function<void(const B2bPlan&)>& on_better);

/// What the project has planned already, with the reasons of the rest; nothing where it has planned
/// none of the wishes, or not as the desk would.
[[nodiscard]] std::optional<B2bPlan> standing_plan(const B2bDesk& desk);

/// The wishes of a participant that are met, in the order of time. (wishes)
[[nodiscard]] std::vector<int> meetings_of(const B2bDesk& desk, const B2bPlan& plan,
                                           int participant);

} // namespace dostyk::schedule
