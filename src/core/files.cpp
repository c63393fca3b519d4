#include "core/files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
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
        {"error.write_failed", {{"file", path.string()}, {"reason", std::strerror(errno)}}},
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
    std::ifstream stream(path, std::ios::binary);
    if (fs::is_directory(path, error) || !stream) {
        return Error{
            ErrorCode::unreadable, {"error.file_unreadable", {{"file", path.string()}}}, {}};
    }
    return std::string{std::istreambuf_iterator<char>(stream), {}};
}

Status write_file_atomically(const fs::path& path, std::string_view content)
{
    std::error_code error;
    if (path.has_parent_path()) {
        fs::create_directories(path.parent_path(), error);
    }
    fs::path beside = path;
    beside += ".new";
    {
        const Descriptor file(
            ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (file.get() < 0 || !write_all(file.get(), content) || ::fsync(file.get()) != 0) {
            const Error failure = write_error(path);
            ::unlink(beside.c_str());
            return failure;
        }
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) {
        const Error failure = write_error(path);
        ::unlink(beside.c_str());
        return failure;
    }
    return ok();
}

} // namespace dostyk
