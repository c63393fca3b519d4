#include "schedule/affected.hpp"

#include <algorithm>

namespace dostyk::schedule {

Affected find_affected(const Problem& problem, const Plan& before, std::span<const Shift> moves)
{
    Affected affected;
    for (const Shift& move : moves) {
        const Session& session = problem.session(move.session);
        for (const auto* attendees : {&session.required, &session.optional}) {
            for (const Index index : *attendees) {
                const AttendeeKind kind = problem.attendee(index).kind;
                (kind == AttendeeKind::delegation ? affected.delegations
                 : kind == AttendeeKind::person   ? affected.persons
                                                  : affected.interpreters)
                    .push_back(index);
            }
        }
        for (const Index venue : {before[move.session].venue, move.to.venue}) {
            if (venue != none) {
                affected.venues.push_back(venue);
            }
        }
    }
    for (auto* all :
         {&affected.delegations, &affected.persons, &affected.interpreters, &affected.venues}) {
        std::sort(all->begin(), all->end());
        all->erase(std::unique(all->begin(), all->end()), all->end());
    }
    return affected;
}

} // namespace dostyk::schedule
