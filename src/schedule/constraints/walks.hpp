/// \file
/// Walks over a lane's day that several constraints take.

#pragma once

#include "schedule/constraint.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace dostyk::schedule {

/// Each two sessions of a row that follow each other: `visit(earlier, later)`.
template <typename Visit>
void for_each_following(std::span<const Index> row, const Visit& visit)
{
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        visit(row[i], row[i + 1]);
    }
}

/// The same of a lane on a day, and its last session with the first of a later day.
template <typename Visit>
void for_each_leg(const Plan& plan, Index lane, Index day, const Visit& visit)
{
    const std::span<const Index> row = plan.row(lane, day);
    for_each_following(row, visit);
    if (!row.empty()) {
        if (const Index next = plan.first_after(lane, day); next != none) {
            visit(row.back(), next);
        }
    }
}

/// Each two sessions of a row that overlap: `visit(earlier, later, minutes)`.
template <typename Visit>
void for_each_overlap(const Plan& plan, std::span<const Index> row, const Visit& visit)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Interval one = plan.interval(row[i]);
        for (std::size_t j = i + 1; j < row.size() && plan[row[j]].start < one.end; ++j) {
            if (const Minute both = overlap(one, plan.interval(row[j])); both > 0) {
                visit(row[i], row[j], both);
            }
        }
    }
}

/// Each two sessions of a lane that overlap, the later of which begins on a day, while the earlier
/// may have begun the day before: `visit(earlier, later, minutes)`.
template <typename Visit>
void for_each_overlap(const Plan& plan, Index lane, Index day, const Visit& visit)
{
    const std::span<const Index> row = plan.row(lane, day);
    for_each_overlap(plan, row, visit);
    for (const Index earlier : plan.row_before(lane, day)) {
        for (const Index later : row) {
            const Minute both = overlap(plan.interval(earlier), plan.interval(later));
            if (both <= 0) {
                break; // what is sorted by its beginning is later still
            }
            visit(earlier, later, both);
        }
    }
}

/// From the end of one session to the start of another; negative where they overlap. [min]
[[nodiscard]] inline Minute gap(const Plan& plan, Index from, Index to)
{
    return plan[to].start - plan.interval(from).end;
}

/// What of a gap is neither for the way nor a pause as it is customary. [min]
[[nodiscard]] inline Minute idle(const Problem& problem, Minute gap, Minute way)
{
    return std::max(0, gap - way - problem.book.customs.allowed_break_min);
}
[[nodiscard]] inline Minute idle(const Problem& problem, const Plan& plan, Index from, Index to)
{
    return idle(problem, gap(plan, from, to), plan.travel(from, to));
}

/// What a way between two venues loads on who travels, another city included. [grains]
[[nodiscard]] inline int way_load(const Problem& problem, Index from, Index to)
{
    constexpr int city_change = 20; // what another city costs beside the way
    const bool is_change = problem.venue(from).city != problem.venue(to).city;
    return problem.grains(problem.travel.usual(from, to)) + (is_change ? city_change : 0);
}

/// What is to be free for a meal within its hours. [min]
[[nodiscard]] inline Minute needed_meal(const Problem& problem)
{
    const Customs& customs = problem.book.customs;
    return std::min(customs.meal_min, customs.meal_to_min - customs.meal_from_min);
}

/// What is missing of the time to spare that is customary after a way, by what is left of the gap
/// beside it. [steps of 5 min]
[[nodiscard]] inline int lacking_buffer(const Problem& problem, Minute slack)
{
    constexpr int step = 5; // [min]
    const Minute lacking = problem.book.customs.transfer_buffer_min - std::max(0, slack);
    return lacking > 0 ? (lacking + step - 1) / step : 0;
}

/// A minute as the clock of a session's venue shows it. [min of the day]
[[nodiscard]] inline Minute clock_at(const Problem& problem, Index venue, Minute minute)
{
    const auto day = static_cast<std::size_t>(problem.calendar.day_of(minute));
    return minute - problem.calendar.days()[day].whole.begin +
           problem.venue(venue).clock_shift[day];
}

/// How much of a session is early in the morning or late in the evening.
///
/// \param held  As the clock of its venue shows it. [min of the day]
[[nodiscard]] inline Minute outside_of_preferred_hours(const Problem& problem, Interval held)
{
    const Customs& customs = problem.book.customs;
    const Interval preferred{customs.preferred_from_min, customs.preferred_to_min};
    return length(held) - std::max(0, overlap(held, preferred));
}

/// How many of the tags that a session wishes a venue lacks.
[[nodiscard]] inline int lacking_tags(const Session& session, Index venue)
{
    return session.lacking.empty() ? 0 : session.lacking[static_cast<std::size_t>(venue)];
}

/// Seats that stay empty. [tens]
[[nodiscard]] inline int wasted_seats(const Problem& problem, Index session, Index venue)
{
    constexpr int seats = 10;
    const int size = problem.session(session).size;
    const int spare = problem.venue(venue).capacity - size;
    return size > 0 && spare > 0 ? spare / seats : 0;
}

/// What most violations say: who, and which sessions one after the other.
[[nodiscard]] inline Violation between(Index attendee, Index earlier, Index later, Minute needed,
                                       Minute has)
{
    Violation violation;
    violation.sessions = {earlier, later};
    violation.attendee = attendee;
    violation.needed = needed;
    violation.has = has;
    return violation;
}

/// A violation of one session.
[[nodiscard]] inline Violation of_session(Index session, Index venue, Minute needed, Minute has)
{
    Violation violation;
    violation.sessions = {session};
    violation.venue = venue;
    violation.needed = needed;
    violation.has = has;
    return violation;
}

/// A walk over a session that has its place: `walk(problem, plan, session, venue, report)`.
template <typename Walk>
struct WhenPlaced {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        if (plan[unit.of].is_placed()) {
            Walk{}(problem, plan, unit.of, plan.venue(unit.of), report);
        }
    }
};

/// A walk over a relation of one kind between two sessions that have their places:
/// `walk(problem, plan, relation, report)`.
template <RelationKind kind, typename Walk>
struct WhenBothPlaced {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Relation& relation = problem.relations[static_cast<std::size_t>(unit.of)];
        if (relation.kind == kind && plan[relation.a].is_placed() && plan[relation.b].is_placed()) {
            Walk{}(problem, plan, relation, report);
        }
    }
};

} // namespace dostyk::schedule
