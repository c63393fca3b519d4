#include "ui/panels/releases_panel.hpp"

#include "core/format.hpp"
#include "editor/file_list.hpp"
#include "editor/release_edit.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/planned_meeting.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::ui {

namespace {

/// [px at scale 1]
constexpr float gap = 6, least_note = 140;

/// Where documents lie, else at home.
std::filesystem::path usual_folder(const Canvas& canvas)
{
    const auto places = editor::find_places(canvas.workspace.edits().path());
    const auto found = std::find_if(places.begin(), places.end(),
                                    [](const auto& place) { return place.key == "documents"; });
    return found != places.end() ? found->path : places.front().path;
}

} // namespace

void ReleasesPanel::refresh(Canvas& canvas)
{
    const editor::ReleaseDiff& diff = canvas.workspace.release_diff();
    if (m_version == diff.version() && m_language == canvas.language) {
        return;
    }
    m_version = diff.version();
    m_language = canvas.language;
    m_words = editor::words_of(diff, *canvas.workspace.programme().meeting(), canvas.language,
                               canvas.input.unit_names);
}

void ReleasesPanel::draw_state(Canvas& canvas)
{
    const editor::ReleaseDiff& diff = canvas.workspace.release_diff();
    for (const Finding& finding : diff.findings().findings) {
        badge(canvas, "warning", canvas.say(finding.message), canvas.colors().warning);
    }
    if (diff.releases().empty()) {
        paragraph(canvas, canvas.say("releases.none"), true);
    } else {
        const schedule::Programme& last = diff.releases().back();
        paragraph(canvas, canvas.say(Message{
                              "releases.since",
                              {{"count", std::to_string(diff.unreleased())},
                               {"release", editor::version_name(last.number, canvas.language)}}}));
    }
    const std::size_t broken = canvas.workspace.programme().meeting()->hard_count();
    if (broken == 0) {
        return;
    }
    badge(canvas, "warning",
          canvas.say(Message{"releases.held", {{"count", std::to_string(broken)}}}),
          canvas.colors().error);
    if (button(canvas, "conflicts",
               {.icon = "warning",
                .label = canvas.say("releases.to_conflicts"),
                .look = ButtonLook::filled})) {
        canvas.workspace.show_panel(editor::PanelId::conflicts);
    }
}

void ReleasesPanel::release(Canvas& canvas)
{
    editor::Workspace& workspace = canvas.workspace;
    const auto made =
        editor::release_edit(workspace.project(), {workspace.programme().chosen(), canvas.input.now,
                                                   canvas.language, m_note});
    if (!made) {
        workspace.tell(made.error());
        return;
    }
    if (workspace.submit(made->edit)) {
        m_note.clear();
        workspace.tell(Message{"release.done",
                               {{"number", std::to_string(made->release.number)},
                                {"sessions", std::to_string(made->release.sessions.size())},
                                {"changed", std::to_string(made->changed.size())}}});
    }
}

void ReleasesPanel::draw_release(Canvas& canvas)
{
    editor::Workspace& workspace = canvas.workspace;
    const auto& releases = workspace.release_diff().releases();
    const int next = releases.empty() ? 1 : releases.back().number + 1;
    const bool is_trying = workspace.plan_search().meeting() != nullptr;
    const std::size_t broken = workspace.programme().meeting()->hard_count();
    auto reason = workspace.why_not_edit();
    if (!reason && is_trying) {
        reason = Message{"releases.trying", {}};
    }
    if (!reason && broken > 0) {
        reason = Message{"releases.held", {{"count", std::to_string(broken)}}};
    }
    const std::string label =
        canvas.say(Message{"releases.release", {{"number", std::to_string(next)}}});
    const ButtonOptions options{.icon = "release",
                                .label = label,
                                .hint = canvas.say(reason.value_or(Message{"releases.hint", {}})),
                                .look = ButtonLook::accent,
                                .is_enabled = !reason};
    const float beside = button_width(canvas, options) + canvas.px(gap + 2);
    const float room = ImGui::GetContentRegionAvail().x;
    const bool is_beside = room - beside >= canvas.px(least_note);
    const float width = is_beside ? std::min(room - beside, canvas.px(420)) : 0;
    (void)edit_field(canvas, "note", m_note,
                     {.empty_words = canvas.say("releases.note"), .width = width});
    if (is_beside) {
        ImGui::SameLine(0, canvas.px(gap));
    }
    if (button(canvas, "release", options)) {
        release(canvas);
    }
}

std::optional<int> ReleasesPanel::pick(Canvas& canvas, Picker& picker, const char* id, int chosen)
{
    const std::string name = editor::version_name(chosen, canvas.language);
    const auto picked = picker.draw(canvas, id, {"chevron_down", name}, [&] {
        std::vector<PickItem> items;
        for (const editor::VersionRow& row : m_words.versions) {
            const schedule::Programme* release =
                canvas.workspace.release_diff().find_release(row.number);
            items.push_back({std::to_string(row.number),
                             release != nullptr
                                 ? row.name + " · " + format_date(release->date, canvas.language)
                                 : row.name,
                             {}});
        }
        return items;
    });
    const auto row = std::find_if(
        m_words.versions.begin(), m_words.versions.end(),
        [&](const editor::VersionRow& each) { return picked == std::to_string(each.number); });
    return picked && row != m_words.versions.end() ? std::optional(row->number) : std::nullopt;
}

void ReleasesPanel::draw_choice(Canvas& canvas)
{
    editor::ReleaseDiff& diff = canvas.workspace.release_diff();
    const auto before = pick(canvas, m_before, "before", diff.before());
    ImGui::SameLine(0, canvas.px(gap));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string& arrow = canvas.theme.icon("chevron_right");
    ImFont* font = canvas.theme.body();
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, arrow.c_str());
    ImGui::Dummy({size.x, canvas.px(Theme::control_height)});
    ImGui::GetWindowDrawList()->AddText(
        font, font->FontSize, {at.x, at.y + (canvas.px(Theme::control_height) - size.y) / 2},
        canvas.colors().text_dim, arrow.c_str());
    ImGui::SameLine(0, canvas.px(gap));
    const auto after = pick(canvas, m_after, "after", diff.after());
    if (before || after) {
        diff.choose(before.value_or(diff.before()), after.value_or(diff.after()));
        canvas.workspace.show_changes(true);
    }
    const bool is_on = canvas.workspace.are_changes_shown();
    const std::string label = canvas.say("releases.on_map");
    const ButtonOptions options{.icon = is_on ? "eye" : "eye_off",
                                .label = label,
                                .hint = canvas.hint_of(editor::ActionId::show_changes),
                                .look = ButtonLook::filled,
                                .is_on = is_on};
    flow(canvas, button_width(canvas, options));
    if (button(canvas, "show", options)) {
        canvas.run(editor::ActionId::show_changes);
    }
}

void ReleasesPanel::draw_views(Canvas& canvas)
{
    bool is_first = true;
    const auto add = [&](View view, const char* id, std::string_view icon, const char* key,
                         std::size_t count) {
        const std::string label = canvas.say(key) + " " + std::to_string(count);
        const ButtonOptions options{.icon = icon, .label = label, .is_on = m_view == view};
        if (!std::exchange(is_first, false)) {
            flow(canvas, button_width(canvas, options));
        }
        if (button(canvas, id, options)) {
            m_view = view;
        }
    };
    add(View::changes, "changes", "list", "releases.changes", m_words.changes.size());
    add(View::sheets, "sheets", "delegation", "releases.sheets", m_words.sheets.size());
    add(View::versions, "versions", "history", "releases.versions", m_words.versions.size() - 1);
}

void ReleasesPanel::draw_change(Canvas& canvas, const editor::ChangeRow& row)
{
    const bool is_there = canvas.workspace.project().find(row.session) != nullptr;
    if (list_row(canvas, row.session.c_str(),
                 {.text = row.text,
                  .icon = row.icon,
                  .is_on = canvas.workspace.view().selected == row.session})) {
        canvas.workspace.show_changes(true);
        if (is_there) {
            canvas.workspace.select(row.session);
            // In one slot with the card the list stays in front: one goes through it.
            canvas.workspace.settings().panels.bring_forward(editor::PanelId::releases);
        }
    }
}

void ReleasesPanel::draw_changes(Canvas& canvas)
{
    begin_scroll(canvas, "changes list");
    for (const editor::ChangeRow& row : m_words.changes) {
        draw_change(canvas, row);
    }
    if (m_words.changes.empty()) {
        empty_state(canvas, "check", canvas.say("diff.none"));
    }
    ImGui::EndChild();
}

void ReleasesPanel::draw_sheet(Canvas& canvas, const editor::SheetRow& sheet)
{
    ImGui::Indent(canvas.px(20));
    for (const std::size_t change : sheet.changes) {
        draw_change(canvas, m_words.changes[change]);
    }
    const auto text = [&] {
        return editor::sheet_text(m_words, sheet, canvas.workspace.release_diff(), canvas.language);
    };
    if (button(
            canvas, "copy",
            {.icon = "copy", .label = canvas.say("releases.copy"), .look = ButtonLook::filled})) {
        ImGui::SetClipboardText(text().c_str());
        canvas.workspace.tell(Message{"releases.copied", {{"name", sheet.name}}});
    }
    const std::string save = canvas.say("releases.save");
    const ButtonOptions options{.icon = "arrow_out", .label = save, .look = ButtonLook::filled};
    flow(canvas, button_width(canvas, options));
    if (button(canvas, "save", options)) {
        const auto file = editor::save_sheet(text(), usual_folder(canvas), sheet.id);
        if (file) {
            canvas.workspace.tell(Message{"releases.saved", {{"file", file->string()}}});
        } else {
            canvas.workspace.tell(file.error());
        }
    }
    ImGui::Unindent(canvas.px(20));
    ImGui::Dummy({0, canvas.px(4)});
    hairline(canvas);
}

void ReleasesPanel::draw_sheets(Canvas& canvas)
{
    begin_scroll(canvas, "sheets list");
    for (const editor::SheetRow& sheet : m_words.sheets) {
        push_id(canvas, sheet.id);
        const std::string count = canvas.say(
            Message{"releases.unreleased", {{"count", std::to_string(sheet.changes.size())}}});
        const bool is_open = m_open == sheet.id;
        if (list_row(canvas, "row",
                     {.text = sheet.name,
                      .trailing = count,
                      .kind = sheet.kind,
                      .icon = sheet.kind.empty() ? "info" : "",
                      .is_on = is_open})) {
            m_open = is_open ? std::string() : sheet.id;
        }
        if (is_open) {
            draw_sheet(canvas, sheet);
        }
        pop_id(canvas);
    }
    if (m_words.sheets.empty()) {
        empty_state(canvas, "check", canvas.say("releases.nobody"));
    }
    ImGui::EndChild();
}

void ReleasesPanel::draw_versions(Canvas& canvas)
{
    editor::ReleaseDiff& diff = canvas.workspace.release_diff();
    begin_scroll(canvas, "versions list");
    for (const editor::VersionRow& row : m_words.versions) {
        const bool is_before = row.number == diff.before();
        const bool is_after = row.number == diff.after();
        const std::string side = is_after    ? canvas.say("releases.after")
                                 : is_before ? canvas.say("releases.before")
                                             : std::string();
        if (list_row(canvas, ("version " + std::to_string(row.number)).c_str(),
                     {.text = row.name,
                      .detail = row.detail,
                      .trailing = side,
                      .kind = row.number == editor::ReleaseDiff::now ? "" : "release",
                      .icon = row.number == editor::ReleaseDiff::now ? "calendar" : "",
                      .is_on = is_before || is_after}) &&
            row.number != editor::ReleaseDiff::now) {
            diff.choose(row.number, editor::ReleaseDiff::now);
            canvas.workspace.show_changes(true);
        }
    }
    ImGui::EndChild();
}

void ReleasesPanel::draw(Canvas& canvas)
{
    if (draw_planned_meeting(canvas) == nullptr ||
        canvas.workspace.programme().meeting() == nullptr) {
        return; // what cannot be planned cannot be released
    }
    refresh(canvas);
    draw_state(canvas);
    draw_release(canvas);
    if (canvas.workspace.release_diff().releases().empty()) {
        return; // nothing to compare with
    }
    hairline(canvas);
    draw_choice(canvas);
    draw_views(canvas);
    switch (m_view) {
    case View::changes:
        draw_changes(canvas);
        break;
    case View::sheets:
        draw_sheets(canvas);
        break;
    case View::versions:
        draw_versions(canvas);
        break;
    }
}

} // namespace dostyk::ui
