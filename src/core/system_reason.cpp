#include "core/system_reason.hpp"

#include <cerrno>
#include <system_error>

namespace dostyk {

std::string system_reason(int error_number)
{
    switch (error_number) {
    case ENOENT:
        return "no_such_file";
    case EACCES:
    case EPERM:
        return "permission_denied";
    case ENOTDIR:
        return "not_a_directory";
    case EISDIR:
        return "is_a_directory";
    case ENOSPC:
    case EDQUOT:
        return "disk_full";
    case EROFS:
        return "read_only";
    default:
        return std::generic_category().message(error_number);
    }
}

} // namespace dostyk
