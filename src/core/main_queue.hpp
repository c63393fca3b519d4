/// \file
/// The one door from worker threads to the main thread.

#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace dostyk {

/// Workers post() a closure that owns its result; the frame loop runs them in order. Nothing else
/// that a worker does may touch main-thread state.
class MainQueue {
public:
    using Task = std::function<void()>;

    MainQueue();
    ~MainQueue();
    MainQueue(const MainQueue&) = delete;
    MainQueue& operator=(const MainQueue&) = delete;

    /// Thread-safe.
    void post(Task task);

    /// Run queued tasks, oldest first, until the queue is empty or the budget is spent; what is
    /// left waits for the next frame. At least one runs, so a spent budget cannot starve the queue.
    /// Main thread only.
    ///
    /// \returns How many ran.
    std::size_t run(std::chrono::microseconds budget);

    /// Thread-safe.
    [[nodiscard]] bool is_empty() const;

    /// Readable while tasks wait, so that a sleep on it ends.
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

private:
    [[nodiscard]] Task take();

    int m_descriptor = -1; ///< An eventfd

    mutable std::mutex m_mutex;
    std::deque<Task> m_tasks; ///< Guarded by m_mutex.
};

} // namespace dostyk
