#include "editor/command.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace dostyk;
using namespace dostyk::editor;

namespace {

template <typename Kind>
Kind parsed(const std::string& line)
{
    const auto command = parse_command(line);
    REQUIRE_MESSAGE(command, (command ? "" : text_of(command.error(), Language::en)));
    REQUIRE(std::holds_alternative<Kind>(*command));
    return std::get<Kind>(*command);
}

/// The sentence with which a line is refused.
std::string told(const std::string& line)
{
    const auto command = parse_command(line);
    return command ? "parsed" : text_of(command.error(), Language::en);
}

} // namespace

TEST_SUITE("editor/command_json") {

TEST_CASE("each command is read with all that it has")
{
    const auto set = parsed<SetField>(
        R"({"command": "set_field", "kind": "goal", "id": "a", "pointer": "/p~1q", "value": {"b": 1.50}})");
    CHECK(set.kind == "goal");
    CHECK(set.id == "a");
    CHECK(set.pointer == "/p~1q");
    CHECK(set.value == R"({"b":1.5})");

    const auto remove_field = parsed<RemoveField>(
        R"({"pointer": "/x", "id": "a", "kind": "goal", "command": "remove_field"})");
    CHECK(remove_field.kind == "goal");
    CHECK(remove_field.id == "a");
    CHECK(remove_field.pointer == "/x");

    const auto insert = parsed<Insert>(
        R"({"command": "insert", "kind": "goal", "id": "a", "doc": {"fields": {}}})");
    CHECK(insert.kind == "goal");
    CHECK(insert.id == "a");
    CHECK(insert.doc == R"({"fields":{}})");

    const auto remove = parsed<Remove>(R"({"command": "remove", "kind": "goal", "id": "a"})");
    CHECK(remove.kind == "goal");
    CHECK(remove.id == "a");
}

TEST_CASE("a group is read in order, groups within it too")
{
    const auto group = parsed<Group>(R"({"command": "group", "commands": [
        {"command": "remove", "kind": "goal", "id": "a"},
        {"command": "group", "commands": [{"command": "remove", "kind": "goal", "id": "b"}]}]})");
    REQUIRE(group.parts.size() == 2);
    CHECK(std::get<Remove>(group.parts[0]).id == "a");
    CHECK(std::get<Remove>(std::get<Group>(group.parts[1]).parts.at(0)).id == "b");
    CHECK(parsed<Group>(R"({"command": "group", "commands": []})").parts.empty());
}

TEST_CASE("null is a value, and any JSON is one")
{
    const auto value = [](const std::string& json) {
        return parsed<SetField>(
                   R"({"command": "set_field", "kind": "k", "id": "i", "pointer": "/p", "value": )" +
                   json + "}")
            .value;
    };
    CHECK(value("null") == "null");
    CHECK(value("\"a\\u0000\\n\"") == "\"a\\u0000\\n\"");
    CHECK(value("[1, true, {}]") == "[1,true,{}]");
    CHECK(value("18446744073709551615") == "18446744073709551615");
}

TEST_CASE("what a command lacks is named, and in a group where")
{
    const auto lacks = [](const std::string& line) {
        const auto command = parse_command(line);
        REQUIRE_FALSE(command);
        CHECK(command.error().message.key == "error.edit.missing_member");
        return command.error().message.values.front().second + command.error().where;
    };
    CHECK(lacks("{}") == "command");
    CHECK(lacks(R"({"command": 5})") == "command");
    CHECK(lacks(R"({"kind": "goal", "id": "a"})") == "command");
    CHECK(lacks(R"({"command": "remove", "id": "a"})") == "kind");
    CHECK(lacks(R"({"command": "remove", "kind": "goal"})") == "id");
    CHECK(lacks(R"({"command": "remove", "kind": "goal", "id": null})") == "id");
    CHECK(lacks(R"({"command": "remove_field", "kind": "goal", "id": "a"})") == "pointer");
    CHECK(lacks(R"({"command": "set_field", "kind": "g", "id": "a", "pointer": "/p"})") == "value");
    CHECK(lacks(R"({"command": "set_field", "kind": "g", "id": "a", "value": 1})") == "pointer");
    CHECK(lacks(R"({"command": "insert", "kind": "g", "id": "a"})") == "doc");
    CHECK(lacks(R"({"command": "group"})") == "commands");
    CHECK(lacks(R"({"command": "group", "commands": {}})") == "commands");
    CHECK(lacks(R"({"command": "group", "commands": [{"command": "group", "commands": []},
                    {"command": "group", "commands": [{"command": "remove"}]}]})") ==
          "kind/commands/1/commands/0");
}

TEST_CASE("an unknown command is told with the list")
{
    CHECK(told(R"({"command": "delete", "kind": "goal", "id": "a"})") ==
          "There is no command \"delete\"; there are set_field, remove_field, insert, remove, "
          "group.");
    CHECK(told(R"({"command": ""})").starts_with("There is no command \"\""));
    CHECK(told(R"({"command": "group", "commands": [{"command": "Remove"}]})")
              .starts_with("/commands/0: There is no command \"Remove\""));
}

TEST_CASE("what is no object is no command")
{
    for (const char* line : {"[]", "null", "5", "\"remove\"", "true"}) {
        CHECK(told(line) == "A command is a JSON object on one line; write it like "
                            "{\"command\": \"remove\", \"kind\": \"goal\", \"id\": \"trade\"}.");
    }
    CHECK(told(R"({"command": "group", "commands": [5]})").starts_with("/commands/0: A command"));
}

TEST_CASE("what is no JSON is refused with its place in the line")
{
    CHECK(told("") == "1:1: The file is empty.");
    CHECK(told("{\"command\": }").starts_with("1:13: /command: This is no valid JSON here"));
    CHECK(told("{\"command\": \"a\"").starts_with("1:16: "));
    CHECK(told("{} {}").starts_with("1:4: "));
    CHECK(told(R"({"command": "a", "command": "b"})") ==
          "1:18: /command: The key “command” is given twice in one object.");
    CHECK(told(R"({"command": "set_field", "value": 1e400})")
              .starts_with("1:35: /value: The number 1e400 is out of range."));
    CHECK(told("{\"command\": \"\xff\"}") == "1:14: /command: The bytes here are no UTF-8 text.");
    CHECK(told(std::string("{\"a\": \"\0\"}", 10)).starts_with("1:8: /a: There is a NUL byte"));
    CHECK(told("\xEF\xBB\xBF{}").starts_with("1:1: "));
    CHECK(told(std::string(100'000, '[')).starts_with("1:65: "));
    std::string nested = R"({"command": "remove"})";
    for (int i = 0; i < 100; ++i) {
        nested = R"({"command": "group", "commands": [)" + nested + "]}";
    }
    CHECK(parse_command(nested).error().message.key == "json.too_deep");
}

} // TEST_SUITE
