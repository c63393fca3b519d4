/// \file
/// Pictures on the GPU, by id. Inside `render` only.

#pragma once

#include "render/gl_objects.hpp"
#include "render/renderer.hpp"
#include "scene/mesh.hpp"

#include <cstdint>
#include <unordered_map>

namespace dostyk::render {

/// Uploads a picture, with its smaller levels, when it is first drawn; forgets it when it was not
/// drawn for a while.
class TextureCache {
public:
    void bind(const scene::Image& image, DrawStats& stats);

    /// A frame is done: drop what was not used in the last 120.
    void end_frame();

private:
    struct Entry {
        Texture texture;
        std::uint64_t last_used = 0;
    };

    std::unordered_map<std::uint64_t, Entry> m_entries;
    std::uint64_t m_frame = 0;
};

} // namespace dostyk::render
