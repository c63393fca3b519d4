/// \file
/// What a person did, as lines of JSON that a replay does again: names of controls and places on
/// the map, no pixels and no words of a language.

#pragma once

#include "core/result.hpp"
#include "core/time.hpp"
#include "editor/actions.hpp"
#include "geo/coordinates.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dostyk::editor {

/// Position within a control: 0, 0 is its upper left corner, 1, 1 its lower right one.
struct Share {
    float x = 0.5F;
    float y = 0.5F;

    friend bool operator==(const Share&, const Share&) = default;
};

/// What of a bar is carried, by the name of the control: its edge, or nothing for the whole.
[[nodiscard]] inline std::string_view edge_of(std::string_view key) noexcept
{
    const std::size_t colon = key.find(':'); // no id has one
    return colon == std::string_view::npos ? std::string_view() : key.substr(colon + 1);
}

/// The control of the bar whose edge a name is of; the name itself where it is of none.
[[nodiscard]] inline std::string_view bar_of(std::string_view key) noexcept
{
    return key.substr(0, key.find(':'));
}

/// Something that has to be so where it stands in the log.
struct ReplayCheck {
    std::string what; ///< One of check_names()
    std::vector<std::string> wanted;

    friend bool operator==(const ReplayCheck&, const ReplayCheck&) = default;
};

struct ReplayStep {
    enum class Kind : std::uint8_t {
        keys,         ///< {"keys": "Ctrl+K"}; "clipboard": what it held, of a chord that pastes
        text,         ///< {"text": "Karasu"}
        press,        ///< {"press": "top/language/ky"}, with "at" [x, y] where the place matters
        double_press, ///< {"double": "table/ID/row"}
        choose,       ///< {"choose": "inspector/status/0/word", "item": "open"}: a list's opener
        carry, ///< {"carry": "programme/tray/ID", "over": "programme/LANE/times", "to": [x, y]};
               ///< "programme/LANE/ID:end" is the edge of a bar
        slide, ///< {"slide": "layers/relief/opacity", "from": [x, y], "to": [x, y]}
        click, ///< {"click": [lon, lat]}
        double_click, ///< {"double_click": [lon, lat]}
        drag,         ///< {"drag": [[lon, lat], [lon, lat]]}, with "button": 1 by the right one
        wheel,        ///< {"wheel": 2, "at": [lon, lat]}: steps, away from the person is positive
        kill,         ///< {"kill": true}: the process ends at once, as by kill -9
        expect,       ///< {"expect": {"selected": "ID"}}: no input
    };

    Kind kind = Kind::keys;
    Chord chord;      ///< Of keys; of the mouse the modifiers that are held: "with": "Shift"
    std::string text; ///< What is typed, or the control's name
    std::string item; ///< Of choose; of carry the control that it is put down on
    std::optional<std::string> clipboard; ///< Of keys; nothing = as it is
    Share from;                           ///< Of slide; of press where `has_place`
    Share to;                             ///< Of slide; of carry where it begins on `item`
    bool has_place = false;
    geo::LonLat at;    ///< On the map
    geo::LonLat until; ///< Of drag
    int button = 0;    ///< Of drag: 1 = the right one, which pans whatever tool is in hand
    double wheel = 0;
    std::vector<ReplayCheck> checks;
    std::size_t line = 0; ///< In its file, from 1

    friend bool operator==(const ReplayStep&, const ReplayStep&) = default;
};

struct ReplayLog {
    std::filesystem::path file;
    int width = 1920; ///< Of the window that it was recorded in [px]
    int height = 1080;
    std::optional<Instant> now; ///< What the clock says all the time
    bool has_start = false;     ///< It begins with the start screen, as where no project is named.
    std::vector<ReplayStep> steps;
};

/// What an expect step can ask for.
[[nodiscard]] std::vector<std::string_view> check_names();

/// The member that a step of a kind has: "press".
[[nodiscard]] std::string_view name_of(ReplayStep::Kind kind) noexcept;

/// Clicks, chords and typed words that a step is, as journeys count them.
[[nodiscard]] int inputs_of(const ReplayStep& step) noexcept;

/// Read a log. Errors have "file:line"; not_found, unreadable, parse, invalid.
[[nodiscard]] Result<ReplayLog> read_replay_log(const std::filesystem::path& file);
/// The same of a text; `file` names it in errors.
[[nodiscard]] Result<ReplayLog> parse_replay_log(std::string_view text,
                                                 const std::filesystem::path& file);

/// The first line of a log, and the line of a step, both with their end.
[[nodiscard]] std::string header_line(const ReplayLog& log);
[[nodiscard]] std::string line_of(const ReplayStep& step);

} // namespace dostyk::editor
