#include "app/keyboard.hpp"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/extensions/XKBgeom.h>
#include <X11/extensions/XKBstr.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <utility>

namespace dostyk::app {

namespace {

using editor::Key;

struct NamedKey {
    std::string_view name;
    Key key;
};

/// The names of xkeyboard-config's "evdev" and "xfree86" keycodes.
constexpr auto named_keys = std::to_array<NamedKey>({
    {"AE01", Key::num1},
    {"AE02", Key::num2},
    {"AE03", Key::num3},
    {"AE04", Key::num4},
    {"AE05", Key::num5},
    {"AE06", Key::num6},
    {"AE07", Key::num7},
    {"AE08", Key::num8},
    {"AE09", Key::num9},
    {"AE10", Key::num0},
    {"AE11", Key::minus},
    {"AE12", Key::plus},
    {"AD01", Key::q},
    {"AD02", Key::w},
    {"AD03", Key::e},
    {"AD04", Key::r},
    {"AD05", Key::t},
    {"AD06", Key::y},
    {"AD07", Key::u},
    {"AD08", Key::i},
    {"AD09", Key::o},
    {"AD10", Key::p},
    {"AD11", Key::left_bracket},
    {"AD12", Key::right_bracket},
    {"AC01", Key::a},
    {"AC02", Key::s},
    {"AC03", Key::d},
    {"AC04", Key::f},
    {"AC05", Key::g},
    {"AC06", Key::h},
    {"AC07", Key::j},
    {"AC08", Key::k},
    {"AC09", Key::l},
    {"AB01", Key::z},
    {"AB02", Key::x},
    {"AB03", Key::c},
    {"AB04", Key::v},
    {"AB05", Key::b},
    {"AB06", Key::n},
    {"AB07", Key::m},
    {"FK01", Key::f1},
    {"FK02", Key::f2},
    {"FK03", Key::f3},
    {"FK04", Key::f4},
    {"FK05", Key::f5},
    {"FK06", Key::f6},
    {"FK07", Key::f7},
    {"FK08", Key::f8},
    {"FK09", Key::f9},
    {"FK10", Key::f10},
    {"FK11", Key::f11},
    {"FK12", Key::f12},
    {"ESC", Key::escape},
    {"RTRN", Key::enter},
    {"KPEN", Key::enter},
    {"TAB", Key::tab},
    {"SPCE", Key::space},
    {"BKSP", Key::backspace},
    {"DELE", Key::del},
    {"HOME", Key::home},
    {"END", Key::end},
    {"PGUP", Key::page_up},
    {"PGDN", Key::page_down},
    {"LEFT", Key::left},
    {"RGHT", Key::right},
    {"UP", Key::up},
    {"DOWN", Key::down},
    {"KPAD", Key::plus},
    {"KPSU", Key::minus},
});

} // namespace

Key key_of_xkb_name(std::string_view name) noexcept
{
    const auto found = std::find_if(named_keys.begin(), named_keys.end(),
                                    [&](const NamedKey& named) { return named.name == name; });
    return found == named_keys.end() ? Key::none : found->key;
}

struct Keyboard::State {
    Display* display = nullptr;
    std::array<Key, 256> keys{}; ///< (X key codes)
    bool is_uncovered = false;

    ~State()
    {
        if (display != nullptr) {
            XCloseDisplay(display);
        }
    }

    /// False when the server knows no names of keys.
    bool learn_keys()
    {
        XkbDescPtr description = XkbAllocKeyboard();
        if (description == nullptr) {
            return false;
        }
        const bool has_names = XkbGetNames(display, XkbKeyNamesMask, description) == Success &&
                               description->names != nullptr && description->names->keys != nullptr;
        if (has_names) {
            for (int code = description->min_key_code; code <= description->max_key_code; ++code) {
                const char* name = description->names->keys[code].name;
                keys[static_cast<std::size_t>(code)] =
                    key_of_xkb_name({name, ::strnlen(name, XkbKeyNameLength)});
            }
        }
        XkbFreeKeyboard(description, 0, True);
        return has_names;
    }
};

std::unique_ptr<Keyboard> Keyboard::listen(unsigned long window)
{
    auto state = std::make_unique<State>();
    state->display = XOpenDisplay(nullptr);
    if (state->display == nullptr || !state->learn_keys()) {
        return nullptr;
    }
    // A held key repeats as presses alone; a release is then a real release.
    XkbSetDetectableAutoRepeat(state->display, True, nullptr);
    XSelectInput(state->display, window, KeyPressMask | KeyReleaseMask | ExposureMask);
    XFlush(state->display);
    return std::unique_ptr<Keyboard>(new Keyboard(std::move(state)));
}

Keyboard::Keyboard(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Keyboard::~Keyboard() = default;

std::optional<KeyStroke> Keyboard::poll()
{
    while (XPending(m_state->display) > 0) {
        XEvent event;
        XNextEvent(m_state->display, &event);
        m_state->is_uncovered = m_state->is_uncovered || event.type == Expose;
        if (event.type != KeyPress && event.type != KeyRelease) {
            continue; // MappingNotify: places do not move with the layout
        }
        const XKeyEvent& stroke = event.xkey;
        const Key key = m_state->keys[stroke.keycode & 0xFFU];
        return KeyStroke{{key, (stroke.state & ControlMask) != 0, (stroke.state & ShiftMask) != 0,
                          (stroke.state & Mod1Mask) != 0},
                         event.type == KeyPress};
    }
    return std::nullopt;
}

bool Keyboard::take_uncovered()
{
    return std::exchange(m_state->is_uncovered, false);
}

} // namespace dostyk::app
