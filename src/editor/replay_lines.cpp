// Steps of a log as lines of text.

#include "editor/replay_log.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace dostyk::editor {

namespace {

using Json = nlohmann::ordered_json;
using Kind = ReplayStep::Kind;

Json members_of(const ReplayStep& step)
{
    const std::string name(name_of(step.kind));
    const auto place = [](geo::LonLat at) {
        constexpr double steps = 1e6; // of a degree: a tenth of a metre
        return Json::array(
            {std::round(at.lon * steps) / steps, std::round(at.lat * steps) / steps});
    };
    const auto share = [](Share at) {
        const auto rounded = [](float value) {
            return std::round(static_cast<double>(value) * 1000) / 1000;
        };
        return Json::array({rounded(at.x), rounded(at.y)});
    };
    switch (step.kind) {
    case Kind::keys:
        return step.clipboard ? Json{{name, text_of(step.chord)}, {"clipboard", *step.clipboard}}
                              : Json{{name, text_of(step.chord)}};
    case Kind::press:
        return step.has_place ? Json{{name, step.text}, {"at", share(step.from)}}
                              : Json{{name, step.text}};
    case Kind::choose:
        return {{name, step.text}, {"item", step.item}};
    case Kind::slide:
        return {{name, step.text}, {"from", share(step.from)}, {"to", share(step.to)}};
    case Kind::carry:
        return {{name, step.text}, {"over", step.item}, {"to", share(step.to)}};
    case Kind::click:
    case Kind::double_click:
        return {{name, place(step.at)}};
    case Kind::drag:
        return step.button == 0 ? Json{{name, Json::array({place(step.at), place(step.until)})}}
                                : Json{{name, Json::array({place(step.at), place(step.until)})},
                                       {"button", step.button}};
    case Kind::wheel:
        return {{name, step.wheel}, {"at", place(step.at)}};
    case Kind::kill:
        return {{name, true}};
    case Kind::expect: {
        Json checks = Json::object();
        for (const ReplayCheck& check : step.checks) {
            checks[check.what] =
                check.wanted.size() == 1 ? Json(check.wanted.front()) : Json(check.wanted);
        }
        return {{name, checks}};
    }
    case Kind::text:
    case Kind::double_press:
        break;
    }
    return {{name, step.text}};
}

} // namespace

std::string header_line(const ReplayLog& log)
{
    Json header{{"replay", 1}, {"size", Json::array({log.width, log.height})}};
    if (log.has_start) {
        header["start"] = true;
    }
    if (log.now) {
        header["now"] = to_iso(*log.now);
    }
    return header.dump() + "\n";
}

std::string line_of(const ReplayStep& step)
{
    Json members = members_of(step);
    if (step.kind != Kind::keys && (step.chord.ctrl || step.chord.shift || step.chord.alt)) {
        // Of a chord without a key the last "+" is left.
        std::string with = text_of({Key::none, step.chord.ctrl, step.chord.shift, step.chord.alt});
        with.pop_back();
        members["with"] = with;
    }
    return members.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace dostyk::editor
