#include "editor/command.hpp"

#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace dostyk::editor {

namespace {

using Json = nlohmann::json;

/// \param where  Pointer to the command in the line; empty = the whole line.
Error refused(const char* key, std::vector<std::pair<std::string, std::string>> values,
              const std::string& where)
{
    return Error{ErrorCode::invalid, {std::string("error.edit.") + key, std::move(values)}, where};
}

/// Members of a command as they are read; the first that is missing is the error.
class Members {
public:
    Members(const Json& object, std::string where) : m_object(object), m_where(std::move(where)) {}

    std::string text(const char* key)
    {
        const auto member = m_object.find(key);
        if (member == m_object.end() || !member->is_string()) {
            m_missing = m_missing.empty() ? key : m_missing;
            return {};
        }
        return member->get<std::string>();
    }

    std::string json(const char* key)
    {
        const auto member = m_object.find(key);
        if (member == m_object.end()) {
            m_missing = m_missing.empty() ? key : m_missing;
            return {};
        }
        return member->dump();
    }

    Result<Command> made(Command command) const
    {
        if (!m_missing.empty()) {
            return refused("missing_member", {{"member", m_missing}}, m_where);
        }
        return command;
    }

private:
    const Json& m_object;
    std::string m_where;
    std::string m_missing;
};

Result<Command> command_of(const Json& object, const std::string& where);

Result<Command> group_of(const Json& object, const std::string& where)
{
    const auto parts = object.find("commands");
    if (parts == object.end() || !parts->is_array()) {
        return refused("missing_member", {{"member", "commands"}}, where);
    }
    Group group;
    for (std::size_t i = 0; i < parts->size(); ++i) {
        auto part = command_of((*parts)[i], where + "/commands/" + std::to_string(i));
        if (!part) {
            return part.error();
        }
        group.parts.push_back(*std::move(part));
    }
    return Command{std::move(group)};
}

Result<Command> command_of(const Json& object, const std::string& where)
{
    if (!object.is_object()) {
        return refused("no_command",
                       {{"example", R"({"command": "remove", "kind": "goal", "id": "trade"})"}},
                       where);
    }
    Members members(object, where);
    const std::string name = members.text("command");
    if (const auto named = members.made(Group{}); !named) {
        return named.error();
    }
    if (name == "group") {
        return group_of(object, where);
    }
    const std::string kind = members.text("kind");
    const std::string id = members.text("id");
    if (name == "set_field") {
        return members.made(SetField{kind, id, members.text("pointer"), members.json("value")});
    }
    if (name == "remove_field") {
        return members.made(RemoveField{kind, id, members.text("pointer")});
    }
    if (name == "insert") {
        return members.made(Insert{kind, id, members.json("doc")});
    }
    if (name == "remove") {
        return members.made(Remove{kind, id});
    }
    std::string names;
    for (const std::string_view each : command_names()) {
        names += (names.empty() ? "" : ", ") + std::string(each);
    }
    return refused("unknown_command", {{"command", name}, {"commands", names}}, where);
}

} // namespace

Command to_match(const store::Row& version, const std::string& pointer)
{
    if (pointer.empty()) {
        return Insert{version.kind, version.id, version.doc};
    }
    const Json doc = Json::parse(version.doc, nullptr, false);
    const Json::json_pointer place(pointer);
    if (!doc.contains(place)) {
        return RemoveField{version.kind, version.id, pointer};
    }
    return SetField{version.kind, version.id, pointer, doc.at(place).dump()};
}

Result<Command> parse_command(std::string_view line)
{
    Diagnostics diagnostics;
    const auto document = json::parse(line, "", diagnostics);
    if (!document) {
        const Finding& finding = diagnostics.findings.front();
        std::string where = std::to_string(finding.line) + ":" + std::to_string(finding.column);
        where += finding.pointer.empty() ? "" : ": " + finding.pointer;
        return Error{ErrorCode::parse, finding.message, std::move(where)};
    }
    return command_of(document->root(), "");
}

} // namespace dostyk::editor
