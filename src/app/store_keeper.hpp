/// \file
/// What the store of the open project needs beside the frames: to be opened, looked after and
/// backed up.

#pragma once

#include "core/job_pool.hpp"
#include "core/main_queue.hpp"
#include "editor/workspace.hpp"

#include <chrono>

namespace dostyk::app {

/// Main thread only; its jobs hand over through the queue.
class StoreKeeper {
public:
    /// All three outlive it and its jobs.
    StoreKeeper(editor::Workspace& workspace, JobPool& jobs, MainQueue& finished);
    /// Backs up what was edited, if a backup is due.
    ~StoreKeeper();
    StoreKeeper(const StoreKeeper&) = delete;
    StoreKeeper& operator=(const StoreKeeper&) = delete;

    /// While nothing else is to be done: open the store, once; back it up when that is due.
    void work_ahead();
    /// Open the store before the first frame. Error: why it cannot be opened; it is told, too.
    [[nodiscard]] Status open_now();
    /// Take in what others changed; true when there was something. Cheap when there was nothing.
    bool look();
    /// A network share says nothing by itself: how long until it is looked at. [s]
    [[nodiscard]] double seconds_to_next_look() const;

private:
    using Clock = std::chrono::steady_clock;

    void adopt(editor::EditSession::Opening opening);
    void back_up();
    void tell_findings();

    editor::Workspace& m_workspace;
    JobPool& m_jobs;
    MainQueue& m_finished;
    bool m_has_begun = false;
    Clock::time_point m_looked_at;
    store::Revision m_backed_up = 0; ///< What the last backup was asked for
    Clock::time_point m_asked_at;
};

} // namespace dostyk::app
