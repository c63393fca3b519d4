#include "schedule/b2b_plan.hpp"

#include "schedule/b2b_check.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

namespace dostyk::schedule {

namespace {

constexpr std::array<std::string_view, 6> reason_names{"never_free", "taken",    "tables",
                                                       "limit",      "fairness", "stopped"};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Why meetings are left out of a plan, by what fills its slots.
class Reasons {
public:
    Reasons(const B2bInstance& instance, const std::vector<int>& slots, bool is_proved)
    : m_instance(instance),
      m_is_proved(is_proved),
      m_held(at(instance.participants)),
      m_tables(at(instance.slots))
    {
        for (std::size_t i = 0; i < slots.size(); ++i) {
            if (slots[i] < 0) {
                continue;
            }
            ++m_tables[at(slots[i])];
            for (const int person : instance.meetings[i].people()) {
                m_busy.emplace(person, slots[i]);
                ++m_held[at(person)];
            }
        }
    }

    [[nodiscard]] B2bUnmet of(int meeting) const
    {
        const std::vector<int> people = m_instance.meetings[at(meeting)].people();
        int open = 0;
        bool has_room = false;
        bool is_full = false;
        std::map<int, int> taken; // participant -> open slots that they are in another meeting
        for (int slot = 0; slot < m_instance.slots; ++slot) {
            if (!m_instance.is_open(meeting, slot)) {
                continue;
            }
            ++open;
            bool is_taken = false;
            for (const int person : people) {
                const bool is_busy = m_busy.contains({person, slot});
                taken[person] += is_busy ? 1 : 0;
                is_taken = is_taken || is_busy;
            }
            const bool has_table = m_tables[at(slot)] < m_instance.tables;
            has_room = has_room || (!is_taken && has_table);
            is_full = is_full || (!is_taken && !has_table);
        }
        if (open == 0) {
            return {meeting, B2bReason::never_free, -1};
        }
        for (const int person : people) {
            if (!m_instance.most.empty() && m_held[at(person)] >= m_instance.most[at(person)]) {
                return {meeting, B2bReason::limit, person};
            }
        }
        if (has_room) {
            return {meeting, m_is_proved ? B2bReason::fairness : B2bReason::stopped, -1};
        }
        if (is_full) {
            return {meeting, B2bReason::tables, -1};
        }
        const auto busiest =
            std::max_element(taken.begin(), taken.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        return {meeting, B2bReason::taken, busiest->first};
    }

private:
    const B2bInstance& m_instance;
    bool m_is_proved;
    std::vector<int> m_held;              ///< (participants) meetings
    std::vector<int> m_tables;            ///< (slots) that are taken
    std::set<std::pair<int, int>> m_busy; ///< (participant, slot)
};

/// Tables by the order of time: whoever sat at one stays there, if it can be helped.
std::vector<int> seat(const B2bInstance& instance, const std::vector<int>& slots)
{
    std::vector<int> tables(slots.size(), -1);
    std::vector<int> last(at(instance.participants), -1);
    for (int slot = 0; slot < instance.slots; ++slot) {
        std::vector<bool> is_taken(at(instance.tables));
        std::vector<std::size_t> left;
        const auto take = [&](std::size_t meeting, int table) {
            is_taken[at(table)] = true;
            tables[meeting] = table;
        };
        for (std::size_t i = 0; i < slots.size(); ++i) {
            if (slots[i] != slot) {
                continue;
            }
            const std::vector<int> people = instance.meetings[i].people();
            const auto stays = std::find_if(people.begin(), people.end(), [&](int person) {
                return last[at(person)] >= 0 && !is_taken[at(last[at(person)])];
            });
            if (stays != people.end()) {
                take(i, last[at(*stays)]);
            } else {
                left.push_back(i);
            }
        }
        for (const std::size_t meeting : left) {
            const auto free = std::find(is_taken.begin(), is_taken.end(), false);
            take(meeting, static_cast<int>(free - is_taken.begin()));
        }
        for (std::size_t i = 0; i < slots.size(); ++i) {
            for (const int person : instance.meetings[i].people()) {
                last[at(person)] = slots[i] == slot ? tables[i] : last[at(person)];
            }
        }
    }
    return tables;
}

B2bPlan plan_of(const B2bDesk& desk, const B2bSolution& solution)
{
    B2bPlan plan;
    plan.slots = solution.slots;
    plan.tables = seat(desk.instance, plan.slots);
    plan.is_proved = solution.search.end == sat::SearchEnd::proved;
    const Reasons reasons(desk.instance, plan.slots, plan.is_proved);
    for (std::size_t i = 0; i < plan.slots.size(); ++i) {
        if (plan.slots[i] < 0) {
            plan.unmet.push_back(reasons.of(static_cast<int>(i)));
            plan.unmet_score += desk.wishes[i].score;
        }
    }
    const std::vector<int> breaks = compute_breaks(desk.instance, plan.slots);
    plan.breaks = std::accumulate(breaks.begin(), breaks.end(), 0);
    plan.least_unmet = static_cast<int>(solution.search.lower / desk.score_cost);
    plan.least_breaks = plan.least_unmet == plan.unmet_score
                            ? static_cast<int>(solution.search.lower % desk.score_cost)
                            : 0;
    return plan;
}

/// Each table of the desk is taken once in a slot.
bool are_seats_good(const B2bDesk& desk)
{
    std::set<std::pair<int, int>> seats;
    return std::all_of(desk.wishes.begin(), desk.wishes.end(), [&](const B2bWish& wish) {
        return wish.slot < 0 || (wish.table >= 0 && wish.table < desk.instance.tables &&
                                 seats.emplace(wish.slot, wish.table).second);
    });
}

} // namespace

std::string_view name_of(B2bReason reason) noexcept
{
    return reason_names[static_cast<std::size_t>(reason)];
}

Result<B2bPlan> plan_b2b(const B2bDesk& desk, const sat::Limits& limits,
                         const std::function<void(const B2bPlan&)>& on_better)
{
    const auto solution =
        solve_b2b(desk.instance, desk.fairness, limits,
                  [&](const B2bSolution& better) { on_better(plan_of(desk, better)); });
    const std::string where = "meeting/" + desk.meeting + ".json";
    if (solution.slots.empty()) {
        const bool is_impossible = solution.search.end == sat::SearchEnd::impossible;
        return Error{is_impossible ? ErrorCode::invalid : ErrorCode::cancelled,
                     {is_impossible ? "error.b2b.pins_exclude" : "error.b2b.stopped", {}},
                     where};
    }
    if (check_b2b(desk.instance, solution.slots, desk.fairness).fault != B2bFault::sound) {
        return Error{ErrorCode::invalid, {"error.solve.unsound", {}}, where};
    }
    return plan_of(desk, solution);
}

std::optional<B2bPlan> standing_plan(const B2bDesk& desk)
{
    B2bSolution standing;
    std::transform(desk.wishes.begin(), desk.wishes.end(), std::back_inserter(standing.slots),
                   [](const B2bWish& wish) { return wish.slot; });
    const bool has_any = std::any_of(standing.slots.begin(), standing.slots.end(),
                                     [](int slot) { return slot >= 0; });
    if (!has_any ||
        check_b2b(desk.instance, standing.slots, std::nullopt).fault != B2bFault::sound) {
        return std::nullopt;
    }
    B2bPlan plan = plan_of(desk, standing);
    if (are_seats_good(desk)) {
        std::transform(desk.wishes.begin(), desk.wishes.end(), plan.tables.begin(),
                       [](const B2bWish& wish) { return wish.slot >= 0 ? wish.table : -1; });
    }
    return plan;
}

std::vector<int> meetings_of(const B2bDesk& desk, const B2bPlan& plan, int participant)
{
    std::vector<int> met;
    for (const int wish : desk.instance.meetings_of[at(participant)]) {
        if (plan.slots[at(wish)] >= 0) {
            met.push_back(wish);
        }
    }
    std::sort(met.begin(), met.end(),
              [&](int a, int b) { return plan.slots[at(a)] < plan.slots[at(b)]; });
    return met;
}

} // namespace dostyk::schedule
