#include "store/durability.hpp"

#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

namespace dostyk::store {

namespace fs = std::filesystem;

bool is_on_network(const fs::path& file) noexcept
{
    struct statfs system {};
    if (::statfs(file.c_str(), &system) != 0 &&
        ::statfs(file.parent_path().c_str(), &system) != 0) {
        return false;
    }
    // The numbers of linux/magic.h and of the file systems' own sources.
    constexpr std::array<unsigned long, 6> remote{0x6969 /* NFS */,      0x517B /* SMB */,
                                                  0xFF534D42 /* CIFS */, 0xFE534D42 /* SMB2 */,
                                                  0x65735546 /* FUSE */, 0x01021997 /* 9p */};
    return std::find(remote.begin(), remote.end(),
                     static_cast<unsigned long>(system.f_type) & 0xFFFFFFFFUL) != remote.end();
}

namespace {

/// Two that change the journal of a new store at once refuse each other without SQLite's wait.
Status execute_patiently(Database& database, const char* sql)
{
    constexpr int attempts = 100;
    Status status = database.execute(sql);
    for (int i = 0; i < attempts && !status && status.error().message.key == "error.store_busy";
         ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        status = database.execute(sql);
    }
    return status;
}

} // namespace

Status set_durability(Database& database, const fs::path& file)
{
    // EXTRA comes first, so that the file's own making has it, and is for the log too: where memory
    // cannot be shared SQLite stays with the rollback journal without an error, and a journal whose
    // removal is not on the disk would take back the last edit.
    for (const char* pragma :
         {"PRAGMA synchronous = EXTRA",
          is_on_network(file) ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL"}) {
        if (const Status status = execute_patiently(database, pragma); !status) {
            return status.error();
        }
    }
    return ok();
}

} // namespace dostyk::store
