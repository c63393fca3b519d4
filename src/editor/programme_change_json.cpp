// A change from a file.

#include "editor/programme_change.hpp"
#include "io/entity_json.hpp"
#include "io/json_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dostyk::editor {

namespace {

using io::JsonReader;
using io::Node;
using Kind = ProgrammeChange::Kind;

constexpr std::string_view change_format = "dostyk-change";

/// How each kind is written: its name, and the member that says what it is about.
struct KindRow {
    Kind kind;
    std::string_view name;
    std::string_view about;
};
constexpr std::array kinds{
    KindRow{Kind::close_crossing, "close_crossing", "crossing"},
    KindRow{Kind::close_venue, "close_venue", "venue"},
    KindRow{Kind::absent, "absent", "participant"},
    KindRow{Kind::pin_session, "pin_session", "session"},
    KindRow{Kind::add_session, "add_session", "session"},
    KindRow{Kind::lose_interpreter, "lose_interpreter", "interpreter"},
    KindRow{Kind::lose_vehicle, "lose_vehicle", "vehicle"},
};

const KindRow* find_kind(JsonReader& reader, Node root)
{
    const auto member = reader.need(root, "change");
    const auto word = member ? reader.string_of(*member) : std::nullopt;
    if (!word) {
        return nullptr;
    }
    std::string known;
    for (const KindRow& row : kinds) {
        if (row.name == *word) {
            return &row;
        }
        known += (known.empty() ? "" : " ") + std::string(row.name);
    }
    reader.report("unknown_word", *member, {{"word", *word}, {"words", known}});
    return nullptr;
}

std::string text_at(JsonReader& reader, Node object, std::string_view key, bool is_needed)
{
    const auto member = is_needed ? reader.need(object, key) : JsonReader::find(object, key);
    return member ? reader.string_of(*member).value_or("") : "";
}

std::vector<std::string> texts_at(JsonReader& reader, Node object, std::string_view key)
{
    const auto member = JsonReader::find(object, key);
    return member ? reader.strings_of(*member).value_or(std::vector<std::string>())
                  : std::vector<std::string>();
}

std::optional<int> count_at(JsonReader& reader, Node object, std::string_view key)
{
    constexpr int most = 100'000;
    const auto member = JsonReader::find(object, key);
    const auto number = member ? reader.number_of(*member) : std::nullopt;
    if (!number) {
        return std::nullopt;
    }
    if (*number < 1 || *number > most || *number != std::floor(*number)) {
        reader.report("layer_number", *member, {{"least", "1"}, {"most", std::to_string(most)}});
        return std::nullopt;
    }
    return static_cast<int>(*number);
}

AddedSession read_session(JsonReader& reader, Node node)
{
    AddedSession session;
    if (!reader.is_object(node)) {
        return session;
    }
    reader.check_keys(node, {"id", "name", "duration", "size", "participants", "interpreters",
                             "languages", "windows", "venue_needs"});
    session.id = text_at(reader, node, "id", true);
    if (const auto id = JsonReader::find(node, "id"); id && !io::is_id(session.id)) {
        reader.report("bad_id", *id, {{"id", session.id}});
    }
    if (const auto name = reader.need(node, "name")) {
        session.name = reader.text4_of(*name).value_or(Text4{});
    }
    if (reader.need(node, "duration")) {
        session.duration = count_at(reader, node, "duration").value_or(session.duration);
    }
    session.size = count_at(reader, node, "size");
    session.participants = texts_at(reader, node, "participants");
    session.interpreters = texts_at(reader, node, "interpreters");
    session.languages = texts_at(reader, node, "languages");
    session.windows = texts_at(reader, node, "windows");
    session.venue_needs = texts_at(reader, node, "venue_needs");
    return session;
}

ProgrammeChange read(JsonReader& reader)
{
    ProgrammeChange change;
    const Node root = reader.root();
    if (!reader.is_object(root) || !io::has_format(reader, root, change_format)) {
        return change;
    }
    const KindRow* row = find_kind(reader, root);
    if (row == nullptr) {
        return change;
    }
    change.kind = row->kind;
    if (row->kind == Kind::add_session) {
        reader.check_keys(root, {"format", "version", "change", "session"});
        if (const auto session = reader.need(root, "session")) {
            change.session = read_session(reader, *session);
        }
        return change;
    }
    change.id = text_at(reader, root, row->about, true);
    if (row->kind == Kind::pin_session) {
        reader.check_keys(root, {"format", "version", "change", "session", "start", "venue"});
        change.start = text_at(reader, root, "start", false);
        change.venue = text_at(reader, root, "venue", false);
        return change;
    }
    reader.check_keys(root, {"format", "version", "change", row->about, "period"});
    const bool may_be_lost = row->kind == Kind::lose_interpreter || row->kind == Kind::lose_vehicle;
    change.period = text_at(reader, root, "period", !may_be_lost);
    return change;
}

} // namespace

std::string_view name_of(ProgrammeChange::Kind kind) noexcept
{
    return kinds[static_cast<std::size_t>(kind)].name;
}

std::optional<ProgrammeChange> read_change(std::string_view text, std::string_view file,
                                           Diagnostics& diagnostics)
{
    const std::size_t before = diagnostics.findings.size();
    const auto document = json::parse(text, file, diagnostics);
    if (!document) {
        return std::nullopt;
    }
    JsonReader reader(*document, std::string(file), diagnostics);
    ProgrammeChange change = read(reader);
    return diagnostics.findings.size() == before ? std::optional(std::move(change)) : std::nullopt;
}

} // namespace dostyk::editor
