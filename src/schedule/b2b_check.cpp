#include "schedule/b2b_check.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace dostyk::schedule {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// What is wrong with one meeting by itself and beside those that come before it.
B2bFault fault_of(const B2bInstance& instance, std::span<const int> slots, int meeting)
{
    const B2bMeeting& asked = instance.meetings[at(meeting)];
    const int slot = slots[at(meeting)];
    if (slot < 0 || slot >= instance.slots ||
        std::find(asked.closed.begin(), asked.closed.end(), slot) != asked.closed.end()) {
        return B2bFault::slot;
    }
    const bool is_morning = slot < instance.morning_slots;
    if ((asked.part == PartOfDay::morning && !is_morning) ||
        (asked.part == PartOfDay::afternoon && is_morning)) {
        return B2bFault::part;
    }
    for (const int person : asked.people()) {
        const std::vector<int>& forbidden = instance.forbidden[at(person)];
        if (std::find(forbidden.begin(), forbidden.end(), slot) != forbidden.end()) {
            return B2bFault::forbidden;
        }
    }
    if (instance.fixed[at(meeting)] >= 0 && instance.fixed[at(meeting)] != slot) {
        return B2bFault::fixed;
    }
    const std::vector<int>& earlier = instance.earlier[at(meeting)];
    const bool is_after = std::all_of(earlier.begin(), earlier.end(),
                                      [&](int other) { return slots[at(other)] < slot; });
    return is_after ? B2bFault::sound : B2bFault::precedence;
}

} // namespace

B2bCheck check_b2b(const B2bInstance& instance, std::span<const int> slots,
                   std::optional<int> fairness)
{
    const int count = static_cast<int>(instance.meetings.size());
    if (slots.size() != at(count)) {
        return {B2bFault::size};
    }
    std::map<int, int> tables;              // slot -> meetings
    std::set<std::pair<int, int>> occupied; // (participant, slot)
    std::vector<int> held(at(instance.participants));
    for (int meeting = 0; meeting < count; ++meeting) {
        const B2bMeeting& asked = instance.meetings[at(meeting)];
        if (slots[at(meeting)] == -1 && asked.left_out_cost > 0) {
            continue;
        }
        if (const B2bFault fault = fault_of(instance, slots, meeting); fault != B2bFault::sound) {
            return {fault, meeting};
        }
        const int slot = slots[at(meeting)];
        for (const int person : asked.people()) {
            if (!occupied.emplace(person, slot).second) {
                return {B2bFault::person, meeting};
            }
            if (!instance.most.empty() && ++held[at(person)] > instance.most[at(person)]) {
                return {B2bFault::limit, meeting};
            }
        }
        if (++tables[slot] > instance.tables) {
            return {B2bFault::tables, meeting};
        }
    }
    const std::vector<int> breaks = compute_breaks(instance, slots);
    const auto [least, most] = std::minmax_element(breaks.begin(), breaks.end());
    if (fairness && !breaks.empty() && *most - *least > *fairness) {
        return {B2bFault::fairness};
    }
    return {B2bFault::sound, -1, std::accumulate(breaks.begin(), breaks.end(), 0)};
}

std::vector<int> compute_breaks(const B2bInstance& instance, std::span<const int> slots)
{
    std::vector<std::vector<int>> days(at(instance.participants));
    for (std::size_t meeting = 0; meeting < instance.meetings.size(); ++meeting) {
        for (const int person : instance.meetings[meeting].people()) {
            if (slots[meeting] >= 0) {
                days[at(person)].push_back(slots[meeting]);
            }
        }
    }
    std::vector<int> breaks;
    for (std::vector<int>& day : days) {
        std::sort(day.begin(), day.end());
        int waits = 0;
        for (std::size_t i = 1; i < day.size(); ++i) {
            waits += day[i] > day[i - 1] + 1 ? 1 : 0;
        }
        breaks.push_back(waits);
    }
    return breaks;
}

} // namespace dostyk::schedule
