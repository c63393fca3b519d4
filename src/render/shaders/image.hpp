#pragma once

namespace dostyk::render::shaders {

inline constexpr const char* image_vertex = R"(#version 330 core
uniform vec4 clip; // scale, offset of the unit square
out vec2 at;
void main()
{
    at = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    gl_Position = vec4(at * clip.xy + clip.zw, 0.0, 1.0);
}
)";

inline constexpr const char* image_fragment = R"(#version 330 core
in vec2 at;
uniform sampler2D image;
uniform float opacity;
out vec4 result;
void main()
{
    result = texture(image, at) * opacity;
}
)";

} // namespace dostyk::render::shaders
