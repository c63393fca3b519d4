#include "editor/interpreter_ledger.hpp"

#include "editor/plan_search.hpp"
#include "editor/programme_edit.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace dostyk::editor {

using schedule::Index;

namespace {

/// What people wait for at most, before the best so far is offered.
constexpr std::chrono::seconds time_to_assign{20};

/// Why an assignment may not be offered: the checker finds what it breaks, or finds otherwise than
/// the scorer, which is a fault of the program; nothing where it may.
std::optional<Error> refusal(const PlannedMeeting& meeting,
                             const schedule::InterpreterAssignment& assignment)
{
    std::string rules;
    for (const schedule::Breach& breach :
         breaches_of(meeting.problem(), meeting.plan(), assignment)) {
        const std::string code = code_of(breach.rule);
        rules += rules.find(code) == std::string::npos ? (rules.empty() ? "" : ", ") + code : "";
    }
    if (!rules.empty()) {
        return Error{
            ErrorCode::invalid, {"error.schedule.plan_is_refused", {{"rules", rules}}}, {}};
    }
    const schedule::Problem after = with_interpreters(meeting.problem(), assignment.named);
    const schedule::Plan plan(after, meeting.plan().placements());
    return disagreement(after, plan.placements(), compute_score(after, plan));
}

} // namespace

FoundInterpreters::FoundInterpreters(schedule::InterpreterAssignment made,
                                     const PlannedMeeting& meeting, std::span<const Index> absent)
: assignment(std::move(made)),
  present(schedule::without_interpreters(meeting.problem(), absent)),
  plan(present, meeting.plan().placements())
{}

struct InterpreterLedger::Answer {
    std::shared_ptr<const FoundInterpreters> found;
    std::optional<Error> fault;
};

InterpreterLedger::~InterpreterLedger()
{
    m_job.cancel();
}

void InterpreterLedger::follow(const Programme& programme)
{
    if (m_version == programme.version()) {
        return;
    }
    m_version = programme.version();
    m_meeting = programme.meeting();
    drop();
    m_cover = m_meeting != nullptr ? schedule::find_cover(m_meeting->problem(), m_meeting->plan())
                                   : schedule::InterpreterCover{};
    // Whoever is left out stays so while there is such an interpreter.
    const auto same = std::find_if(
        m_cover.loads.begin(), m_cover.loads.end(), [&](const schedule::InterpreterLoad& load) {
            return m_meeting->problem().attendee(load.interpreter).id == m_without_id;
        });
    look_without(same != m_cover.loads.end() ? same->interpreter : schedule::none);
}

void InterpreterLedger::look_without(Index interpreter)
{
    if (interpreter != m_without) {
        drop(); // it was found with others
    }
    m_without = interpreter;
    m_without_id = interpreter != schedule::none ? m_meeting->problem().attendee(interpreter).id
                                                 : std::string();
    m_lost = schedule::lost_without(m_cover, interpreter);
}

void InterpreterLedger::assign(const Background& background)
{
    drop();
    m_stage = Stage::looking;
    m_question = std::make_shared<int>();
    std::vector<Index> absent;
    if (m_without != schedule::none) {
        absent.push_back(m_without);
    }
    m_job = background.run([this, meeting = m_meeting, absent,
                            question = std::weak_ptr(m_question)](
                               const std::stop_token& stop) -> Background::Finish {
        const schedule::Problem& problem = meeting->problem();
        const schedule::sat::Limits limits{stop, std::chrono::steady_clock::now() + time_to_assign};
        auto assignment = schedule::assign_interpreters(problem, meeting->plan(), absent, limits);
        Answer answer;
        answer.fault = assignment
                           ? refusal(*meeting, *assignment)
                           : Error{ErrorCode::cancelled, {"error.interpreters.stopped", {}}, {}};
        if (!answer.fault) {
            answer.found =
                std::make_shared<const FoundInterpreters>(*std::move(assignment), *meeting, absent);
        }
        return [this, answer = std::move(answer), question] {
            if (!question.expired()) { // else of another question, or nobody is there any more
                take(answer);
            }
        };
    });
}

void InterpreterLedger::take(const Answer& answer)
{
    m_question.reset();
    m_found = answer.found;
    m_fault = answer.fault;
    m_stage = m_found != nullptr ? Stage::done : Stage::idle;
}

void InterpreterLedger::drop()
{
    m_job.cancel();
    m_question.reset();
    m_found.reset();
    m_fault.reset();
    m_stage = Stage::idle;
}

Command InterpreterLedger::command() const
{
    return name_interpreters(*m_meeting, m_found->assignment.named);
}

Command InterpreterLedger::with(Index session, Index interpreter, bool is_named) const
{
    auto named = schedule::interpreters_of(m_meeting->problem());
    std::vector<Index>& list = named[static_cast<std::size_t>(session)];
    std::erase(list, interpreter);
    if (is_named) {
        list.insert(std::upper_bound(list.begin(), list.end(), interpreter), interpreter);
    }
    return name_interpreters(*m_meeting, named);
}

} // namespace dostyk::editor
