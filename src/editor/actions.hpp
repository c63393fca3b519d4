/// \file
/// Everything that a person can invoke: one list for keys, menus, the palette and F1.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dostyk::editor {

/// Keys by their place on the keyboard, whatever the layout writes.
enum class Key : std::uint8_t {
    none,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z,
    num0,
    num1,
    num2,
    num3,
    num4,
    num5,
    num6,
    num7,
    num8,
    num9,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    escape,
    enter,
    tab,
    space,
    backspace,
    del,
    home,
    end,
    page_up,
    page_down,
    left,
    right,
    up,
    down,
    plus,
    minus,
    left_bracket,
    right_bracket,
};

struct Chord {
    Key key = Key::none;
    bool ctrl = false;
    bool shift = false;
    bool alt = false;

    friend bool operator==(const Chord&, const Chord&) = default;
};

/// Where a chord acts. `everywhere` also while a text field has the focus, `outside_text` not. A
/// `table`, and the board of a programme, keeps the keys that go through its rows to itself; under
/// a `sheet` only what acts everywhere does.
enum class Context : std::uint8_t { everywhere, outside_text, map, timeline, table, sheet };

enum class ActionId : std::uint8_t {
    next_language,
    open_search,
    close,
    show_shortcuts,
    show_profiler,
    toggle_panels,
    toggle_full_screen,
    fly_to_selection,
    zoom_in,
    zoom_out,
    pan_left,
    pan_right,
    pan_up,
    pan_down,
    whole_region,
    toggle_graticule,
    toggle_second_language,
    next_style,
    scale_up,
    scale_down,
    scale_reset,
    mode_1,
    mode_2,
    mode_3,
    mode_4,
    mode_5,
    mode_6,
    mode_7,
    mode_8,
    time_play,
    time_back,
    time_forward,
    time_first,
    time_last,
    time_today,
    time_range_start,
    time_range_end,
    time_range_clear,
    toggle_layers,
    toggle_outliner,
    toggle_card,
    toggle_legend,
    toggle_reduced_motion,
    reset_layout,
    next_pack,
    save_picture,
    quit,
    select_back,
    select_forward,
    show_about,
    undo,
    redo,
    write_to_folder,
    toggle_history,
    show_findings,
    toggle_editing,
    tool_select, ///< In the order of ToolId
    tool_move,
    tool_point,
    tool_line,
    tool_polygon,
    tool_vertices,
    tool_border,
    tool_buffer,
    tool_measure,
    tool_measure_road,
    toggle_table,
    toggle_graph,
    toggle_b2b,
    toggle_interpreters,
    toggle_conflicts,
    toggle_free_busy,
    toggle_planning,
    toggle_releases,
    toggle_programme,
    layout_present, ///< In the order of LayoutId
    layout_explore,
    layout_edit,
    layout_protocol,
    move_panel_left,
    move_panel_right,
    move_panel_down,
    show_start,
    new_meeting,
    new_project,
    open_file,
    export_project,
    copy_picture,
    paste,
    next_untranslated,
    toggle_programme_time,
    programme_speed,
    show_reach,
    reach_longer,
    reach_shorter,
    show_changes,
};

struct Action {
    ActionId id;
    std::string_view name; ///< "next_language"; shown through "action.<name>"
    Context context = Context::everywhere;
    Chord chord; ///< Key::none = no shortcut
    Chord second_chord = {};
};

[[nodiscard]] std::span<const Action> actions() noexcept;

[[nodiscard]] const Action& action_of(ActionId id) noexcept;

/// The action of a chord, or null. Single keys without ctrl or alt act only outside text fields
/// (function keys and Escape excepted).
[[nodiscard]] const Action* find_action(Chord chord, Context context,
                                        bool is_text_focused) noexcept;

/// "Ctrl+K", "PgUp": key names are the same in all languages.
[[nodiscard]] std::string text_of(Chord chord);

/// Of what text_of() writes; "Left", "Up", "Right" and "Down" are good for the arrows. Nothing for
/// any other text.
[[nodiscard]] std::optional<Chord> parse_chord(std::string_view text);

} // namespace dostyk::editor
