#include "editor/replay_log.hpp"

#include "core/files.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dostyk::editor {

namespace {

using Kind = ReplayStep::Kind;

struct KindName {
    std::string_view name;
    Kind kind;
    int inputs;
};

constexpr auto kind_names = std::to_array<KindName>({
    {"keys", Kind::keys, 1},
    {"text", Kind::text, 1},
    {"press", Kind::press, 1},
    {"double", Kind::double_press, 2},
    {"choose", Kind::choose, 2},
    {"slide", Kind::slide, 1},
    {"carry", Kind::carry, 1},
    {"click", Kind::click, 1},
    {"double_click", Kind::double_click, 2},
    {"drag", Kind::drag, 1},
    {"wheel", Kind::wheel, 1},
    {"kill", Kind::kill, 1},
    {"expect", Kind::expect, 0},
});

constexpr auto all_checks = std::to_array<std::string_view>(
    {"notice", "selected", "rows", "hits", "there", "not_there", "mode", "language", "pack", "date",
     "tool", "hash", "undo", "redo", "unwritten", "untranslated", "measured_km", "hard"});

const KindName& row_of(Kind kind)
{
    return *std::find_if(kind_names.begin(), kind_names.end(),
                         [&](const KindName& row) { return row.kind == kind; });
}

Error wrong(const char* key, std::vector<std::pair<std::string, std::string>> values,
            std::string where)
{
    return {ErrorCode::invalid,
            {std::string("error.replay.") + key, std::move(values)},
            std::move(where)};
}

/// One line as it is read: the first thing that is wrong is kept.
class Line {
public:
    Line(const nlohmann::json& object, std::string where)
    : m_object(object), m_where(std::move(where))
    {}

    std::string text(const char* key)
    {
        const auto found = m_object.find(key);
        if (found != m_object.end() && found->is_string()) {
            return found->get<std::string>();
        }
        refuse("member", {{"member", key}});
        return {};
    }

    double number(const nlohmann::json& value, const char* key)
    {
        if (value.is_number() && std::isfinite(value.get<double>())) {
            return value.get<double>();
        }
        refuse("member", {{"member", key}});
        return 0;
    }

    std::pair<double, double> pair(const nlohmann::json& value, const char* key)
    {
        if (!value.is_array() || value.size() != 2) {
            refuse("member", {{"member", key}});
            return {};
        }
        return {number(value[0], key), number(value[1], key)};
    }

    geo::LonLat place(const nlohmann::json& value, const char* key)
    {
        const auto [lon, lat] = pair(value, key);
        if (std::abs(lon) > 180 || std::abs(lat) > 90) {
            refuse("member", {{"member", key}});
        }
        return {lon, lat};
    }

    Share share(const char* key)
    {
        const auto [x, y] = pair(member(key), key);
        if (std::clamp(x, 0.0, 1.0) != x || std::clamp(y, 0.0, 1.0) != y) {
            refuse("member", {{"member", key}});
        }
        return {static_cast<float>(x), static_cast<float>(y)};
    }

    [[nodiscard]] bool has(const char* key) const { return m_object.contains(key); }
    [[nodiscard]] const nlohmann::json& member(const char* key) const
    {
        static const nlohmann::json none;
        const auto found = m_object.find(key);
        return found == m_object.end() ? none : *found;
    }

    int button()
    {
        const double value = number(member("button"), "button");
        if (value != 0 && value != 1 && value != 2) {
            refuse("member", {{"member", "button"}});
            return 0;
        }
        return static_cast<int>(value);
    }

    Chord modifiers()
    {
        if (!has("with")) {
            return {};
        }
        const auto chord = parse_chord(text("with") + "+A"); // of any key
        if (!chord) {
            refuse("member", {{"member", "with"}});
            return {};
        }
        return {Key::none, chord->ctrl, chord->shift, chord->alt};
    }

    void refuse(const char* key, std::vector<std::pair<std::string, std::string>> values)
    {
        if (!m_error) {
            m_error = wrong(key, std::move(values), m_where);
        }
    }

    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }

private:
    const nlohmann::json& m_object;
    std::string m_where;
    std::optional<Error> m_error;
};

std::string text_of_scalar(const nlohmann::json& value)
{
    return value.is_null()     ? std::string()
           : value.is_string() ? value.get<std::string>()
                               : value.dump();
}

void read_checks(Line& line, ReplayStep& step)
{
    const nlohmann::json& checks = line.member("expect");
    if (!checks.is_object()) {
        line.refuse("member", {{"member", "expect"}});
        return;
    }
    for (const auto& [what, wanted] : checks.items()) {
        if (std::find(all_checks.begin(), all_checks.end(), what) == all_checks.end()) {
            line.refuse("unknown_check", {{"name", what}});
            return;
        }
        ReplayCheck check{what, {}};
        if (wanted.is_array()) {
            for (const auto& each : wanted) {
                check.wanted.push_back(text_of_scalar(each));
            }
        } else {
            check.wanted.push_back(text_of_scalar(wanted));
        }
        step.checks.push_back(std::move(check));
    }
}

void read_members(Line& line, ReplayStep& step)
{
    switch (step.kind) {
    case Kind::keys:
        if (const auto chord = parse_chord(line.text("keys"))) {
            step.chord = *chord;
        } else {
            line.refuse("keys", {{"keys", text_of_scalar(line.member("keys"))}});
        }
        if (line.has("clipboard")) {
            step.clipboard = line.text("clipboard");
        }
        break;
    case Kind::text:
        step.text = line.text("text");
        break;
    case Kind::press:
        step.text = line.text("press");
        step.has_place = line.has("at");
        step.from = step.has_place ? line.share("at") : Share{};
        break;
    case Kind::double_press:
        step.text = line.text("double");
        break;
    case Kind::choose:
        step.text = line.text("choose");
        step.item = line.text("item");
        break;
    case Kind::slide:
        step.text = line.text("slide");
        step.from = line.share("from");
        step.to = line.share("to");
        break;
    case Kind::carry:
        step.text = line.text("carry");
        step.item = line.text("over");
        step.to = line.share("to");
        break;
    case Kind::click:
        step.at = line.place(line.member("click"), "click");
        break;
    case Kind::double_click:
        step.at = line.place(line.member("double_click"), "double_click");
        break;
    case Kind::drag: {
        const nlohmann::json& ends = line.member("drag");
        if (!ends.is_array() || ends.size() != 2) {
            line.refuse("member", {{"member", "drag"}});
            break;
        }
        step.at = line.place(ends[0], "drag");
        step.until = line.place(ends[1], "drag");
        step.button = line.has("button") ? line.button() : 0;
        break;
    }
    case Kind::wheel:
        step.wheel = line.number(line.member("wheel"), "wheel");
        step.at = line.place(line.member("at"), "at");
        break;
    case Kind::kill:
        if (line.member("kill") != true) {
            line.refuse("member", {{"member", "kill"}});
        }
        break;
    case Kind::expect:
        read_checks(line, step);
        break;
    }
    if (step.kind != Kind::keys) {
        step.chord = line.modifiers();
    }
}

Status read_header(const nlohmann::json& object, const std::string& where, ReplayLog& log)
{
    Line line(object, where);
    if (line.has("size")) {
        const auto [width, height] = line.pair(line.member("size"), "size");
        constexpr double least = 320, most = 8192;
        if (std::clamp(width, least, most) == width && std::clamp(height, least, most) == height) {
            log.width = static_cast<int>(width);
            log.height = static_cast<int>(height);
        } else {
            line.refuse("member", {{"member", "size"}});
        }
    }
    log.has_start = line.member("start").is_boolean() && line.member("start").get<bool>();
    if (line.has("now")) {
        log.now = parse_iso(line.text("now"));
        if (!log.now) {
            line.refuse("member", {{"member", "now"}});
        }
    }
    return line.error() ? Status(*line.error()) : ok();
}

Result<ReplayStep> read_step(const nlohmann::json& object, const std::string& where)
{
    const auto found = std::find_if(kind_names.begin(), kind_names.end(),
                                    [&](const KindName& row) { return object.contains(row.name); });
    if (found == kind_names.end()) {
        return wrong("unknown_step", {}, where);
    }
    ReplayStep step;
    step.kind = found->kind;
    Line line(object, where);
    read_members(line, step);
    if (line.error()) {
        return *line.error();
    }
    return step;
}

Result<nlohmann::json> parse_line(std::string_view text, const std::string& where)
{
    Diagnostics findings;
    const auto document = json::parse(text, where, findings);
    if (!document) {
        const Finding& first = findings.findings.front();
        return Error{ErrorCode::parse, first.message, where};
    }
    if (!document->root().is_object()) {
        return wrong("unknown_step", {}, where);
    }
    return document->root();
}

} // namespace

std::vector<std::string_view> check_names()
{
    return {all_checks.begin(), all_checks.end()};
}

std::string_view name_of(ReplayStep::Kind kind) noexcept
{
    return row_of(kind).name;
}

int inputs_of(const ReplayStep& step) noexcept
{
    return row_of(step.kind).inputs;
}

Result<ReplayLog> read_replay_log(const std::filesystem::path& file)
{
    const auto text = read_file(file);
    if (!text) {
        return text.error();
    }
    return parse_replay_log(*text, file);
}

Result<ReplayLog> parse_replay_log(std::string_view text, const std::filesystem::path& file)
{
    ReplayLog log;
    log.file = file;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
            continue;
        }
        const std::string where = file.string() + ":" + std::to_string(number);
        const auto object = parse_line(line, where);
        if (!object) {
            return object.error();
        }
        if (object->contains("replay")) {
            if (const Status status = read_header(*object, where, log); !status) {
                return status.error();
            }
            continue;
        }
        auto step = read_step(*object, where);
        if (!step) {
            return step.error();
        }
        step->line = number;
        log.steps.push_back(*std::move(step));
    }
    return log;
}

} // namespace dostyk::editor
