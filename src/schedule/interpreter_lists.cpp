#include "schedule/interpreter_lists.hpp"

#include <algorithm>
#include <iterator>

namespace dostyk::schedule {

namespace {

bool is_interpreter(const Problem& problem, Index attendee)
{
    return problem.attendee(attendee).kind == AttendeeKind::interpreter;
}

} // namespace

InterpreterLists interpreters_of(const Problem& problem)
{
    InterpreterLists lists;
    for (const Session& session : problem.sessions) {
        lists.emplace_back();
        std::copy_if(session.required.begin(), session.required.end(),
                     std::back_inserter(lists.back()),
                     [&](Index each) { return is_interpreter(problem, each); });
    }
    return lists;
}

Problem with_interpreters(Problem problem, const InterpreterLists& named)
{
    for (std::size_t i = 0; i < problem.sessions.size(); ++i) {
        std::vector<Index>& required = problem.sessions[i].required;
        std::erase_if(required, [&](Index each) { return is_interpreter(problem, each); });
        required.insert(required.end(), named[i].begin(), named[i].end());
        std::sort(required.begin(), required.end());
    }
    problem.finish();
    return problem;
}

Problem without_interpreters(Problem problem, std::span<const Index> absent)
{
    for (const Index each : absent) {
        problem.attendees[static_cast<std::size_t>(each)].pairs.clear();
    }
    for (Session& session : problem.sessions) {
        std::erase_if(session.required, [&](Index each) {
            return std::find(absent.begin(), absent.end(), each) != absent.end();
        });
    }
    problem.finish();
    return problem;
}

} // namespace dostyk::schedule
