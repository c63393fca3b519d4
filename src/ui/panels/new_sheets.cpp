// What is begun anew: a meeting from a template, a project.

#include "editor/new_project.hpp"
#include "intake/date_reading.hpp"
#include "ui/fields.hpp"
#include "ui/panels/panels.hpp"
#include "ui/panels/start_sheet.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>

namespace dostyk::ui {

namespace {

constexpr std::array<std::string_view, 2> hosts{"KZ", "KG"};

std::string upper_code(Language language)
{
    std::string code(code_of(language));
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char letter) { return static_cast<char>(letter - 'a' + 'A'); });
    return code;
}

/// The text in four languages, a field each; true while one changes.
bool name_fields(Canvas& canvas, Text4& name)
{
    bool has_changed = false;
    for (const Language language : all_languages) {
        push_id(canvas, code_of(language));
        const std::string words =
            canvas.say("new.name") + " (" + std::string(own_name_of(language)) + ")";
        has_changed |= edit_field(canvas, "name", name[language],
                                  {.prefix = upper_code(language), .empty_words = words});
        pop_id(canvas);
    }
    return has_changed;
}

void draw_problem(Canvas& canvas, const std::string& problem)
{
    if (!problem.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, canvas.colors().warning);
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(problem.c_str());
        ImGui::PopTextWrapPos();
        ImGui::PopStyleColor();
    }
}

bool create_button(Canvas& canvas, const char* key)
{
    ImGui::Dummy({0, canvas.px(6)});
    return button(canvas, "create",
                  {.icon = "check", .label = canvas.say(key), .look = ButtonLook::accent});
}

std::filesystem::path home_folder()
{
    const char* home = std::getenv("HOME");
    return home != nullptr ? std::filesystem::path(home) : std::filesystem::path("/");
}

} // namespace

void NewProjectSheet::create(Canvas& canvas)
{
    const Status made = editor::make_project(m_folder, m_name);
    if (!made) {
        m_problem = text_of(made.error(), canvas.language);
        return;
    }
    canvas.workspace.close_sheet();
    canvas.workspace.want_project(m_folder);
    canvas.effect = editor::Effect::open_project;
}

void NewProjectSheet::draw(Canvas& canvas)
{
    if (canvas.workspace.overlays().sheet != editor::Sheet::new_project) {
        m_was_open = false;
        return;
    }
    if (!std::exchange(m_was_open, true)) {
        *this = {};
        m_was_open = true;
    }
    begin_sheet(canvas, "new project", 620, 470);
    if (overlay_title(canvas, "plus", canvas.say("action.new_project"))) {
        canvas.workspace.close_sheet();
    }
    begin_scroll(canvas, "new project fields");
    section(canvas, canvas.say("new.name"));
    if (name_fields(canvas, m_name) && !m_has_own_folder) {
        const std::string name(m_name.in(canvas.language));
        m_folder = editor::suggested_folder(home_folder() / "Dostyk", name).string();
    }
    section(canvas, canvas.say("new_project.folder"));
    m_has_own_folder |=
        edit_field(canvas, "folder", m_folder, {.empty_words = canvas.say("new_project.folder")});
    draw_problem(canvas, m_problem);
    if (create_button(canvas, "new_project.create")) {
        create(canvas);
    }
    ImGui::EndChild();
    end_sheet();
}

void NewMeetingSheet::choose(const io::MeetingTemplate& from, std::size_t index)
{
    m_chosen = index;
    m_plan.name = from.meeting_name;
}

void NewMeetingSheet::open(Canvas& canvas)
{
    *this = {};
    m_was_open = true;
    const auto& templates = canvas.workspace.meeting_templates();
    if (!templates.empty()) {
        choose(templates.front(), 0);
    }
}

void NewMeetingSheet::draw_fields(Canvas& canvas)
{
    section(canvas, canvas.say("new.name"));
    (void)name_fields(canvas, m_plan.name);
    section(canvas, canvas.say("new_meeting.first_day"));
    if (edit_field(canvas, "day", m_day,
                   {.empty_words = canvas.say("new_meeting.day_words"),
                    .is_bad = !m_day.empty() && m_plan.first_day.empty()})) {
        const auto read = intake::read_date(m_day);
        const bool is_day =
            read.readings.size() == 1 && !editor::days_after(read.readings.front(), 0).empty();
        m_plan.first_day = is_day ? read.readings.front() : std::string();
        m_problem = m_day.empty() || is_day ? std::string() : canvas.say("new_meeting.no_day");
    }
    section(canvas, canvas.say("field.host"));
    for (const std::string_view host : hosts) {
        push_id(canvas, host);
        const auto found = canvas.input.unit_names.find(std::string(host));
        const std::string name = found != canvas.input.unit_names.end()
                                     ? std::string(found->second.in(canvas.language))
                                     : std::string(host);
        const bool is_on = m_plan.host == host;
        if (button(canvas, "host", {.label = name, .look = ButtonLook::filled, .is_on = is_on})) {
            m_plan.host = is_on ? std::string() : std::string(host);
        }
        pop_id(canvas);
        ImGui::SameLine(0, canvas.px(6));
    }
    ImGui::NewLine();
}

void NewMeetingSheet::draw_preview(Canvas& canvas, const io::MeetingTemplate& from) const
{
    section(canvas, canvas.say("kind.session.plural"));
    for (const io::TemplateSession& session : from.sessions) {
        const std::string day = editor::days_after(m_plan.first_day, session.day);
        const std::string when = day.empty() ? canvas.say("new_meeting.unscheduled") : day;
        paragraph(canvas, std::string(session.name.in(canvas.language)));
        small_print(canvas, when);
    }
}

void NewMeetingSheet::create(Canvas& canvas, const io::MeetingTemplate& from)
{
    if (m_plan.name.is_empty()) {
        m_problem = canvas.say("new_meeting.no_name");
    } else if (!m_day.empty() && m_plan.first_day.empty()) {
        m_problem = canvas.say("new_meeting.no_day");
    } else if (canvas.workspace.add_meeting(from, m_plan)) {
        canvas.workspace.close_sheet();
    } else if (const auto& notice = canvas.workspace.notice()) {
        m_problem = text_of(notice->said, canvas.language);
    }
}

void NewMeetingSheet::draw(Canvas& canvas)
{
    if (canvas.workspace.overlays().sheet != editor::Sheet::new_meeting) {
        m_was_open = false;
        return;
    }
    if (!m_was_open) {
        open(canvas);
    }
    begin_sheet(canvas, "new meeting", 940, 700);
    if (overlay_title(canvas, "meeting", canvas.say("new_meeting.title"))) {
        canvas.workspace.close_sheet();
    }
    begin_scroll(canvas, "new meeting content");
    const auto& templates = canvas.workspace.meeting_templates();
    if (templates.empty()) {
        empty_state(canvas, "meeting", canvas.say("new_meeting.no_templates"));
    } else {
        constexpr float least_card = 220;
        const auto row = card_row(canvas, static_cast<int>(templates.size()), least_card);
        for (std::size_t i = 0; i < templates.size(); ++i) {
            if (i % static_cast<std::size_t>(row.columns) != 0) {
                ImGui::SameLine(0, canvas.px(12));
            }
            if (choice_card(canvas, templates[i].id.c_str(),
                            {.icon = "meeting",
                             .title = std::string(templates[i].name.in(canvas.language)),
                             .text = std::string(templates[i].description.in(canvas.language)),
                             .is_on = i == m_chosen,
                             .width = row.width,
                             .height = canvas.px(178)})) {
                choose(templates[i], i);
            }
        }
        const bool is_wide = ImGui::GetContentRegionAvail().x >= canvas.px(640);
        if (ImGui::BeginTable("parts", is_wide ? 2 : 1,
                              ImGuiTableFlags_NoSavedSettings |
                                  ImGuiTableFlags_SizingStretchSame)) {
            ImGui::TableNextColumn();
            draw_fields(canvas);
            draw_problem(canvas, m_problem);
            if (create_button(canvas, "new_meeting.create")) {
                create(canvas, templates[m_chosen]);
            }
            ImGui::TableNextColumn();
            draw_preview(canvas, templates[m_chosen]);
            ImGui::EndTable();
        }
    }
    ImGui::EndChild();
    end_sheet();
}

} // namespace dostyk::ui
