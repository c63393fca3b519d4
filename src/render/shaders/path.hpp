#pragma once

namespace dostyk::render::shaders {

inline constexpr const char* path_vertex = R"(#version 330 core
layout(location = 0) in vec2 position;
layout(location = 1) in vec4 across_half_along_length;
layout(location = 2) in vec2 dash;
layout(location = 3) in vec4 color;
uniform vec4 clip;
out vec4 ribbon;
flat out vec2 dash_period;
flat out vec4 tint;
void main()
{
    gl_Position = vec4(position * clip.xy + clip.zw, 0.0, 1.0);
    ribbon = across_half_along_length;
    dash_period = dash;
    tint = color;
}
)";

inline constexpr const char* path_fragment = R"(#version 330 core
in vec4 ribbon; // across, half the width, along, length [px]
flat in vec2 dash_period;
flat in vec4 tint;
out vec4 result;
void main()
{
    float cover = clamp(ribbon.y + 0.5 - abs(ribbon.x), 0.0, 1.0);
    cover *= clamp(min(ribbon.z, ribbon.w - ribbon.z) + 0.5, 0.0, 1.0);
    if (dash_period.x > 0.0) {
        float at = mod(ribbon.z, dash_period.y);
        float inside = max(min(at, dash_period.x - at), at - dash_period.y);
        cover *= clamp(inside + 0.5, 0.0, 1.0);
    }
    result = tint * cover;
}
)";

} // namespace dostyk::render::shaders
