/// \file
/// Large stores for measuring: plainly made up, and the same for the same seed.

#pragma once

#include "store/store.hpp"

#include <cstdint>

namespace dostyk::store {

/// Fill an empty store with a project of so many sites, besides its settings and one source.
///
/// Each site has two claims (name and place) and about 500 bytes; its names say that it is made up.
[[nodiscard]] Status fill_for_measuring(Store& store, std::int64_t entities, std::uint32_t seed);

} // namespace dostyk::store
