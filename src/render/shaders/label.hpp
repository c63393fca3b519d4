#pragma once

namespace dostyk::render::shaders {

// The distance is a linear ramp: how steep it is on the screen, and where it crosses one half, is
// known for every glyph beforehand, so nothing is derived here.
inline constexpr const char* label_vertex = R"(#version 330 core
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec2 ramp;
layout(location = 3) in vec4 color;
uniform vec4 clip;
uniform vec2 atlas; // 1 / size
out vec2 at;
flat out vec2 gain_bias;
flat out vec4 tint;
void main()
{
    gl_Position = vec4(position * clip.xy + clip.zw, 0.0, 1.0);
    at = texel * atlas;
    gain_bias = ramp;
    tint = color;
}
)";

inline constexpr const char* label_fragment = R"(#version 330 core
in vec2 at;
flat in vec2 gain_bias;
flat in vec4 tint;
uniform sampler2D fields;
out vec4 result;
void main()
{
    result = tint * clamp(texture(fields, at).r * gain_bias.x + gain_bias.y, 0.0, 1.0);
}
)";

} // namespace dostyk::render::shaders
