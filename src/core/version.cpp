#include "core/version.hpp"

namespace dostyk {

std::string_view version() noexcept
{
    return DOSTYK_VERSION;
}

} // namespace dostyk
