#include "schedule/fixes.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace dostyk::schedule {

namespace {

constexpr std::int64_t venue_change = 8;    ///< As much of a change as so many grains.
constexpr std::int64_t soft_in_grains = 20; ///< So much soft cost weighs as one grain.
constexpr std::size_t tried_pairs = 40;
constexpr std::size_t verified = 120; ///< Candidates that are looked at whole

std::vector<Violation> hard_ones(const Problem& problem, const Plan& plan)
{
    std::vector<Violation> all = explain(problem, plan);
    std::erase_if(
        all, [&](const Violation& each) { return problem.book[each.rule].tier != Tier::hard; });
    return all;
}

auto key_of(const Violation& violation)
{
    std::vector<Index> sessions = violation.sessions;
    std::sort(sessions.begin(), sessions.end());
    return std::tuple(violation.rule, violation.aspect, violation.attendee, violation.venue,
                      std::move(sessions));
}

/// Times at which a session may begin: the grid of the day's hours as venues have them.
std::vector<Minute> starts_of(const Problem& problem)
{
    constexpr Minute clocks_apart = 3 * 60; // venues' clocks may differ from the meeting's
    std::vector<Minute> starts;
    for (const Interval& hours : problem.hours) {
        for (Minute at = hours.begin - clocks_apart; at < hours.end + clocks_apart;
             at += problem.book.customs.grain_min) {
            starts.push_back(at);
        }
    }
    return starts;
}

} // namespace

bool is_same_conflict(const Violation& a, const Violation& b)
{
    return key_of(a) == key_of(b);
}

FixFinder::FixFinder(const Problem& problem, const Plan& plan)
: m_problem(problem), m_scorer(problem, plan), m_before(hard_ones(problem, plan))
{}

std::optional<Violation> FixFinder::find_offence(const Violation& violation,
                                                 const std::vector<Shift>& shifts) const
{
    Plan after = m_scorer.plan();
    for (const Shift& shift : shifts) {
        after.place(shift.session, shift.to);
    }
    const auto is_new_or_worse = [&](const Violation& each) {
        return std::none_of(m_before.begin(), m_before.end(), [&](const Violation& before) {
            return is_same_conflict(before, each) && each.amount <= before.amount;
        });
    };
    for (Violation& each : hard_ones(m_problem, after)) {
        if (is_same_conflict(each, violation) || is_new_or_worse(each)) {
            return std::move(each);
        }
    }
    return std::nullopt;
}

bool FixFinder::holds(const Violation& violation, const std::vector<Shift>& shifts) const
{
    return !find_offence(violation, shifts);
}

Fix FixFinder::made(std::vector<Shift> shifts)
{
    std::vector<Shift> back;
    for (const Shift& shift : shifts) {
        back.push_back({shift.session, m_scorer.plan()[shift.session]});
    }
    m_scorer.apply(shifts);
    Fix fix{std::move(shifts), m_scorer.score()};
    std::reverse(back.begin(), back.end());
    m_scorer.apply(back);
    return fix;
}

std::vector<FixFinder::Candidate> FixFinder::candidates(Index session, std::int64_t most_hard)
{
    std::vector<Candidate> found;
    if (m_problem.session(session).pinned) {
        const Shift to_pin{session, *m_problem.session(session).pinned};
        return {{to_pin, 0, 0}};
    }
    const Placement now = m_scorer.plan()[session];
    const Score before = m_scorer.score();
    constexpr std::int64_t hard_weight = 1'000'000'000;
    for (const Minute start : starts_of(m_problem)) {
        for (const Index venue : m_problem.session(session).venues) {
            const Shift shift{session, {start, venue}};
            if (shift.to == now || !m_scorer.apply_if({&shift, 1}, hard_weight,
                                                      most_hard * hard_weight + hard_weight - 1)) {
                continue;
            }
            const Score after = m_scorer.score();
            const std::int64_t moved =
                now.is_placed() ? std::abs(start - now.start) / m_problem.book.customs.grain_min
                                : 0;
            found.push_back({shift, after.hard - before.hard,
                             moved + (venue != now.venue ? venue_change : 0) +
                                 (after.soft - before.soft) / soft_in_grains});
            const Shift back{session, now};
            m_scorer.apply({&back, 1});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate& a, const Candidate& b) { return a.change < b.change; });
    return found;
}

void FixFinder::find_single(const Violation& violation, std::size_t most, std::vector<Fix>& fixes)
{
    std::vector<Candidate> all;
    for (const Index session : violation.sessions) {
        const auto some = candidates(session, m_scorer.score().hard - 1);
        all.insert(all.end(), some.begin(), some.end());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Candidate& a, const Candidate& b) { return a.change < b.change; });
    std::size_t looked_at = 0;
    for (const Candidate& each : all) {
        if (fixes.size() >= most || ++looked_at > verified) {
            break;
        }
        const auto is_alike = [&](const Fix& fix) {
            return fix.shifts.front().session == each.shift.session &&
                   (fix.shifts.front().to.venue == each.shift.to.venue ||
                    fix.shifts.front().to.start == each.shift.to.start);
        };
        if (std::none_of(fixes.begin(), fixes.end(), is_alike) && holds(violation, {each.shift})) {
            fixes.push_back(made({each.shift}));
        }
    }
}

void FixFinder::find_double(const Violation& violation, std::vector<Fix>& fixes)
{
    for (const Index session : violation.sessions) {
        const Placement now = m_scorer.plan()[session];
        auto first = candidates(session, m_scorer.score().hard + 8);
        std::stable_sort(first.begin(), first.end(),
                         [](const Candidate& a, const Candidate& b) { return a.hard < b.hard; });
        first.resize(std::min(first.size(), tried_pairs));
        for (const Candidate& each : first) {
            m_scorer.apply({&each.shift, 1});
            std::vector<Index> others;
            for (const Violation& left : hard_ones(m_problem, m_scorer.plan())) {
                for (const Index other : left.sessions) {
                    if (other != session &&
                        std::find(others.begin(), others.end(), other) == others.end()) {
                        others.push_back(other);
                    }
                }
            }
            for (const Index other : others) {
                for (const Candidate& second : candidates(other, m_scorer.score().hard - 1)) {
                    const std::vector<Shift> both{each.shift, second.shift};
                    const Shift back{session, now};
                    m_scorer.apply({&back, 1});
                    if (holds(violation, both)) {
                        fixes.push_back(made(both));
                        return;
                    }
                    m_scorer.apply({&each.shift, 1});
                    break; // the best of the other one; the next session may do better
                }
            }
            const Shift back{session, now};
            m_scorer.apply({&back, 1});
        }
    }
}

/// One session, and what would then be in conflict anew; a programme without sessions has none.
void FixFinder::find_drop(const Violation& violation, std::vector<Fix>& fixes)
{
    std::vector<Shift> drops;
    std::optional<Violation> offence = violation;
    while (offence) {
        const auto left =
            std::find_if(offence->sessions.rbegin(), offence->sessions.rend(), [&](Index session) {
                return std::none_of(drops.begin(), drops.end(),
                                    [&](const Shift& drop) { return drop.session == session; });
            });
        if (left == offence->sessions.rend()) {
            return;
        }
        drops.push_back({*left, {}});
        drops.back().to.is_dropped = true;
        offence = find_offence(violation, drops);
    }
    fixes.push_back(made(std::move(drops)));
}

std::vector<Fix> FixFinder::find(const Violation& violation, std::size_t most)
{
    std::vector<Fix> fixes;
    find_single(violation, most, fixes);
    if (fixes.empty()) {
        find_double(violation, fixes);
    }
    if (fixes.empty()) {
        find_drop(violation, fixes);
    }
    return fixes;
}

} // namespace dostyk::schedule
