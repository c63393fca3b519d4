/// \file
/// What a disk may hold after its power went: all that was synced, and of the rest any part.

#pragma once

#include "store/recording_vfs.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace dostyk::test {

/// Numbers that are the same on every machine (SplitMix64), which std's distributions are not.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next() noexcept;
    /// In [0, end).
    std::uint64_t below(std::uint64_t end) noexcept { return next() % end; }
    bool one_in(std::uint64_t count) noexcept { return below(count) == 0; }

private:
    std::uint64_t m_state;
};

/// Which of the things that were not synced reached the disk.
enum class Cut {
    nothing,    ///< None
    everything, ///< All, as when only the program ended
    torn,       ///< All but the last write, of which the first sectors did
    some,       ///< Any, in any order: some, and of some writes some sectors
    few,        ///< As some, but most did not
};

/// Names and contents of the files in the folder.
using FileImages = std::map<std::string, std::string>;

/// Takes what was done one by one; between two of them the power may go.
///
/// A write, a truncation, and the making and removing of a file may each reach the disk or not
/// until a sync: of the file for its content and that it is there, of the folder for all its
/// entries. What was waiting for a sync that failed may be lost even when a later sync succeeds:
/// the system has let go of it.
class CutDisk {
public:
    void apply(const DiskOp& op);
    /// True when there is no doubt about anything.
    [[nodiscard]] bool is_settled() const;
    [[nodiscard]] FileImages files(Cut cut, Chance& chance) const;

private:
    enum class Fate { open, synced, lost_or_not };
    struct Waiting {
        DiskOp op;
        Fate fate = Fate::open;
    };
    struct Inode {
        std::string content; ///< That is on the disk for sure
        std::vector<Waiting> waiting;
    };
    using InodeIndex = int; ///< Into m_inodes; -1 = there is no file of the name

    static void settle(Inode& inode);
    void settle_folder();
    static std::string image_of(const Inode& inode, Cut cut, Chance& chance);

    std::vector<Inode> m_inodes;
    /// What each name has stood for since the folder's last sync, the oldest first.
    std::map<std::string, std::vector<InodeIndex>> m_names;
};

} // namespace dostyk::test
