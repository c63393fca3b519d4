// What the rows are, and which column fills what.

#include "ui/panels/import_panel.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace dostyk::ui {

namespace {

std::string kind_title(const Canvas& canvas, const std::string& kind)
{
    return kind.empty() ? canvas.say("import.choose_kind") : canvas.say("kind." + kind);
}

void dim_words(Canvas& canvas, const std::string& words, float taken)
{
    ImFont* font = canvas.theme.small_font();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - taken;
    const std::string shown = shortened(font, words, width);
    const float y = at.y + (canvas.px(Theme::control_height) - font->FontSize) / 2;
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {at.x, y}, canvas.colors().text_dim,
                                        shown.c_str());
    const float size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, shown.c_str()).x;
    ImGui::Dummy({std::max(1.0F, size), canvas.px(Theme::control_height)});
    if (shown != words && ImGui::IsItemHovered()) {
        canvas.hint = words;
    }
}

/// Points, lines and outlines can be shown as they are, beside the project's own things.
bool is_map_file(const std::filesystem::path& file)
{
    using intake::Format;
    const auto format = intake::format_of(file);
    return format && *format != Format::csv && *format != Format::xlsx && *format != Format::ods &&
           *format != Format::ics && *format != Format::schedule;
}

} // namespace

std::string title_of(const Canvas& canvas, const intake::Target& target)
{
    std::string title = canvas.say("field." + target.field);
    if (const auto language = parse_language(target.part); language && target.part.size() == 2) {
        static constexpr std::array<const char*, 4> names{"KK", "KY", "RU", "EN"};
        title += std::string(" · ") + names[index_of(*language)];
    } else if (!target.part.empty()) {
        title += " · " + canvas.say("import.part." + target.part);
    }
    return title;
}

void ImportPanel::draw_head(Canvas& canvas, Session& session)
{
    dim_words(canvas, canvas.say("import.rows_are"), canvas.px(400));
    ImGui::SameLine(0, canvas.px(10));
    const std::string& kind = session.mapping().kind;
    const std::string title = kind_title(canvas, kind);
    const auto picked = m_kinds.draw(canvas, "kind", {"chevron_down", title}, [&] {
        std::vector<PickItem> items;
        for (const model::KindRule& rule : model::kinds()) {
            const std::string name(rule.name);
            if (name != "relation" && name != "source") {
                items.push_back({name, canvas.say("kind." + name), name});
            }
        }
        return items;
    });
    if (picked) {
        session.set_kind(*picked);
        m_is_fresh = true;
        return;
    }
    const auto tables = session.table_names();
    if (tables.size() > 1) {
        ImGui::SameLine(0, canvas.px(18));
        dim_words(canvas, canvas.say("import.table"), canvas.px(200));
        ImGui::SameLine(0, canvas.px(10));
        const auto table =
            m_tables.draw(canvas, "table", {"table", tables[session.chosen_table()]}, [&] {
                std::vector<PickItem> items;
                for (std::size_t i = 0; i < tables.size(); ++i) {
                    items.push_back({std::to_string(i), tables[i], {}});
                }
                return items;
            });
        if (table) {
            session.choose_table(static_cast<std::size_t>(std::stoul(*table)));
            forget();
            return;
        }
    }
    ImGui::SameLine(0, canvas.px(14));
    const char* words = kind.empty()                      ? "import.kind_not_clear"
                        : session.is_mapping_remembered() ? "import.remembered"
                        : session.is_kind_guessed()       ? "import.guessed"
                                                          : "import.by_hand";
    const std::string as_layer = canvas.say("import.as_layer");
    const float layer_width =
        is_map_file(session.file())
            ? button_width(canvas, {.icon = "layers", .label = as_layer}) + canvas.px(12)
            : 0;
    dim_words(canvas, canvas.say(words), layer_width);
    if (layer_width > 0) {
        ImGui::SameLine(0, 0);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x -
                             layer_width + canvas.px(12));
        if (button(canvas, "as layer",
                   {.icon = "layers", .label = as_layer, .look = ButtonLook::filled})) {
            canvas.workspace.layers().ask({session.file(), {}});
            canvas.workspace.close_sheet();
            return;
        }
    }
    ImGui::Dummy({0, canvas.px(4)});
}

void ImportPanel::choose_target(Canvas& canvas, Session& session, std::size_t column)
{
    const intake::Target& target = session.mapping().targets[column];
    const bool is_left_out = target.field.empty();
    const std::string label =
        is_left_out ? canvas.say("import.column_left_out") : title_of(canvas, target);
    const auto picked =
        m_targets.draw(canvas, "target", {is_left_out ? "minus" : "chevron_right", label}, [&] {
            std::vector<PickItem> items{{"", canvas.say("import.column_left_out"), {}}};
            for (const intake::Target& each : session.all_targets()) {
                items.push_back({to_text(each), title_of(canvas, each), {}});
            }
            return items;
        });
    if (picked) {
        session.set_target(column, intake::parse_target(*picked));
    }
}

void ImportPanel::draw_column(Canvas& canvas, Session& session, std::size_t column)
{
    const std::string& name = session.table().layer.fields[column];
    constexpr std::size_t most_examples = 3;
    std::string examples;
    for (const std::string& text : session.examples(column, most_examples)) {
        examples += (examples.empty() ? "" : " · ") + text;
    }
    std::replace(examples.begin(), examples.end(), '\n', ' ');
    const bool is_left_out = session.mapping().targets[column].field.empty();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImFont* strong = canvas.theme.strong();
    ImFont* small = canvas.theme.small_font();
    draw.AddText(strong, canvas.theme.body()->FontSize, at,
                 is_left_out ? canvas.colors().text_dim : canvas.colors().text,
                 shortened(strong, name, width).c_str());
    const std::string shown = shortened(small, examples, width);
    draw.AddText(small, small->FontSize, {at.x, at.y + canvas.px(23)}, canvas.colors().text_dim,
                 shown.c_str());
    ImGui::Dummy({width, canvas.px(43)});
    if (ImGui::IsItemHovered() && shown != examples) {
        canvas.hint = examples;
    }
    push_id(canvas, static_cast<int>(column));
    choose_target(canvas, session, column);
    pop_id(canvas);
    ImGui::Dummy({0, canvas.px(8)});
}

void ImportPanel::draw_columns(Canvas& canvas, Session& session, float width, float height)
{
    ImGui::BeginGroup();
    const float top = ImGui::GetCursorPosY();
    section(canvas, canvas.say("import.columns"));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild("columns", {width, height - (ImGui::GetCursorPosY() - top)}, false,
                      ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleVar();
    ImGui::Dummy({0, canvas.px(1)});
    if (session.mapping().kind.empty()) {
        paragraph(canvas, canvas.say("import.kind_first"), true);
    } else {
        for (std::size_t i = 0;
             i < session.table().layer.fields.size() && i < session.mapping().targets.size(); ++i) {
            draw_column(canvas, session, i);
        }
    }
    ImGui::EndChild();
    ImGui::EndGroup();
}

} // namespace dostyk::ui
