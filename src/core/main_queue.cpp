#include "core/main_queue.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <utility>

namespace dostyk {

MainQueue::MainQueue() : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

MainQueue::~MainQueue()
{
    ::close(m_descriptor);
}

void MainQueue::post(Task task)
{
    const std::scoped_lock lock(m_mutex);
    m_tasks.push_back(std::move(task));
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_descriptor, &one, sizeof(one));
}

std::size_t MainQueue::run(std::chrono::microseconds budget)
{
    const auto end = std::chrono::steady_clock::now() + budget;
    std::size_t count = 0;
    while (const Task task = take()) {
        task();
        ++count;
        if (std::chrono::steady_clock::now() >= end) {
            break;
        }
    }
    return count;
}

bool MainQueue::is_empty() const
{
    const std::scoped_lock lock(m_mutex);
    return m_tasks.empty();
}

MainQueue::Task MainQueue::take()
{
    const std::scoped_lock lock(m_mutex);
    if (m_tasks.empty()) {
        return nullptr;
    }
    Task task = std::move(m_tasks.front());
    m_tasks.pop_front();
    if (m_tasks.empty()) {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto taken = ::read(m_descriptor, &count, sizeof(count));
    }
    return task;
}

} // namespace dostyk
