// The list of a folder, and what stands below it.

#include "core/format.hpp"
#include "ui/panels/file_browser.hpp"
#include "ui/panels/panels.hpp"
#include "ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <array>

namespace dostyk::ui {

namespace {

using editor::FileKind;

constexpr float row_height = 34, header_height = 30, pad = 10;

std::string_view icon_of(FileKind kind)
{
    switch (kind) {
    case FileKind::folder:
        return "folder";
    case FileKind::project:
    case FileKind::store:
        return "globe";
    case FileKind::table:
        return "table";
    case FileKind::calendar:
        return "calendar";
    case FileKind::vector:
        return "layers";
    default:
        return "document";
    }
}

std::string size_text(const Canvas& canvas, const editor::FileEntry& entry)
{
    if (entry.kind == FileKind::folder || entry.kind == FileKind::project) {
        return {};
    }
    constexpr double step = 1024;
    const auto bytes = static_cast<double>(entry.size);
    const bool is_large = bytes >= step * step;
    const double shown =
        is_large ? bytes / step / step : std::max(bytes / step, bytes > 0 ? 0.1 : 0);
    const int decimals = shown < 10 ? 1 : 0;
    return canvas.say(Message{is_large ? "file.size_mb" : "file.size_kb",
                              {{"size", format_number(shown, canvas.language, decimals)}}});
}

void draw_cell(Canvas& canvas, std::string_view text, float x, float y, float width, ImU32 color,
               ImFont* font)
{
    const std::string shown = shortened(font, text, width);
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {x, y}, color, shown.c_str());
    const float height = font->FontSize;
    if (shown != text && ImGui::IsItemHovered() &&
        ImGui::IsMouseHoveringRect({x, y}, {x + width, y + height})) {
        canvas.hint = text;
    }
}

/// In the middle of the list: why there is nothing in it.
void empty_words(Canvas& canvas, std::string_view icon, const std::string& text)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = ImGui::GetContentRegionAvail().x;
    const float wrap = std::min(room - canvas.px(40), canvas.px(460));
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    ImFont* large = canvas.theme.title();
    ImFont* font = canvas.theme.body();
    const std::string& mark = canvas.theme.icon(icon);
    const float mark_width = large->CalcTextSizeA(large->FontSize, FLT_MAX, 0, mark.c_str()).x;
    draw.AddText(large, large->FontSize, {at.x + (room - mark_width) / 2, at.y},
                 canvas.colors().text_dim, mark.c_str());
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, text.c_str());
    draw.AddText(font, font->FontSize, {at.x + (room - size.x) / 2, at.y + canvas.px(40)},
                 canvas.colors().text_dim, text.c_str(), nullptr, wrap);
}

} // namespace

void FileBrowser::draw_header(Canvas& canvas)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = canvas.px(header_height);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + width, at.y + height}, canvas.colors().raised,
                       canvas.px(Theme::corner), ImDrawFlags_RoundCornersTop);
    const bool is_wide = width > canvas.px(560);
    const float date = is_wide ? canvas.px(170) : 0;
    const float kind = canvas.px(is_wide ? 190 : 130);
    const float size = canvas.px(90);
    const float name = std::max(canvas.px(120), width - date - kind - size);
    m_name_column = {0, name};
    m_kind_column = {name, kind};
    m_size_column = {name + kind, size};
    m_date_column = {name + kind + size, date};
    ImFont* font = canvas.theme.small_font();
    const float y = at.y + (height - font->FontSize) / 2;
    const std::array<std::pair<const char*, Column>, 4> titles{{{"file.name", m_name_column},
                                                                {"file.kind", m_kind_column},
                                                                {"file.size", m_size_column},
                                                                {"file.changed", m_date_column}}};
    for (const auto& [key, column] : titles) {
        if (column.width > 0) {
            draw_cell(canvas, canvas.say(key), at.x + column.left + canvas.px(pad), y,
                      column.width - canvas.px(pad), canvas.colors().text_dim, font);
        }
    }
    ImGui::Dummy({width, height});
}

void FileBrowser::draw_row(Canvas& canvas, std::size_t row, Answer& answer)
{
    const editor::FileEntry& entry = m_list.listing().entries[row];
    const Palette& colors = canvas.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, canvas.px(row_height)};
    ImGui::PushID(static_cast<int>(row));
    const bool is_pressed = ImGui::InvisibleButton("file", size);
    const bool is_hot = ImGui::IsItemHovered();
    const ImVec2 end{at.x + size.x, at.y + size.y};
    const bool is_here = row == m_list.cursor();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (is_here || is_hot) {
        draw.AddRectFilled(at, end, is_here ? colors.accent_soft : colors.hover,
                           canvas.px(Theme::corner));
    }
    ImFont* font = canvas.theme.body();
    ImFont* small = canvas.theme.small_font();
    const float y = at.y + (size.y - font->FontSize) / 2;
    const float small_y = at.y + (size.y - small->FontSize) / 2;
    const bool is_folder = entry.kind == FileKind::folder;
    draw.AddText(font, font->FontSize, {at.x + canvas.px(pad), y},
                 is_folder ? colors.text_dim : colors.accent,
                 canvas.theme.icon(icon_of(entry.kind)).c_str());
    draw_cell(canvas, entry.name, at.x + canvas.px(pad + 28), y,
              m_name_column.width - canvas.px(pad + 32), colors.text, font);
    const auto cell = [&](const std::string& text, const Column& column) {
        if (column.width > 0) {
            draw_cell(canvas, text, at.x + column.left + canvas.px(pad), small_y,
                      column.width - canvas.px(pad + 4), colors.text_dim, small);
        }
    };
    cell(canvas.say("file_kind." + std::string(name_of(entry.kind))), m_kind_column);
    cell(size_text(canvas, entry), m_size_column);
    cell(format_date(entry.changed, canvas.language), m_date_column);
    note_control(canvas, at, end, {.id = entry.name, .says = entry.name});
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool is_tabbed = context.NavId == ImGui::GetItemID() && !context.NavDisableHighlight;
    const bool is_opened = is_hot && ImGui::IsMouseDoubleClicked(0);
    ImGui::PopID();
    if (is_pressed || is_tabbed) {
        m_list.move_to(row);
    }
    if (is_opened) {
        accept(answer);
    }
}

void FileBrowser::draw_rows(Canvas& canvas, float height, Answer& answer)
{
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    // Arrows are ours: ImGui's own way through items stops at the edge of what is on the screen.
    ImGui::BeginChild("files", {0, std::max(canvas.px(60), height)}, false,
                      ImGuiWindowFlags_NoNavInputs);
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    m_page_rows = std::max(1.0F, window.InnerRect.GetHeight() / canvas.px(row_height) - 1);
    take_keys(canvas, answer);
    note_moves();
    const editor::Listing& listing = m_list.listing();
    if (listing.entries.empty()) {
        ImGui::Dummy({0, canvas.px(24)});
        empty_words(canvas, listing.fault ? "lock" : "folder",
                    listing.fault
                        ? canvas.say(listing.fault->message)
                        : canvas.say(listing.left_out > 0 ? "file.none_fits" : "file.empty"));
    }
    if (m_has_moved) {
        const float top = static_cast<float>(m_list.cursor()) * canvas.px(row_height);
        const float room = window.InnerRect.GetHeight();
        if (top < ImGui::GetScrollY() || top + canvas.px(row_height) > ImGui::GetScrollY() + room) {
            ImGui::SetScrollY(std::max(0.0F, top - (room - canvas.px(row_height)) / 2));
        }
        m_has_moved = false;
    }
    const int version = m_list.version();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(listing.entries.size()), canvas.px(row_height));
    while (clipper.Step()) {
        for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
            if (m_list.version() == version) {
                draw_row(canvas, static_cast<std::size_t>(row), answer);
            }
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar(2);
}

/// What is wrong, else what would be opened, else how much is not shown.
void FileBrowser::draw_words(Canvas& canvas, float width) const
{
    const editor::FileEntry* entry = m_list.current();
    std::string words;
    ImU32 color = canvas.colors().text_dim;
    if (!m_replaced.empty()) {
        words = canvas.say(Message{"file.exists", {{"file", m_replaced.filename().string()}}});
        color = canvas.colors().warning;
    } else if (m_fault) {
        words = canvas.say(m_fault->message);
        color = canvas.colors().error;
    } else if (m_request.wish == editor::FileWish::open && entry != nullptr &&
               editor::can_open(entry->kind)) {
        words = canvas.say("file.opens." + std::string(name_of(entry->kind)));
    } else if (m_list.listing().left_out > 0) {
        words = canvas.say(
            Message{"file.left_out", {{"count", std::to_string(m_list.listing().left_out)}}});
    }
    ImFont* font = canvas.theme.small_font();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, FLT_MAX, width, words.c_str());
    const float y = at.y + std::max(0.0F, (canvas.px(Theme::control_height) - size.y) / 2);
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {at.x, y}, color, words.c_str(),
                                        nullptr, width);
}

void FileBrowser::draw_name(Canvas& canvas, float width, Answer& answer)
{
    ImFont* font = canvas.theme.body();
    const std::string ending = m_request.ending.empty() ? std::string() : "." + m_request.ending;
    const float taken = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, ending.c_str()).x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = width - taken - canvas.px(6);
    ImGui::GetWindowDrawList()->AddText(
        font, font->FontSize,
        {at.x + room + canvas.px(6),
         at.y + (canvas.px(Theme::control_height) - font->FontSize) / 2},
        canvas.colors().text_dim, ending.c_str());
    (void)text_field(canvas, "##name", m_request.name, "edit", canvas.say("file.save_name"), room);
    if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter))) {
        accept_name(answer);
    }
}

void FileBrowser::draw_foot(Canvas& canvas, std::string_view verb, Answer& answer)
{
    ImGui::Dummy({0, canvas.px(4)});
    const bool is_question = !m_replaced.empty();
    const bool is_save = m_request.wish == editor::FileWish::save;
    const std::string cancel = canvas.say(is_question ? "file.keep" : "dialog.cancel");
    const std::string yes = is_question ? canvas.say("file.replace") : std::string(verb);
    const float gap = canvas.px(8);
    const float buttons = button_width(canvas, {.label = cancel}) +
                          button_width(canvas, {.label = yes}) + gap + canvas.px(24);
    const float left = ImGui::GetCursorPosX();
    const float room = ImGui::GetContentRegionAvail().x;
    const float words = room - buttons - canvas.px(16);
    const float y = ImGui::GetCursorPosY();
    if (is_save && !is_question) {
        const float name = std::min(words, canvas.px(m_fault ? 300 : 420));
        draw_name(canvas, name, answer);
        ImGui::SetCursorPos({left + name + canvas.px(12), y});
        draw_words(canvas, std::max(canvas.px(60), words - name - canvas.px(12)));
    } else {
        draw_words(canvas, words);
    }
    ImGui::SetCursorPos({left + room - buttons + canvas.px(24), y});
    if (button(canvas, "cancel", {.label = cancel, .look = ButtonLook::filled})) {
        answer.is_cancelled = !is_question;
        m_replaced.clear();
    }
    ImGui::SameLine(0, gap);
    if (button(canvas, "accept", {.label = yes, .look = ButtonLook::accent})) {
        if (is_question) {
            answer.path = std::exchange(m_replaced, {});
        } else if (is_save) {
            accept_name(answer);
        } else if (m_request.wish == editor::FileWish::folder) {
            answer.path = m_list.folder();
        } else {
            accept(answer);
        }
    }
}

} // namespace dostyk::ui
