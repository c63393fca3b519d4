#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>

namespace dostyk::ui {

namespace {

using editor::ActionId;

struct Item {
    ActionId action;
    std::string_view icon;
    bool has_line_before = false;
};

constexpr auto items = std::to_array<Item>({
    {ActionId::open_file, "folder_open"},     {ActionId::paste, "arrow_in"},
    {ActionId::write_to_folder, "check"},     {ActionId::export_project, "arrow_out"},
    {ActionId::save_picture, "camera", true}, {ActionId::copy_picture, "copy"},
    {ActionId::undo, "undo", true},           {ActionId::redo, "redo"},
    {ActionId::toggle_table, "table", true},  {ActionId::toggle_graph, "graph"},
    {ActionId::toggle_b2b, "b2b_request"},    {ActionId::toggle_interpreters, "interpreter"},
    {ActionId::toggle_conflicts, "warning"},  {ActionId::toggle_planning, "settings"},
    {ActionId::toggle_free_busy, "clock"},    {ActionId::toggle_releases, "release"},
    {ActionId::toggle_history, "history"},    {ActionId::open_search, "search", true},
    {ActionId::show_shortcuts, "info"},       {ActionId::show_about, "globe"},
    {ActionId::quit, "close", true},
});

void draw_item(Canvas& canvas, const Item& item)
{
    if (item.has_line_before) {
        hairline(canvas);
    }
    const editor::Action& action = editor::action_of(item.action);
    const auto why_not = canvas.workspace.why_not(item.action);
    const std::string detail = why_not ? canvas.say(*why_not) : std::string();
    const std::string chord =
        action.chord.key == editor::Key::none ? std::string() : text_of(action.chord);
    const std::string text = canvas.say("action." + std::string(action.name));
    if (list_row(canvas, std::string(action.name).c_str(),
                 {.text = text,
                  .detail = detail,
                  .trailing = chord,
                  .icon = item.icon,
                  .is_dim = why_not.has_value()}) &&
        !why_not) {
        canvas.run(item.action);
        ImGui::CloseCurrentPopup();
    }
}

} // namespace

void draw_main_menu(Canvas& canvas, const Box& bar)
{
    if (button(canvas, "menu", {.icon = "menu", .hint = canvas.say("menu.title")})) {
        ImGui::OpenPopup("main menu");
    }
    const float width = std::min(canvas.px(400), bar.width - canvas.px(24));
    ImGui::SetNextWindowPos({bar.x + canvas.px(8), bar.bottom() + canvas.px(4)});
    const float below = canvas.free_bottom - bar.bottom() - canvas.px(8);
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(1.0F, below)});
    if (ImGui::BeginPopup("main menu", ImGuiWindowFlags_NoMove)) {
        for (const Item& item : items) {
            draw_item(canvas, item);
        }
        ImGui::EndPopup();
    }
}

} // namespace dostyk::ui
