/// \file
/// Forums small enough to try all plans of.

#pragma once

#include "schedule/b2b_check.hpp"
#include "schedule/b2b_instance.hpp"

#include <rapidcheck.h>

#include <optional>
#include <utility>
#include <vector>

namespace dostyk::test {

/// Nothing is forbidden or fixed, and there is a table for everybody.
inline schedule::B2bInstance make_forum(int participants, int slots,
                                        const std::vector<std::pair<int, int>>& meetings)
{
    schedule::B2bInstance forum;
    forum.participants = participants;
    forum.slots = slots;
    forum.morning_slots = slots;
    forum.tables = participants;
    forum.forbidden.resize(static_cast<std::size_t>(participants));
    forum.meetings_of.resize(static_cast<std::size_t>(participants));
    forum.fixed.assign(meetings.size(), -1);
    forum.earlier.resize(meetings.size());
    for (const auto& [first, second] : meetings) {
        const int index = static_cast<int>(forum.meetings.size());
        forum.meetings_of[static_cast<std::size_t>(first)].push_back(index);
        forum.meetings_of[static_cast<std::size_t>(second)].push_back(index);
        forum.meetings.push_back({first, second, schedule::PartOfDay::any});
    }
    return forum;
}

/// A random forum with a bit of everything.
inline schedule::B2bInstance any_forum()
{
    const int people = *rc::gen::inRange(2, 6);
    const int slots = *rc::gen::inRange(2, 6);
    const int count = *rc::gen::inRange(1, 7);
    std::vector<std::pair<int, int>> pairs;
    for (int i = 0; i < count; ++i) {
        const int first = *rc::gen::inRange(0, people);
        pairs.emplace_back(first, (first + *rc::gen::inRange(1, people)) % people);
    }
    schedule::B2bInstance forum = make_forum(people, slots, pairs);
    forum.tables = *rc::gen::inRange(1, people + 1);
    forum.morning_slots = *rc::gen::inRange(1, slots + 1);
    const auto is_rare = [] { return *rc::gen::inRange(0, 6) == 0; };
    for (std::size_t meeting = 0; meeting < pairs.size(); ++meeting) {
        if (is_rare()) {
            forum.meetings[meeting].part =
                *rc::gen::element(schedule::PartOfDay::morning, schedule::PartOfDay::afternoon);
        }
        if (is_rare()) {
            forum.fixed[meeting] = *rc::gen::inRange(0, slots);
        }
        if (is_rare()) {
            forum.earlier[meeting].push_back(*rc::gen::inRange(0, count));
        }
    }
    for (auto& forbidden : forum.forbidden) {
        if (is_rare()) {
            forbidden.push_back(*rc::gen::inRange(0, slots));
        }
    }
    return forum;
}

/// The same with meetings that may be left out, closed slots, limits, and three at a table.
inline schedule::B2bInstance any_desk()
{
    schedule::B2bInstance forum = any_forum();
    const auto is_rare = [] { return *rc::gen::inRange(0, 4) == 0; };
    for (std::size_t i = 0; i < forum.meetings.size(); ++i) {
        schedule::B2bMeeting& meeting = forum.meetings[i];
        meeting.left_out_cost = is_rare() ? 0 : 100 * *rc::gen::inRange(1, 3);
        if (is_rare()) {
            meeting.closed.push_back(*rc::gen::inRange(0, forum.slots));
        }
        const int third = *rc::gen::inRange(0, forum.participants);
        if (is_rare() && third != meeting.first && third != meeting.second) {
            meeting.others.push_back(third);
            auto& own = forum.meetings_of[static_cast<std::size_t>(third)];
            own.push_back(static_cast<int>(i));
        }
    }
    for (int i = 0; i < forum.participants; ++i) {
        forum.most.push_back(*rc::gen::inRange(1, 6));
    }
    return forum;
}

/// What a plan costs: its breaks, and what is left out.
inline int cost_of(const schedule::B2bInstance& forum, const std::vector<int>& slots, int breaks)
{
    for (std::size_t i = 0; i < slots.size(); ++i) {
        breaks += slots[i] < 0 ? static_cast<int>(forum.meetings[i].left_out_cost) : 0;
    }
    return breaks;
}

/// Least cost by trying all plans; nothing where none is sound.
inline std::optional<int> fewest_by_trial(const schedule::B2bInstance& forum, int fairness)
{
    std::optional<int> fewest;
    std::vector<int> slots(forum.meetings.size(), -1);
    while (true) {
        const auto check = schedule::check_b2b(forum, slots, fairness);
        const int cost = cost_of(forum, slots, check.breaks);
        if (check.fault == schedule::B2bFault::sound && (!fewest || cost < *fewest)) {
            fewest = cost;
        }
        std::size_t at = 0;
        while (at < slots.size() && ++slots[at] == forum.slots) {
            slots[at++] = -1;
        }
        if (at == slots.size()) {
            return fewest;
        }
    }
}

} // namespace dostyk::test
