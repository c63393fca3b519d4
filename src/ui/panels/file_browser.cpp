#include "ui/panels/file_browser.hpp"

#include "core/format.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dostyk::ui {

namespace {

namespace fs = std::filesystem;

constexpr float places_width = 196, foot_height = 52;

bool was_pressed(ImGuiKey key)
{
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), true);
}

std::string_view icon_of(const editor::Place& place)
{
    if (place.key.empty()) {
        return "drive";
    }
    return place.key == "home"        ? "home"
           : place.key == "project"   ? "project"
           : place.key == "downloads" ? "arrow_in"
           : place.key == "documents" ? "document"
           : place.key == "computer"  ? "drive"
                                      : "folder";
}

} // namespace

void FileBrowser::begin(const Canvas& canvas, Request request)
{
    m_request = std::move(request);
    m_fault.reset();
    m_replaced.clear();
    m_letters.clear();
    m_places = editor::find_places(canvas.workspace.edits().path());
    m_list.begin({m_request.wish, canvas.language, m_list.options().shows_hidden},
                 m_request.folder.empty() ? m_last_folder : m_request.folder);
    m_version = -1;
}

void FileBrowser::note_moves()
{
    if (std::exchange(m_version, m_list.version()) == m_list.version()) {
        return;
    }
    m_path = m_list.folder().string();
    m_last_folder = m_list.folder();
    m_has_moved = true;
}

void FileBrowser::accept(Answer& answer)
{
    m_fault.reset();
    const editor::FileEntry* entry = m_list.current();
    if (m_request.wish == editor::FileWish::save && entry != nullptr &&
        entry->kind != editor::FileKind::folder && entry->kind != editor::FileKind::project) {
        // A file in the list gives its name: nothing is replaced by a click on it.
        m_request.name = fs::path(entry->name).stem().string();
        return;
    }
    answer.path = m_list.accept();
}

void FileBrowser::accept_path(std::string_view text, Answer& answer)
{
    auto taken = m_list.accept_typed(text);
    m_fault = taken ? std::nullopt : std::optional(taken.error());
    if (taken && *taken && m_request.wish == editor::FileWish::save) {
        m_request.name = (*taken)->stem().string();
        m_list.open((*taken)->parent_path());
    } else if (taken) {
        answer.path = *taken;
    }
}

void FileBrowser::accept_name(Answer& answer)
{
    fs::path path = editor::save_path(m_list.folder(), m_request.name, m_request.ending);
    std::error_code error;
    if (path.empty() || path == m_list.folder()) {
        m_fault = Error{ErrorCode::invalid, {"file.no_name", {}}, {}};
    } else if (!fs::is_directory(path.parent_path(), error)) {
        m_fault = Error{
            ErrorCode::not_found, {"file.missing", {{"file", path.parent_path().string()}}}, {}};
    } else if (fs::exists(path, error)) {
        m_replaced = std::move(path);
    } else {
        answer.path = std::move(path);
    }
}

void FileBrowser::take_letters()
{
    constexpr double pause_s = 1.0;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.InputQueueCharacters.empty()) {
        return;
    }
    if (ImGui::GetTime() - m_letters_s > pause_s) {
        m_letters.clear();
    }
    m_letters_s = ImGui::GetTime();
    for (const ImWchar letter : io.InputQueueCharacters) {
        std::array<char, 5> bytes{};
        ImTextCharToUtf8(bytes.data(), letter);
        m_letters += bytes.data();
    }
    m_has_moved = m_list.jump(m_letters) || m_has_moved;
}

void FileBrowser::take_keys(Canvas& canvas, Answer& answer)
{
    const ImGuiIO& io = ImGui::GetIO();
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool is_elsewhere =
        !context.NavDisableHighlight && context.NavWindow != ImGui::GetCurrentWindow();
    if (io.WantTextInput || is_elsewhere || io.KeyAlt || canvas.workspace.overlays().has_search) {
        return;
    }
    if (io.KeyCtrl) {
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_V), false)) {
            const char* text = ImGui::GetClipboardText();
            accept_path(text != nullptr ? text : "", answer);
        }
        return;
    }
    const auto page = static_cast<std::ptrdiff_t>(m_page_rows);
    const std::size_t before = m_list.cursor();
    if (was_pressed(ImGuiKey_DownArrow) || was_pressed(ImGuiKey_UpArrow)) {
        m_list.move_by(was_pressed(ImGuiKey_DownArrow) ? 1 : -1);
    } else if (was_pressed(ImGuiKey_PageDown) || was_pressed(ImGuiKey_PageUp)) {
        m_list.move_by(was_pressed(ImGuiKey_PageDown) ? page : -page);
    } else if (was_pressed(ImGuiKey_Home)) {
        m_list.move_to(0);
    } else if (was_pressed(ImGuiKey_End)) {
        m_list.move_to(m_list.listing().entries.size());
    } else if (was_pressed(ImGuiKey_Backspace)) {
        m_list.go_up();
    } else if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false)) {
        accept(answer);
    } else {
        take_letters();
    }
    m_has_moved = m_has_moved || before != m_list.cursor();
}

void FileBrowser::draw_path(Canvas& canvas, Answer& answer)
{
    const float square = canvas.px(Theme::control_height + 4);
    if (button(canvas, "up",
               {.icon = "chevron_up", .hint = canvas.say("file.up"), .look = ButtonLook::filled})) {
        m_list.go_up();
    }
    ImGui::SameLine(0, canvas.px(6));
    const float width = ImGui::GetContentRegionAvail().x - square - canvas.px(4);
    (void)text_field(canvas, "##path", m_path, "folder", canvas.say("file.path"), width);
    if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter))) {
        accept_path(m_path, answer);
        m_version = answer.path ? m_version : -1;
    }
    ImGui::SameLine(0, canvas.px(6));
    const bool shows_hidden = m_list.options().shows_hidden;
    if (button(canvas, "hidden",
               {.icon = shows_hidden ? "eye" : "eye_off",
                .hint = canvas.say(shows_hidden ? "file.hide_hidden" : "file.show_hidden"),
                .is_on = shows_hidden})) {
        m_list.toggle_hidden();
    }
}

void FileBrowser::draw_places(Canvas& canvas, float width, float height)
{
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::BeginChild("places", {width, height}, false, ImGuiWindowFlags_NoNavFocus);
    ImGui::PopStyleVar();
    for (const editor::Place& place : m_places) {
        const std::string name = place.key.empty() ? place.name : canvas.say("place." + place.key);
        ImGui::PushID(place.path.c_str());
        if (list_row(
                canvas, "place",
                {.text = name, .icon = icon_of(place), .is_on = place.path == m_list.folder()})) {
            m_list.open(place.path);
        }
        ImGui::PopID();
    }
    ImGui::EndChild();
}

FileBrowser::Answer FileBrowser::draw(Canvas& canvas, std::string_view verb, float height)
{
    Answer answer;
    m_list.set_language(canvas.language);
    note_moves();
    const float bottom = ImGui::GetCursorPosY() + height;
    draw_path(canvas, answer);
    ImGui::Dummy({0, canvas.px(2)});
    const float foot = canvas.px(foot_height);
    const float middle = std::max(canvas.px(80), bottom - ImGui::GetCursorPosY() - foot);
    const float places = canvas.px(places_width);
    draw_places(canvas, places, middle);
    ImGui::SameLine(0, canvas.px(12));
    ImGui::BeginGroup();
    draw_header(canvas);
    draw_rows(canvas, bottom - ImGui::GetCursorPosY() - foot, answer);
    ImGui::EndGroup();
    draw_foot(canvas, verb, answer);
    if (answer.path && m_list.listing().fault) {
        answer.path.reset();
    }
    return answer;
}

} // namespace dostyk::ui
