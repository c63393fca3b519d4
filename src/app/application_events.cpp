#include "app/application.hpp"

#include "ui/focus.hpp"

#include <algorithm>
#include <array>

namespace dostyk::app {

void Application::handle(const Event& event)
{
    m_imgui.handle(event);
    switch (event.kind) {
    case EventKind::close:
        m_wants_quit = true;
        return;
    case EventKind::resize:
        m_workspace->set_viewport({m_window.width(), m_window.height()});
        m_is_map_due = true;
        return;
    case EventKind::uncovered:
        m_is_whole_due = true;
        return;
    case EventKind::key_press:
        handle_key(event.chord);
        return;
    case EventKind::text:
        take_text(event.text);
        return;
    case EventKind::pointer_leave:
        m_is_pointer_inside = false;
        return;
    default:
        break;
    }
    if (event.kind == EventKind::pointer_move || event.kind == EventKind::button_press) {
        m_pointer = {event.x, event.y};
        m_is_pointer_inside = true;
    }
    constexpr int thumb_back = 3, thumb_forward = 4; // as in a browser
    if (event.button == thumb_back || event.button == thumb_forward) {
        if (event.kind == EventKind::button_press) {
            const editor::ActionId action = event.button == thumb_back
                                                ? editor::ActionId::select_back
                                                : editor::ActionId::select_forward;
            if (m_recorder != nullptr) {
                m_recorder->chord(editor::action_of(action).chord);
            }
            perform(m_workspace->run(action));
        }
        return;
    }
    // What begins on a panel stays there; a drag that began on the map may cross one.
    const bool is_of_panel = is_over_panel(event) && !m_map_input.is_down();
    record_pointer(event, is_of_panel);
    if (is_of_panel) {
        return;
    }
    (void)m_map_input.handle(event, *m_workspace, now_s());
}

/// What the panels say is of the last frame: a tap moves the pointer and presses in one.
bool Application::is_over_panel(const Event& event) const
{
    const bool has_place = event.kind == EventKind::button_press || event.kind == EventKind::wheel;
    const auto& covered = m_workspace->view().covered;
    return m_imgui.wants_pointer() ||
           (has_place &&
            (m_workspace->has_sheet() ||
             std::any_of(covered.begin(), covered.end(), [&](const scene::ScreenBox& box) {
                 return box.contains({event.x, event.y});
             })));
}

void Application::take_text(char32_t letter)
{
    const bool is_of_field = m_imgui.wants_text() && letter >= U' ' && letter != 127;
    const bool is_of_tool =
        !m_imgui.wants_text() && !m_workspace->has_sheet() && m_workspace->tools().type(letter);
    if (is_of_tool) {
        ui::clear_focus(); // Enter is the text's now, no control's
    }
    if (m_recorder != nullptr && (is_of_field || is_of_tool)) {
        m_recorder->letter(letter);
    }
}

/// While Tab has marked a control, the keys that act on it are its own, and the first Escape takes
/// the mark from it before it puts a tool down.
bool Application::is_of_marked_control(editor::Chord chord) const
{
    using enum editor::Key;
    const editor::Toolbox& toolbox = m_workspace->tools().toolbox();
    if (m_shell.marked() == nullptr || chord.ctrl || chord.alt || !toolbox.typed().empty()) {
        return false;
    }
    constexpr std::array keys{enter, space, left, right, up, down};
    return std::find(keys.begin(), keys.end(), chord.key) != keys.end() ||
           (chord.key == escape && !toolbox.is_selecting());
}

void Application::handle_key(editor::Chord chord)
{
    // Any key ends a flight; Escape asks for just that itself.
    if (chord.key != editor::Key::none && chord.key != editor::Key::escape) {
        m_workspace->interrupt_flight();
    }
    const editor::Context context =
        m_workspace->has_sheet() ? editor::Context::sheet : m_shell.key_context();
    const bool is_on_map = !m_workspace->overlays().has_search && context == editor::Context::map &&
                           !m_imgui.wants_text();
    record_key(chord, context);
    if (is_on_map && is_of_marked_control(chord)) {
        return;
    }
    if (is_on_map && m_workspace->tools().key(chord, *m_workspace)) {
        return;
    }
    // In a field Escape gives up the typing; only the search is left by it.
    const bool is_of_field = chord.key == editor::Key::escape && m_imgui.wants_text() &&
                             !m_workspace->overlays().has_search;
    const editor::Action* action = editor::find_action(chord, context, m_imgui.wants_text());
    if (action != nullptr && !is_of_field) {
        perform(m_workspace->run(action->id));
    }
}

std::string Application::pasted() const
{
    // A file manager's list of files goes before the text that some offer beside it.
    std::string files = m_window.clipboard_files();
    return files.empty() ? m_window.clipboard() : files;
}

void Application::perform(editor::Effect effect)
{
    switch (effect) {
    case editor::Effect::none:
        break;
    case editor::Effect::quit:
        m_wants_quit = true;
        break;
    case editor::Effect::toggle_full_screen:
        m_window.toggle_full_screen();
        break;
    case editor::Effect::save_picture:
        m_wants_picture = true;
        break;
    case editor::Effect::paste:
        perform(m_workspace->paste(pasted()));
        break;
    case editor::Effect::copy_picture:
        m_wants_picture_copied = true;
        break;
    case editor::Effect::open_project:
        m_next_project = m_workspace->take_wanted_project();
        m_wants_quit = !m_next_project.empty();
        break;
    }
}

} // namespace dostyk::app
