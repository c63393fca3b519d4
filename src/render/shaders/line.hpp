#pragma once

namespace dostyk::render::shaders {

inline constexpr const char* line_vertex = R"(#version 330 core
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 normal;
layout(location = 2) in vec2 side_along;
uniform vec4 clip;  // scale, offset
uniform vec2 pixel; // clip units a pixel
uniform vec3 shape; // half the width with the soft edge, offset [px]; px per world unit
out vec2 across_along; // [px]
void main()
{
    float away = side_along.x * shape.x + shape.y;
    gl_Position = vec4(position * clip.xy + clip.zw + normal * away * pixel, 0.0, 1.0);
    across_along = vec2(side_along.x * shape.x, side_along.y * shape.z);
}
)";

inline constexpr const char* line_fragment = R"(#version 330 core
in vec2 across_along;
uniform vec4 color;
uniform float edge; // half the width + 0.5 [px]
out vec4 result;
void main() { result = color * clamp(edge - abs(across_along.x), 0.0, 1.0); }
)";

inline constexpr const char* dashed_line_fragment = R"(#version 330 core
in vec2 across_along;
uniform vec4 color;
uniform float edge;
uniform vec2 dash; // dash, dash + gap [px]
out vec4 result;
void main()
{
    float at = mod(across_along.y, dash.y);
    float inside = max(min(at, dash.x - at), at - dash.y);
    result = color * clamp(edge - abs(across_along.x), 0.0, 1.0) * clamp(inside + 0.5, 0.0, 1.0);
}
)";

} // namespace dostyk::render::shaders
