/// \file
/// Steps of a log carried out: by a mouse and a keyboard, or by the keyboard alone.

#pragma once

#include "app/replay_stage.hpp"
#include "core/result.hpp"

#include <memory>
#include <string>

namespace dostyk::app {

/// Does what a step says, as a person would; a step that cannot be done is the error.
class ReplayHand {
public:
    explicit ReplayHand(ReplayStage& stage) : m_stage(stage) {}
    virtual ~ReplayHand() = default;
    ReplayHand(const ReplayHand&) = delete;
    ReplayHand& operator=(const ReplayHand&) = delete;

    /// \pre No step of kinds expect and kill.
    [[nodiscard]] Status perform(const editor::ReplayStep& step);

protected:
    using Step = editor::ReplayStep;

    [[nodiscard]] virtual Status press(const std::string& key, const Step& step) = 0;
    [[nodiscard]] virtual Status double_press(const Step& step) = 0;
    [[nodiscard]] virtual Status slide(const Step& step) = 0;
    [[nodiscard]] virtual Status carry(const Step& step) = 0;
    [[nodiscard]] virtual Status click(const Step& step) = 0;
    [[nodiscard]] virtual Status double_click(const Step& step) = 0;
    [[nodiscard]] virtual Status drag(const Step& step) = 0;
    [[nodiscard]] virtual Status wheel(const Step& step) = 0;

    /// The control of a name, if it can be used now. Error: there is none, or it is greyed.
    [[nodiscard]] Result<ui::Control> usable(const std::string& key) const;
    /// Where a step puts down what it carries, and what is in the hand now. [px]
    struct Carried {
        geo::ScreenPoint to;   ///< Where its beginning goes
        geo::ScreenPoint hand; ///< Where its beginning is
        float top = 0;         ///< Of the row that it goes to
        float bottom = 0;
    };
    /// Error not_found where nothing is carried, or there is no such row.
    [[nodiscard]] Result<Carried> carried(const Step& step) const;
    /// Where a place lies in the window now. [px]
    [[nodiscard]] geo::ScreenPoint px_of(geo::LonLat at) const;

    ReplayStage& m_stage;

private:
    [[nodiscard]] Status choose(const Step& step);
};

[[nodiscard]] std::unique_ptr<ReplayHand> make_mouse_hand(ReplayStage& stage);
[[nodiscard]] std::unique_ptr<ReplayHand> make_keyboard_hand(ReplayStage& stage);

} // namespace dostyk::app
