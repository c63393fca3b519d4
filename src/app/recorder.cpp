#include "app/recorder.hpp"

#include "core/system_reason.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <utility>

namespace dostyk::app {

namespace {

using editor::ReplayStep;
using Kind = editor::ReplayStep::Kind;

/// Less than this is a hand that trembles, not a drag. [px]
constexpr float drag_threshold_px = 4;
constexpr double double_click_s = 0.3;     ///< Of ImGui
constexpr double map_double_click_s = 0.4; ///< Of MapInput

bool is_moved(const Event& from, const Event& to)
{
    return std::hypot(to.x - from.x, to.y - from.y) >= drag_threshold_px;
}

void append_utf8(std::string& text, char32_t letter)
{
    if (letter < 0x80) {
        text += static_cast<char>(letter);
        return;
    }
    const int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
    const char32_t lead = (0xFFU << static_cast<unsigned>(7 - more)) & 0xFFU;
    text += static_cast<char>(lead | (letter >> static_cast<unsigned>(6 * more)));
    for (int i = more - 1; i >= 0; --i) {
        text += static_cast<char>(0x80U | ((letter >> static_cast<unsigned>(6 * i)) & 0x3FU));
    }
}

editor::Share share_of(const ui::Control& control, const Event& event)
{
    const auto share = [](float at, float min, float max) {
        return max > min ? std::clamp((at - min) / (max - min), 0.0F, 1.0F) : 0.5F;
    };
    return {share(event.x, control.min.x, control.max.x),
            share(event.y, control.min.y, control.max.y)};
}

} // namespace

Result<std::unique_ptr<Recorder>> Recorder::open(const std::filesystem::path& path, int width,
                                                 int height, bool has_start)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    editor::ReplayLog log;
    log.width = width;
    log.height = height;
    log.has_start = has_start;
    file << editor::header_line(log) << std::flush;
    if (!file) {
        return Error{
            ErrorCode::write_failed,
            {"error.write_failed", {{"file", path.string()}, {"reason", system_reason(errno)}}},
            {}};
    }
    return std::unique_ptr<Recorder>(new Recorder(std::move(file)));
}

Recorder::~Recorder()
{
    write_text();
}

void Recorder::write(const ReplayStep& step)
{
    if (step.kind != Kind::text) {
        write_text();
    }
    if (const auto field = std::exchange(m_field, std::nullopt);
        field && (step.kind == Kind::text || step.kind == Kind::keys)) {
        m_file << editor::line_of(*field);
    }
    m_file << editor::line_of(step) << std::flush;
}

void Recorder::write_text()
{
    if (!m_text.empty()) {
        ReplayStep step;
        step.kind = Kind::text;
        step.text = std::exchange(m_text, {});
        write(step);
    }
}

void Recorder::chord(editor::Chord chord, std::optional<std::string> clipboard)
{
    if (chord.key == editor::Key::none) {
        return;
    }
    ReplayStep step;
    step.chord = chord;
    step.clipboard = std::move(clipboard);
    write(step);
}

void Recorder::letter(char32_t letter)
{
    append_utf8(m_text, letter);
}

void Recorder::press_panel(const Event& event)
{
    if (event.button == 0) {
        m_pressed = event;
        m_is_down = true;
        m_is_on_map = false;
        m_frames_of_mouse = settling_frames;
    }
}

void Recorder::release_panel(const Event& event)
{
    if (event.button == 0) {
        m_released = event;
        m_is_down = false;
        m_frames_of_mouse = settling_frames;
    }
}

void Recorder::press_map(const Event& event, geo::LonLat at)
{
    m_pressed = event;
    m_pressed_at = at;
    m_is_on_map = true;
}

void Recorder::release_map(const Event& event, geo::LonLat at, double now_s)
{
    if (!std::exchange(m_is_on_map, false) || event.button != m_pressed.button) {
        return;
    }
    ReplayStep step;
    step.at = m_pressed_at;
    step.chord = m_pressed.chord;
    step.chord.key = editor::Key::none;
    step.button = event.button;
    if (is_moved(m_pressed, event)) {
        step.kind = Kind::drag;
        step.until = at;
        write(step);
        return;
    }
    if (event.button != 0) {
        return;
    }
    const bool is_double =
        now_s - m_last_click_s < map_double_click_s && !is_moved(m_last_click, event);
    step.kind = is_double ? Kind::double_click : Kind::click;
    m_last_click = event;
    m_last_click_s = is_double ? -1e9 : now_s;
    write(step);
}

void Recorder::wheel_map(const Event& event, geo::LonLat at)
{
    ReplayStep step;
    step.kind = Kind::wheel;
    step.at = at;
    step.wheel = static_cast<double>(event.wheel);
    write(step);
}

/// A field that a panel gives the keyboard by itself is no press of the person's.
bool Recorder::is_meant(const ui::Control& control) const noexcept
{
    const bool is_by_mouse = m_frames_of_mouse > 0 &&
                             std::clamp(m_pressed.x, control.min.x, control.max.x) == m_pressed.x &&
                             std::clamp(m_pressed.y, control.min.y, control.max.y) == m_pressed.y;
    return is_by_mouse || m_frames_of_key > 0;
}

ReplayStep Recorder::step_of(const ui::Control& control, double now_s)
{
    ReplayStep step;
    step.kind = Kind::press;
    step.text = control.key;
    const bool is_by_mouse = m_frames_of_mouse > 0;
    if (is_by_mouse) {
        step.chord = m_pressed.chord;
        step.chord.key = editor::Key::none;
    }
    if (control.takes_place && is_by_mouse) {
        step.from = share_of(control, m_pressed);
        step.to = share_of(control, m_released);
        step.has_place = true;
        step.kind = is_moved(m_pressed, m_released) ? Kind::slide : Kind::press;
    }
    const bool is_double = control.opens_on_double && is_by_mouse && m_last_key == control.key &&
                           now_s - m_last_press_s < double_click_s;
    step.kind = is_double ? Kind::double_press : step.kind;
    m_last_key = control.key;
    m_last_press_s = is_double ? -1e9 : now_s;
    return step;
}

bool Recorder::follow_carried(std::span<const ui::Control> controls)
{
    const auto hand = std::find_if(controls.begin(), controls.end(), [](const ui::Control& each) {
        return each.key == "programme/hand";
    });
    if (hand == controls.end()) {
        if (m_is_down && m_carry) {
            m_carry->item.clear(); // beside all rows it would go back to where it was
        }
        return !m_is_down && m_carry;
    }
    if (!m_is_down) {
        return false; // by keys, which are steps of their own; or it is put down in this frame
    }
    const auto holds = [](const ui::Control& each, float x, float y) {
        return x >= each.min.x && x < each.max.x && y >= each.min.y && y < each.max.y;
    };
    const float y = (hand->min.y + hand->max.y) / 2;
    const auto row = std::find_if(controls.begin(), controls.end(), [&](const ui::Control& each) {
        return each.key.ends_with("/times") && y >= each.min.y && y < each.max.y;
    });
    if (!m_carry) {
        const auto source =
            std::find_if(controls.rbegin(), controls.rend(), [&](const ui::Control& each) {
                const bool can_be_held = each.id != 0 || !editor::edge_of(each.key).empty();
                return can_be_held && holds(each, m_pressed.x, m_pressed.y);
            });
        if (source != controls.rend()) {
            m_carry.emplace().kind = Kind::carry;
            m_carry->text = source->key;
        }
    }
    if (m_carry && row != controls.end()) {
        Event at;
        at.x = editor::edge_of(m_carry->text) == "end" ? hand->max.x : hand->min.x;
        at.y = y;
        m_carry->item = row->key;
        m_carry->to = share_of(*row, at);
    }
    return false;
}

void Recorder::after_frame(std::span<const ui::Control> controls, double now_s)
{
    const std::string carried(m_carry ? editor::bar_of(m_carry->text) : std::string_view());
    if (follow_carried(controls)) {
        if (!m_carry->item.empty()) {
            write(*m_carry);
        }
        m_carry.reset();
    }
    for (const ui::Control& control : controls) {
        if (!control.is_pressed || !is_meant(control) || control.key == carried) {
            continue;
        }
        if (control.takes_text && m_frames_of_mouse == 0) {
            write_text(); // of the field before
            m_field = step_of(control, now_s);
        } else {
            write(step_of(control, now_s));
        }
    }
    m_frames_of_key = std::max(0, m_frames_of_key - 1);
    m_frames_of_mouse = std::max(0, m_frames_of_mouse - 1);
}

} // namespace dostyk::app
