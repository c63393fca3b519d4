#include "app/sfml_window.hpp"

#include "app/keyboard.hpp"
#include "app/partial_show.hpp"
#include "app/screen_scale.hpp"
#include "app/x11_clipboard.hpp"
#include "app/x11_sockets.hpp"
#include "render/offscreen_target.hpp"

#include <SFML/Window.hpp>

#include <X11/Xlib.h>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace dostyk::app {

namespace {

sf::ContextSettings context_settings()
{
    return sf::ContextSettings(0, 0, 0, 3, 3, sf::ContextSettings::Core);
}

Error no_display(const char* key)
{
    return Error{ErrorCode::no_display, {key, {}}, {}};
}

/// SFML aborts the process when it finds no display: ask first, and hold the line until it has its
/// own. A server that is left by its last client starts anew, and refuses who comes meanwhile.
using DisplayLine = std::unique_ptr<Display, int (*)(Display*)>;

DisplayLine reach_display()
{
    return {XOpenDisplay(nullptr), XCloseDisplay};
}

float screen_scale_of(Display* display)
{
    const char* const stated = XGetDefault(display, "Xft", "dpi");
    const double dpi = stated != nullptr ? std::strtod(stated, nullptr) : 0;
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    return find_screen_scale(dpi > 0 ? std::optional(dpi) : std::nullopt,
                             static_cast<int>(desktop.width), static_cast<int>(desktop.height));
}

/// SFML's events of the mouse do not tell them.
editor::Chord held_modifiers()
{
    using sf::Keyboard;
    const auto is_held = [](Keyboard::Key left, Keyboard::Key right) {
        return Keyboard::isKeyPressed(left) || Keyboard::isKeyPressed(right);
    };
    return {editor::Key::none, is_held(Keyboard::LControl, Keyboard::RControl),
            is_held(Keyboard::LShift, Keyboard::RShift), is_held(Keyboard::LAlt, Keyboard::RAlt)};
}

sf::Cursor::Type cursor_of(PointerShape shape)
{
    switch (shape) {
    case PointerShape::arrow:
        return sf::Cursor::Arrow;
    case PointerShape::hand:
        return sf::Cursor::Hand;
    case PointerShape::text:
        return sf::Cursor::Text;
    case PointerShape::resize_horizontal:
        return sf::Cursor::SizeHorizontal;
    }
    return sf::Cursor::Arrow;
}

class SfmlWindow final : public Window {
public:
    /// \param line  Held until the window has its own.
    SfmlWindow(WindowSize size, std::string title, DisplayLine line) : m_title(std::move(title))
    {
        m_screen_scale = screen_scale_of(line.get());
        open(size);
        line.reset();
        m_sockets = XSockets(); // after the line is gone: what sleeps on a closed one never sleeps
    }

    [[nodiscard]] bool is_ready() const
    {
        return m_window.isOpen() && m_window.getSettings().majorVersion >= 3;
    }

    std::optional<Event> poll_event() override
    {
        if (m_keyboard != nullptr) {
            if (const auto stroke = m_keyboard->poll()) {
                Event event;
                event.kind = stroke->is_pressed ? EventKind::key_press : EventKind::key_release;
                event.chord = stroke->chord;
                return event;
            }
            if (m_keyboard->take_uncovered()) {
                Event event;
                event.kind = EventKind::uncovered;
                return event;
            }
        }
        sf::Event source{};
        while (m_window.pollEvent(source)) {
            if (const auto event = translated(source)) {
                return event;
            }
        }
        return std::nullopt;
    }

    void wait(int timeout_ms, std::span<const int> descriptors) override
    {
        m_sockets.wait(timeout_ms, descriptors);
    }

    [[nodiscard]] int width() const override { return static_cast<int>(m_window.getSize().x); }
    [[nodiscard]] int height() const override { return static_cast<int>(m_window.getSize().y); }
    [[nodiscard]] float screen_scale() const override { return m_screen_scale; }
    [[nodiscard]] unsigned framebuffer() const override { return 0; }
    void show() override { m_window.display(); }
    [[nodiscard]] bool can_show_part() const override { return m_partial_show.has_value(); }
    void show_part(const render::PixelBox& part) override
    {
        m_partial_show->show({part.x, height() - part.y - part.height, part.width, part.height});
    }
    [[nodiscard]] render::Picture read_back() override
    {
        return render::read_window(width(), height());
    }

    void set_title(const std::string& title) override
    {
        m_title = title;
        m_window.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
    }

    void set_pointer(PointerShape shape) override
    {
        if (shape == m_shape) {
            return;
        }
        m_shape = shape;
        auto [cursor, is_new] = m_cursors.try_emplace(shape);
        if (is_new && !cursor->second.loadFromSystem(cursor_of(shape))) {
            return; // the theme has no such pointer: the last one stays
        }
        m_window.setMouseCursor(cursor->second);
    }

    void toggle_full_screen() override
    {
        // Resizing over the whole desktop keeps the context and all that lives in it; SFML's own
        // full-screen mode would make a new one.
        const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
        if (m_is_full_screen) {
            m_window.setSize(m_restored_size);
            m_window.setPosition(m_restored_position);
        } else {
            m_restored_size = m_window.getSize();
            m_restored_position = m_window.getPosition();
            m_window.setPosition({0, 0});
            m_window.setSize({desktop.width, desktop.height});
        }
        m_is_full_screen = !m_is_full_screen;
    }

    [[nodiscard]] WindowPlace place() const override
    {
        const sf::Vector2u size = m_is_full_screen ? m_restored_size : m_window.getSize();
        return {static_cast<int>(size.x), static_cast<int>(size.y), m_is_full_screen};
    }

    [[nodiscard]] std::string clipboard() const override
    {
        const auto text = sf::Clipboard::getString().toUtf8();
        return {text.begin(), text.end()};
    }
    void set_clipboard(const std::string& text) override
    {
        sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
    }
    [[nodiscard]] std::string clipboard_files() const override
    {
        return m_clipboard != nullptr ? m_clipboard->files() : std::string();
    }
    [[nodiscard]] bool set_clipboard_picture(std::string png) override
    {
        return m_clipboard != nullptr && m_clipboard->offer_picture(std::move(png));
    }

private:
    void open(WindowSize size)
    {
        const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
        const auto fitted = [&](int wanted, unsigned available) {
            constexpr unsigned margin_px = 80;
            if (wanted > 0) {
                const auto size_px = static_cast<unsigned>(wanted);
                return size.is_remembered ? std::min(size_px, available) : size_px;
            }
            return std::max(640U, available > margin_px ? available - margin_px : available);
        };
        const sf::VideoMode mode(fitted(size.width, desktop.width),
                                 fitted(size.height, desktop.height));
        m_window.create(mode, sf::String::fromUtf8(m_title.begin(), m_title.end()),
                        sf::Style::Default, context_settings());
        // SFML 2.5 centres by the screen's width in both directions when no window manager does.
        m_window.setPosition({std::max(0, static_cast<int>(desktop.width - mode.width) / 2),
                              std::max(0, static_cast<int>(desktop.height - mode.height) / 2)});
        m_window.setKeyRepeatEnabled(true);
        m_keyboard = Keyboard::listen(m_window.getSystemHandle());
        m_partial_show = PartialShow::find();
    }

    std::optional<Event> translated(const sf::Event& source) const
    {
        Event event;
        switch (source.type) {
        case sf::Event::Closed:
            event.kind = EventKind::close;
            return event;
        case sf::Event::Resized:
            event.kind = EventKind::resize;
            event.x = static_cast<float>(source.size.width);
            event.y = static_cast<float>(source.size.height);
            return event;
        case sf::Event::LostFocus:
            event.kind = EventKind::focus_lost;
            return event;
        case sf::Event::MouseMoved:
            event.kind = EventKind::pointer_move;
            event.x = static_cast<float>(source.mouseMove.x);
            event.y = static_cast<float>(source.mouseMove.y);
            event.chord = held_modifiers();
            return event;
        case sf::Event::MouseLeft:
            event.kind = EventKind::pointer_leave;
            return event;
        case sf::Event::MouseButtonPressed:
        case sf::Event::MouseButtonReleased:
            event.kind = source.type == sf::Event::MouseButtonPressed ? EventKind::button_press
                                                                      : EventKind::button_release;
            event.x = static_cast<float>(source.mouseButton.x);
            event.y = static_cast<float>(source.mouseButton.y);
            event.button = static_cast<int>(source.mouseButton.button);
            event.chord = held_modifiers();
            return event;
        case sf::Event::MouseWheelScrolled:
            if (source.mouseWheelScroll.wheel != sf::Mouse::VerticalWheel) {
                return std::nullopt;
            }
            event.kind = EventKind::wheel;
            event.x = static_cast<float>(source.mouseWheelScroll.x);
            event.y = static_cast<float>(source.mouseWheelScroll.y);
            event.wheel = source.mouseWheelScroll.delta;
            return event;
        case sf::Event::TextEntered:
            event.kind = EventKind::text;
            event.text = source.text.unicode;
            return event;
        default:
            return std::nullopt; // keys come from our own listener, which hears every layout
        }
    }

    sf::Window m_window;
    std::string m_title;
    std::unique_ptr<Keyboard> m_keyboard;
    std::unique_ptr<X11Clipboard> m_clipboard = X11Clipboard::open();
    XSockets m_sockets;
    std::optional<PartialShow> m_partial_show;
    std::map<PointerShape, sf::Cursor> m_cursors;
    float m_screen_scale = 1;
    PointerShape m_shape = PointerShape::arrow;
    bool m_is_full_screen = false;
    sf::Vector2u m_restored_size;
    sf::Vector2i m_restored_position;
};

} // namespace

Result<std::unique_ptr<Window>> open_window(WindowSize size, const std::string& title)
{
    DisplayLine line = reach_display();
    if (line == nullptr) {
        return no_display("error.no_display");
    }
    auto window = std::make_unique<SfmlWindow>(size, title, std::move(line));
    if (!window->is_ready()) {
        return no_display("error.no_opengl");
    }
    return std::unique_ptr<Window>(std::move(window));
}

} // namespace dostyk::app
