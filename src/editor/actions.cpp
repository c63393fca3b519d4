#include "editor/actions.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::editor {

namespace {

using enum ActionId;

constexpr Chord key(Key pressed)
{
    return {pressed, false, false, false};
}
constexpr Chord ctrl(Key pressed)
{
    return {pressed, true, false, false};
}
constexpr Chord ctrl_shift(Key pressed)
{
    return {pressed, true, true, false};
}
constexpr Chord shift(Key pressed)
{
    return {pressed, false, true, false};
}
constexpr Chord alt(Key pressed)
{
    return {pressed, false, false, true};
}

constexpr Chord ctrl_alt(Key pressed)
{
    return {pressed, true, false, true};
}
constexpr Chord alt_shift(Key pressed)
{
    return {pressed, false, true, true};
}

constexpr auto all_actions = std::to_array<Action>({
    {open_search, "open_search", Context::everywhere, ctrl(Key::k), ctrl_shift(Key::p)},
    {show_start, "show_start", Context::everywhere, ctrl_shift(Key::o)},
    {new_meeting, "new_meeting", Context::everywhere, ctrl_shift(Key::n)},
    {new_project, "new_project", Context::everywhere, ctrl(Key::n)},
    {undo, "undo", Context::outside_text, ctrl(Key::z)},
    {redo, "redo", Context::outside_text, ctrl_shift(Key::z), ctrl(Key::y)},
    {toggle_editing, "toggle_editing", Context::everywhere, ctrl(Key::e)},
    {open_file, "open_file", Context::everywhere, ctrl(Key::o)},
    {export_project, "export_project", Context::everywhere, ctrl_shift(Key::s)},
    {paste, "paste", Context::map, ctrl(Key::v)},
    {write_to_folder, "write_to_folder", Context::everywhere, ctrl(Key::s)},
    {close, "close", Context::everywhere, key(Key::escape)},
    {select_back, "select_back", Context::everywhere, alt(Key::left)},
    {select_forward, "select_forward", Context::everywhere, alt(Key::right)},
    {next_language, "next_language", Context::map, key(Key::l)},
    {toggle_second_language, "toggle_second_language", Context::map, shift(Key::l)},
    {next_style, "next_style", Context::map, key(Key::t)},
    {next_pack, "next_pack", Context::map, shift(Key::p)},
    {fly_to_selection, "fly_to_selection", Context::map, key(Key::f)},
    {whole_region, "whole_region", Context::map, key(Key::h)},
    {zoom_in, "zoom_in", Context::map, key(Key::plus), shift(Key::plus)},
    {zoom_out, "zoom_out", Context::map, key(Key::minus)},
    {pan_left, "pan_left", Context::map, key(Key::left)},
    {pan_right, "pan_right", Context::map, key(Key::right)},
    {pan_up, "pan_up", Context::map, key(Key::up)},
    {pan_down, "pan_down", Context::map, key(Key::down)},
    {toggle_graticule, "toggle_graticule", Context::map, key(Key::g)},
    {tool_select, "tool_select", Context::map, key(Key::v)},
    {tool_move, "tool_move", Context::map, key(Key::m)},
    {tool_point, "tool_point", Context::map, key(Key::a)},
    {tool_line, "tool_line", Context::map, key(Key::i)},
    {tool_polygon, "tool_polygon", Context::map, key(Key::p)},
    {tool_vertices, "tool_vertices", Context::map, key(Key::e)},
    {tool_border, "tool_border", Context::map, key(Key::b)},
    {tool_buffer, "tool_buffer", Context::map, key(Key::r)},
    {tool_measure, "tool_measure", Context::map, key(Key::d)},
    {tool_measure_road, "tool_measure_road", Context::map, shift(Key::d)},
    {mode_1, "mode_1", Context::everywhere, ctrl(Key::num1)},
    {mode_2, "mode_2", Context::everywhere, ctrl(Key::num2)},
    {mode_3, "mode_3", Context::everywhere, ctrl(Key::num3)},
    {mode_4, "mode_4", Context::everywhere, ctrl(Key::num4)},
    {mode_5, "mode_5", Context::everywhere, ctrl(Key::num5)},
    {mode_6, "mode_6", Context::everywhere, ctrl(Key::num6)},
    {mode_7, "mode_7", Context::everywhere, ctrl(Key::num7)},
    {mode_8, "mode_8", Context::everywhere, ctrl(Key::num8)},
    {time_play, "time_play", Context::map, key(Key::space)},
    {time_back, "time_back", Context::map, shift(Key::left)},
    {time_forward, "time_forward", Context::map, shift(Key::right)},
    {time_first, "time_first", Context::map, key(Key::home)},
    {time_last, "time_last", Context::map, key(Key::end)},
    {time_today, "time_today", Context::map, key(Key::n)},
    {time_range_start, "time_range_start", Context::map, key(Key::left_bracket)},
    {time_range_end, "time_range_end", Context::map, key(Key::right_bracket)},
    {time_range_clear, "time_range_clear", Context::map, shift(Key::left_bracket),
     shift(Key::right_bracket)},
    {toggle_programme_time, "toggle_programme_time", Context::map, shift(Key::space)},
    {programme_speed, "programme_speed", Context::map, key(Key::s)},
    {show_reach, "show_reach", Context::map, shift(Key::r)},
    {reach_longer, "reach_longer", Context::map, shift(Key::up)},
    {reach_shorter, "reach_shorter", Context::map, shift(Key::down)},
    {show_changes, "show_changes", Context::map, key(Key::c)},
    {time_back, "time_back", Context::timeline, key(Key::left)},
    {time_forward, "time_forward", Context::timeline, key(Key::right)},
    {toggle_layers, "toggle_layers", Context::everywhere, alt(Key::num1)},
    {toggle_outliner, "toggle_outliner", Context::everywhere, alt(Key::num2)},
    {toggle_card, "toggle_card", Context::everywhere, alt(Key::num3)},
    {toggle_legend, "toggle_legend", Context::everywhere, alt(Key::num4)},
    {toggle_history, "toggle_history", Context::everywhere, alt(Key::num5)},
    {toggle_table, "toggle_table", Context::everywhere, ctrl(Key::t)},
    {toggle_graph, "toggle_graph", Context::everywhere, ctrl(Key::g)},
    {toggle_b2b, "toggle_b2b", Context::everywhere, alt(Key::num6)},
    {toggle_conflicts, "toggle_conflicts", Context::everywhere, alt(Key::num7)},
    {toggle_planning, "toggle_planning", Context::everywhere, alt(Key::num8)},
    {toggle_free_busy, "toggle_free_busy", Context::everywhere, alt(Key::num9)},
    {toggle_interpreters, "toggle_interpreters", Context::everywhere, alt(Key::num0)},
    {toggle_releases, "toggle_releases", Context::everywhere, ctrl_shift(Key::v)},
    {toggle_programme, "toggle_programme", Context::everywhere, ctrl_shift(Key::t)},
    {next_untranslated, "next_untranslated", Context::map, key(Key::f7)},
    {show_findings, "show_findings", Context::everywhere, key(Key::f8)},
    {toggle_panels, "toggle_panels", Context::everywhere, key(Key::f10)},
    {toggle_full_screen, "toggle_full_screen", Context::everywhere, key(Key::f11)},
    {layout_present, "layout_present", Context::everywhere, ctrl_alt(Key::num1)},
    {layout_explore, "layout_explore", Context::everywhere, ctrl_alt(Key::num2)},
    {layout_edit, "layout_edit", Context::everywhere, ctrl_alt(Key::num3)},
    {layout_protocol, "layout_protocol", Context::everywhere, ctrl_alt(Key::num4)},
    {move_panel_left, "move_panel_left", Context::everywhere, alt_shift(Key::left)},
    {move_panel_right, "move_panel_right", Context::everywhere, alt_shift(Key::right)},
    {move_panel_down, "move_panel_down", Context::everywhere, alt_shift(Key::down)},
    {reset_layout, "reset_layout", Context::everywhere, ctrl_shift(Key::r)},
    {scale_up, "scale_up", Context::everywhere, ctrl(Key::plus), ctrl_shift(Key::plus)},
    {scale_down, "scale_down", Context::everywhere, ctrl(Key::minus)},
    {scale_reset, "scale_reset", Context::everywhere, ctrl(Key::num0)},
    {toggle_reduced_motion, "toggle_reduced_motion", Context::everywhere, ctrl_shift(Key::m)},
    {show_shortcuts, "show_shortcuts", Context::everywhere, key(Key::f1)},
    {show_about, "show_about", Context::everywhere, shift(Key::f1)},
    {show_profiler, "show_profiler", Context::everywhere, key(Key::f3)},
    {save_picture, "save_picture", Context::everywhere, key(Key::f12)},
    {copy_picture, "copy_picture", Context::everywhere, ctrl(Key::f12)},
    {quit, "quit", Context::everywhere, ctrl(Key::q)},
});

/// Function keys and Escape write nothing, so they act while a text field has the focus.
bool writes_text(Chord chord)
{
    const bool is_function_key = chord.key >= Key::f1 && chord.key <= Key::f12;
    return !chord.ctrl && !chord.alt && !is_function_key && chord.key != Key::escape;
}

/// What goes through the rows of a table, opens its cells and adds to them.
bool moves_in_table(Chord chord)
{
    using enum Key;
    constexpr std::array keys{enter, space, home, end, page_up, page_down, left, right, up, down};
    const bool is_paste = chord.ctrl && chord.key == v;
    return !chord.alt && (is_paste || std::find(keys.begin(), keys.end(), chord.key) != keys.end());
}

/// In the order of Key.
constexpr auto key_names = std::to_array<std::string_view>(
    {"",      "A",   "B",     "C",         "D",   "E",    "F",   "G",    "H",    "I",
     "J",     "K",   "L",     "M",         "N",   "O",    "P",   "Q",    "R",    "S",
     "T",     "U",   "V",     "W",         "X",   "Y",    "Z",   "0",    "1",    "2",
     "3",     "4",   "5",     "6",         "7",   "8",    "9",   "F1",   "F2",   "F3",
     "F4",    "F5",  "F6",    "F7",        "F8",  "F9",   "F10", "F11",  "F12",  "Esc",
     "Enter", "Tab", "Space", "Backspace", "Del", "Home", "End", "PgUp", "PgDn", "←",
     "→",     "↑",   "↓",     "+",         "-",   "[",    "]"});

std::string_view name_of(Key pressed)
{
    return key_names[static_cast<std::size_t>(pressed)];
}

} // namespace

std::span<const Action> actions() noexcept
{
    return all_actions;
}

const Action& action_of(ActionId id) noexcept
{
    return *std::find_if(all_actions.begin(), all_actions.end(),
                         [&](const Action& action) { return action.id == id; });
}

const Action* find_action(Chord chord, Context context, bool is_text_focused) noexcept
{
    if (chord.key == Key::none || (is_text_focused && writes_text(chord)) ||
        (context == Context::table && moves_in_table(chord))) {
        return nullptr;
    }
    const auto find_in = [&](Context wanted) -> const Action* {
        const auto* found =
            std::find_if(all_actions.begin(), all_actions.end(), [&](const Action& action) {
                return action.context == wanted &&
                       (action.chord == chord || action.second_chord == chord);
            });
        return found == all_actions.end() ? nullptr : &*found;
    };
    if (context == Context::sheet) {
        return find_in(Context::everywhere);
    }
    // The nearer context wins; the time slider lets through what it does not use itself.
    for (const Context wanted :
         {context, Context::map, Context::everywhere, Context::outside_text}) {
        if (wanted == Context::outside_text && is_text_focused) {
            continue; // the field takes its own typing back
        }
        if (const Action* action = find_in(wanted)) {
            return action;
        }
    }
    return nullptr;
}

std::string text_of(Chord chord)
{
    std::string text;
    text += chord.ctrl ? "Ctrl+" : "";
    text += chord.alt ? "Alt+" : "";
    text += chord.shift ? "Shift+" : "";
    text += name_of(chord.key);
    return text;
}

std::optional<Chord> parse_chord(std::string_view text)
{
    Chord chord;
    const auto take = [&](std::string_view prefix, bool& is_held) {
        const bool has = !is_held && text.starts_with(prefix) && text.size() > prefix.size();
        text.remove_prefix(has ? prefix.size() : 0);
        is_held = is_held || has;
        return has;
    };
    while (take("Ctrl+", chord.ctrl) || take("Alt+", chord.alt) || take("Shift+", chord.shift)) {
    }
    static constexpr auto arrows = std::to_array<std::pair<std::string_view, Key>>(
        {{"Left", Key::left}, {"Right", Key::right}, {"Up", Key::up}, {"Down", Key::down}});
    for (const auto& [name, key] : arrows) {
        if (name == text) {
            chord.key = key;
            return chord;
        }
    }
    const auto* const found = std::find(key_names.begin() + 1, key_names.end(), text);
    if (found == key_names.end()) {
        return std::nullopt;
    }
    chord.key = static_cast<Key>(found - key_names.begin());
    return chord;
}

} // namespace dostyk::editor
