#include "app/replay_hand.hpp"

#include "editor/edit_distance.hpp"
#include "geo/mercator.hpp"
#include "scene/camera.hpp"

#include <algorithm>

namespace dostyk::app {

namespace {

/// A name that is so like the wanted one that it may be meant; empty when none is.
std::string nearest_name(std::span<const ui::Control> controls, const std::string& wanted)
{
    std::string nearest;
    int best = static_cast<int>(wanted.size()) / 2;
    for (const ui::Control& control : controls) {
        const int distance = editor::edit_distance(control.key, wanted, best);
        if (distance < best) {
            best = distance;
            nearest = control.key;
        }
    }
    return nearest;
}

} // namespace

Result<ui::Control> ReplayHand::usable(const std::string& key) const
{
    const ui::Control* control = m_stage.find(key);
    if (control == nullptr) {
        const std::string near = nearest_name(m_stage.program().shell().controls(), key);
        return near.empty()
                   ? Error{ErrorCode::not_found, {"error.replay.no_control", {{"name", key}}}, {}}
                   : Error{ErrorCode::not_found,
                           {"error.replay.no_control_but", {{"name", key}, {"near", near}}},
                           {}};
    }
    if (!control->is_enabled) {
        return Error{ErrorCode::invalid, {"error.replay.disabled", {{"name", key}}}, {}};
    }
    return *control;
}

Result<ReplayHand::Carried> ReplayHand::carried(const Step& step) const
{
    const auto over = usable(step.item);
    const auto hand = over ? usable("programme/hand") : over.error();
    if (!hand) {
        return hand.error();
    }
    // What is carried is drawn in its row, so the middle of it tells which one that is.
    return Carried{{over->min.x + step.to.x * (over->max.x - over->min.x),
                    over->min.y + step.to.y * (over->max.y - over->min.y)},
                   {editor::edge_of(step.text) == "end" ? hand->max.x : hand->min.x,
                    (hand->min.y + hand->max.y) / 2},
                   over->min.y,
                   over->max.y};
}

geo::ScreenPoint ReplayHand::px_of(geo::LonLat at) const
{
    return scene::to_screen(m_stage.workspace().view().camera, m_stage.workspace().viewport(),
                            geo::to_world(at));
}

Status ReplayHand::choose(const Step& step)
{
    Step without_place = step;
    without_place.has_place = false;
    if (const Status status = press(step.text + "/open", without_place); !status) {
        return status;
    }
    m_stage.settle();
    return press(step.text + "/" + step.item, without_place);
}

Status ReplayHand::perform(const Step& step)
{
    using Kind = Step::Kind;
    switch (step.kind) {
    case Kind::keys:
        if (step.clipboard) {
            m_stage.window().set_clipboard(*step.clipboard);
        }
        m_stage.press_keys(step.chord);
        return ok();
    case Kind::text:
        m_stage.type(step.text);
        return ok();
    case Kind::press:
        return press(step.text, step);
    case Kind::double_press:
        return double_press(step);
    case Kind::choose:
        return choose(step);
    case Kind::slide:
        return slide(step);
    case Kind::carry:
        return carry(step);
    case Kind::click:
        return click(step);
    case Kind::double_click:
        return double_click(step);
    case Kind::drag:
        return drag(step);
    case Kind::wheel:
        return wheel(step);
    case Kind::kill: // whoever runs the log ends the process
    case Kind::expect:
        break;
    }
    return ok();
}

} // namespace dostyk::app
