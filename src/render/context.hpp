/// \file
/// Where the GPU comes from.

#pragma once

#include "core/result.hpp"

#include <memory>

namespace dostyk::render {

/// An OpenGL 3.3 core context, current on the thread that made it.
class Context {
public:
    virtual ~Context() = default;
    virtual void make_current() = 0;
};

/// EGL surfaceless: needs no display. Error no_display says what is missing.
[[nodiscard]] Result<std::unique_ptr<Context>> make_headless_context();

} // namespace dostyk::render
