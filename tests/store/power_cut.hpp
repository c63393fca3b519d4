/// \file
/// Edits whose answers are noted, and the check of what a loss of power leaves of them.

#pragma once

#include "store/cut_disk.hpp"
#include "store/gpkg_store.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dostyk::test {

/// A folder in memory where there is one, gone at the end: the states of a disk are looked at by
/// the thousand, and a real disk would wait for each.
class MemoryFolder {
public:
    explicit MemoryFolder(const std::string& name);
    ~MemoryFolder();
    MemoryFolder(const MemoryFolder&) = delete;
    MemoryFolder& operator=(const MemoryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

/// As long as it lives, every connection checkpoints its log at so many pages: SQLite's own 1,000
/// would make every file of a test megabytes large.
class CheckpointEvery {
public:
    explicit CheckpointEvery(int pages);
    ~CheckpointEvery();
    CheckpointEvery(const CheckpointEvery&) = delete;
    CheckpointEvery& operator=(const CheckpointEvery&) = delete;
};

/// A state that the store was in, or was told to go to.
struct Moment {
    std::size_t ops = 0; ///< That the disk had been asked for when the store answered
    store::Revision rev = 0;
    std::string hash;
    bool is_promised = true; ///< False when the answer was an error: it may be there or not.
};

/// Texts of one length, each another.
[[nodiscard]] std::string document(Chance& chance, std::size_t size);

/// Writes to a store of its own on a recording disk, and notes every answer.
class Author {
public:
    Author(RecordingVfs& vfs, std::filesystem::path file);

    /// Close the store, when it is open, and open it (again).
    void reopen();
    /// One edit, removal, undo or redo; every few steps the store is closed and opened.
    ///
    /// \param largest  Of a document [byte]; most are far smaller.
    void step(Chance& chance, std::size_t largest);
    void write(std::vector<store::Row> rows);

    [[nodiscard]] store::Store& store() { return *m_store; }
    void close() { m_store.reset(); }
    /// Note the state that the store is in.
    void note();
    [[nodiscard]] const std::vector<Moment>& moments() const noexcept { return m_moments; }
    [[nodiscard]] std::vector<Moment>& moments() noexcept { return m_moments; }

private:
    RecordingVfs& m_vfs;
    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
    std::vector<Moment> m_moments;
};

struct CutPlan {
    std::uint64_t seed = 1;
    std::size_t from = 0;  ///< Not before so many things were done
    std::size_t every = 1; ///< Cut at each so many things that the disk did.
    int mixtures = 2;      ///< How often what was not synced is drawn at each.
    std::string file = "p.gpkg";
};

/// What opening the states by the system's own file layer has found.
struct CutReport {
    int states = 0;    ///< That differ from each other
    int lost = 0;      ///< Opened and sound, but without an edit that was promised
    int foreign = 0;   ///< Opened and sound, but in a state that never was
    int unsound = 0;   ///< Not opened, or the chain does not hold
    std::string first; ///< What the first fault was; empty = there is none.

    [[nodiscard]] int faults() const { return lost + foreign + unsound; }
    CutReport& operator+=(const CutReport& other);
};

/// Cut the power everywhere and open what is left.
[[nodiscard]] CutReport cut_everywhere(const std::vector<DiskOp>& ops,
                                       const std::vector<Moment>& moments, const CutPlan& plan);

} // namespace dostyk::test
