#pragma once

namespace dostyk::render::shaders {

inline constexpr const char* symbol_vertex = R"(#version 330 core
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 offset;  // from the middle [px]
layout(location = 2) in vec4 style;   // shape, radius, outline width [px], flags
layout(location = 3) in vec4 icon;    // texels of the icon's field
layout(location = 4) in vec4 icon_map; // texels a pixel, steepness, texel of the middle
layout(location = 5) in vec4 fill_color;
layout(location = 6) in vec4 outline_color;
layout(location = 7) in vec4 glyph_color;
uniform vec4 clip;
out vec2 from_middle;
flat out vec4 look;
flat out vec4 icon_box;
flat out vec4 icon_place;
flat out vec4 fill;
flat out vec4 outline;
flat out vec4 glyph;
void main()
{
    gl_Position = vec4(position * clip.xy + clip.zw, 0.0, 1.0);
    from_middle = offset;
    look = style;
    icon_box = icon;
    icon_place = icon_map;
    fill = fill_color;
    outline = outline_color;
    glyph = glyph_color;
}
)";

// Shapes are distances too (after Quilez, "2D distance functions"), all of about one area, so that
// no kind looks heavier than another. The order is scene::SymbolShape's.
inline constexpr const char* symbol_fragment = R"(#version 330 core
in vec2 from_middle;
flat in vec4 look;
flat in vec4 icon_box;
flat in vec4 icon_place;
flat in vec4 fill;
flat in vec4 outline;
flat in vec4 glyph;
uniform sampler2D icons;
uniform vec2 atlas; // 1 / size
out vec4 result;

float box(vec2 p, vec2 half_size, float corner)
{
    vec2 q = abs(p) - half_size + corner;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}

float triangle(vec2 p, float r)
{
    p = vec2(abs(p.x) - r, r * 0.57735 - p.y);
    if (p.x + 1.73205 * p.y > 0.0) p = vec2(p.x - 1.73205 * p.y, -1.73205 * p.x - p.y) * 0.5;
    p.x -= clamp(p.x, -2.0 * r, 0.0);
    return -length(p) * sign(p.y);
}

float pentagon(vec2 p, float r)
{
    const vec2 k = vec2(0.809017, 0.587785);
    p.x = abs(p.x);
    p -= 2.0 * min(dot(vec2(-k.x, k.y), p), 0.0) * vec2(-k.x, k.y);
    p -= 2.0 * min(dot(k, p), 0.0) * k;
    p -= vec2(clamp(p.x, -r * 0.726543, r * 0.726543), r);
    return length(p) * sign(p.y);
}

float hexagon(vec2 p, float r)
{
    const vec2 k = vec2(-0.866025, 0.5);
    p = abs(p.yx);
    p -= 2.0 * min(dot(k, p), 0.0) * k;
    p -= vec2(clamp(p.x, -0.57735 * r, 0.57735 * r), r);
    return length(p) * sign(p.y);
}

float shield(vec2 p, float r)
{
    p = vec2(abs(p.x), p.y);
    float sides = length(vec2(p.x + 0.55 * r, max(p.y + 0.25 * r, 0.0))) - 1.36 * r;
    return max(sides, -p.y - 0.80 * r);
}

float shape(vec2 p, float kind, float r)
{
    if (kind < 0.5) return length(p) - r;
    if (kind < 1.5) return box(p, vec2(0.88 * r), 0.26 * r);
    if (kind < 2.5) return box(vec2(p.x + p.y, p.x - p.y) * 0.70711, vec2(0.83 * r), 0.2 * r);
    if (kind < 3.5) return triangle(p - vec2(0.0, 0.17 * r), 0.98 * r) - 0.2 * r;
    if (kind < 4.5) return hexagon(p, 0.76 * r) - 0.17 * r;
    if (kind < 5.5) return pentagon(p - vec2(0.0, 0.05 * r), 0.68 * r) - 0.2 * r;
    return shield(p, 0.94 * r) - 0.08 * r;
}

void main()
{
    vec2 p = from_middle;
    float r = look.y;
    float flags = look.w; // 1 selected, 2 no shape
    bool selected = mod(flags, 2.0) > 0.5;
    vec4 color = vec4(0.0);
    if (flags < 1.5) {
        float d = shape(p, look.x, r);
        // Light falls from above: the shadow lies a little lower.
        float shade = d - 1.4 * p.y / max(length(p), 1.0);
        float shadow = 0.34 * clamp(1.0 - shade / 3.6, 0.0, 1.0);
        color = vec4(0.0, 0.0, 0.0, shadow * shadow * 2.4);
        float rim = look.z;
        float inside = clamp(0.5 - d, 0.0, 1.0);
        float core = clamp(0.5 - d - rim, 0.0, 1.0);
        vec4 over = mix(outline, fill, core) * inside;
        color = over + color * (1.0 - over.a);
        if (selected) {
            float ring = clamp(1.75 - abs(d - 4.0), 0.0, 1.0);
            vec4 mark = outline * ring;
            color = mark + color * (1.0 - mark.a);
        }
    }
    if (icon_place.y > 0.0) {
        vec2 texel = icon_place.zw + p * icon_place.x;
        texel = clamp(texel, icon_box.xy, icon_box.zw);
        float field = texture(icons, texel * atlas).r;
        vec4 mark = glyph * clamp((field - 0.50196) * icon_place.y + 0.5, 0.0, 1.0);
        color = mark + color * (1.0 - mark.a);
    }
    result = color;
}
)";

} // namespace dostyk::render::shaders
