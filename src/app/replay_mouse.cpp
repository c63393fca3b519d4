// A log's steps by mouse and keyboard.

#include "app/replay_hand.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace dostyk::app {

namespace {

using editor::Chord;
using editor::Share;

geo::ScreenPoint middle_of(geo::ScreenPoint min, geo::ScreenPoint max)
{
    return {(min.x + max.x) / 2, (min.y + max.y) / 2};
}

geo::ScreenPoint at_share(const ui::Control& control, Share share)
{
    return {control.min.x + share.x * (control.max.x - control.min.x),
            control.min.y + share.y * (control.max.y - control.min.y)};
}

/// Enough of it to be pressed; small ones whole.
bool is_in_sight(const ui::Control& control)
{
    constexpr float enough_px = 12;
    const auto shown = [&](float seen, float whole) {
        return seen >= std::min(whole, enough_px) - 0.5F;
    };
    return shown(control.seen_max.x - control.seen_min.x, control.max.x - control.min.x) &&
           shown(control.seen_max.y - control.seen_min.y, control.max.y - control.min.y);
}

class MouseHand final : public ReplayHand {
public:
    using ReplayHand::ReplayHand;

protected:
    Status press(const std::string& key, const Step& step) override
    {
        const auto control = reach(key);
        if (!control) {
            return control.error();
        }
        const geo::ScreenPoint at = step.has_place
                                        ? at_share(*control, step.from)
                                        : middle_of(control->seen_min, control->seen_max);
        return press_at(*control, at, step.chord, 1);
    }

    Status double_press(const Step& step) override
    {
        const auto control = reach(step.text);
        return control ? press_at(*control, middle_of(control->seen_min, control->seen_max),
                                  step.chord, 2)
                       : Status(control.error());
    }

    Status slide(const Step& step) override
    {
        const auto control = reach(step.text);
        if (!control) {
            return control.error();
        }
        pull(at_share(*control, step.from), at_share(*control, step.to), step.chord);
        return ok();
    }

    Status carry(const Step& step) override
    {
        const auto control = reach(step.text);
        if (!control) {
            return control.error();
        }
        geo::ScreenPoint from = middle_of(control->seen_min, control->seen_max);
        m_stage.move(from);
        m_stage.button(true, from);
        from = bring_under(step.item, from);
        const auto over = usable(step.item);
        if (!over) {
            m_stage.button(false, from);
            return over.error();
        }
        const geo::ScreenPoint at = at_share(*over, step.to);
        glide(from, at, {});
        m_stage.turn(); // it is drawn where the hand was a frame before
        // It is held somewhere within, and begins before the mouse.
        const auto now = carried(step);
        if (!now) {
            m_stage.button(false, at);
            return now.error();
        }
        const geo::ScreenPoint beside{at.x + now->to.x - now->hand.x, at.y};
        glide(at, beside, {});
        m_stage.turn();
        m_stage.button(false, beside);
        return ok();
    }

    Status click(const Step& step) override { return click_map(step, 1); }
    Status double_click(const Step& step) override { return click_map(step, 2); }

    Status drag(const Step& step) override
    {
        if (const Status status = go_to_map(step.at, step.chord); !status) {
            return status;
        }
        pull(px_of(step.at), px_of(step.until), step.chord, step.button);
        return ok();
    }

    Status wheel(const Step& step) override
    {
        if (const Status status = go_to_map(step.at, step.chord); !status) {
            return status;
        }
        m_stage.wheel(step.wheel, px_of(step.at), step.chord);
        return ok();
    }

private:
    /// Let the rows of the board pass under what is carried until one of them lies well within:
    /// at the ends rows go on by themselves. \returns where the mouse is then.
    geo::ScreenPoint bring_under(const std::string& row, geo::ScreenPoint from)
    {
        const auto& controls = m_stage.program().shell().controls();
        const auto shown = std::find_if(controls.begin(), controls.end(), [](const auto& each) {
            return each.key.ends_with("/times") && is_in_sight(each);
        });
        const ImGuiWindow* window =
            shown != controls.end() ? ImGui::FindWindowByID(shown->window) : nullptr;
        if (window == nullptr) {
            return from;
        }
        const float height = shown->max.y - shown->min.y;
        const ImRect& clip = window->InnerClipRect;
        const geo::ScreenPoint centre{clip.GetCenter().x, clip.GetCenter().y};
        const ui::Control* found = m_stage.find(row);
        if (found != nullptr && found->min.y >= clip.Min.y + height &&
            found->max.y <= clip.Max.y - height) {
            return from;
        }
        glide(from, centre, {});
        if (m_stage.find(row) == nullptr) {
            scroll_through(*window, row, centre, 1);
        }
        found = m_stage.find(row);
        if (found != nullptr) {
            const double rows_a_step = 2; // of the board's wheel
            const auto past = static_cast<double>((found->min.y + found->max.y) / 2 - centre.y);
            const Chord held = hold_for_rows(window->ID);
            m_stage.wheel(-past / rows_a_step / static_cast<double>(height), centre, held);
            let_go(held);
        }
        return centre;
    }

    /// Find a control and turn the wheel until it is in sight.
    [[nodiscard]] Result<ui::Control> reach(const std::string& key)
    {
        if (m_stage.find(key) == nullptr) {
            look_for(key);
        }
        auto control = usable(key);
        constexpr int most_turns = 300;
        for (int i = 0; i < most_turns && control && !is_in_sight(*control); ++i) {
            const geo::ScreenPoint before = control->min;
            scroll_towards(*control, i % 2 == 1);
            control = usable(key);
            if (i % 2 == 1 && control && control->min.x == before.x && control->min.y == before.y) {
                break;
            }
        }
        if (control && !is_in_sight(*control)) {
            return Error{ErrorCode::not_found, {"error.replay.no_control", {{"name", key}}}, {}};
        }
        return control;
    }

    /// Hold what lets the wheel go through the rows of a window: alone it zooms the time of the
    /// programme's board.
    Chord hold_for_rows(unsigned window)
    {
        const auto& controls = m_stage.program().shell().controls();
        const bool is_board = std::any_of(controls.begin(), controls.end(), [&](const auto& each) {
            return each.window == window && each.key.ends_with("/times");
        });
        const Chord held{editor::Key::none, is_board};
        if (is_board) {
            hold(held, true);
        }
        return held;
    }
    void let_go(Chord held)
    {
        if (held.ctrl) {
            hold({}, false);
        }
    }

    /// From the first row on, until a control is drawn. \param back  Steps of a turn towards it
    void scroll_through(const ImGuiWindow& window, const std::string& key, geo::ScreenPoint at,
                        double back)
    {
        const Chord held = hold_for_rows(window.ID);
        constexpr int most_turns = 2000;
        for (int i = 0; i < most_turns && window.Scroll.y > 0; ++i) {
            m_stage.wheel(back, at, held);
        }
        for (int i = 0;
             i < most_turns && m_stage.find(key) == nullptr && window.Scroll.y < window.ScrollMax.y;
             ++i) {
            m_stage.wheel(-1, at, held);
        }
        let_go(held);
    }

    /// Long lists are made where one looks: go through those of the same panel from their top.
    void look_for(const std::string& key)
    {
        const std::string part = key.substr(0, key.find('/') + 1);
        std::vector<unsigned> windows;
        for (const ui::Control& control : m_stage.program().shell().controls()) {
            if (control.key.starts_with(part) &&
                std::find(windows.begin(), windows.end(), control.window) == windows.end()) {
                windows.push_back(control.window);
            }
        }
        for (const unsigned id : windows) {
            const ImGuiWindow* window = ImGui::FindWindowByID(id);
            if (window == nullptr || window->ScrollMax.y <= 0) {
                continue;
            }
            const ImVec2 centre = window->InnerClipRect.GetCenter();
            m_stage.move({centre.x, centre.y});
            scroll_through(*window, key, {centre.x, centre.y}, 5);
            if (m_stage.find(key) != nullptr) {
                return;
            }
        }
    }

    void scroll_towards(const ui::Control& control, bool is_sideways)
    {
        const ImGuiWindow* window = ImGui::FindWindowByID(control.window);
        if (window == nullptr) {
            return;
        }
        const ImRect& clip = window->InnerClipRect;
        const geo::ScreenPoint at{clip.GetCenter().x, clip.GetCenter().y};
        const bool is_above = control.min.y < clip.Min.y;
        const bool is_left = control.min.x < clip.Min.x;
        const bool is_in_rows = !is_above && control.seen_min.y < control.seen_max.y;
        const bool is_beside = is_in_rows && (is_left || control.max.x > clip.Max.x);
        m_stage.move(at);
        if (is_sideways && is_beside) {
            // ImGui turns the wheel sideways while Shift is held.
            hold({editor::Key::none, false, true, false}, true);
            m_stage.wheel(is_left ? 1 : -1, at);
            hold({}, false);
        } else {
            const Chord held = hold_for_rows(window->ID);
            m_stage.wheel(is_above || (is_beside && is_left) ? 1 : -1, at,
                          held); // tabs go sideways
            let_go(held);
        }
    }

    /// Modifiers go down before a press and up after it.
    void hold(Chord held, bool is_down)
    {
        Event event;
        event.kind = is_down ? EventKind::key_press : EventKind::key_release;
        event.chord = held;
        event.chord.key = editor::Key::none;
        m_stage.window().push(event);
        m_stage.turn();
    }

    Status press_at(const ui::Control& control, geo::ScreenPoint at, Chord held, int times)
    {
        m_stage.move(at, held);
        m_stage.turn();
        if (ImGui::GetCurrentContext()->HoveredIdPreviousFrame != control.id) {
            m_stage.settle(); // a tooltip may have lain over it
        }
        if (ImGui::GetCurrentContext()->HoveredIdPreviousFrame != control.id) {
            return Error{ErrorCode::invalid, {"error.replay.behind", {{"name", control.key}}}, {}};
        }
        const bool is_held = held.ctrl || held.shift || held.alt;
        if (is_held) {
            hold(held, true);
        }
        for (int i = 0; i < times; ++i) {
            m_stage.button(true, at, held);
            m_stage.button(false, at, held);
        }
        if (is_held) {
            hold({}, false);
        }
        return ok();
    }

    Status go_to_map(geo::LonLat place, Chord held)
    {
        const geo::ScreenPoint at = px_of(place);
        const auto [width, height] = m_stage.workspace().viewport();
        const bool is_inside = at.x >= 0 && at.y >= 0 && at.x < static_cast<float>(width) &&
                               at.y < static_cast<float>(height);
        if (is_inside) {
            m_stage.move(at, held);
            m_stage.turn();
        }
        if (!is_inside || m_stage.program().wants_pointer()) {
            return Error{ErrorCode::invalid, {"error.replay.covered", {}}, {}};
        }
        return ok();
    }

    Status click_map(const Step& step, int times)
    {
        if (const Status status = go_to_map(step.at, step.chord); !status) {
            return status;
        }
        const geo::ScreenPoint at = px_of(step.at);
        for (int i = 0; i < times; ++i) {
            m_stage.button(true, at, step.chord);
            m_stage.button(false, at, step.chord);
        }
        return ok();
    }

    void glide(geo::ScreenPoint from, geo::ScreenPoint to, Chord held)
    {
        constexpr int steps = 8;
        for (int i = 1; i <= steps; ++i) {
            const float share = static_cast<float>(i) / steps;
            m_stage.move({std::lerp(from.x, to.x, share), std::lerp(from.y, to.y, share)}, held);
        }
    }

    void pull(geo::ScreenPoint from, geo::ScreenPoint to, Chord held, int which = 0)
    {
        m_stage.move(from, held);
        m_stage.button(true, from, held, which);
        glide(from, to, held);
        // The hand rests before it lets go: nothing is thrown.
        constexpr double rest_s = 0.2;
        m_stage.turn(rest_s);
        m_stage.button(false, to, held, which);
    }
};

} // namespace

std::unique_ptr<ReplayHand> make_mouse_hand(ReplayStage& stage)
{
    return std::make_unique<MouseHand>(stage);
}

} // namespace dostyk::app
