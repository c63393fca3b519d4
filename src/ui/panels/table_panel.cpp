#include "ui/panels/table_panel.hpp"

#include "core/format.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

/// What a frame gives a large table to sort and filter with; the rest goes on in the next. [ms]
constexpr double budget_ms = 6;

std::vector<std::string> names_of(std::span<const editor::TableColumn> columns)
{
    std::vector<std::string> names;
    for (const editor::TableColumn& column : columns) {
        names.push_back(column.name);
    }
    return names;
}

/// A popup of ours above or below what opened it, as high as it needs to be.
bool begin_menu(Canvas& canvas, const char* id)
{
    const float highest = std::max(canvas.px(160), canvas.free_bottom - canvas.free_top);
    ImGui::SetNextWindowSizeConstraints({canvas.px(260), 0},
                                        {canvas.px(360), std::min(canvas.px(460), highest)});
    return ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
}

} // namespace

void TablePanel::open(const std::string& kind)
{
    if (m_view.setup().kind == kind) {
        return;
    }
    model::TableSetup setup;
    setup.kind = kind;
    m_filter.clear();
    m_view.show(std::move(setup));
}

void TablePanel::open_hits(const Canvas& canvas)
{
    m_filter.clear();
    m_view.show_entities(canvas.workspace.hits());
    m_seen_selection = canvas.workspace.selection(); // what was asked about leads to no other table
}

void TablePanel::follow_selection(Canvas& canvas)
{
    auto selection = canvas.workspace.selection();
    if (selection == m_seen_selection) {
        return;
    }
    m_seen_selection = std::move(selection);
    const model::Entity* selected = canvas.workspace.selected();
    if (selected != nullptr && selected->kind != kind() &&
        !(has_hits() && m_view.row_of(selected->id))) {
        open(selected->kind);
    }
    const auto is_ours = [&](const std::string& id) { return m_view.is_chosen(id); };
    if (m_view.chosen().size() != m_seen_selection.size() ||
        !std::all_of(m_seen_selection.begin(), m_seen_selection.end(), is_ours)) {
        m_view.choose_ids(m_seen_selection);
        m_is_ready = false; // then it is scrolled to
    }
}

void TablePanel::draw_filter_columns(Canvas& canvas)
{
    if (!begin_menu(canvas, "filter columns")) {
        return;
    }
    if (list_row(canvas, "every",
                 {.text = canvas.say("table.all_columns"),
                  .is_on = m_view.setup().filter_column.empty()})) {
        m_view.set_filter(m_filter, "");
        ImGui::CloseCurrentPopup();
    }
    for (const editor::TableColumn& column : m_view.all_columns()) {
        const std::string title = title_of(canvas, column);
        if (list_row(canvas, column.name.c_str(),
                     {.text = title, .is_on = m_view.setup().filter_column == column.name})) {
            m_view.set_filter(m_filter, column.name);
            ImGui::CloseCurrentPopup();
        }
    }
    ImGui::EndPopup();
}

void TablePanel::draw_filter(Canvas& canvas, float width, bool is_wide)
{
    if (text_field(canvas, "##rows", m_filter, "search", canvas.say("table.filter"), width)) {
        m_view.set_filter(m_filter, m_view.setup().filter_column);
    }
    ImGui::SameLine(0, canvas.px(6));
    const std::string& only = m_view.setup().filter_column;
    std::string label = canvas.say("table.all_columns");
    for (const editor::TableColumn& column : m_view.all_columns()) {
        label = column.name == only ? title_of(canvas, column) : label;
    }
    if (button(canvas, "where",
               {.icon = "chevron_down",
                .label = is_wide ? std::string_view(label) : std::string_view(),
                .hint = is_wide ? std::string() : label,
                .is_on = !only.empty()})) {
        ImGui::OpenPopup("filter columns");
    }
    draw_filter_columns(canvas);
}

void TablePanel::draw_columns(Canvas& canvas)
{
    if (!begin_menu(canvas, "columns menu")) {
        return;
    }
    auto shown = names_of(m_view.columns());
    // The shown ones first, in their order: so one sees where a column moves to.
    auto all = shown;
    for (const editor::TableColumn& column : m_view.all_columns()) {
        if (std::find(all.begin(), all.end(), column.name) == all.end()) {
            all.push_back(column.name);
        }
    }
    const std::size_t count = shown.size();
    bool is_changed = false;
    for (std::size_t i = 0; i < all.size() && !is_changed; ++i) {
        push_id(canvas, all[i]);
        const bool is_shown = i < count;
        const float room = canvas.px(Theme::control_height + 4);
        const std::string title = title_of(canvas, {all[i], nullptr});
        if (list_row(canvas, "column",
                     {.text = title, .icon = is_shown ? "check" : "plus", .room = room})) {
            if (!is_shown) {
                shown.push_back(all[i]);
            } else if (count > 1) {
                shown.erase(shown.begin() + static_cast<std::ptrdiff_t>(i));
            }
            is_changed = true;
        }
        if (is_shown && i > 0) {
            ImGui::SameLine(0, 0);
            if (button(canvas, "forward",
                       {.icon = "chevron_up", .hint = canvas.say("table.forward")})) {
                std::swap(shown[i], shown[i - 1]);
                is_changed = true;
            }
        }
        pop_id(canvas);
    }
    if (is_changed) {
        m_view.set_columns(shown);
    }
    ImGui::EndPopup();
}

void TablePanel::draw_kept_views(Canvas& canvas)
{
    const auto& views = canvas.workspace.project().views;
    if (views.empty()) {
        paragraph(canvas, canvas.say("table.no_views"), true);
    }
    for (std::size_t i = 0; i < views.size(); ++i) {
        push_id(canvas, static_cast<int>(i));
        const std::string of = canvas.say("kind." + views[i].kind + ".plural");
        if (list_row(canvas, "view",
                     {.text = views[i].name,
                      .detail = of,
                      .kind = views[i].kind,
                      .is_on = views[i] == m_view.setup(),
                      .room = canvas.px(Theme::control_height + 4)})) {
            m_filter = views[i].filter;
            m_view_name = views[i].name;
            m_view.show(views[i]);
            ImGui::CloseCurrentPopup();
        }
        ImGui::SameLine(0, 0);
        if (button(canvas, "remove", {.icon = "trash", .hint = canvas.say("table.remove_view")})) {
            (void)canvas.workspace.submit(editor::remove_view(canvas.workspace.project(), i));
        }
        pop_id(canvas);
    }
}

void TablePanel::draw_views(Canvas& canvas)
{
    if (!begin_menu(canvas, "views menu")) {
        return;
    }
    draw_kept_views(canvas);
    if (!m_view.has_entities()) {
        hairline(canvas);
        const float width = std::max(canvas.px(236), ImGui::GetContentRegionAvail().x);
        (void)text_field(canvas, "##view name", m_view_name, "edit", canvas.say("table.view_name"),
                         width);
        const bool has_name = m_view_name.find_first_not_of(' ') != std::string::npos;
        if (button(canvas, "save view",
                   {.icon = "plus",
                    .label = canvas.say("table.save_view"),
                    .look = ButtonLook::filled,
                    .is_enabled = has_name,
                    .width = width})) {
            model::TableSetup setup = m_view.setup();
            setup.name = m_view_name;
            setup.columns = names_of(m_view.columns());
            if (canvas.workspace.submit(editor::save_view(canvas.workspace.project(), setup))) {
                canvas.workspace.tell(Message{"notice.view_saved", {{"name", setup.name}}});
                m_view.show(setup);
                ImGui::CloseCurrentPopup();
            }
        }
    }
    ImGui::EndPopup();
}

void TablePanel::copy(Canvas& canvas)
{
    const model::KindRule* rule = model::find_kind(kind());
    const auto chosen = m_view.chosen();
    if (rule == nullptr || chosen.empty()) {
        return;
    }
    const std::string tsv = editor::rows_to_tsv(chosen, *rule, names_of(m_view.columns()),
                                                {canvas.pack(), canvas.language});
    ImGui::SetClipboardText(tsv.c_str());
    canvas.workspace.tell(
        Message{"notice.rows_copied", {{"count", std::to_string(chosen.size())}}});
}

void TablePanel::paste(Canvas& canvas)
{
    const model::KindRule* rule = model::find_kind(kind());
    const char* text = ImGui::GetClipboardText();
    if (rule == nullptr || text == nullptr) {
        return;
    }
    const auto pasted = editor::paste_rows(canvas.workspace.project(), *rule, text,
                                           {canvas.pack(), canvas.language});
    if (!pasted) {
        canvas.workspace.tell(pasted.error());
    } else if (pasted->edit.parts.empty()) {
        canvas.workspace.tell(Message{"notice.rows_same", {}});
    } else if (canvas.workspace.submit(pasted->edit)) {
        canvas.workspace.tell(Message{"notice.rows_pasted",
                                      {{"changed", std::to_string(pasted->changed)},
                                       {"new", std::to_string(pasted->inserted)}}});
    }
}

void TablePanel::draw_tools(Canvas& canvas)
{
    const float room = ImGui::GetContentRegionAvail().x;
    const bool is_wide = room > canvas.px(900);
    const float square = canvas.px(Theme::control_height + 4);
    draw_filter(canvas, std::clamp(room * 0.3F, canvas.px(120), canvas.px(320)), is_wide);
    const auto tool = [&](const char* id, const char* icon, const char* words, bool is_enabled) {
        ImGui::SameLine(0, canvas.px(4));
        const std::string text = canvas.say(words);
        return button(canvas, id, {.icon = icon, .hint = text, .is_enabled = is_enabled});
    };
    if (tool("columns", "table", "table.columns", true)) {
        ImGui::OpenPopup("columns menu");
    }
    draw_columns(canvas);
    if (tool("views", "eye", "table.views", true)) {
        ImGui::OpenPopup("views menu");
    }
    draw_views(canvas);
    const bool has_kind = !m_view.has_entities();
    if (tool("copy", "copy", "table.copy", has_kind && canvas.workspace.selected() != nullptr)) {
        copy(canvas);
    }
    if (tool("paste", "arrow_in", "table.paste", has_kind)) {
        paste(canvas);
    }
    const auto number = [&](std::size_t count) {
        return format_number(static_cast<double>(count), canvas.language);
    };
    const std::string shown = m_is_ready ? canvas.say(Message{"table.shown",
                                                              {{"shown", number(m_view.size())},
                                                               {"all", number(m_view.total())}}})
                                         : canvas.say("table.working");
    ImFont* font = canvas.theme.small_font();
    const float width = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, shown.c_str()).x;
    ImGui::SameLine(0, 0);
    const float left = ImGui::GetContentRegionAvail().x;
    if (left > width + square / 2) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddText(
            font, font->FontSize,
            {at.x + left - width, at.y + (canvas.px(Theme::control_height) - font->FontSize) / 2},
            canvas.colors().text_dim, shown.c_str());
    }
    ImGui::NewLine();
}

void TablePanel::offer_filter(Canvas& canvas)
{
    const model::TableSetup& setup = m_view.setup();
    if (setup.filter.empty()) {
        m_shared_filter = nullptr;
        return;
    }
    const Filtered wanted{canvas.workspace.project_version(),
                          setup.kind,
                          setup.filter,
                          setup.filter_column,
                          canvas.language,
                          canvas.pack()};
    if (m_is_ready && (m_shared_filter == nullptr || m_filtered != wanted)) {
        m_filtered = wanted;
        scene::EntityFilter filter{setup.kind, {}};
        for (std::size_t row = 0; row < m_view.size(); ++row) {
            filter.ids.insert(m_view.entity(row).id);
        }
        m_shared_filter = std::make_shared<const scene::EntityFilter>(std::move(filter));
    }
    if (m_shared_filter != nullptr) {
        canvas.filters.push_back(m_shared_filter);
    }
}

void TablePanel::draw(Canvas& canvas)
{
    follow_selection(canvas);
    const bool was_ready = m_is_ready;
    m_is_ready =
        m_view.update({canvas.workspace.shared_project(), canvas.workspace.project_version(),
                       &canvas.input.unit_names, canvas.language, canvas.pack()},
                      budget_ms);
    if (!m_is_ready) {
        canvas.wake(0);
    } else if (const auto row = m_view.cursor(); row && !was_ready) {
        m_grid.reveal(*row);
    }
    offer_filter(canvas);
    draw_tools(canvas);
    const ImGuiIO& io = ImGui::GetIO();
    if (has_focus() && io.KeyCtrl && !io.WantTextInput) {
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_C), false)) {
            copy(canvas);
        } else if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_V), false)) {
            paste(canvas);
        }
    }
    if (m_view.size() == 0 && m_is_ready && !m_view.setup().filter.empty()) {
        empty_state(canvas, "search", canvas.say("table.nothing"));
        return;
    }
    m_grid.draw(canvas, m_view);
    m_seen_selection = canvas.workspace.selection();
}

} // namespace dostyk::ui
