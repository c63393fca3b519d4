/// \file
/// Forums with a few interpreters, so small that every way of naming them can be tried.

#pragma once

#include "schedule/interpreter_assignment.hpp"
#include "schedule/small_forum.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace dostyk::test {

inline schedule::Attendee interpreter(std::string id, std::vector<schedule::Index> pairs)
{
    schedule::Attendee made;
    made.id = std::move(id);
    made.kind = schedule::AttendeeKind::interpreter;
    made.available = {{0, at(2, 0)}};
    made.pairs = std::move(pairs);
    return made;
}

/// The pairs "kk-ky" and "en-ru", two venues an hour apart, and three interpreters with one pair
/// or both; sessions in the middle of two days, with or without pairs, where somebody may be
/// named already.
inline schedule::Problem interpreted_forum(std::mt19937& random, int sessions)
{
    using schedule::Index;
    const auto pick = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    schedule::Problem problem = small_forum(2);
    problem.attendees.clear();
    problem.pairs = {"kk-ky", "en-ru"};
    problem.book.customs.turn_min = 60 * pick(1, 3);
    problem.book.customs.booth_size = pick(1, 2);
    problem.book.customs.solo_min = 60;
    problem.book.customs.meal_min = 30 * pick(0, 2);
    problem.book.customs.rest_min = 60 * pick(8, 18);
    const std::vector<std::vector<Index>> known{{0}, {1}, {0, 1}};
    for (int i = 0; i < 3; ++i) {
        problem.attendees.push_back(interpreter("speaker-" + std::to_string(i),
                                                known[static_cast<std::size_t>(pick(0, 2))]));
        schedule::Attendee& made = problem.attendees.back();
        made.day_load = 60 * pick(1, 6);
        made.city_changes_a_day = pick(0, 2);
        if (pick(0, 3) == 0) {
            made.available = {{at(0, pick(8, 12)), at(1, pick(9, 20))}};
        }
    }
    for (int i = 0; i < sessions; ++i) {
        schedule::Session made = session_of(problem, "session-" + std::to_string(i));
        made.duration = 30 * pick(1, 4);
        for (const Index pair : {0, 1}) {
            if (pick(0, 2) > 0) {
                made.pairs.push_back(pair);
            }
        }
        for (Index who = 0; who < 3; ++who) {
            if (pick(0, 3) == 0) {
                made.required.push_back(who);
            }
        }
        problem.sessions.push_back(std::move(made));
    }
    problem.finish();
    return problem;
}

/// The sessions at any quarter of an hour; a few wait to be scheduled.
inline schedule::Plan interpreted_plan(const schedule::Problem& problem, std::mt19937& random)
{
    const auto pick = [&](int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random);
    };
    schedule::Plan plan(problem);
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        if (pick(0, 9) > 0) {
            plan.place(static_cast<schedule::Index>(i),
                       {at(pick(0, 1), 9, 30 * pick(0, 10)), pick(0, 1)});
        }
    }
    return plan;
}

} // namespace dostyk::test
