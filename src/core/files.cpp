#include "core/files.hpp"

#include "core/system_reason.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace dostyk {

namespace fs = std::filesystem;

namespace {

Error write_error(const fs::path& path)
{
    return Error{
        ErrorCode::write_failed,
        {"error.write_failed", {{"file", path.string()}, {"reason", system_reason(errno)}}},
        {}};
}

/// File descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const noexcept { return m_fd; }

private:
    int m_fd;
};

/// Bring the names in a folder to the disk, where one of them is that of `path`: a file outlives a
/// loss of power only by its name. A file system that cannot sync a folder, and a folder that may
/// not be read, have no better to offer; a disk that fails is told of.
Status sync_folder_of(const fs::path& path)
{
    const fs::path folder = path.parent_path();
    const Descriptor opened(
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() < 0 || ::fsync(opened.get()) == 0 || errno == EINVAL || errno == EROFS ||
        errno == ENOTSUP || errno == ENOSYS) {
        return ok();
    }
    return Error{ErrorCode::write_failed,
                 {"error.not_on_disk", {{"file", path.string()}, {"reason", system_reason(errno)}}},
                 {}};
}

/// A device, a pipe or a folder: to read it may never end, to replace it would break the system.
bool is_other_than_file(const fs::path& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    return fs::exists(status) && !fs::is_regular_file(status);
}

/// Where a link points, so that the file is replaced and the link stays.
fs::path resolved(const fs::path& path)
{
    std::error_code error;
    fs::path target = fs::canonical(path, error);
    return error ? path : target;
}

mode_t mode_of(const fs::path& path)
{
    constexpr mode_t for_new_files = 0644;
    struct ::stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : for_new_files;
}

bool write_all(int fd, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return false;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Result<std::string> read_file(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error)) {
        return Error{ErrorCode::not_found, {"error.file_missing", {{"file", path.string()}}}, {}};
    }
    std::ifstream stream;
    if (!is_other_than_file(path)) {
        stream.open(path, std::ios::binary);
    }
    if (!stream.is_open()) {
        return Error{
            ErrorCode::unreadable, {"error.file_unreadable", {{"file", path.string()}}}, {}};
    }
    return std::string{std::istreambuf_iterator<char>(stream), {}};
}

Status make_folders(const fs::path& folder)
{
    std::error_code error;
    if (folder.empty() || fs::exists(folder, error)) {
        return ok();
    }
    if (const fs::path above = folder.parent_path(); above != folder) {
        if (Status status = make_folders(above); !status) {
            return status;
        }
    }
    return fs::create_directory(folder, error) ? sync_folder_of(folder) : ok();
}

Status write_file_atomically(const fs::path& path, std::string_view content, FileAccess access)
{
    if (is_other_than_file(path)) {
        return Error{ErrorCode::write_failed, {"error.not_a_file", {{"file", path.string()}}}, {}};
    }
    const fs::path target = resolved(path);
    if (Status status = make_folders(target.parent_path()); !status) {
        return status;
    }
    // A name that nothing has: what the user keeps beside the file is not ours to overwrite.
    std::string beside = target.string() + ".XXXXXX";
    constexpr mode_t for_owner = 0600;
    const mode_t mode = access == FileAccess::owner ? for_owner : mode_of(target);
    {
        const Descriptor file(::mkostemp(beside.data(), O_CLOEXEC));
        if (file.get() < 0) {
            return write_error(path);
        }
        if (!write_all(file.get(), content) || ::fchmod(file.get(), mode) != 0 ||
            ::fsync(file.get()) != 0) {
            const Error failure = write_error(path);
            ::unlink(beside.c_str());
            return failure;
        }
    }
    if (::rename(beside.c_str(), target.c_str()) != 0) {
        const Error failure = write_error(path);
        ::unlink(beside.c_str());
        return failure;
    }
    return sync_folder_of(target);
}

Status put_in_place(const fs::path& made, const fs::path& path)
{
    const Descriptor file(::open(made.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0 || ::fsync(file.get()) != 0 || ::rename(made.c_str(), path.c_str()) != 0) {
        const Error failure = write_error(path);
        ::unlink(made.c_str());
        return failure;
    }
    return sync_folder_of(path);
}

Status remove_file(const fs::path& path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
        return write_error(path);
    }
    // Where it is gone already, that may not be on the disk yet.
    return sync_folder_of(path);
}

fs::path first_free(const fs::path& path)
{
    const std::string stem = (path.parent_path() / path.stem()).string();
    fs::path free = path;
    std::error_code error;
    for (int i = 2; fs::exists(free, error); ++i) {
        free = stem + "-" + std::to_string(i) + path.extension().string();
    }
    return free;
}

} // namespace dostyk
