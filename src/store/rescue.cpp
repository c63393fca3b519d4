#include "store/rescue.hpp"

#include "core/files.hpp"
#include "store/backup.hpp"
#include "store/working_store.hpp"

#include <system_error>

namespace dostyk::store {

namespace fs = std::filesystem;

std::optional<GoodBackup> find_good_backup(const fs::path& store_file)
{
    for (const fs::path& file : find_backups(backups_of(store_file))) {
        if (const auto made = instant_of_backup(file); made && verify_backup(file, 0)) {
            return GoodBackup{file, *made};
        }
    }
    return std::nullopt;
}

Result<fs::path> restore(const fs::path& store_file, const fs::path& backup)
{
    const auto content = read_file(backup);
    if (!content) {
        return content.error();
    }
    // Whole and on the disk before the damaged one gives its name away.
    const fs::path copy = store_file.string() + ".restored";
    if (const Status written = write_file_atomically(copy, *content, FileAccess::owner); !written) {
        return written.error();
    }
    const fs::path kept = set_aside(store_file);
    std::error_code error;
    fs::rename(copy, store_file, error);
    if (error) {
        return Error{
            ErrorCode::write_failed,
            {"error.store_failed", {{"file", store_file.string()}, {"reason", error.message()}}},
            {}};
    }
    return kept;
}

} // namespace dostyk::store
