#include "editor/command.hpp"

#include "io/documents.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <utility>

namespace dostyk::editor {

namespace {

using Json = nlohmann::json;
using store::Row;

Error refused(const char* key, std::vector<std::pair<std::string, std::string>> values)
{
    return Error{ErrorCode::invalid, {std::string("error.edit.") + key, std::move(values)}, {}};
}

/// The document's first finding as the reason.
Error reason_of(const Diagnostics& diagnostics)
{
    const Finding& finding = diagnostics.findings.front();
    return Error{ErrorCode::invalid, finding.message, finding.file + ": " + finding.pointer};
}

Result<Row> find_document(store::Rows& rows, const std::string& kind, const std::string& id)
{
    auto row = rows.find(kind, id);
    if (row && row->doc.empty()) {
        return Error{
            ErrorCode::not_found, {"error.edit.no_document", {{"kind", kind}, {"id", id}}}, {}};
    }
    return row;
}

/// The row with its document made canonical, if it is sound.
Result<Row> sound_row(const std::string& kind, const std::string& id, const Json& doc)
{
    Diagnostics diagnostics;
    const std::string text = doc.dump(-1, ' ', false, Json::error_handler_t::replace);
    auto canonical = io::canonical_document({kind, id, text}, diagnostics);
    if (!canonical) {
        return reason_of(diagnostics);
    }
    return Row{kind, id, *std::move(canonical), 0};
}

/// A pointer that leads to a place in the document, or to a new member of one.
Result<Json::json_pointer> read_pointer(const std::string& pointer)
{
    try {
        Json::json_pointer read(pointer);
        if (!read.empty()) {
            return read;
        }
    } catch (const Json::exception&) { // not of RFC 6901
    }
    return refused("bad_pointer", {{"pointer", pointer}});
}

/// The parent of a place, if it is there and can have such a member.
Result<Json*> find_parent(Json& doc, const Json::json_pointer& pointer, const std::string& text)
{
    const Error no_place{ErrorCode::not_found, {"error.edit.no_place", {{"pointer", text}}}, {}};
    const Json::json_pointer above = pointer.parent_pointer();
    try {
        Json& parent = doc.at(above);
        if (parent.is_object() || parent.is_array()) {
            return &parent;
        }
    } catch (const Json::exception&) {
    }
    return no_place;
}

class Maker {
public:
    explicit Maker(store::Rows& rows) : m_rows(rows) {}

    Result<std::vector<Row>> operator()(const SetField& command)
    {
        Json value = Json::parse(command.value, nullptr, false);
        if (value.is_discarded()) {
            return refused("bad_value", {{"pointer", command.pointer}});
        }
        return edited(
            command.kind, command.id, command.pointer,
            [&](Json& doc, const Json::json_pointer& pointer) { doc[pointer] = std::move(value); });
    }

    Result<std::vector<Row>> operator()(const RemoveField& command)
    {
        return edited(command.kind, command.id, command.pointer,
                      [](Json& doc, const Json::json_pointer& pointer) {
                          (void)doc.at(pointer); // throws where there is nothing
                          Json& parent = doc.at(pointer.parent_pointer());
                          if (parent.is_array()) {
                              parent.erase(static_cast<std::size_t>(std::stoul(pointer.back())));
                          } else {
                              parent.erase(pointer.back());
                          }
                      });
    }

    Result<std::vector<Row>> operator()(const Insert& command)
    {
        const auto row = m_rows.find(command.kind, command.id);
        if (!row) {
            return row.error();
        }
        if (!row->doc.empty()) {
            return refused("exists", {{"kind", command.kind}, {"id", command.id}});
        }
        Json doc = Json::parse(command.doc, nullptr, false);
        if (!doc.is_object()) {
            return refused("no_object", {});
        }
        const Json head{{"format", "dostyk-entity"},
                        {"version", 1},
                        {"kind", command.kind},
                        {"id", command.id},
                        {"pack", "enriched"}};
        for (const auto& [key, value] : head.items()) {
            doc.emplace(key, value);
        }
        return one(sound_row(command.kind, command.id, doc));
    }

    Result<std::vector<Row>> operator()(const Remove& command)
    {
        auto row = find_document(m_rows, command.kind, command.id);
        if (!row) {
            return row.error();
        }
        if (command.kind == io::settings_kind) {
            return refused("settings_stay", {});
        }
        return std::vector<Row>{{command.kind, command.id, {}, 0}};
    }

    Result<std::vector<Row>> operator()(const Group& group);

private:
    static Result<std::vector<Row>> one(Result<Row> row)
    {
        if (!row) {
            return row.error();
        }
        return std::vector<Row>{*std::move(row)};
    }

    template <typename Change>
    Result<std::vector<Row>> edited(const std::string& kind, const std::string& id,
                                    const std::string& pointer_text, const Change& change)
    {
        const auto row = find_document(m_rows, kind, id);
        const auto pointer = read_pointer(pointer_text);
        if (!row || !pointer) {
            return row ? pointer.error() : row.error();
        }
        Json doc = Json::parse(row->doc, nullptr, false);
        if (const auto parent = find_parent(doc, *pointer, pointer_text); !parent) {
            return parent.error();
        }
        try {
            change(doc, *pointer);
        } catch (const std::exception&) { // an index that is none, a member that is not there
            return Error{
                ErrorCode::not_found, {"error.edit.no_place", {{"pointer", pointer_text}}}, {}};
        }
        return one(sound_row(kind, id, doc));
    }

    store::Rows& m_rows;
};

/// Rows as a group sees them: with what its earlier parts have made of them.
class Overlay final : public store::Rows {
public:
    explicit Overlay(store::Rows& below) : m_below(below) {}

    Result<Row> find(std::string_view kind, std::string_view id) override
    {
        const auto made = m_made.find({std::string(kind), std::string(id)});
        return made == m_made.end() ? m_below.find(kind, id) : Result<Row>(made->second);
    }

    void put(Row row) { m_made.insert_or_assign({row.kind, row.id}, std::move(row)); }

    [[nodiscard]] std::vector<Row> made() const
    {
        std::vector<Row> rows;
        for (const auto& [name, row] : m_made) {
            rows.push_back(row);
        }
        return rows;
    }

private:
    store::Rows& m_below;
    std::map<std::pair<std::string, std::string>, Row> m_made;
};

Result<std::vector<Row>> Maker::operator()(const Group& group)
{
    Overlay overlay(m_rows);
    for (const Command& part : group.parts) {
        auto rows = std::visit(Maker(overlay), part);
        if (!rows) {
            return rows.error();
        }
        for (Row& row : *rows) {
            overlay.put(std::move(row));
        }
    }
    return overlay.made();
}

} // namespace

std::string_view name_of(const Command& command) noexcept
{
    return command_names()[command.index()];
}

std::span<const std::string_view> command_names() noexcept
{
    // In the order of the variant.
    static constexpr std::array<std::string_view, std::variant_size_v<Command>> names{
        "set_field", "remove_field", "insert", "remove", "group"};
    return names;
}

Result<store::Edit> edit_of(const Command& command, store::Rows& rows)
{
    auto made = std::visit(Maker(rows), command);
    if (!made) {
        return made.error();
    }
    return store::Edit{std::string(name_of(command)), *std::move(made)};
}

} // namespace dostyk::editor
