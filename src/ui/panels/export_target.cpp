// What an export begins with, and where it goes.

#include "core/time.hpp"
#include "ui/panels/export_panel.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace dostyk::ui {

namespace {

namespace fs = std::filesystem;
using editor::ExportPart;
using io::ExportFormat;

/// "kz-kg-2026-06-15": the project and the day.
std::string stem_of(const Canvas& canvas)
{
    const std::string stem = canvas.workspace.edits().path().stem().string();
    return (stem.empty() ? std::string("dostyk") : stem) + "-" + today();
}

/// Where documents lie, else at home.
fs::path usual_folder(const Canvas& canvas)
{
    const auto places = editor::find_places(canvas.workspace.edits().path());
    const auto found = std::find_if(places.begin(), places.end(),
                                    [](const auto& place) { return place.key == "documents"; });
    return found != places.end() ? found->path : places.front().path;
}

bool is_beside_taken(const fs::path& out, const editor::ExportChoice& choice)
{
    return std::any_of(choice.also.begin(), choice.also.end(), [&](ExportFormat format) {
        std::error_code error;
        return fs::exists(editor::target_of(out, format), error);
    });
}

} // namespace

void ExportPanel::begin(Canvas& canvas, Session& session)
{
    const editor::Workspace& workspace = canvas.workspace;
    m_folder = m_folder.empty() ? usual_folder(canvas) : m_folder;
    m_is_choosing_target = false;
    m_target.clear();
    session.begin();
    // What was asked for since the last time is what one wants to hand on.
    const bool is_asked = workspace.are_hits_asked_for() && !workspace.hits().empty();
    if (std::exchange(m_seen_hits, workspace.hits_version()) != workspace.hits_version() &&
        is_asked) {
        session.choice.part = ExportPart::hits;
    }
}

void ExportPanel::choose_target(Canvas& canvas, const Session& session)
{
    const ExportFormat format = session.choice.format;
    m_browser.begin(canvas,
                    {editor::FileWish::save, m_folder, stem_of(canvas),
                     format == ExportFormat::json ? std::string() : std::string(name_of(format))});
    m_is_choosing_target = true;
}

/// "To Documents/forum.geojson, .csv": dim, whole in the hint.
void ExportPanel::draw_where(Canvas& canvas, const Session& session, const fs::path& target,
                             float width)
{
    std::string where = target.string();
    for (const ExportFormat format : session.choice.formats()) {
        if (format != session.choice.format) {
            const std::string ending = editor::target_of(target, format).extension().string();
            where += ", " + (ending.empty() ? target.stem().string() : ending);
        }
    }
    where = canvas.say(Message{"export.to", {{"out", where}}});
    ImFont* font = canvas.theme.small_font();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string shown = shortened(font, where, width);
    ImGui::GetWindowDrawList()->AddText(
        font, font->FontSize,
        {at.x, at.y + (canvas.px(Theme::control_height) - font->FontSize) / 2},
        canvas.colors().text_dim, shown.c_str());
    ImGui::Dummy({width, canvas.px(Theme::control_height)});
    if (shown != where && ImGui::IsItemHovered()) {
        canvas.hint = where;
    }
}

/// The disk is asked when something else is chosen, not in each frame.
void ExportPanel::look_for_target(const Canvas& canvas, const editor::ExportChoice& choice)
{
    if (m_target.empty() || m_target_formats != choice.formats()) {
        m_target_formats = choice.formats();
        m_target = editor::free_target(m_folder, stem_of(canvas), choice);
    }
}

void ExportPanel::draw_foot(Canvas& canvas, Session& session, const editor::ExportInput& input)
{
    look_for_target(canvas, session.choice);
    const std::string leave = canvas.say("dialog.cancel");
    const ButtonOptions cancel{.label = leave, .look = ButtonLook::filled};
    const bool can = !session.withheld() || session.withheld()->left > 0;
    const std::string why_not = can ? std::string() : canvas.say("export.all_withheld");
    const std::string where = canvas.say("export.choose_target");
    const std::string write = canvas.say("export.write");
    const ButtonOptions next{.icon = "folder",
                             .label = where,
                             .hint = why_not,
                             .look = ButtonLook::filled,
                             .is_enabled = can};
    const ButtonOptions now{.icon = "arrow_out",
                            .label = write,
                            .hint = why_not,
                            .look = can ? ButtonLook::accent : ButtonLook::filled,
                            .is_enabled = can};
    const float gap = canvas.px(8);
    const float buttons = button_width(canvas, cancel) + button_width(canvas, next) +
                          button_width(canvas, now) + 3 * gap;
    draw_where(canvas, session, m_target, ImGui::GetContentRegionAvail().x - buttons);
    ImGui::SameLine(0, gap);
    if (button(canvas, "cancel", cancel)) {
        canvas.workspace.close_sheet();
    }
    ImGui::SameLine(0, gap);
    if (button(canvas, "next", next)) {
        choose_target(canvas, session);
    }
    ImGui::SameLine(0, gap);
    if (button(canvas, "write", now)) {
        session.write(input, std::exchange(m_target, {})); // the next one needs another name
    }
}

void ExportPanel::draw_target(Canvas& canvas, Session& session, const editor::ExportInput& input)
{
    const auto answer =
        m_browser.draw(canvas, canvas.say("export.write"), ImGui::GetContentRegionAvail().y);
    if (answer.is_cancelled) {
        m_is_choosing_target = false;
    } else if (answer.path) {
        m_is_choosing_target = false;
        m_folder = answer.path->parent_path();
        // The dialog asks about the file that it names, not about those beside it.
        session.write(
            input, is_beside_taken(*answer.path, session.choice)
                       ? editor::free_target(m_folder, answer.path->stem().string(), session.choice)
                       : *answer.path);
    }
}

} // namespace dostyk::ui
