// What the recorder hears of the person's events.

#include "app/application.hpp"

#include "geo/mercator.hpp"

namespace dostyk::app {

namespace {

using editor::Key;

/// What comes as a text as well.
bool is_writing(editor::Chord chord) noexcept
{
    const bool is_letter = chord.key >= Key::a && chord.key <= Key::num9;
    return !chord.ctrl && !chord.alt &&
           (is_letter || chord.key == Key::space || chord.key == Key::minus ||
            chord.key == Key::plus || chord.key == Key::left_bracket ||
            chord.key == Key::right_bracket);
}

} // namespace

/// \pre The chord was not carried out yet.
void Application::record_key(editor::Chord chord, editor::Context context)
{
    if (m_recorder == nullptr) {
        return;
    }
    if (chord.key == Key::tab && !chord.ctrl && !chord.alt) {
        m_recorder->chord_of_control(); // a field that it comes to counts as pressed
        return;
    }
    const bool has_field = m_imgui.wants_text();
    const editor::Toolbox& toolbox = m_workspace->tools().toolbox();
    const bool is_digit = chord.key >= Key::num0 && chord.key <= Key::num9;
    const bool is_of_tool = context == editor::Context::map && !toolbox.is_selecting() &&
                            (is_digit || !toolbox.typed().empty());
    if (is_writing(chord) && (has_field || is_of_tool)) {
        return; // its letter comes
    }
    const bool is_plain = !chord.ctrl && !chord.alt && toolbox.typed().empty();
    if (m_shell.marked() != nullptr && !has_field && is_plain &&
        context != editor::Context::table) {
        if (chord.key == Key::enter || chord.key == Key::space) {
            m_recorder->chord_of_control();
            return;
        }
        if (context == editor::Context::map && is_of_marked_control(chord)) {
            return; // the mark moves or goes: nothing is done with it
        }
    }
    const bool is_paste = chord == editor::Chord{Key::v, true};
    m_recorder->chord(chord, is_paste ? std::optional(pasted()) : std::nullopt);
}

void Application::record_pointer(const Event& event, bool is_of_panel)
{
    if (m_recorder == nullptr) {
        return;
    }
    const auto place = [&](const scene::Camera& camera) {
        return geo::to_lon_lat(
            scene::to_world(camera, m_workspace->viewport(), {event.x, event.y}));
    };
    switch (event.kind) {
    case EventKind::button_press:
        if (is_of_panel) {
            m_recorder->press_panel(event);
        } else if (!m_map_input.is_down()) {
            m_pressed_camera = m_workspace->view().camera;
            m_recorder->press_map(event, place(m_pressed_camera));
        }
        break;
    case EventKind::button_release:
        // A drag over the map that moved it ends where it would have ended on the map as it was.
        if (m_recorder->is_on_map()) {
            m_recorder->release_map(event, place(m_pressed_camera), now_s());
        } else {
            m_recorder->release_panel(event);
        }
        break;
    case EventKind::wheel:
        if (!is_of_panel) {
            m_recorder->wheel_map(event, place(m_workspace->view().camera));
        }
        break;
    default:
        break;
    }
}

} // namespace dostyk::app
