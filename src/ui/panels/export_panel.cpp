#include "ui/panels/export_panel.hpp"

#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::ui {

namespace {

namespace fs = std::filesystem;
using editor::ExportPart;
using io::ExportFormat;
using model::Audience;

std::string_view icon_of(ExportFormat format)
{
    switch (format) {
    case ExportFormat::xlsx:
    case ExportFormat::csv:
        return "table";
    case ExportFormat::ics:
        return "calendar";
    case ExportFormat::json:
        return "folder";
    default:
        return "layers";
    }
}

/// What was written: the files, or the folder that holds many.
std::string names_of(const io::ExportReport& report, const fs::path& out)
{
    constexpr std::size_t most_named = 4;
    std::string names;
    for (std::size_t i = 0; i < report.files.size() && report.files.size() <= most_named; ++i) {
        names += (names.empty() ? "" : ", ") + report.files[i].string();
    }
    return names.empty() ? out.string() : names;
}

/// A row of choices that goes on in the next line where it has no room.
class Choices {
public:
    explicit Choices(Canvas& canvas) : m_canvas(canvas) {}

    [[nodiscard]] bool add(const char* id, std::string_view icon, const std::string& label,
                           bool is_on, bool is_enabled = true, const std::string& hint = {})
    {
        const ButtonOptions options{.icon = icon,
                                    .label = label,
                                    .hint = hint,
                                    .look = ButtonLook::filled,
                                    .is_on = is_on,
                                    .is_enabled = is_enabled};
        if (!m_is_first) {
            const float gap = m_canvas.px(6);
            ImGui::SameLine(0, gap);
            if (ImGui::GetContentRegionAvail().x < button_width(m_canvas, options)) {
                ImGui::NewLine();
            }
        }
        m_is_first = false;
        return button(m_canvas, id, options);
    }

private:
    Canvas& m_canvas;
    bool m_is_first = true;
};

} // namespace

void ExportPanel::draw_formats(Canvas& canvas, Session& session, float width, float height)
{
    ImGui::BeginChild("formats", {width, height}, false, ImGuiWindowFlags_NoNavFocus);
    section(canvas, canvas.say("export.format"));
    editor::ExportChoice& choice = session.choice;
    const auto chosen = choice.formats();
    for (const ExportFormat format : io::all_export_formats) {
        const std::string name(name_of(format));
        const std::string text = canvas.say("export.format." + name);
        const std::string detail = canvas.say("export.format." + name + ".use");
        const bool is_on = std::find(chosen.begin(), chosen.end(), format) != chosen.end();
        if (list_row(canvas, name.c_str(),
                     {.text = text,
                      .detail = detail,
                      .icon = icon_of(format),
                      .is_on = is_on,
                      .room = canvas.px(Theme::control_height + 4)})) {
            choice.format = format; // this one alone, as a click in any list
            choice.also.clear();
        }
        ImGui::SameLine(0, 0);
        push_id(canvas, "also");
        if (button(canvas, name.c_str(),
                   {.icon = is_on ? "check" : "plus",
                    .hint = canvas.say(is_on ? "export.without" : "export.also"),
                    .is_on = is_on,
                    .is_enabled = !is_on || chosen.size() > 1})) {
            choice.toggle(format);
        }
        pop_id(canvas);
    }
    ImGui::EndChild();
}

void ExportPanel::draw_audience(Canvas& canvas, Session& session)
{
    section(canvas, canvas.say("export.for_whom"));
    Choices choices(canvas);
    for (const Audience audience : {Audience::everyone, Audience::partner, Audience::protocol}) {
        const std::string name(name_of(audience));
        const std::string label = canvas.say("export.audience." + name);
        if (choices.add(name.c_str(), audience == Audience::everyone ? "globe" : "lock", label,
                        session.choice.for_whom() == audience)) {
            session.choice.audience = audience;
        }
    }
    small_print(canvas, canvas.say("export.audience." +
                                   std::string(name_of(session.choice.for_whom())) + ".use"));
}

void ExportPanel::draw_language(Canvas& canvas, Session& session)
{
    section(canvas, canvas.say("export.language"));
    Choices choices(canvas);
    if (choices.add("every", "language", canvas.say("export.every_language"),
                    !session.choice.language)) {
        session.choice.language.reset();
    }
    for (const Language language : all_languages) {
        const std::string id(code_of(language));
        if (choices.add(id.c_str(), {}, std::string(own_name_of(language)),
                        session.choice.language == language)) {
            session.choice.language = language;
        }
    }
}

void ExportPanel::draw_part(Canvas& canvas, Session& session, const editor::ExportInput& input)
{
    section(canvas, canvas.say("export.what"));
    editor::ExportChoice& choice = session.choice;
    Choices choices(canvas);
    if (choices.add("everything", "globe", canvas.say("export.part.everything"),
                    choice.part == ExportPart::everything)) {
        choice.part = ExportPart::everything;
    }
    const auto counted = [&](const char* key, std::size_t count) {
        return canvas.say(key) + " " + std::to_string(count);
    };
    if (choices.add("selection", "tool_select",
                    counted("export.part.selection", input.selection.size()),
                    choice.part == ExportPart::selection, !input.selection.empty(),
                    input.selection.empty() ? canvas.say("why_not.no_selection") : std::string())) {
        choice.part = ExportPart::selection;
    }
    if (choices.add("hits", "tool_buffer", counted("export.part.hits", input.hits.size()),
                    choice.part == ExportPart::hits, !input.hits.empty(),
                    input.hits.empty() ? canvas.say("export.no_hits") : std::string())) {
        choice.part = ExportPart::hits;
    }
    ImGui::SameLine(0, canvas.px(6));
    const bool is_kind = choice.part == ExportPart::kind;
    const std::string label =
        canvas.say(is_kind ? "kind." + choice.kind + ".plural" : std::string("export.part.kind"));
    if (ImGui::GetContentRegionAvail().x <
        button_width(canvas, {.icon = "chevron_down", .label = label})) {
        ImGui::NewLine();
    }
    const auto picked = m_kinds.draw(canvas, "kind", {"chevron_down", label}, [&] {
        std::vector<PickItem> items;
        for (const model::KindRule& kind : model::kinds()) {
            const std::string name(kind.name);
            items.push_back({name, canvas.say("kind." + name + ".plural"), name});
        }
        return items;
    });
    if (picked) {
        choice.part = ExportPart::kind;
        choice.kind = *picked;
    }
}

void ExportPanel::draw_withheld(Canvas& canvas, const Session& session)
{
    const auto& withheld = session.withheld();
    if (!withheld) {
        return;
    }
    ImGui::Dummy({0, canvas.px(6)});
    paragraph(canvas,
              canvas.say(Message{"export.goes_out", {{"count", std::to_string(withheld->left)}}}));
    const bool is_whole = withheld->entities + withheld->claims == 0;
    badge(canvas, is_whole ? "check" : "lock",
          is_whole ? canvas.say("export.nothing_withheld")
                   : canvas.say(Message{"export.withheld",
                                        {{"items", std::to_string(withheld->entities)},
                                         {"statements", std::to_string(withheld->claims)}}}),
          is_whole ? canvas.colors().good : canvas.colors().warning);
}

void ExportPanel::draw_choices(Canvas& canvas, Session& session, const editor::ExportInput& input)
{
    const float foot = canvas.px(54);
    const float height = ImGui::GetContentRegionAvail().y - foot;
    const float room = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorPos();
    draw_formats(canvas, session, std::clamp(room * 0.38F, canvas.px(280), canvas.px(390)), height);
    ImGui::SameLine(0, canvas.px(24));
    ImGui::BeginChild("choices", {0, height}, false, ImGuiWindowFlags_NoNavFocus);
    draw_audience(canvas, session);
    draw_part(canvas, session, input);
    draw_language(canvas, session);
    const auto formats = session.choice.formats();
    if (std::find(formats.begin(), formats.end(), ExportFormat::csv) != formats.end()) {
        section(canvas, canvas.say("export.csv"));
        Choices choices(canvas);
        if (choices.add("safe", "lock", canvas.say("export.csv.safe"), !session.choice.is_raw)) {
            session.choice.is_raw = false;
        }
        if (choices.add("raw", "unlock", canvas.say("export.csv.raw"), session.choice.is_raw)) {
            session.choice.is_raw = true;
        }
        small_print(canvas, canvas.say(session.choice.is_raw ? "export.csv.raw.use"
                                                             : "export.csv.safe.use"));
    }
    draw_withheld(canvas, session);
    ImGui::EndChild();
    ImGui::SetCursorPos({at.x, at.y + height + canvas.px(16)});
    draw_foot(canvas, session, input);
}

void ExportPanel::draw_result(Canvas& canvas, Session& session)
{
    const io::ExportReport& report = session.report();
    badge(canvas, "check", canvas.say("export.written"), canvas.colors().good);
    const Audience audience = session.choice.for_whom();
    paragraph(canvas, canvas.say(Message{"export.done",
                                         {{"count", std::to_string(report.entities)},
                                          {"audience", std::string(name_of(audience))},
                                          {"out", names_of(report, session.out())}}}));
    const std::pair<const char*, std::size_t> notes[] = {{"export.escaped", report.notes.escaped},
                                                         {"export.replaced", report.notes.replaced},
                                                         {"export.cut", report.notes.cut},
                                                         {"export.undated", report.notes.undated}};
    for (const auto& [key, count] : notes) {
        if (count > 0) {
            badge(canvas, "warning", canvas.say(Message{key, {{"count", std::to_string(count)}}}),
                  canvas.colors().warning);
        }
    }
    if (const auto& withheld = session.withheld();
        withheld && withheld->entities + withheld->claims > 0) {
        badge(canvas, "lock",
              canvas.say(Message{"export.withheld",
                                 {{"items", std::to_string(withheld->entities)},
                                  {"statements", std::to_string(withheld->claims)}}}),
              canvas.colors().text_dim);
    }
    ImGui::Dummy({0, canvas.px(12)});
    if (button(canvas, "again",
               {.icon = "arrow_out",
                .label = canvas.say("export.again"),
                .look = ButtonLook::filled})) {
        session.begin();
    }
    ImGui::SameLine(0, canvas.px(8));
    if (button(canvas, "finish",
               {.label = canvas.say("export.close"), .look = ButtonLook::accent})) {
        canvas.workspace.close_sheet();
    }
}

void ExportPanel::draw_fault(Canvas& canvas, Session& session)
{
    badge(canvas, "warning", canvas.say("export.not_written"), canvas.colors().error);
    const auto& findings = session.findings().findings;
    if (session.fault()) {
        // The command line's sentence names its options.
        const bool is_undecided = session.fault()->message.key == "error.export_undecided";
        paragraph(canvas, is_undecided
                              ? canvas.say(Message{"export.undecided_fields",
                                                   {{"count", std::to_string(findings.size())}}})
                              : canvas.lengthened(text_of(*session.fault(), canvas.language)));
    }
    const float foot = canvas.px(54);
    begin_scroll(canvas, "findings", ImGui::GetContentRegionAvail().y - foot);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        const model::Entity* entity = canvas.workspace.project().find(finding.subject);
        const std::string field = finding.pointer.substr(finding.pointer.rfind('/') + 1);
        const std::string name = entity != nullptr
                                     ? model::name_of(*entity, canvas.pack(), canvas.language)
                                     : finding.subject;
        const std::string detail =
            canvas.say("field." + field) + ": " + canvas.say(finding.message);
        ImGui::PushID(static_cast<int>(i));
        if (list_row(canvas, "finding",
                     {.text = name,
                      .detail = detail,
                      .kind = entity != nullptr ? entity->kind : std::string()}) &&
            entity != nullptr) {
            canvas.workspace.close_sheet();
            canvas.visit(entity->id);
        }
        ImGui::PopID();
    }
    ImGui::EndChild();
    if (button(canvas, "again",
               {.icon = "chevron_left",
                .label = canvas.say("export.back"),
                .look = ButtonLook::accent})) {
        session.begin();
    }
}

void ExportPanel::draw(Canvas& canvas)
{
    editor::Workspace& workspace = canvas.workspace;
    const bool is_open = workspace.overlays().sheet == editor::Sheet::export_project;
    const bool is_new = is_open && !std::exchange(m_was_open, is_open);
    m_was_open = is_open;
    if (!is_open) {
        return;
    }
    Session& session = workspace.export_session();
    if (is_new) {
        begin(canvas, session);
    }
    const editor::ExportInput input{workspace.shared_project(),
                                    workspace.project_version(),
                                    &canvas.input.unit_names,
                                    workspace.selection(),
                                    workspace.hits(),
                                    canvas.pack(),
                                    canvas.language,
                                    workspace.background()};
    if (session.update(input)) {
        canvas.wake(0.05F);
    }
    begin_sheet(canvas, "export project", 1020, 780);
    if (overlay_title(canvas, "arrow_out", canvas.say("action.export_project"))) {
        workspace.close_sheet();
    }
    switch (session.stage()) {
    case Session::Stage::choosing:
        if (m_is_choosing_target) {
            draw_target(canvas, session, input);
        } else {
            draw_choices(canvas, session, input);
        }
        break;
    case Session::Stage::writing:
        paragraph(canvas, canvas.say(Message{"export.writing",
                                             {{"file", session.out().filename().string()}}}));
        break;
    case Session::Stage::done:
        draw_result(canvas, session);
        break;
    case Session::Stage::failed:
        draw_fault(canvas, session);
        break;
    }
    end_sheet();
}

} // namespace dostyk::ui
