// What no plan can keep, found before one is looked for.

#include "model/precedence.hpp"
#include "schedule/compile_parts.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace dostyk::schedule {

namespace {

const model::Entity& entity_of(const Compiling& compiling, Index session)
{
    return *compiling.project.find(compiling.problem.session(session).id);
}

/// Two that are pinned to one venue, or to one attendee, at one time.
void find_clashing_pins(const Compiling& compiling)
{
    const Problem& problem = compiling.problem;
    std::vector<Index> pinned;
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        if (problem.sessions[i].pinned) {
            pinned.push_back(static_cast<Index>(i));
        }
    }
    for (std::size_t i = 0; i < pinned.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Session& one = problem.session(pinned[i]);
            const Session& other = problem.session(pinned[j]);
            const Interval first{one.pinned->start, one.pinned->start + one.duration};
            const Interval second{other.pinned->start, other.pinned->start + other.duration};
            std::vector<Index> both;
            std::set_intersection(one.required.begin(), one.required.end(), other.required.begin(),
                                  other.required.end(), std::back_inserter(both));
            const bool is_one_hall = one.pinned->venue == other.pinned->venue &&
                                     problem.venue(one.pinned->venue).parallel == 1;
            if (overlap(first, second) > 0 && (is_one_hall || !both.empty())) {
                compiling.report("schedule.pins_contradict", entity_of(compiling, pinned[i]),
                                 "pinned", other.id, Severity::error);
            }
        }
    }
}

/// A session that is to be held before itself, by way of others (depth first, each edge once).
class Circles {
public:
    explicit Circles(const Compiling& compiling)
    : m_compiling(compiling), m_states(compiling.problem.sessions.size())
    {}

    void find()
    {
        for (std::size_t i = 0; i < m_states.size(); ++i) {
            visit(static_cast<Index>(i));
        }
    }

private:
    enum class State { unseen, open, done };

    void visit(Index session)
    {
        State& state = m_states[static_cast<std::size_t>(session)];
        if (state == State::open) {
            report(session);
        }
        if (state != State::unseen) {
            return;
        }
        state = State::open;
        m_path.push_back(session);
        for (const Relation& relation : m_compiling.problem.relations) {
            if (relation.kind == RelationKind::before && relation.a == session) {
                visit(relation.b);
            }
        }
        m_path.pop_back();
        m_states[static_cast<std::size_t>(session)] = State::done;
    }

    void report(Index session) const
    {
        std::string chain;
        for (auto at = std::find(m_path.begin(), m_path.end(), session); at != m_path.end(); ++at) {
            chain += m_compiling.problem.session(*at).id + " → ";
        }
        chain += m_compiling.problem.session(session).id;
        m_compiling.report("schedule.precedence_circle", entity_of(m_compiling, session), "meeting",
                           chain, Severity::error);
    }

    const Compiling& m_compiling;
    std::vector<State> m_states;
    std::vector<Index> m_path;
};

void find_apart_in_session(const Compiling& compiling)
{
    const Problem& problem = compiling.problem;
    for (const Relation& relation : problem.relations) {
        if (relation.kind != RelationKind::apart) {
            continue;
        }
        for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
            const std::vector<Index>& required = problem.sessions[i].required;
            const auto needs = [&](Index attendee) {
                return std::binary_search(required.begin(), required.end(), attendee);
            };
            if (needs(relation.a) && needs(relation.b)) {
                compiling.report("schedule.apart_in_session",
                                 entity_of(compiling, static_cast<Index>(i)), "participants",
                                 problem.attendee(relation.a).id + ", " +
                                     problem.attendee(relation.b).id,
                                 Severity::error);
            }
        }
    }
}

/// Talks and signings are held by equals: a rank of one side that the other has not.
void find_unequal_ranks(const Compiling& compiling)
{
    static const std::set<std::string, std::less<>> of_equals{"narrow", "expanded", "signing"};
    for (const Session& session : compiling.problem.sessions) {
        const model::Entity& entity = *compiling.project.find(session.id);
        const auto* format =
            model::find_value<model::Word>(entity, "format", model::Pack::enriched);
        if (format == nullptr || !of_equals.contains(format->word)) {
            continue;
        }
        std::set<double> ranks;
        std::string told;
        for (const Index attendee : session.required) {
            const model::Entity& delegation =
                *compiling.project.find(compiling.problem.attendee(attendee).id);
            const auto* stated =
                model::find_value<double>(delegation, "rank", model::Pack::enriched);
            const auto following = stated == nullptr
                                       ? model::find_following(compiling.project, delegation,
                                                               "rank", model::Pack::enriched)
                                       : std::nullopt;
            if (stated != nullptr || following) {
                const double rank =
                    stated != nullptr ? *stated : std::get<double>(following->claim.value);
                ranks.insert(rank);
                told += (told.empty() ? "" : ", ") + delegation.id + " " +
                        std::to_string(static_cast<int>(rank));
            }
        }
        if (ranks.size() > 1) {
            compiling.report("schedule.unequal_rank", entity, "participants", told);
        }
    }
}

} // namespace

void find_contradictions(const Compiling& compiling)
{
    find_clashing_pins(compiling);
    Circles(compiling).find();
    find_apart_in_session(compiling);
    find_unequal_ranks(compiling);
}

} // namespace dostyk::schedule
