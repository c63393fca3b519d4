#include "scene/mesh.hpp"

#include <atomic>

namespace dostyk::scene {

std::uint64_t next_mesh_id() noexcept
{
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

} // namespace dostyk::scene
