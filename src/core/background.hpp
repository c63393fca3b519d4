/// \file
/// Work beside the frames, for those who know neither threads nor the frame loop.

#pragma once

#include "core/job_pool.hpp"
#include "core/main_queue.hpp"

#include <functional>

namespace dostyk {

/// Runs work elsewhere and hands over what it made on the main thread.
class Background {
public:
    /// What the main thread does with what a job made; empty = nothing.
    using Finish = std::function<void()>;
    using Work = std::function<Finish(std::stop_token)>;

    /// Without threads: work is done at once, where it is asked for. Tests use that.
    Background() = default;
    /// \param pool, finished  Outlive everybody who asks.
    Background(JobPool& pool, MainQueue& finished) : m_pool(&pool), m_finished(&finished) {}

    /// \param work  Owns what it needs; what it returns must know whether it still counts.
    Job run(Work work) const;

private:
    JobPool* m_pool = nullptr;
    MainQueue* m_finished = nullptr;
};

} // namespace dostyk
