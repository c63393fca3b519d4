#include "io/meeting_template.hpp"

#include "core/files.hpp"
#include "io/entity_json.hpp"
#include "io/json_reader.hpp"
#include "model/schema.hpp"

#include <algorithm>
#include <optional>

namespace dostyk::io {

namespace {

constexpr int longest_meeting = 60; // [days]

Text4 text4_at(JsonReader& reader, Node object, std::string_view key)
{
    const auto member = reader.need(object, key);
    return member ? reader.text4_of(*member).value_or(Text4{}) : Text4{};
}

/// A word of a kind's field; empty where it is not said, or, with a finding, not of the list.
std::string word_at(JsonReader& reader, Node object, std::string_view kind, std::string_view field)
{
    const auto member = reader.find(object, field);
    const auto word = member ? reader.string_of(*member) : std::nullopt;
    if (!word) {
        return {};
    }
    const auto words = model::find_field(*model::find_kind(kind), field)->words;
    if (std::find(words.begin(), words.end(), *word) != words.end()) {
        return *word;
    }
    std::string known;
    for (const std::string_view each : words) {
        known += (known.empty() ? "" : " ") + std::string(each);
    }
    reader.report("unknown_word", *member, {{"word", *word}, {"words", known}});
    return {};
}

TemplateSession read_session(JsonReader& reader, Node node)
{
    TemplateSession session;
    if (!reader.is_object(node)) {
        return session;
    }
    reader.check_keys(node, {"name", "format", "day"});
    session.name = text4_at(reader, node, "name");
    session.format = word_at(reader, node, "session", "format");
    if (const auto day = reader.find(node, "day")) {
        const double number = reader.number_of(*day).value_or(0);
        session.day = static_cast<int>(std::clamp<double>(number, 0, longest_meeting));
    }
    return session;
}

void read_meeting(JsonReader& reader, Node node, MeetingTemplate& made)
{
    if (!reader.is_object(node)) {
        return;
    }
    reader.check_keys(node, {"name", "institution", "visit_kind"});
    made.meeting_name = text4_at(reader, node, "name");
    made.visit_kind = word_at(reader, node, "meeting", "visit_kind");
    if (const auto institution = reader.find(node, "institution")) {
        made.institution = reader.string_of(*institution).value_or("");
    }
}

MeetingTemplate read_template(JsonReader& reader)
{
    MeetingTemplate made;
    const Node root = reader.root();
    if (!reader.is_object(root) || !has_format(reader, root, meeting_template_format)) {
        return made;
    }
    reader.check_keys(root,
                      {"format", "version", "id", "name", "description", "meeting", "sessions"});
    if (const auto id = reader.need(root, "id")) {
        made.id = reader.string_of(*id).value_or("");
    }
    made.name = text4_at(reader, root, "name");
    made.description = text4_at(reader, root, "description");
    if (const auto meeting = reader.need(root, "meeting")) {
        read_meeting(reader, *meeting, made);
    }
    const auto sessions = reader.need(root, "sessions");
    if (sessions && reader.is_array(*sessions)) {
        for (const Node each : sessions->elements()) {
            made.sessions.push_back(read_session(reader, each));
        }
    }
    return made;
}

} // namespace

std::vector<MeetingTemplate> read_meeting_templates(const std::filesystem::path& folder,
                                                    Diagnostics& diagnostics)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<MeetingTemplate> templates;
    for (const auto& file : files) {
        const auto text = read_file(file);
        if (!text) {
            diagnostics.add({.code = "template.unreadable",
                             .severity = Severity::error,
                             .file = file.string(),
                             .message = text.error().message});
            continue;
        }
        Diagnostics of_file;
        if (const auto document = json::parse(*text, file.string(), of_file)) {
            JsonReader reader(*document, file.string(), of_file);
            MeetingTemplate made = read_template(reader);
            if (!of_file.has_errors()) {
                templates.push_back(std::move(made));
            }
        }
        for (Finding& finding : of_file.findings) {
            diagnostics.add(std::move(finding));
        }
    }
    return templates;
}

} // namespace dostyk::io
