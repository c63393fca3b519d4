#include "schedule/interpreter_cover.hpp"

#include "schedule/free_busy.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::schedule {

namespace {

/// Where one interpreter is, of the sessions that they are named for.
struct Itinerary {
    std::vector<Index> there;                       ///< In order
    std::vector<std::pair<Index, Absentee>> missed; ///< With the session
};

Itinerary itinerary_of(const Problem& problem, const Plan& plan, Index interpreter)
{
    Itinerary made;
    const Index lane = problem.lane(LaneKind::attendee, interpreter);
    const Intervals& available = problem.attendee(interpreter).available;
    for (Index day = 0; day < problem.day_count(); ++day) {
        for (const Index session : plan.row(lane, day)) {
            const Index before = made.there.empty() ? none : made.there.back();
            const auto why = before != none ? absence_after(problem, plan, before, session)
                                            : std::optional<Absence>();
            if (problem.book[RuleId::h07].tier != Tier::off &&
                outside(plan.interval(session), available) > 0) {
                made.missed.push_back({session, {interpreter, Absence::away, none}});
            } else if (why) {
                made.missed.push_back({session, {interpreter, *why, before}});
            } else {
                made.there.push_back(session);
            }
        }
    }
    return made;
}

InterpreterLoad load_of(const Problem& problem, const Plan& plan, Index interpreter,
                        std::span<const Index> there)
{
    const Attendee& attendee = problem.attendee(interpreter);
    InterpreterLoad load;
    load.interpreter = interpreter;
    load.sessions = static_cast<int>(there.size());
    Minute turn = 0;
    std::vector<Minute> by_day(problem.hours.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
        const Minute duration = problem.session(there[i]).duration;
        const Index day = plan.held(there[i]).day;
        const bool goes_on = i > 0 && plan.held(there[i - 1]).day == day &&
                             plan[there[i]].start - plan.interval(there[i - 1]).end <
                                 problem.book.customs.turn_break_min;
        turn = goes_on ? turn + duration : duration;
        load.longest_turn = std::max(load.longest_turn, turn);
        load.spoken += duration;
        by_day[static_cast<std::size_t>(day)] += duration;
    }
    for (std::size_t day = 0; day < problem.hours.size(); ++day) {
        Minute able = 0;
        for (const Interval& each : shared(attendee.available, {problem.hours[day]})) {
            able += length(each);
        }
        load.able += std::min(able, attendee.day_load);
        load.is_too_much = load.is_too_much || by_day[day] > attendee.day_load;
    }
    load.is_too_much = load.is_too_much || load.longest_turn > problem.book.customs.turn_min;
    return load;
}

std::vector<SpeechNeed> needs_of(const Problem& problem, const Plan& plan)
{
    std::vector<SpeechNeed> needs;
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        const auto session = static_cast<Index>(i);
        std::vector<Index> pairs = problem.session(session).pairs;
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        for (const Index pair : plan[session].is_placed() ? pairs : std::vector<Index>{}) {
            needs.push_back({session, pair, problem.booth(session), {}, {}});
        }
    }
    std::stable_sort(needs.begin(), needs.end(), [&](const SpeechNeed& a, const SpeechNeed& b) {
        return plan[a.session].start < plan[b.session].start;
    });
    return needs;
}

} // namespace

bool speaks(const Attendee& attendee, Index pair) noexcept
{
    return attendee.kind == AttendeeKind::interpreter &&
           std::find(attendee.pairs.begin(), attendee.pairs.end(), pair) != attendee.pairs.end();
}

std::vector<Index> speakers_of(const Problem& problem, Index pair)
{
    std::vector<Index> all;
    for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
        if (speaks(problem.attendees[i], pair)) {
            all.push_back(static_cast<Index>(i));
        }
    }
    return all;
}

std::optional<Absence> absence_after(const Problem& problem, const Plan& plan, Index earlier,
                                     Index later)
{
    const auto is_on = [&](RuleId rule) { return problem.book[rule].tier != Tier::off; };
    if (is_on(RuleId::h02) && overlap(plan.interval(earlier), plan.interval(later)) > 0) {
        return Absence::elsewhere;
    }
    const Minute leaves = plan.interval(earlier).end;
    const Minute gap = plan[later].start - leaves;
    const Minute way = plan.travel(earlier, later);
    const Minute then = problem.travel.leaving_at(plan.venue(earlier), plan.venue(later), leaves);
    // H19 is what a closed crossing adds to what is missing anyway.
    const Minute has = std::max(0, gap);
    const bool is_late =
        (is_on(RuleId::h03) && way > 0 && gap < way) ||
        (is_on(RuleId::h19) && problem.grains(then - has) > problem.grains(way - has));
    return is_late ? std::optional(Absence::on_the_way) : std::nullopt;
}

InterpreterCover find_cover(const Problem& problem, const Plan& plan)
{
    InterpreterCover cover;
    cover.needs = needs_of(problem, plan);
    for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
        const Attendee& attendee = problem.attendees[i];
        if (attendee.kind != AttendeeKind::interpreter) {
            continue;
        }
        const auto interpreter = static_cast<Index>(i);
        const Itinerary way = itinerary_of(problem, plan, interpreter);
        cover.loads.push_back(load_of(problem, plan, interpreter, way.there));
        for (SpeechNeed& need : cover.needs) {
            if (!speaks(attendee, need.pair)) {
                continue;
            }
            if (std::find(way.there.begin(), way.there.end(), need.session) != way.there.end()) {
                need.there.push_back(interpreter);
            }
            for (const auto& [session, absentee] : way.missed) {
                if (session == need.session) {
                    need.absentees.push_back(absentee);
                }
            }
        }
    }
    return cover;
}

std::vector<std::size_t> lost_without(const InterpreterCover& cover, Index interpreter)
{
    std::vector<std::size_t> lost;
    for (std::size_t i = 0; i < cover.needs.size(); ++i) {
        const SpeechNeed& need = cover.needs[i];
        // Whoever is not there leaves the others where they are.
        if (static_cast<int>(need.there.size()) == need.booth &&
            std::binary_search(need.there.begin(), need.there.end(), interpreter)) {
            lost.push_back(i);
        }
    }
    return lost;
}

std::vector<Index> who_can(const Problem& problem, const Plan& plan, const SpeechNeed& need)
{
    std::vector<Index> all = speakers_of(problem, need.pair);
    const Session& session = problem.session(need.session);
    std::erase_if(all, [&](Index each) {
        return std::binary_search(session.required.begin(), session.required.end(), each) ||
               !is_free(problem, plan, each, plan[need.session], session.duration);
    });
    return all;
}

} // namespace dostyk::schedule
