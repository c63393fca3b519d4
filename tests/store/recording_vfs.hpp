/// \file
/// A disk for SQLite that writes down what it was asked to do, and that fails where a test says so.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dostyk::test {

enum class DiskAction { create, write, truncate, sync, failed_sync, remove };

/// One thing that the disk did to the database, its -wal or its -journal.
struct DiskOp {
    DiskAction action = DiskAction::write;
    std::string file;              ///< Name without its folder
    std::int64_t offset = 0;       ///< write: where it begins; truncate: the new size [byte]
    std::string bytes;             ///< write: what was written
    bool is_folder_synced = false; ///< sync, remove: the folder's entries are on the disk too
};

/// A file layer of SQLite's over the system's own, known by its name as long as it lives.
///
/// On one thread. Syncs are written down and go no further: the record stands for the disk, and the
/// one under it is not going to lose its power.
class RecordingVfs {
public:
    explicit RecordingVfs(const std::string& name);
    ~RecordingVfs();
    RecordingVfs(const RecordingVfs&) = delete;
    RecordingVfs& operator=(const RecordingVfs&) = delete;

    [[nodiscard]] const std::string& name() const noexcept;
    /// All that was done, in order; what failed is in it as far as it got.
    [[nodiscard]] const std::vector<DiskOp>& ops() const noexcept;

    /// Let the nth write, sync, truncate or remove from now on fail, counted from 1.
    ///
    /// \param stays  So does every later one of its kind, until lift_fault().
    void fail_at(DiskAction action, int nth, bool stays);
    void lift_fault() noexcept;
    /// True when the fault has been met since fail_at().
    [[nodiscard]] bool has_failed() const noexcept;

    /// How large the files may be together [byte]; nothing = no limit.
    void set_quota(std::optional<std::int64_t> bytes) noexcept;
    /// Off: a sync does nothing, tells that all is well, and is not written down.
    void set_syncs(bool are_on) noexcept;
    /// Off: as on a file system that cannot map memory, where there is no write-ahead log.
    void set_shared_memory(bool is_there) noexcept;

    struct State; ///< Of the .cpp alone

private:
    std::unique_ptr<State> m_state;
};

} // namespace dostyk::test
