#include "store/recording_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <new>
#include <string_view>

namespace dostyk::test {

struct RecordingVfs::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    std::string name;
    std::vector<DiskOp> ops;
    std::map<std::string, std::int64_t> sizes; ///< Of the files that are there [byte]
    std::optional<std::int64_t> quota;
    bool are_syncs_on = true;
    bool has_shared_memory = true;

    DiskAction fault = DiskAction::write;
    int until_fault = 0; ///< 0 = none is set
    bool fault_stays = false;
    bool has_failed = false;

    /// Counts an action; true when it shall fail.
    bool fails(DiskAction action)
    {
        if (action != fault || until_fault == 0) {
            return false;
        }
        if (until_fault > 1) {
            --until_fault;
            return false;
        }
        until_fault = fault_stays ? 1 : 0;
        has_failed = true;
        return true;
    }

    /// How much of a write up to `end` has room.
    [[nodiscard]] std::int64_t room_for(const std::string& file, std::int64_t end)
    {
        if (!quota) {
            return end;
        }
        std::int64_t others = 0;
        for (const auto& [other, size] : sizes) {
            others += other == file ? 0 : size;
        }
        return std::min(end, std::max(*quota - others, sizes[file]));
    }
};

namespace {

using State = RecordingVfs::State;

/// What SQLite holds; the system's own file lies behind it in the same memory.
struct File : sqlite3_file {
    State* state = nullptr;
    std::string name; ///< Empty = a temporary file, which nobody misses
    bool is_new = false;

    [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

File& file_of(sqlite3_file* handle)
{
    return *static_cast<File*>(handle);
}

sqlite3_file* real_of(sqlite3_file* handle)
{
    return file_of(handle).real();
}

State& state_of(sqlite3_vfs* vfs)
{
    return *static_cast<State*>(vfs->pAppData);
}

sqlite3_vfs* real_of(sqlite3_vfs* vfs)
{
    return state_of(vfs).real;
}

std::string name_of(const char* path)
{
    const std::string_view whole(path);
    return std::string(whole.substr(whole.rfind('/') + 1));
}

/// What the system's own layer does as well as we.
template <auto Method, typename... Arguments>
auto pass_file(sqlite3_file* handle, Arguments... arguments)
{
    return (real_of(handle)->pMethods->*Method)(real_of(handle), arguments...);
}

template <auto Method, typename... Arguments>
auto pass_vfs(sqlite3_vfs* vfs, Arguments... arguments)
{
    return (real_of(vfs)->*Method)(real_of(vfs), arguments...);
}

int on_close(sqlite3_file* handle)
{
    File& file = file_of(handle);
    sqlite3_file* real = file.real();
    const int code = real->pMethods == nullptr ? SQLITE_OK : real->pMethods->xClose(real);
    file.~File();
    return code;
}

int on_write(sqlite3_file* handle, const void* bytes, int count, sqlite3_int64 offset)
{
    File& file = file_of(handle);
    sqlite3_file* real = file.real();
    if (file.name.empty()) {
        return real->pMethods->xWrite(real, bytes, count, offset);
    }
    State& state = *file.state;
    int code = SQLITE_OK;
    int fitting = count;
    if (state.fails(DiskAction::write)) {
        // A disk that fails has often done a part of it.
        code = SQLITE_IOERR_WRITE;
        fitting = count / 2;
    } else if (const auto room = state.room_for(file.name, offset + count); room < offset + count) {
        code = SQLITE_FULL;
        fitting = static_cast<int>(std::max<std::int64_t>(room - offset, 0));
    }
    if (fitting == 0) {
        return code;
    }
    if (const int failed = real->pMethods->xWrite(real, bytes, fitting, offset);
        failed != SQLITE_OK) {
        return failed;
    }
    std::int64_t& size = state.sizes[file.name];
    size = std::max<std::int64_t>(size, offset + fitting);
    state.ops.push_back(
        {DiskAction::write, file.name, offset,
         std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(fitting)), false});
    return code;
}

int on_truncate(sqlite3_file* handle, sqlite3_int64 size)
{
    File& file = file_of(handle);
    if (!file.name.empty() && file.state->fails(DiskAction::truncate)) {
        return SQLITE_IOERR_TRUNCATE;
    }
    const int code = file.real()->pMethods->xTruncate(file.real(), size);
    if (code == SQLITE_OK && !file.name.empty()) {
        file.state->sizes[file.name] = size;
        file.state->ops.push_back({DiskAction::truncate, file.name, size, {}, false});
    }
    return code;
}

int on_sync(sqlite3_file* handle, int /*flags*/)
{
    File& file = file_of(handle);
    if (file.name.empty() || !file.state->are_syncs_on) {
        return SQLITE_OK;
    }
    if (file.state->fails(DiskAction::sync)) {
        file.state->ops.push_back({DiskAction::failed_sync, file.name, 0, {}, false});
        return SQLITE_IOERR_FSYNC;
    }
    // The system's layer syncs the folder with the first sync of a log or a journal that it made.
    file.state->ops.push_back({DiskAction::sync, file.name, 0, {}, file.is_new});
    file.is_new = false;
    return SQLITE_OK;
}

/// \param version  1 has no shared memory; 2 has; 3 would map the file past on_write().
sqlite3_io_methods methods_of(int version)
{
    sqlite3_io_methods methods{};
    methods.iVersion = version;
    methods.xClose = on_close;
    methods.xRead = pass_file<&sqlite3_io_methods::xRead>;
    methods.xWrite = on_write;
    methods.xTruncate = on_truncate;
    methods.xSync = on_sync;
    methods.xFileSize = pass_file<&sqlite3_io_methods::xFileSize>;
    methods.xLock = pass_file<&sqlite3_io_methods::xLock>;
    methods.xUnlock = pass_file<&sqlite3_io_methods::xUnlock>;
    methods.xCheckReservedLock = pass_file<&sqlite3_io_methods::xCheckReservedLock>;
    methods.xFileControl = pass_file<&sqlite3_io_methods::xFileControl>;
    methods.xSectorSize = pass_file<&sqlite3_io_methods::xSectorSize>;
    methods.xDeviceCharacteristics = pass_file<&sqlite3_io_methods::xDeviceCharacteristics>;
    if (version > 1) {
        methods.xShmMap = pass_file<&sqlite3_io_methods::xShmMap>;
        methods.xShmLock = pass_file<&sqlite3_io_methods::xShmLock>;
        methods.xShmBarrier = pass_file<&sqlite3_io_methods::xShmBarrier>;
        methods.xShmUnmap = pass_file<&sqlite3_io_methods::xShmUnmap>;
    }
    return methods;
}

int on_open(sqlite3_vfs* vfs, const char* path, sqlite3_file* handle, int flags, int* flags_out)
{
    static const sqlite3_io_methods with_memory = methods_of(2);
    static const sqlite3_io_methods without_memory = methods_of(1);
    State& state = state_of(vfs);
    File& file = *new (static_cast<void*>(handle)) File;
    file.state = &state;
    file.real()->pMethods = nullptr;
    constexpr int kept = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
    const bool is_kept = path != nullptr && (flags & kept) != 0;
    int is_there = 0;
    if (is_kept) {
        state.real->xAccess(state.real, path, SQLITE_ACCESS_EXISTS, &is_there);
    }
    const int code = state.real->xOpen(state.real, path, file.real(), flags, flags_out);
    if (code != SQLITE_OK) {
        on_close(&file);
        handle->pMethods = nullptr; // else SQLite may close it once more
        return code;
    }
    file.pMethods = state.has_shared_memory ? &with_memory : &without_memory;
    if (!is_kept) {
        return code;
    }
    file.name = name_of(path);
    if (is_there == 0) {
        file.is_new = (flags & SQLITE_OPEN_MAIN_DB) == 0;
        state.ops.push_back({DiskAction::create, file.name, 0, {}, false});
    }
    sqlite3_int64 size = 0;
    file.real()->pMethods->xFileSize(file.real(), &size);
    state.sizes[file.name] = size;
    return code;
}

int on_sleep(sqlite3_vfs* /*vfs*/, int microseconds)
{
    return microseconds; // on one thread nobody gives a lock back meanwhile
}

int on_delete(sqlite3_vfs* vfs, const char* path, int syncs_folder)
{
    State& state = state_of(vfs);
    if (state.fails(DiskAction::remove)) {
        return SQLITE_IOERR_DELETE;
    }
    // The folder of the record is synced, the one under it need not be.
    const int code = state.real->xDelete(state.real, path, 0);
    if (code == SQLITE_OK) {
        const std::string name = name_of(path);
        state.sizes.erase(name);
        state.ops.push_back(
            {DiskAction::remove, name, 0, {}, syncs_folder != 0 && state.are_syncs_on});
    }
    return code;
}

} // namespace

RecordingVfs::RecordingVfs(const std::string& name) : m_state(std::make_unique<State>())
{
    State& state = *m_state;
    state.real = sqlite3_vfs_find(nullptr);
    state.name = name;
    state.vfs.iVersion = 1;
    state.vfs.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
    state.vfs.mxPathname = state.real->mxPathname;
    state.vfs.zName = state.name.c_str();
    state.vfs.pAppData = &state;
    state.vfs.xOpen = on_open;
    state.vfs.xDelete = on_delete;
    state.vfs.xAccess = pass_vfs<&sqlite3_vfs::xAccess>;
    state.vfs.xFullPathname = pass_vfs<&sqlite3_vfs::xFullPathname>;
    state.vfs.xRandomness = pass_vfs<&sqlite3_vfs::xRandomness>;
    state.vfs.xSleep = on_sleep;
    state.vfs.xCurrentTime = pass_vfs<&sqlite3_vfs::xCurrentTime>;
    state.vfs.xGetLastError = pass_vfs<&sqlite3_vfs::xGetLastError>;
    sqlite3_vfs_register(&state.vfs, 0);
}

RecordingVfs::~RecordingVfs()
{
    sqlite3_vfs_unregister(&m_state->vfs);
}

const std::string& RecordingVfs::name() const noexcept
{
    return m_state->name;
}

const std::vector<DiskOp>& RecordingVfs::ops() const noexcept
{
    return m_state->ops;
}

void RecordingVfs::fail_at(DiskAction action, int nth, bool stays)
{
    m_state->fault = action;
    m_state->until_fault = nth;
    m_state->fault_stays = stays;
    m_state->has_failed = false;
}

void RecordingVfs::lift_fault() noexcept
{
    m_state->until_fault = 0;
}

bool RecordingVfs::has_failed() const noexcept
{
    return m_state->has_failed;
}

void RecordingVfs::set_quota(std::optional<std::int64_t> bytes) noexcept
{
    m_state->quota = bytes;
}

void RecordingVfs::set_syncs(bool are_on) noexcept
{
    m_state->are_syncs_on = are_on;
}

void RecordingVfs::set_shared_memory(bool is_there) noexcept
{
    m_state->has_shared_memory = is_there;
}

} // namespace dostyk::test
