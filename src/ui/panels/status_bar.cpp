#include "core/format.hpp"
#include "geo/mercator.hpp"
#include "scene/graticule.hpp"
#include "scene/scale_bar.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <array>
#include <string>

namespace dostyk::ui {

namespace {

float width_of(ImFont* font, const std::string& text)
{
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.c_str()).x;
}

std::string clock_text(const Canvas& canvas, const char* zone, const char* city_key)
{
    const ZonedTime time = time_in(zone, canvas.input.now);
    // "+05" is read as UTC+5 by everybody.
    std::string offset = time.offset;
    if (offset.size() == 3 && offset[1] == '0') {
        offset.erase(1, 1);
    }
    return canvas.say(city_key) + " " + time.time + "  UTC" + offset;
}

class Bar {
public:
    Bar(Canvas& canvas, const Box& box)
    : m_canvas(canvas),
      m_box(box),
      m_left(box.x + canvas.px(14)),
      m_right(box.right() - canvas.px(14))
    {}

    [[nodiscard]] bool fits(float width) const { return m_left + width <= m_right; }

    void right_text(const std::string& text, ImU32 color)
    {
        ImFont* font = m_canvas.theme.small_font();
        const float width = width_of(font, text) + m_canvas.px(20);
        if (fits(width)) {
            m_right -= width;
            draw(font, m_right + m_canvas.px(20), text, color);
        }
    }

    void left_text(const std::string& text, ImU32 color)
    {
        ImFont* font = m_canvas.theme.small_font();
        const float width = width_of(font, text) + m_canvas.px(20);
        if (fits(width)) {
            draw(font, m_left, text, color);
            m_left += width;
        }
    }

    void scale_bar(const scene::ScaleBar& bar)
    {
        ImFont* font = m_canvas.theme.small_font();
        const float width = bar.width_px + width_of(font, bar.text) + m_canvas.px(32);
        if (!fits(width)) {
            return;
        }
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float y = m_box.y + m_box.height / 2 + m_canvas.px(3);
        const float rise = m_canvas.px(6);
        const std::array<ImVec2, 4> points{{{m_left, y - rise},
                                            {m_left, y},
                                            {m_left + bar.width_px, y},
                                            {m_left + bar.width_px, y - rise}}};
        list.AddPolyline(points.data(), 4, m_canvas.colors().text, 0,
                         std::max(1.0F, m_canvas.px(1.5F)));
        draw(font, m_left + bar.width_px + m_canvas.px(8), bar.text, m_canvas.colors().text);
        m_left += width;
    }

    [[nodiscard]] float take_right(float width)
    {
        m_right -= width;
        return m_right;
    }

private:
    void draw(ImFont* font, float x, const std::string& text, ImU32 color)
    {
        ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                            {x, m_box.y + (m_box.height - font->FontSize) / 2},
                                            color, text.c_str());
    }

    Canvas& m_canvas;
    Box m_box;
    float m_left;
    float m_right;
};

} // namespace

namespace {

/// How safe the edits are, in a word; pressing it writes them into the folder.
void draw_save_state(Canvas& canvas, Bar& bar, const Box& box)
{
    const editor::EditSession& edits = canvas.workspace.edits();
    if (!edits.is_open()) {
        return;
    }
    ButtonOptions options{
        .icon = "check", .label = {}, .hint = canvas.hint_of(editor::ActionId::write_to_folder)};
    std::string label = canvas.say("status.saved");
    if (!edits.unsaved().empty()) {
        options.icon = "warning";
        options.look = ButtonLook::accent;
        label = canvas.say(
            Message{"status.unsaved", {{"count", std::to_string(edits.unsaved().size())}}});
        options.hint = canvas.say(
            Message{"status.unsaved.hint",
                    {{"reason", text_of(edits.unsaved().front().reason, canvas.language)}}});
    } else if (edits.unwritten() > 0) {
        label =
            canvas.say(Message{"status.unwritten", {{"count", std::to_string(edits.unwritten())}}});
    }
    options.label = label;
    const float width = button_width(canvas, options);
    if (bar.fits(width)) {
        const float height = canvas.px(Theme::control_height);
        const float x = bar.take_right(width + canvas.px(14)) + canvas.px(14);
        ImGui::SetCursorScreenPos({x, box.y + (box.height - height) / 2});
        if (button(canvas, "saved", options)) {
            canvas.run(editor::ActionId::write_to_folder);
        }
    }
    if (edits.is_on_network()) {
        bar.right_text(canvas.say("status.network"), canvas.colors().warning);
    }
}

} // namespace

void draw_status_bar(Canvas& canvas, const Box& box)
{
    begin_panel(canvas, "status", box, true);
    const Palette& colors = canvas.colors();
    bar_edge(canvas, box, box.y);
    Bar bar(canvas, box);

    const float about = canvas.px(Theme::control_height);
    const float x = bar.take_right(about + canvas.px(4));
    ImGui::SetCursorScreenPos({x, box.y + (box.height - about) / 2});
    if (button(canvas, "about",
               {.icon = "source", .hint = canvas.hint_of(editor::ActionId::show_about)})) {
        canvas.run(editor::ActionId::show_about);
    }
    // What matters most is placed first: where there is no room the rest is left out whole.
    bar.right_text(clock_text(canvas, "Asia/Bishkek", "city.bishkek"), colors.text);
    bar.right_text(clock_text(canvas, "Asia/Almaty", "city.astana"), colors.text);

    draw_save_state(canvas, bar, box);

    const scene::Viewport viewport = canvas.workspace.viewport();
    const geo::ScreenPoint middle{static_cast<float>(viewport.width) / 2,
                                  static_cast<float>(viewport.height) / 2};
    bar.scale_bar(scene::make_scale_bar(canvas.workspace.view().camera, viewport, middle,
                                        canvas.px(140), canvas.language));
    if (canvas.input.pointer) {
        bar.left_text(scene::format_position(*canvas.input.pointer, canvas.language), colors.text);
    }
    if (const auto& notice = canvas.workspace.notice()) {
        bar.left_text(canvas.lengthened(text_of(notice->said, canvas.language)),
                      notice->is_failure ? colors.warning : colors.text);
    }
    if (!canvas.workspace.view().filters.empty()) {
        bar.left_text(canvas.say("status.filtered"), colors.accent);
    }
    bar.right_text(canvas.say("pack." + std::string(name_of(canvas.pack()))), colors.text_dim);
    bar.right_text(canvas.say(Message{"status.zoom",
                                      {{"zoom", format_number(canvas.workspace.view().camera.zoom,
                                                              canvas.language, 1)}}}),
                   colors.text_dim);
    ImGui::End();
}

} // namespace dostyk::ui
