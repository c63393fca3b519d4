#include "core/job_pool.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace dostyk {

JobPool::JobPool(std::size_t threads)
{
    m_threads.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i) {
        m_threads.emplace_back([this](std::stop_token stop) { serve(std::move(stop)); });
    }
}

JobPool::~JobPool()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.clear();
        for (std::stop_source& stop : m_running) {
            stop.request_stop();
        }
    }
    // All are told before the first is waited for.
    for (std::jthread& thread : m_threads) {
        thread.request_stop();
    }
}

Job JobPool::submit(Work work)
{
    Job job;
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.push_back({std::move(work), job.m_stop});
    }
    m_has_work.notify_one();
    return job;
}

bool JobPool::step()
{
    std::optional<Entry> entry;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_waiting.empty()) {
            return false;
        }
        entry = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_running.push_back(entry->stop);
    }
    run(std::move(*entry));
    return true;
}

std::size_t JobPool::count() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.size() + m_running.size();
}

void JobPool::serve(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        std::optional<Entry> entry;
        {
            std::unique_lock lock(m_mutex);
            if (!m_has_work.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
                return;
            }
            entry = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_running.push_back(entry->stop);
        }
        run(std::move(*entry));
    }
}

void JobPool::run(Entry entry)
{
    if (!entry.stop.stop_requested()) {
        entry.work(entry.stop.get_token());
    }
    // Destroyed here and not under the lock: what a job owns may submit another one.
    entry.work = nullptr;
    const std::scoped_lock lock(m_mutex);
    m_running.erase(std::find(m_running.begin(), m_running.end(), entry.stop));
}

} // namespace dostyk
