/// \file
/// The controls of the program, drawn by us: ImGui gives the behaviour, the theme the looks.

#pragma once

#include "ui/canvas.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace dostyk::ui {

enum class ButtonLook { quiet, filled, accent };

struct ButtonOptions {
    std::string_view icon;  ///< Name in assets/icons; empty = none
    std::string_view label; ///< Empty = the icon alone
    std::string hint;       ///< Shown while the mouse rests on it
    ButtonLook look = ButtonLook::quiet;
    bool is_on = false;
    bool is_enabled = true;
    float width = 0; ///< 0 = as wide as its content
};

/// \param id  Unique within the window.
[[nodiscard]] bool button(Canvas& canvas, const char* id, const ButtonOptions& options);
/// Width that a button of this content takes. [px]
[[nodiscard]] float button_width(const Canvas& canvas, const ButtonOptions& options);

/// One of a row of tabs, with an icon or without; underlined with the accent when it is the open
/// one.
[[nodiscard]] bool tab(Canvas& canvas, const char* id, std::string_view icon,
                       std::string_view label, bool is_open, float width);

struct RowOptions {
    std::string_view text;
    std::string_view detail;   ///< A second, dim line
    std::string_view trailing; ///< At the right edge, dim
    std::string kind;          ///< Entity kind whose symbol stands in front; empty = none
    std::string_view icon;     ///< Or an icon
    bool is_on = false;
    bool is_dim = false;   ///< It cannot be chosen now.
    bool is_faint = false; ///< It can, and something else was asked for.
    float room = 0;        ///< Left free at the right end, for a control of the caller's. [px]
};

/// A row of a list, as wide as the window; long texts wrap, nothing is cut off.
[[nodiscard]] bool list_row(Canvas& canvas, const char* id, const RowOptions& options);
/// Height that such a row takes where it would be drawn. [px]
[[nodiscard]] float list_row_height(const Canvas& canvas, const RowOptions& options);

/// The star that pins an entity to the top of the list; a square of the controls' height.
void pin_button(Canvas& canvas, const std::string& entity);

/// A name that leads to an entity: hovering opens its tooltip, clicking selects it.
///
/// \param taken  Of the line's end, for a control of the caller's. [px]
void entity_link(Canvas& canvas, const std::string& entity, std::string_view text, float taken = 0);

/// A number in [0, 1] on a track. True while it changes.
[[nodiscard]] bool slider(Canvas& canvas, const char* id, float& value, float width,
                          const std::string& hint);

/// The text with a capital letter at its start, as a line of its own has it.
[[nodiscard]] std::string sentence_case(std::string_view text);

void heading(Canvas& canvas, std::string_view text); ///< Title of a card
void section(Canvas& canvas, std::string_view text); ///< Small capitals-like header with air
void paragraph(Canvas& canvas, std::string_view text, bool is_dim = false);
void small_print(Canvas& canvas, std::string_view text);
void badge(Canvas& canvas, std::string_view icon, std::string_view text, ImU32 color);
void key_chip(Canvas& canvas, std::string_view text);
void gauge(Canvas& canvas, float fraction, std::string_view text);
void hairline(Canvas& canvas);
/// Words where there is nothing to show.
void empty_state(Canvas& canvas, std::string_view icon, std::string_view text);

/// A text field with an icon in front and words while it is empty.
[[nodiscard]] bool text_field(Canvas& canvas, const char* id, std::string& text,
                              std::string_view icon, const std::string& empty_words, float width);

/// Shape and icon of an entity kind, as on the map.
void draw_symbol(const Canvas& canvas, ImDrawList& draw, ImVec2 centre, float size,
                 const scene::SymbolStyle& symbol);

/// Note that a text had so much room: what does not fit is a defect that a test finds.
void note_fit(Canvas& canvas, std::string_view text, float needed, float given,
              bool is_shortened = false);

/// The text as far as it goes into the width, with an ellipsis where something is left out: the
/// caller's hint then has to tell all of it.
[[nodiscard]] std::string shortened(ImFont* font, std::string_view text, float width);

/// Go on in the line, or in the next one where there is no room for so much. [px]
void flow(const Canvas& canvas, float width);

/// What a control is for.
enum class ControlUse : std::uint8_t {
    press,
    text,
    place, ///< It matters where in it one presses: a slider
    row,   ///< A second press at once opens it
};

struct ControlNote {
    std::string_view
        id; ///< Unique with what push_id() has put before it; the same in all languages
    std::string_view says; ///< Its label, else its hint
    ControlUse use = ControlUse::press;
    bool is_enabled = true;
};

/// Let Tab reach the item that was just drawn, outline it while the keyboard is on it, and let logs
/// name it.
void note_control(Canvas& canvas, ImVec2 min, ImVec2 max, const ControlNote& note);

/// ImGui's PushID() that is a part of the names of controls as well: an id of the data, a field, a
/// language's code; a number where there is nothing better.
void push_id(Canvas& canvas, std::string_view id);
void push_id(Canvas& canvas, int id);
void pop_id(Canvas& canvas);

} // namespace dostyk::ui
