#include "store/open_mark.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace dostyk::store {

OpenMark::OpenMark(const std::filesystem::path& store_file) : m_file(store_file.string() + ".open")
{
    const bool is_there = ::access(m_file.c_str(), F_OK) == 0;
    m_descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_descriptor < 0) {
        return;
    }
    m_was_cut_short = is_there && ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
    ::flock(m_descriptor, LOCK_SH | LOCK_NB);
}

OpenMark::~OpenMark()
{
    if (m_descriptor < 0) {
        return;
    }
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0) {
        ::unlink(m_file.c_str());
    }
    ::close(m_descriptor);
}

} // namespace dostyk::store
