/// \file
/// Reads the files of the project's own layers beside the frames, and hears when they change.

#pragma once

#include "core/file_watch.hpp"
#include "core/job_pool.hpp"
#include "core/main_queue.hpp"
#include "editor/workspace.hpp"
#include "intake/worker_client.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace dostyk::app {

/// Main thread only; its jobs hand over through the queue. They have threads of their own, because
/// a foreign file may take its reader a minute.
class LayerKeeper {
public:
    /// Draw a layer with this content from now on; null = not any more.
    using Show =
        std::function<void(const std::string&, std::shared_ptr<const scene::LayerContent>)>;

    /// Workspace and queue outlive it.
    LayerKeeper(editor::Workspace& workspace, MainQueue& finished, Show show,
                intake::ReadOptions reading = {});
    LayerKeeper(const LayerKeeper&) = delete;
    LayerKeeper& operator=(const LayerKeeper&) = delete;

    /// Ask for what the next frames want: files that are not read yet, levels of detail of the
    /// zoom, and layers that somebody is about to add. True when panels have something new to say.
    bool request();

    /// Hear of files that changed; true when one of a layer did. Cheap when there was nothing.
    bool look();
    /// Readable when a file may have changed; -1 = nothing is watched.
    [[nodiscard]] int watch_descriptor() const noexcept { return m_watch.descriptor(); }
    /// Jobs that wait or run: for tests, which step them.
    bool step() { return m_jobs.step(); }
    [[nodiscard]] std::size_t job_count() const { return m_jobs.count(); }

private:
    void forget_removed();
    void read(const model::UserLayer& layer);
    void cook(const model::UserLayer& layer);
    void draft();
    void take_draft(Result<std::vector<editor::NewLayer>> made);

    editor::Workspace& m_workspace;
    MainQueue& m_finished;
    Show m_show;
    intake::ReadOptions m_reading;
    std::filesystem::path m_base;
    FileWatch m_watch;
    std::set<std::string> m_known;                   ///< Ids that were asked for
    std::set<std::pair<std::string, int>> m_cooking; ///< Layers and levels that a job makes
    JobPool m_jobs{1}; ///< Last: its jobs are over before what they use goes.
};

} // namespace dostyk::app
