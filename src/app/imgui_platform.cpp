#include "app/imgui_platform.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>

namespace dostyk::app {

namespace {

using editor::Key;

struct KeyPair {
    ImGuiKey imgui;
    Key key;
};

constexpr auto key_pairs = std::to_array<KeyPair>({
    {ImGuiKey_Tab, Key::tab},
    {ImGuiKey_LeftArrow, Key::left},
    {ImGuiKey_RightArrow, Key::right},
    {ImGuiKey_UpArrow, Key::up},
    {ImGuiKey_DownArrow, Key::down},
    {ImGuiKey_PageUp, Key::page_up},
    {ImGuiKey_PageDown, Key::page_down},
    {ImGuiKey_Home, Key::home},
    {ImGuiKey_End, Key::end},
    {ImGuiKey_Delete, Key::del},
    {ImGuiKey_Backspace, Key::backspace},
    {ImGuiKey_Space, Key::space},
    {ImGuiKey_Enter, Key::enter},
    {ImGuiKey_Escape, Key::escape},
    {ImGuiKey_A, Key::a},
    {ImGuiKey_C, Key::c},
    {ImGuiKey_V, Key::v},
    {ImGuiKey_X, Key::x},
    {ImGuiKey_Y, Key::y},
    {ImGuiKey_Z, Key::z},
});

std::string& clipboard_copy()
{
    thread_local std::string text; // ImGui wants a pointer that outlives the call
    return text;
}

const char* get_clipboard(void* window)
{
    clipboard_copy() = static_cast<Window*>(window)->clipboard();
    return clipboard_copy().c_str();
}

void set_clipboard(void* window, const char* text)
{
    static_cast<Window*>(window)->set_clipboard(text);
}

PointerShape shape_of(ImGuiMouseCursor cursor)
{
    switch (cursor) {
    case ImGuiMouseCursor_TextInput:
        return PointerShape::text;
    case ImGuiMouseCursor_Hand:
        return PointerShape::hand;
    case ImGuiMouseCursor_ResizeEW:
        return PointerShape::resize_horizontal;
    default:
        return PointerShape::arrow;
    }
}

using Edges = std::array<float, 4>; ///< Left, top, right, bottom [px]

constexpr Edges nowhere{1e9F, 1e9F, -1e9F, -1e9F};

Edges united(const Edges& a, const Edges& b)
{
    return {std::min(a[0], b[0]), std::min(a[1], b[1]), std::max(a[2], b[2]), std::max(a[3], b[3])};
}

Edges shared(const Edges& a, const Edges& b)
{
    return {std::max(a[0], b[0]), std::max(a[1], b[1]), std::min(a[2], b[2]), std::min(a[3], b[3])};
}

template <class Item>
std::size_t sum_of(const ImVector<Item>& items)
{
    return std::hash<std::string_view>{}({reinterpret_cast<const char*>(items.Data),
                                          static_cast<std::size_t>(items.size_in_bytes())});
}

std::size_t sum_of(const ImDrawList& list)
{
    std::size_t sum = sum_of(list.VtxBuffer);
    constexpr std::size_t factor = 1099511628211U; // FNV's prime
    sum = sum * factor + sum_of(list.IdxBuffer);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        sum = sum * factor + command.ElemCount;
        for (const float edge :
             {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w}) {
            sum = sum * factor + std::hash<float>{}(edge);
        }
    }
    return sum;
}

/// Where a list leaves traces: its vertices, within what its commands let through.
Edges edges_of(const ImDrawList& list)
{
    Edges drawn = nowhere;
    for (const ImDrawVert& vertex : list.VtxBuffer) {
        drawn = united(drawn, {vertex.pos.x, vertex.pos.y, vertex.pos.x, vertex.pos.y});
    }
    Edges open = nowhere;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImVec4& clip = command.ClipRect;
        open = united(open, {clip.x, clip.y, clip.z, clip.w});
    }
    return shared(drawn, open);
}

} // namespace

ImguiPlatform::ImguiPlatform(Window& window) : m_window(window)
{
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // slots and sizes are kept in our own settings
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    for (const KeyPair& pair : key_pairs) {
        io.KeyMap[pair.imgui] = static_cast<int>(pair.key);
    }
    io.GetClipboardTextFn = get_clipboard;
    io.SetClipboardTextFn = set_clipboard;
    io.ClipboardUserData = &m_window;
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

ImguiPlatform::~ImguiPlatform()
{
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void ImguiPlatform::handle(const Event& event)
{
    ImGuiIO& io = ImGui::GetIO();
    constexpr float outside = -1e6F;
    switch (event.kind) {
    case EventKind::pointer_move:
        io.MousePos = {event.x, event.y};
        break;
    case EventKind::pointer_leave:
        io.MousePos = {outside, outside};
        break;
    case EventKind::button_press:
    case EventKind::button_release:
        if (event.button >= 0 && event.button < 3) {
            const auto button = static_cast<std::size_t>(event.button);
            m_is_down[button] = event.kind == EventKind::button_press;
            m_just_pressed[button] = m_just_pressed[button] || m_is_down[button];
            io.MousePos = {event.x, event.y};
        }
        break;
    case EventKind::wheel:
        io.MouseWheel += event.wheel;
        break;
    case EventKind::key_press:
    case EventKind::key_release:
        handle_key(event);
        break;
    case EventKind::text:
        // Ctrl+S, Escape and Delete arrive as text too: they write nothing.
        if (event.text >= U' ' && event.text != 127) {
            io.AddInputCharacter(event.text);
        }
        break;
    case EventKind::focus_lost:
        std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
        io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
        m_is_down = {};
        break;
    default:
        break;
    }
}

void ImguiPlatform::handle_key(const Event& event)
{
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = event.chord.ctrl;
    io.KeyShift = event.chord.shift;
    io.KeyAlt = event.chord.alt;
    const auto key = static_cast<std::size_t>(event.chord.key);
    if (event.kind == EventKind::key_press) {
        io.KeysDown[key] = true;
        m_keys_pressed.push_back(key);
    } else if (std::find(m_keys_pressed.begin(), m_keys_pressed.end(), key) !=
               m_keys_pressed.end()) {
        m_keys_to_release.push_back(key);
    } else {
        io.KeysDown[key] = false;
    }
}

void ImguiPlatform::begin_frame(float seconds)
{
    ImGuiIO& io = ImGui::GetIO();
    constexpr float shortest_s = 1e-4F; // ImGui refuses a frame that took no time
    io.DeltaTime = std::max(seconds, shortest_s);
    io.DisplaySize = {static_cast<float>(m_window.width()), static_cast<float>(m_window.height())};
    for (std::size_t i = 0; i < m_is_down.size(); ++i) {
        io.MouseDown[i] = m_just_pressed[i] || m_is_down[i];
        m_just_pressed[i] = false;
    }
    const bool has_mark = (io.ConfigFlags & ImGuiConfigFlags_NavEnableKeyboard) != 0;
    if (has_mark && !io.WantTextInput && io.KeysDown[static_cast<std::size_t>(Key::enter)]) {
        io.NavInputs[ImGuiNavInput_Activate] = 1; // ImGui itself presses with Space alone
    }
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    for (const std::size_t key : m_keys_to_release) {
        io.KeysDown[key] = false;
    }
    m_keys_to_release.clear();
    m_keys_pressed.clear();
}

std::optional<render::PixelBox> ImguiPlatform::end_frame()
{
    ImGui::Render();
    m_window.set_pointer(shape_of(ImGui::GetMouseCursor()));
    std::vector<Drawn> drawn;
    const ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        drawn.push_back({edges_of(*data.CmdLists[i]), sum_of(*data.CmdLists[i])});
    }
    Edges changed = nowhere;
    for (std::size_t i = 0; i < std::max(drawn.size(), m_drawn.size()); ++i) {
        const Drawn now = i < drawn.size() ? drawn[i] : Drawn{nowhere};
        const Drawn before = i < m_drawn.size() ? m_drawn[i] : Drawn{nowhere};
        changed = now == before ? changed : united(changed, united(now.box, before.box));
    }
    m_drawn = std::move(drawn);
    changed = shared(changed, {0, 0, data.DisplaySize.x, data.DisplaySize.y});
    const auto left = static_cast<int>(std::floor(changed[0]));
    const auto top = static_cast<int>(std::floor(changed[1]));
    const render::PixelBox part{left, top, static_cast<int>(std::ceil(changed[2])) - left,
                                static_cast<int>(std::ceil(changed[3])) - top};
    return part.width > 0 && part.height > 0 ? std::optional(part) : std::nullopt;
}

void ImguiPlatform::draw(const render::PixelBox& part)
{
    const auto left = static_cast<float>(part.x);
    const auto top = static_cast<float>(part.y);
    const auto right = static_cast<float>(part.x + part.width);
    const auto bottom = static_cast<float>(part.y + part.height);
    ImDrawData& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        for (ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
            ImVec4& clip = command.ClipRect; // the backend skips what has none left
            clip = {std::max(clip.x, left), std::max(clip.y, top), std::min(clip.z, right),
                    std::min(clip.w, bottom)};
        }
    }
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

void ImguiPlatform::upload_fonts()
{
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

bool ImguiPlatform::wants_pointer() const
{
    return ImGui::GetIO().WantCaptureMouse;
}

bool ImguiPlatform::wants_text() const
{
    return ImGui::GetIO().WantTextInput;
}

} // namespace dostyk::app
