#include "editor/b2b_session.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace dostyk::editor {

/// The best plan of a job, until the main thread takes it.
struct B2bSession::Found {
    std::atomic<bool> has_begun = false;
    std::mutex mutex;
    std::shared_ptr<const schedule::B2bPlan> better; ///< Guarded by mutex.
};

B2bSession::B2bSession() = default;

B2bSession::~B2bSession()
{
    m_job.cancel();
}

void B2bSession::choose(std::string meeting)
{
    m_wanted = std::move(meeting);
}

void B2bSession::forget_plan()
{
    m_job.cancel();
    m_found.reset();
    m_plan.reset();
    m_fault.reset();
    m_stage = Stage::idle;
    if (auto standing = m_desk != nullptr ? schedule::standing_plan(*m_desk) : std::nullopt) {
        m_plan = std::make_shared<const schedule::B2bPlan>(*std::move(standing));
    }
}

void B2bSession::read(const B2bInput& input)
{
    m_meetings = schedule::meetings_with_requests(*input.project);
    const bool is_there =
        std::find(m_meetings.begin(), m_meetings.end(), m_wanted) != m_meetings.end();
    m_read = is_there || m_meetings.empty() ? m_wanted : m_meetings.front();
    auto desk = schedule::make_b2b_desk(*input.project, m_read);
    if (desk && m_desk != nullptr && is_same_desk(*desk, *m_desk)) {
        return; // what was edited is nothing to the desk
    }
    m_desk = desk ? std::make_shared<const schedule::B2bDesk>(*std::move(desk)) : nullptr;
    forget_plan();
    if (m_desk == nullptr) {
        m_fault = desk.error();
    }
}

bool B2bSession::update(const B2bInput& input)
{
    if (m_version != input.version || (!m_wanted.empty() && m_wanted != m_read)) {
        m_version = input.version;
        read(input);
        m_wanted = m_read;
    }
    if (m_found != nullptr) {
        const std::lock_guard lock(m_found->mutex);
        m_plan = m_found->better != nullptr ? std::exchange(m_found->better, nullptr) : m_plan;
    }
    return m_stage == Stage::solving;
}

void B2bSession::solve(const B2bInput& input)
{
    m_fault.reset();
    m_plan.reset();
    m_stage = Stage::solving;
    m_found = std::make_shared<Found>();
    m_job = input.background.run([this, desk = m_desk, found = std::weak_ptr(m_found)](
                                     const std::stop_token& stop) -> Background::Finish {
        schedule::sat::Limits limits;
        limits.stop = stop;
        if (const auto mine = found.lock()) {
            mine->has_begun = true;
        }
        auto plan = std::make_shared<Result<schedule::B2bPlan>>(
            schedule::plan_b2b(*desk, limits, [&](const schedule::B2bPlan& better) {
                if (const auto mine = found.lock()) {
                    const std::lock_guard lock(mine->mutex);
                    mine->better = std::make_shared<const schedule::B2bPlan>(better);
                }
            }));
        return [this, plan, found] {
            if (!found.expired()) { // else of another question, or nobody is there any more
                take(std::move(*plan));
            }
        };
    });
}

void B2bSession::take(Result<schedule::B2bPlan> plan)
{
    m_found.reset();
    m_stage = plan ? Stage::done : Stage::idle;
    if (plan) {
        m_plan = std::make_shared<const schedule::B2bPlan>(*std::move(plan));
    } else {
        m_fault = plan.error();
    }
}

void B2bSession::cancel()
{
    m_job.cancel();
    if (m_found != nullptr && !m_found->has_begun) {
        forget_plan(); // one that has not begun never does
    }
}

} // namespace dostyk::editor
