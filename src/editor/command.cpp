#include "editor/command.hpp"

#include "io/documents.hpp"
#include "io/entity_json.hpp"
#include "io/project_json.hpp"
#include "store/overlay_rows.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
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

/// A text for a sentence: bytes that are no UTF-8 as U+FFFD.
std::string readable(const std::string& text)
{
    const std::string quoted = Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    return Json::parse(quoted).get<std::string>();
}

/// A text as strictly read as a file is: no key twice, no number that is lost, no endless nesting.
///
/// \param where  Its place for the error.
/// \param no_json  The error when it is no JSON at all.
Result<Json> read_json(const std::string& text, const std::string& where, const Error& no_json)
{
    Diagnostics diagnostics;
    const auto document = json::parse(text, where, diagnostics);
    if (document) {
        return document->root();
    }
    const Finding& finding = diagnostics.findings.front();
    constexpr std::array about_value{"json.duplicate_key", "json.number_out_of_range",
                                     "json.too_deep", "json.nul_byte", "json.invalid_utf8"};
    const bool is_json =
        std::find(about_value.begin(), about_value.end(), finding.code) != about_value.end();
    return is_json ? Error{ErrorCode::invalid, finding.message, where + finding.pointer} : no_json;
}

/// The row with its document made canonical, if it is sound.
Result<Row> sound_row(const std::string& kind, const std::string& id, const Json& doc)
{
    Diagnostics diagnostics;
    std::string text;
    try {
        text = doc.dump();
    } catch (const Json::exception&) { // no UTF-8: never to be mended silently
        return Error{
            ErrorCode::invalid, {"json.invalid_utf8", {}}, readable(io::path_of(kind, id))};
    }
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
        (void)Json(pointer).dump(); // throws where it is no UTF-8
        Json::json_pointer read(pointer);
        if (!read.empty()) {
            return read;
        }
    } catch (const Json::exception&) { // not of RFC 6901
    }
    return refused("bad_pointer", {{"pointer", readable(pointer)}});
}

/// Index of an array as RFC 6901 writes it: digits without a leading zero.
std::optional<std::size_t> index_of(const std::string& step)
{
    std::size_t index = 0;
    const char* const end = step.data() + step.size();
    const auto [last, error] = std::from_chars(step.data(), end, index);
    const bool is_index = error == std::errc{} && last == end && (step == "0" || step[0] != '0');
    return is_index ? std::optional(index) : std::nullopt;
}

/// Give a member or an element a value; false where there is no such place. nlohmann's operator[]
/// would fill an array with nulls up to any index.
bool put_value(Json& parent, const std::string& step, Json value)
{
    if (parent.is_object()) {
        parent[step] = std::move(value);
        return true;
    }
    const auto index = step == "-" ? parent.size() : index_of(step);
    if (!index || *index > parent.size()) {
        return false;
    }
    if (*index == parent.size()) {
        parent.push_back(std::move(value));
    } else {
        parent[*index] = std::move(value);
    }
    return true;
}

/// Take a member or an element away; false where there is none.
bool erase_value(Json& parent, const std::string& step)
{
    if (parent.is_object()) {
        return parent.erase(step) > 0;
    }
    const auto index = index_of(step);
    if (!index || *index >= parent.size()) {
        return false;
    }
    parent.erase(*index);
    return true;
}

/// The parent of a place; null where there is none that can have members.
Json* find_parent(Json& doc, const Json::json_pointer& pointer)
{
    try {
        Json& parent = doc.at(pointer.parent_pointer());
        return parent.is_structured() ? &parent : nullptr;
    } catch (const Json::exception&) {
        return nullptr;
    }
}

const Json::json_pointer& layers_pointer()
{
    static const Json::json_pointer pointer("/layers");
    return pointer;
}

class Maker {
public:
    explicit Maker(store::Rows& rows) : m_rows(rows) {}

    Result<std::vector<Row>> operator()(const SetField& command)
    {
        auto value =
            read_json(command.value, io::path_of(command.kind, command.id) + ": " + command.pointer,
                      refused("bad_value", {{"pointer", readable(command.pointer)}}));
        if (!value) {
            return value.error();
        }
        return edited(command.kind, command.id, command.pointer,
                      [&](Json& parent, const std::string& step) {
                          return put_value(parent, step, *std::move(value));
                      });
    }

    Result<std::vector<Row>> operator()(const RemoveField& command)
    {
        return edited(command.kind, command.id, command.pointer, erase_value);
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
        auto doc = read_json(command.doc, io::path_of(command.kind, command.id) + ": ",
                             refused("no_object", {}));
        if (!doc) {
            return doc.error();
        }
        if (!doc->is_object()) {
            return refused("no_object", {});
        }
        const bool is_settings = command.kind == io::settings_kind;
        const Json head = is_settings ? Json{{"format", io::project_format}, {"version", 1}}
                                      : Json{{"format", io::entity_format},
                                             {"version", 1},
                                             {"kind", command.kind},
                                             {"id", command.id},
                                             {"pack", "enriched"}};
        for (const auto& [key, value] : head.items()) {
            doc->emplace(key, value);
        }
        return one(sound_row(command.kind, command.id, *doc));
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
        if (kind == io::settings_kind && pointer->parent_pointer() == layers_pointer()) {
            doc.emplace("layers", Json::object()); // which settings without layers leave out
        }
        Json* const parent = find_parent(doc, *pointer);
        if (parent == nullptr || !change(*parent, pointer->back())) {
            return Error{
                ErrorCode::not_found, {"error.edit.no_place", {{"pointer", pointer_text}}}, {}};
        }
        return one(sound_row(kind, id, doc));
    }

    store::Rows& m_rows;
};

Result<std::vector<Row>> Maker::operator()(const Group& group)
{
    store::OverlayRows overlay(m_rows); // each part sees what the earlier ones made
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
    const auto* group = std::get_if<Group>(&command);
    return group != nullptr ? std::string_view(group->name) : command_names()[command.index()];
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
    return store::Edit{std::string(name_of(command)), *std::move(made), 0};
}

} // namespace dostyk::editor
