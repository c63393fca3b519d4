/// \file
/// Work beside the main thread.

#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace dostyk {

/// A handle of a submitted job: it can be cancelled and asked whether it is over.
///
/// Letting go of the handle does not cancel the job.
class Job {
public:
    Job() = default;

    /// Ask the job to stop. One that has not begun never does; a running one sees it in its token.
    void cancel() { m_stop.request_stop(); }
    [[nodiscard]] bool is_cancelled() const noexcept { return m_stop.stop_requested(); }

private:
    friend class JobPool;
    std::stop_source m_stop;
};

/// Threads that run jobs in the order in which they came.
///
/// A job takes snapshots, returns its value through MainQueue::post and looks at its stop token at
/// least every 10 ms. The destructor stops all jobs and waits for the running ones; what they had
/// posted stays in the queue, so the queue must outlive the pool.
class JobPool {
public:
    using Work = std::function<void(std::stop_token)>;

    /// \param threads  0 = none: jobs run only in step(). Tests use that, they wait for nobody.
    explicit JobPool(std::size_t threads);
    ~JobPool();
    JobPool(const JobPool&) = delete;
    JobPool& operator=(const JobPool&) = delete;

    /// Thread-safe.
    Job submit(Work work);

    /// Run the oldest waiting job here and now; false when none waits. Thread-safe.
    bool step();

    /// Jobs that wait or run. Thread-safe.
    [[nodiscard]] std::size_t count() const;

private:
    struct Entry {
        Work work;
        std::stop_source stop;
    };

    void serve(std::stop_token stop);
    void run(Entry entry);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_has_work;
    std::deque<Entry> m_waiting;             ///< Guarded by m_mutex.
    std::vector<std::stop_source> m_running; ///< Guarded by m_mutex.
    std::vector<std::jthread> m_threads;     ///< Last, so that it goes first.
};

} // namespace dostyk
