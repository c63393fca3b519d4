#include "editor/tools/toolbox.hpp"

#include "editor/tools/coordinates_text.hpp"
#include "editor/typed_amount.hpp"
#include "geo/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace dostyk::editor {

namespace {

constexpr float cross_step_px = 16;
constexpr float cross_fine_step_px = 1;
/// The cross-hair keeps so far from the edges; beyond, the map moves. [px]
constexpr float cross_margin_px = 48;
/// Less than this is a hand that trembles, not a drag. [px]
constexpr float drag_threshold_px = 4;

bool is_arrow(Key key) noexcept
{
    return key == Key::left || key == Key::right || key == Key::up || key == Key::down;
}

bool is_digit(Key key) noexcept
{
    return key >= Key::num0 && key <= Key::num9;
}

/// Keys that write: they belong to a text that is being typed.
bool is_writing(Chord chord) noexcept
{
    const bool is_letter = chord.key >= Key::a && chord.key <= Key::z;
    return !chord.ctrl && !chord.alt &&
           (is_letter || is_digit(chord.key) || chord.key == Key::space ||
            chord.key == Key::minus || chord.key == Key::plus || chord.key == Key::left_bracket ||
            chord.key == Key::right_bracket || chord.key == Key::none);
}

void append_utf8(std::string& text, char32_t letter)
{
    if (letter < 0x80) {
        text += static_cast<char>(letter);
    } else if (letter < 0x800) {
        text += static_cast<char>(0xC0U | (letter >> 6U));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    } else if (letter < 0x10000) {
        text += static_cast<char>(0xE0U | (letter >> 12U));
        text += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
        text += static_cast<char>(0x80U | (letter & 0x3FU));
    }
}

void remove_last_letter(std::string& text)
{
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) {
        text.pop_back();
    }
    if (!text.empty()) {
        text.pop_back();
    }
}

} // namespace

Toolbox::Toolbox() : m_tool(make_tool(ToolId::select)) {}

ToolResult Toolbox::choose(ToolId id, const ToolView& view)
{
    m_id = id;
    m_tool = make_tool(id);
    m_is_dragging = false;
    m_cross.reset();
    m_typed.clear();
    return m_tool->begin(view);
}

ToolPoint Toolbox::aim(const ToolPointer& pointer, const ToolView& view, AimedBy by) const
{
    ToolPoint point;
    point.by = by;
    point.is_whole = pointer.shift;
    const auto world = scene::to_world(view.camera, view.viewport, pointer.at);
    const auto anchor = m_tool->anchor();
    if (pointer.shift && anchor) {
        point.at = rounded(geo::to_lon_lat(constrained(geo::to_world(*anchor), world)));
        point.px = view.px_of(point.at);
        return point;
    }
    point.at = rounded(geo::to_lon_lat(world));
    if (!pointer.ctrl && m_tool->snaps()) {
        const float tolerance = snap_tolerance_px * view.scale;
        float nearest = tolerance;
        if (const auto snap = view.lookup.snapper().find(view.camera, view.viewport, pointer.at,
                                                         tolerance, m_tool->edited())) {
            const geo::ScreenPoint there = view.px_of(snap->at);
            nearest = std::hypot(there.x - pointer.at.x, there.y - pointer.at.y);
            point.at = snap->at;
            point.snap = snap;
        }
        for (const geo::LonLat& vertex : m_tool->own_vertices()) {
            const geo::ScreenPoint there = view.px_of(vertex);
            const float distance = std::hypot(there.x - pointer.at.x, there.y - pointer.at.y);
            if (distance <= nearest) {
                nearest = distance;
                point.at = vertex;
                point.snap = SnapTarget{SnapKind::vertex, vertex, {}, {}};
            }
        }
    }
    point.px = view.px_of(point.at);
    return point;
}

void Toolbox::move(const ToolPointer& pointer, const ToolView& view)
{
    m_cross.reset(); // the hand is at the mouse again
    if (!m_is_dragging) {
        m_tool->hover(view, aim(pointer, view, AimedBy::pointer));
        return;
    }
    m_has_moved |= std::hypot(pointer.at.x - m_pressed_at.x, pointer.at.y - m_pressed_at.y) >=
                   drag_threshold_px;
    if (m_has_moved) {
        m_tool->drag(view, aim(pointer, view, AimedBy::pointer));
    }
}

bool Toolbox::press(const ToolPointer& pointer, const ToolView& view)
{
    // What is grabbed is under the pointer itself: a settlement nearby takes nothing from it.
    ToolPoint point;
    point.at = rounded(geo::to_lon_lat(scene::to_world(view.camera, view.viewport, pointer.at)));
    point.px = pointer.at;
    m_is_dragging = m_tool->grab(view, point);
    m_has_moved = false;
    m_pressed_at = pointer.at;
    return m_is_dragging;
}

ToolResult Toolbox::release(const ToolPointer& pointer, const ToolView& view)
{
    if (!std::exchange(m_is_dragging, false)) {
        return {};
    }
    if (!m_has_moved) { // taken and put back where it was
        ToolPoint point;
        point.at = m_tool->anchor().value_or(geo::LonLat{});
        point.px = view.px_of(point.at);
        return m_tool->release(view, point);
    }
    return m_tool->release(view, aim(pointer, view, AimedBy::pointer));
}

ToolResult Toolbox::click(const ToolPointer& pointer, const ToolView& view)
{
    ToolResult result = m_tool->place(view, aim(pointer, view, AimedBy::pointer));
    return result;
}

void Toolbox::move_cross(Chord chord, const ToolView& view, ToolKey& key)
{
    const auto width = static_cast<float>(view.viewport.width);
    const auto height = static_cast<float>(view.viewport.height);
    if (!m_cross) {
        m_cross = ToolPointer{{std::round(width / 2), std::round(height / 2)}, false, false};
    }
    const float step = (chord.ctrl ? cross_fine_step_px : cross_step_px) * view.scale;
    const geo::ScreenPoint wanted{
        m_cross->at.x +
            step * static_cast<float>((chord.key == Key::right) - (chord.key == Key::left)),
        m_cross->at.y +
            step * static_cast<float>((chord.key == Key::down) - (chord.key == Key::up))};
    const float margin = std::min({cross_margin_px * view.scale, width / 3, height / 3});
    m_cross->at = {std::clamp(wanted.x, margin, width - margin),
                   std::clamp(wanted.y, margin, height - margin)};
    m_cross->shift = chord.shift;
    // By pixels one means a place of one's own, not a settlement's.
    m_cross->ctrl = chord.ctrl;
    key.pan_x = wanted.x - m_cross->at.x;
    key.pan_y = wanted.y - m_cross->at.y;
    m_tool->hover(view, aim(*m_cross, view, AimedBy::keyboard));
}

ToolResult Toolbox::enter_text(std::string_view text, const ToolView& view)
{
    if (const auto at = parse_coordinates(text)) {
        ToolPoint point;
        point.at = *at;
        point.px = view.px_of(*at);
        point.by = AimedBy::text;
        return m_tool->place(view, point);
    }
    if (const auto number = parse_number(text)) {
        if (auto result = m_tool->number(view, *number)) {
            return *std::move(result);
        }
    }
    ToolResult result;
    result.notice = Message{"tool.refused.text", {{"text", std::string(text)}}};
    return result;
}

ToolResult Toolbox::enter(const ToolView& view)
{
    if (!m_typed.empty()) {
        return enter_text(std::exchange(m_typed, {}), view);
    }
    if (!m_cross) {
        ToolKey shown;
        move_cross({Key::enter}, view, shown); // nothing is placed that one has not seen
        return {};
    }
    return m_tool->place(view, aim(*m_cross, view, AimedBy::keyboard));
}

ToolKey Toolbox::key(Chord chord, const ToolView& view)
{
    ToolKey key;
    if (is_selecting() || m_is_dragging) {
        return key;
    }
    if (is_arrow(chord.key) && !chord.alt) {
        key.is_used = true;
        move_cross(chord, view, key);
    } else if (chord.key == Key::enter && !chord.alt) {
        key.is_used = true;
        key.result = chord.ctrl ? m_tool->finish(view) : enter(view);
    } else if (chord.key == Key::backspace && !m_typed.empty()) {
        key.is_used = true;
        remove_last_letter(m_typed);
    } else if ((chord.key == Key::backspace || chord.key == Key::del) && !chord.ctrl &&
               !chord.alt) {
        key.is_used = true;
        key.result = m_tool->step_back(view);
    } else if (is_writing(chord)) {
        // The letter itself comes as a text.
        key.is_used = !m_typed.empty() || is_digit(chord.key);
    }
    return key;
}

bool Toolbox::type(char32_t letter)
{
    const bool is_control = letter < 0x20 || letter == 0x7F;
    const bool begins = letter >= U'0' && letter <= U'9';
    constexpr std::size_t longest = 60;
    if (is_selecting() || is_control || (m_typed.empty() && !begins) || m_typed.size() > longest) {
        return false;
    }
    append_utf8(m_typed, letter);
    return true;
}

bool Toolbox::cancel(const ToolView& view)
{
    if (!m_typed.empty()) {
        m_typed.clear();
        return true;
    }
    m_is_dragging = false;
    if (m_tool->cancel()) {
        return true;
    }
    if (m_cross) {
        m_cross.reset();
        return true;
    }
    if (!is_selecting()) {
        (void)choose(ToolId::select, view);
        return true;
    }
    return false;
}

ToolResult Toolbox::selection_changed(const ToolView& view)
{
    return m_tool->begin(view);
}

scene::ToolOverlay Toolbox::overlay(const ToolView& view) const
{
    scene::ToolOverlay overlay = m_tool->overlay(view);
    if (m_cross) {
        overlay.cross = m_cross->at;
    }
    if (!m_typed.empty()) {
        overlay.text.insert(overlay.text.begin(), m_typed + "_");
        if (!overlay.text_at) {
            overlay.text_at = m_cross
                                  ? m_cross->at
                                  : geo::ScreenPoint{static_cast<float>(view.viewport.width) / 2,
                                                     static_cast<float>(view.viewport.height) / 2};
        }
    }
    return overlay;
}

} // namespace dostyk::editor
