#include "intake/mapped_file.hpp"

#include "core/system_reason.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace dostyk::intake {

namespace {

Error unreadable(const std::filesystem::path& file)
{
    return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                 {"error.foreign_unreadable",
                  {{"file", file.filename().string()}, {"reason", system_reason(errno)}}},
                 {}};
}

} // namespace

Result<MappedFile> MappedFile::open(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return unreadable(file);
    }
    struct stat status {};
    void* start = nullptr;
    const bool is_known = ::fstat(descriptor, &status) == 0;
    const auto size = static_cast<std::size_t>(status.st_size);
    if (is_known && size > 0) {
        start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    }
    ::close(descriptor);
    if (!is_known || start == MAP_FAILED) {
        return unreadable(file);
    }
    return MappedFile(size > 0 ? std::string_view(static_cast<const char*>(start), size)
                               : std::string_view());
}

MappedFile::MappedFile(MappedFile&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty()) {
        ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size());
    }
}

} // namespace dostyk::intake
