// A log's steps by the keyboard alone.

#include "app/replay_hand.hpp"
#include "model/value_text.hpp"
#include "ui/focus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dostyk::app {

namespace {

using editor::Key;

Error needs_mouse(std::string what)
{
    return {ErrorCode::unsupported, {"error.replay.by_keyboard", {{"what", std::move(what)}}}, {}};
}

/// Of hundreds of steps nobody looks at the frames: drawing them takes most of a replay's time.
class Blindfold {
public:
    explicit Blindfold(Application& program) : m_program(program) { m_program.set_blind(true); }
    ~Blindfold() { m_program.set_blind(false); }
    Blindfold(const Blindfold&) = delete;
    Blindfold& operator=(const Blindfold&) = delete;

private:
    Application& m_program;
};

class KeyboardHand final : public ReplayHand {
public:
    using ReplayHand::ReplayHand;

protected:
    Status press(const std::string& key, const Step& step) override
    {
        const bool is_held = step.chord.ctrl || step.chord.shift || step.chord.alt;
        if (step.has_place || is_held) {
            return needs_mouse(key);
        }
        if (const Status status = walk_to(key); !status) {
            return status;
        }
        if (!m_stage.find(key)->takes_text) {
            m_stage.press_keys({Key::enter});
        }
        return ok();
    }

    Status double_press(const Step& step) override
    {
        if (const Status status = press(step.text, step); !status) {
            return status;
        }
        m_stage.settle();
        m_stage.press_keys({Key::enter}); // the first has chosen, the second opens
        return ok();
    }

    Status slide(const Step& step) override { return needs_mouse(step.text); }

    /// Arrows carry it row by row and step by step, as far as it comes nearer.
    Status carry(const Step& step) override
    {
        const std::string_view edge = editor::edge_of(step.text);
        if (const Status status = press(std::string(editor::bar_of(step.text)), {}); !status) {
            return status;
        }
        const auto go = [&](Key key) {
            const bool is_across = key == Key::left || key == Key::right;
            m_stage.press_keys({key, false, is_across && edge == "end"});
            if (is_across && edge == "start") { // the end stays where it was
                m_stage.press_keys({key == Key::left ? Key::right : Key::left, false, true});
            }
        };
        go(Key::right);   // takes it
        m_stage.settle(); // and brings it into sight
        auto now = carried(step);
        constexpr int most_keys = 2000;
        constexpr int most_rows = 300;
        for (const Key key : {Key::down, Key::up}) { // a row beyond those that are drawn
            for (int i = 0; i < most_rows && !now; ++i) {
                go(key);
                now = carried(step);
            }
        }
        for (int i = 0; i < most_keys && now; ++i) {
            const geo::ScreenPoint hand = now->hand;
            const float left = now->to.x - hand.x;
            const bool is_above = hand.y < now->top;
            const bool is_in_row = !is_above && hand.y < now->bottom;
            const Key key = is_above     ? Key::down
                            : !is_in_row ? Key::up
                            : left > 0   ? Key::right
                                         : Key::left;
            go(key);
            now = carried(step);
            if (now && is_in_row && std::abs(now->to.x - now->hand.x) >= std::abs(left)) {
                go(left > 0 ? Key::left : Key::right); // that was one too many
                m_stage.press_keys({Key::enter});
                return ok();
            }
        }
        return now ? needs_mouse(step.text) : Status(now.error());
    }

    /// With a tool in hand its place is typed; else what stands there is looked for by its name.
    Status click(const Step& step) override
    {
        if (!m_stage.workspace().tools().toolbox().is_selecting()) {
            leave_text();
            m_stage.type(fmt::format("{:.5f}, {:.5f}", step.at.lat, step.at.lon));
            m_stage.press_keys({Key::enter});
            return ok();
        }
        editor::Workspace& workspace = m_stage.workspace();
        const std::string id = m_stage.program().entity_at(px_of(step.at));
        const model::Entity* entity = workspace.project().find(id);
        if (entity == nullptr) {
            return needs_mouse("click");
        }
        m_stage.press_keys({Key::k, true, false, false});
        m_stage.settle();
        m_stage.type(model::name_of(*entity, workspace.view().pack, workspace.view().language));
        m_stage.settle();
        const std::string row = "search/" + id;
        if (const Status status = walk_to(row); !status) {
            return status;
        }
        m_stage.press_keys({Key::enter});
        return ok();
    }

    Status double_click(const Step&) override { return zoom(2); }
    Status drag(const Step&) override { return needs_mouse("drag"); }
    Status wheel(const Step& step) override { return zoom(step.wheel); }

private:
    Status zoom(double steps)
    {
        leave_text();
        for (int i = 0; i < static_cast<int>(std::lround(std::abs(steps))); ++i) {
            m_stage.press_keys({steps > 0 ? Key::plus : Key::minus});
        }
        return ok();
    }

    /// A field of text would keep what is meant for the map.
    void leave_text()
    {
        if (m_stage.program().wants_text()) {
            m_stage.press_keys({Key::tab});
        }
    }

    /// Tab, or Shift+Tab where that is nearer, until the control has the keyboard.
    Status walk_to(const std::string& key)
    {
        const auto control = usable(key);
        if (!control) {
            return control.error();
        }
        const auto controls = m_stage.program().shell().controls();
        const auto ring = ui::reachable(controls);
        const auto index_of = [&](const auto& is_it) {
            return std::find_if(ring.begin(), ring.end(), is_it) - ring.begin();
        };
        const auto count = static_cast<std::ptrdiff_t>(ring.size());
        const auto to = index_of([&](const ui::Control* each) { return each->key == key; });
        const ui::Control* marked = m_stage.program().shell().marked();
        const auto from = index_of([&](const ui::Control* each) { return each == marked; });
        const bool has_mark = from < count;
        const auto forward = has_mark ? (to - from + count) % count : to + 1;
        const auto backward = has_mark ? (from - to + count) % count : count - to;
        const bool is_back = backward < forward;
        const Blindfold blindfold(m_stage.program()); // a person looks where they are going to
        // On the way a panel may change: a few steps more than were counted.
        for (std::ptrdiff_t i = 0; i <= 2 * count; ++i) {
            marked = m_stage.program().shell().marked();
            if (marked != nullptr && marked->key == key) {
                return ok();
            }
            m_stage.press_keys({Key::tab, false, is_back, false});
        }
        return Error{ErrorCode::invalid, {"error.replay.unreachable", {{"name", key}}}, {}};
    }
};

} // namespace

std::unique_ptr<ReplayHand> make_keyboard_hand(ReplayStage& stage)
{
    return std::make_unique<KeyboardHand>(stage);
}

} // namespace dostyk::app
