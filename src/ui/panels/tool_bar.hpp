/// \file
/// The map's tools: a bar of buttons on the map's edge, and what the one in hand has to say.

#pragma once

#include "ui/canvas.hpp"
#include "ui/slots.hpp"

#include <array>
#include <string>

namespace dostyk::ui {

class ToolBar {
public:
    /// \param room  What the panel of the tool in hand may take, from its top left corner.
    void draw(Canvas& canvas, const Box& bar, const Box& room);

    /// The panel of the tool as it was last drawn; nothing while the select tool is in hand.
    [[nodiscard]] const Box& panel() const noexcept { return m_panel; }

private:
    void draw_panel(Canvas& canvas, const Box& room, editor::ToolId active);

    Box m_panel;
    std::string m_text; ///< In the field: coordinates, or a radius
};

} // namespace dostyk::ui
