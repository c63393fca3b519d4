#include "schedule/constraints/catalogue.hpp"
#include "schedule/constraints/walks.hpp"

#include <iterator>
#include <limits>

namespace dostyk::schedule {

namespace {

/// What has to be interpreted at one time: a session and one of its pairs.
struct Need {
    Index session = none;
    Index pair = none;
};

/// Gives as many needs as possible an interpreter of their own (Kuhn, 1955: augmenting paths).
class Pool {
public:
    Pool(const Problem& problem, const Plan& plan) : m_problem(problem), m_plan(plan)
    {
        for (std::size_t i = 0; i < problem.attendees.size(); ++i) {
            if (problem.attendees[i].kind == AttendeeKind::interpreter) {
                m_all.push_back(static_cast<Index>(i));
            }
        }
    }

    /// From now on those are in it who are there at a time and named for nothing.
    void look(Interval time)
    {
        m_interpreters.clear();
        const Index day = m_problem.calendar.day_of(time.begin);
        std::ranges::copy_if(m_all, std::back_inserter(m_interpreters), [&](Index each) {
            return outside(time, m_problem.attendee(each).available) == 0 &&
                   !is_named_now(each, day, time.begin);
        });
        m_taken.assign(m_interpreters.size(), none);
    }

    /// How many needs stay without one.
    [[nodiscard]] int unmet(const std::vector<Need>& needs)
    {
        int missing = 0;
        for (std::size_t i = 0; i < needs.size(); ++i) {
            m_seen.assign(m_interpreters.size(), 0);
            missing += assign(needs, static_cast<Index>(i)) ? 0 : 1;
        }
        return missing;
    }

private:
    /// Whoever is named for a session that is held now speaks there.
    [[nodiscard]] bool is_named_now(Index interpreter, Index day, Minute minute) const
    {
        const auto is_held = [&](Index session) {
            return overlap(m_plan.interval(session), {minute, minute + 1}) > 0;
        };
        return std::ranges::any_of(m_plan.row(interpreter, day), is_held) ||
               std::ranges::any_of(m_plan.row_before(interpreter, day), is_held);
    }

    bool assign(const std::vector<Need>& needs, Index need)
    {
        for (std::size_t i = 0; i < m_interpreters.size(); ++i) {
            const std::vector<Index>& pairs = m_problem.attendee(m_interpreters[i]).pairs;
            const bool fits = std::find(pairs.begin(), pairs.end(),
                                        needs[static_cast<std::size_t>(need)].pair) != pairs.end();
            if (fits && m_seen[i] == 0) {
                m_seen[i] = 1;
                if (m_taken[i] == none || assign(needs, m_taken[i])) {
                    m_taken[i] = need;
                    return true;
                }
            }
        }
        return false;
    }

    const Problem& m_problem;
    const Plan& m_plan;
    std::vector<Index> m_all;          ///< Interpreters
    std::vector<Index> m_interpreters; ///< Those who can be asked
    std::vector<char> m_seen;          ///< (interpreters) 1 = this need has asked for them
    std::vector<Index> m_taken;        ///< (interpreters) index of the need
};

/// The places in the booths of a session that nobody who is named for it takes.
void add_needs(const Problem& problem, Index session, std::vector<Need>& needs)
{
    const Session& facts = problem.session(session);
    for (const Index pair : facts.pairs) {
        const auto named =
            std::count_if(facts.required.begin(), facts.required.end(), [&](Index attendee) {
                const std::vector<Index>& pairs = problem.attendee(attendee).pairs;
                return std::find(pairs.begin(), pairs.end(), pair) != pairs.end();
            });
        for (auto place = named; place < problem.booth(session); ++place) {
            needs.push_back({session, pair});
        }
    }
}

/// All minutes that are counted on a day: what the first and the last reach beyond is theirs.
Interval time_of(const Problem& problem, Index day)
{
    Interval time = problem.calendar.days()[static_cast<std::size_t>(day)].whole;
    time.begin = day == 0 ? std::numeric_limits<Minute>::min() : time.begin;
    time.end = day + 1 == problem.day_count() ? std::numeric_limits<Minute>::max() : time.end;
    return time;
}

/// At every time there are interpreters enough for the sessions that are held, each for one of
/// them, and from one beginning or end of a session to the next. Nobody's way between two sessions
/// is looked at: that is done for those who are named.
struct Walk {
    template <typename Report>
    void operator()(const Problem& problem, const Plan& plan, Unit unit, const Report& report) const
    {
        const Interval whole = time_of(problem, unit.day);
        std::vector<Index> row;
        std::ranges::copy_if(
            plan.row_before(unit.of, unit.day), std::back_inserter(row),
            [&](Index session) { return plan.interval(session).end > whole.begin; });
        std::ranges::copy(plan.row(unit.of, unit.day), std::back_inserter(row));
        std::vector<Minute> times;
        for (const Index session : row) {
            const Interval held = plan.interval(session);
            times.push_back(std::clamp(held.begin, whole.begin, whole.end));
            times.push_back(std::clamp(held.end, whole.begin, whole.end));
        }
        std::sort(times.begin(), times.end());
        times.erase(std::unique(times.begin(), times.end()), times.end());
        std::vector<Need> needs;
        Pool pool(problem, plan);
        for (std::size_t i = 0; i + 1 < times.size(); ++i) {
            needs.clear();
            for (const Index session : row) {
                if (overlap(plan.interval(session), {times[i], times[i + 1]}) > 0) {
                    add_needs(problem, session, needs);
                }
            }
            if (needs.empty()) {
                continue;
            }
            pool.look({times[i], times[i + 1]});
            const int missing = pool.unmet(needs);
            if (missing > 0) {
                report(missing * problem.grains(times[i + 1] - times[i]),
                       [&] { return told(needs, missing); });
            }
        }
    }

    static Violation told(const std::vector<Need>& needs, int missing)
    {
        Violation violation;
        for (const Need& need : needs) {
            if (violation.sessions.empty() || violation.sessions.back() != need.session) {
                violation.sessions.push_back(need.session);
            }
        }
        violation.needed = static_cast<Minute>(needs.size());
        violation.has = violation.needed - missing;
        return violation;
    }
};

} // namespace

const Constraint& interpreter_pool()
{
    static const WalkConstraint<Walk> constraint(RuleId::h13, UnitKind::lane_day, LaneKind::speech);
    return constraint;
}

} // namespace dostyk::schedule
