#include "store/durability.hpp"

#include <sys/vfs.h>

#include <algorithm>
#include <array>

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

Status set_durability(Database& database, const fs::path& file)
{
    const bool is_remote = is_on_network(file);
    for (const char* pragma :
         is_remote ? std::array{"PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA"}
                   : std::array{"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL"}) {
        if (const Status status = database.execute(pragma); !status) {
            return status.error();
        }
    }
    return ok();
}

} // namespace dostyk::store
