#pragma once

#include "app/application.hpp"
#include "app/headless_window.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string_view>
#include <utility>

namespace dostyk::app {

/// The program in a window that nobody sees, driven by events alone.
struct Driver {
    std::unique_ptr<HeadlessWindow> window;
    std::unique_ptr<Application> program;

    explicit Driver(editor::Settings settings = {})
    {
        settings.is_motion_reduced = true;
        auto opened = HeadlessWindow::open(1280, 720);
        REQUIRE(opened);
        window = std::move(*opened);
        auto loaded = load_all({}, settings.style);
        REQUIRE_MESSAGE(loaded, (loaded ? "" : text_of(loaded.error(), Language::en)));
        auto created = Application::create(*window, std::move(*loaded), settings);
        REQUIRE(created);
        program = std::move(*created);
        settle();
    }

    void settle()
    {
        for (int i = 0; i < 60; ++i) {
            program->turn(1.0 / 60);
            if (program->seconds_to_next_turn() > 0) {
                break;
            }
        }
    }

    void press(editor::Key key, bool ctrl = false, bool shift = false, bool alt = false)
    {
        for (const EventKind kind : {EventKind::key_press, EventKind::key_release}) {
            Event event;
            event.kind = kind;
            event.chord = {key, ctrl, shift, alt};
            window->push(event);
        }
        settle();
    }

    void type(std::u32string_view text)
    {
        for (const char32_t letter : text) {
            Event event;
            event.kind = EventKind::text;
            event.text = letter;
            window->push(event);
            program->turn(1.0 / 60);
        }
        settle();
    }

    void pointer(EventKind kind, float x, float y, float wheel = 0)
    {
        Event event;
        event.kind = kind;
        event.x = x;
        event.y = y;
        event.wheel = wheel;
        window->push(event);
        settle();
    }
};

} // namespace dostyk::app
