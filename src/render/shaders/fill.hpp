#pragma once

namespace dostyk::render::shaders {

inline constexpr const char* fill_vertex = R"(#version 330 core
layout(location = 0) in vec2 position;
uniform vec4 clip; // scale, offset
void main() { gl_Position = vec4(position * clip.xy + clip.zw, 0.0, 1.0); }
)";

inline constexpr const char* fill_fragment = R"(#version 330 core
uniform vec4 color;
out vec4 result;
void main() { result = color; }
)";

// Stripes: across.xy is the direction across them in framebuffer pixels divided by the spacing,
// across.z the phase that anchors them to the ground.
inline constexpr const char* hatch_fragment = R"(#version 330 core
uniform vec4 color;
uniform vec3 across;
uniform vec2 size; // spacing, width [px]
out vec4 result;
void main()
{
    float turn = dot(gl_FragCoord.xy, across.xy) + across.z;
    float away = abs(fract(turn) - 0.5) * size.x;
    result = color * clamp(size.y * 0.5 - away + 0.5, 0.0, 1.0);
}
)";

inline constexpr const char* shade_vertex = R"(#version 330 core
layout(location = 0) in vec2 position;
uniform vec4 clip;  // scale, offset
uniform vec4 place; // scale, offset into the picture
out vec2 at;
void main()
{
    gl_Position = vec4(position * clip.xy + clip.zw, 0.0, 1.0);
    at = position * place.xy + place.zw;
}
)";

inline constexpr const char* shade_fragment = R"(#version 330 core
in vec2 at;
uniform vec4 color;
uniform sampler2D shade;
out vec4 result;
void main()
{
    vec4 over = texture(shade, at);
    result = vec4(color.rgb * (1.0 - over.a) + over.rgb * color.a, color.a);
}
)";

} // namespace dostyk::render::shaders
