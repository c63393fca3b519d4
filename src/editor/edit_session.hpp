/// \file
/// The open project while people edit it: its value, its store, and every edit of the one committed
/// to the other.

#pragma once

#include "core/diagnostics.hpp"
#include "core/file_watch.hpp"
#include "core/result.hpp"
#include "editor/command.hpp"
#include "editor/step_text.hpp"
#include "model/project.hpp"
#include "store/open_mark.hpp"
#include "store/rescue.hpp"
#include "store/working_store.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// An edit that the disk did not take. It is shown, and kept until the disk takes it.
struct UnsavedEdit {
    Command command;
    Error reason;
};

/// One project and its store. An edit is on the disk when submit() returns, or it says why not.
///
/// The store opens beside the first frames: until then the project is what its files say. On one
/// thread; what others do to store and folder is taken in by take_outside_changes().
class EditSession {
public:
    using ProjectPtr = std::shared_ptr<const model::Project>;

    /// A project without a store: it is shown, and every edit refused.
    explicit EditSession(ProjectPtr project);
    /// \param path   The folder or store file that the project was read from.
    /// \param state  Where it is of a store's rows: they need not be read again.
    EditSession(ProjectPtr project, std::filesystem::path path,
                std::optional<store::ReadState> state = {});
    ~EditSession();
    EditSession(const EditSession&) = delete;
    EditSession& operator=(const EditSession&) = delete;

    /// A store with the project of its rows, opened for a session: adopt() takes it.
    struct Opening {
        Result<store::OpenProject> opened;
        std::optional<model::Project> project; ///< Without transport; none = as the session has it
        store::Revision rev = 0;               ///< Of the project, or of what the session has
        Diagnostics findings;                  ///< Of the folder's files and of merging them in
        std::optional<store::Rescue> rescue;   ///< Where the store is damaged
    };
    /// What opens the store: for a job, or to be called here and now.
    [[nodiscard]] std::function<Opening()> opener() const;
    /// Take what opener() opened; dropped where the store is open by now.
    void adopt(Opening opening);
    [[nodiscard]] bool is_open() const noexcept { return m_store.has_value(); }
    /// Open the store now, if it is not open.
    [[nodiscard]] Status open();

    /// The project with every edit. Another object after each change.
    [[nodiscard]] const ProjectPtr& project() const noexcept { return m_project; }

    /// Commit an edit.
    ///
    /// \param run  Edits of one name in a row are one step of the history, as typing is; empty = a
    ///             step of its own.
    /// \returns    The revision. Errors: what edit_of() refuses; where the disk refuses, the edit
    ///             is kept in unsaved() and shown.
    Result<store::Revision> submit(const Command& command, std::string_view run = {});
    /// The typing or dragging is over: what comes next is another step.
    void end_run() noexcept { m_run.clear(); }
    /// Whether submit() would refuse, and why; nothing is written.
    [[nodiscard]] Status check(const Command& command);

    Result<store::Revision> undo();
    Result<store::Revision> redo();
    /// What undo and redo would do. Read anew after each change.
    [[nodiscard]] const store::Stacks& stacks();
    /// What a step says to a person; read from the store.
    [[nodiscard]] StepText text_of(const store::Step& step, Language language);
    /// Undo or redo until a step of the stacks is the last one in force; 0 = before all of them.
    [[nodiscard]] Status go_to(store::Revision step);

    [[nodiscard]] store::Revision revision() const noexcept { return m_rev; }
    /// Of all documents of the store. Error unsupported while it is not open.
    [[nodiscard]] Result<std::string> hash();
    /// Documents that the folder does not have as they are; 0 for a store file.
    [[nodiscard]] std::int64_t unwritten() const noexcept { return m_unwritten; }
    [[nodiscard]] const std::vector<UnsavedEdit>& unsaved() const noexcept { return m_unsaved; }
    /// False for a project without a store.
    [[nodiscard]] bool is_editable() const noexcept { return m_is_editable; }
    [[nodiscard]] bool has_folder() const noexcept;
    /// The project was read from a folder, whether its store is open or not.
    [[nodiscard]] bool is_folder() const;
    [[nodiscard]] bool is_on_network() const noexcept { return m_is_on_network; }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }
    /// Of the store; empty while it is not open.
    [[nodiscard]] std::filesystem::path store_file() const;
    /// The program that had the project open before did not end cleanly.
    [[nodiscard]] bool was_cut_short() const noexcept { return m_was_cut_short; }
    /// Why the store could not be opened; the project is shown all the same.
    [[nodiscard]] const std::optional<Error>& open_error() const noexcept { return m_open_error; }
    /// What there is in the place of a store that is damaged.
    [[nodiscard]] const std::optional<store::Rescue>& rescue() const noexcept { return m_rescue; }
    /// Set the damaged store aside and open its backup in its place, or a new one of the folder's
    /// files. \returns Where the damaged one is kept. \pre rescue()
    [[nodiscard]] Result<std::filesystem::path> recover(bool from_backup);
    /// Conflicts and unsound files of the last merge with the folder.
    [[nodiscard]] const Diagnostics& findings() const noexcept { return m_findings; }
    void dismiss_findings() { m_findings = {}; }
    void dismiss_finding(std::size_t index);
    /// For a conflict: the edit that gives the field the folder's value.
    [[nodiscard]] Result<Command> folder_value_of(const Finding& conflict);

    /// Try the unsaved edits again, and write every edit into the folder.
    [[nodiscard]] Status write_to_folder();

    /// Take in what other processes wrote into the store, and what the folder's files say by now,
    /// as far as it was heard. \param is_blind  Look at all of it: nothing is heard of a network
    /// share.
    [[nodiscard]] Status take_outside_changes(bool is_blind = false);
    /// Readable when there may be something to take in; -1 = nothing is watched.
    [[nodiscard]] int watch_descriptor() const noexcept { return m_watch.descriptor(); }

private:
    struct OpenStore {
        store::OpenProject opened;
        std::unique_ptr<store::OpenMark> mark;
    };

    [[nodiscard]] Status refresh();
    Result<store::Revision> moved(Result<store::Revision> rev);
    [[nodiscard]] Status read_again();
    void show(std::vector<store::Row> changed);
    void watch_files();
    [[nodiscard]] Status retry_unsaved();
    [[nodiscard]] bool is_of_folder(const std::filesystem::path& file) const;

    ProjectPtr m_project;
    std::filesystem::path m_path;
    std::optional<store::ReadState> m_read; ///< What the project was at first
    bool m_is_editable = true;
    std::optional<OpenStore> m_store;
    std::optional<Error> m_open_error;
    std::optional<store::Rescue> m_rescue;
    store::Revision m_rev = 0;
    std::int64_t m_unwritten = 0;
    bool m_is_on_network = false;
    bool m_was_cut_short = false;
    std::vector<UnsavedEdit> m_unsaved;
    std::optional<store::Stacks> m_stacks; ///< Until the next change
    std::string m_run;
    store::Revision m_run_rev = 0;
    FileWatch m_watch;
    Diagnostics m_findings;
};

} // namespace dostyk::editor
