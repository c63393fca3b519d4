#include "store/merge_projects.hpp"

#include "io/documents.hpp"
#include "model/schema.hpp"
#include "model/validate.hpp"
#include "store/merge.hpp"
#include "store/personal.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace dostyk::store {

namespace {

using Json = nlohmann::json;
using Name = std::pair<std::string, std::string>; ///< kind, id
using Documents = std::map<Name, std::string>;

Documents documents_of(std::span<const Row> rows)
{
    Documents documents;
    for (const Row& row : rows) {
        if (!row.doc.empty()) {
            documents[{row.kind, row.id}] = row.doc;
        }
    }
    return documents;
}

std::string doc_of(const Documents& documents, const Name& name)
{
    const auto found = documents.find(name);
    return found == documents.end() ? std::string() : found->second;
}

/// True for a pointer to, or to what holds, a personal field: a conflict is told without it.
bool is_personal(const Name& name, const std::string& pointer)
{
    constexpr std::string_view fields = "/fields/";
    const model::KindRule* kind = model::find_kind(name.first);
    const model::FieldRule* rule =
        kind != nullptr && pointer.starts_with(fields)
            ? model::find_field(*kind, std::string_view(pointer).substr(fields.size()))
            : nullptr;
    return rule != nullptr && rule->is_personal;
}

/// What stands at a pointer of a document, on one line; empty when nothing does. Personal data is
/// not told: what is printed is kept by terminals and logs.
std::string value_at(const std::string& doc, const Name& name, const std::string& pointer)
{
    const Json root = Json::parse(doc, nullptr, false);
    const Json::json_pointer place(pointer);
    if (root.is_discarded() || !root.contains(place)) {
        return {};
    }
    const bool is_hidden = is_personal(name, pointer) || (pointer.empty() && holds_personal(doc));
    return is_hidden ? Json("…").dump() : root[place].dump();
}

model::Project project_of(std::span<const Row> rows, Diagnostics& diagnostics)
{
    std::vector<io::DocumentText> documents;
    documents.reserve(rows.size());
    for (const Row& row : rows) {
        documents.push_back({row.kind, row.id, row.doc});
    }
    return io::project_of(documents, diagnostics);
}

/// What makes a finding the same one in another copy of the project.
using Fault = std::tuple<std::string, std::string, std::string, decltype(Message::values)>;

Fault fault_of(const Finding& finding)
{
    return {finding.code, finding.file, finding.pointer, finding.message.values};
}

Diagnostics faults_in(std::span<const Row> rows)
{
    Diagnostics diagnostics;
    const model::Project project = project_of(rows, diagnostics);
    model::validate(project, {}, diagnostics);
    return diagnostics;
}

/// A reference to what the other side removed, an id that both gave: no document shows it alone.
Diagnostics new_faults(std::span<const Row> merged, std::span<const Row> mine,
                       std::span<const Row> theirs)
{
    std::set<Fault> known;
    for (const std::span<const Row> side : {mine, theirs}) {
        for (const Finding& finding : faults_in(side).findings) {
            known.insert(fault_of(finding));
        }
    }
    Diagnostics found;
    for (Finding& finding : faults_in(merged).findings) {
        if (finding.severity == Severity::error && !known.contains(fault_of(finding))) {
            found.add(std::move(finding));
        }
    }
    return found;
}

/// One document of the three sides, and what is to be told of it.
std::string merge_one(const Name& name, const std::string& base, const std::string& mine,
                      const std::string& theirs, std::vector<FieldConflict>& conflicts)
{
    Merged merged = merge_documents(base, mine, theirs);
    for (const std::string& pointer : merged.conflicts) {
        conflicts.push_back({name.first, name.second, pointer, value_at(base, name, pointer),
                             value_at(mine, name, pointer), value_at(theirs, name, pointer)});
    }
    if (merged.doc.empty() || merged.doc == mine || merged.doc == theirs) {
        return std::move(merged.doc);
    }
    Diagnostics ignored; // the conflict says it: both values are in it
    auto sound = io::canonical_document({name.first, name.second, merged.doc}, ignored);
    if (sound) {
        return *std::move(sound);
    }
    conflicts.push_back({name.first, name.second, "", value_at(base, name, ""),
                         value_at(mine, name, ""), value_at(theirs, name, "")});
    return mine;
}

std::string shortened(std::string text)
{
    constexpr std::size_t longest = 120;
    if (text.empty()) {
        return "–";
    }
    if (text.size() > longest) {
        std::size_t end = longest;
        while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end; // not within a letter
        }
        text.resize(end);
        text += "…";
    }
    return text;
}

} // namespace

MergedProject merge_projects(std::span<const Row> base, std::span<const Row> mine,
                             std::span<const Row> theirs)
{
    const Documents was = documents_of(base);
    const Documents ours = documents_of(mine);
    const Documents other = documents_of(theirs);
    Documents all = ours;
    all.insert(other.begin(), other.end());
    MergedProject merged;
    for (const auto& [name, ignored] : all) {
        const std::string my_doc = doc_of(ours, name);
        const std::string doc =
            merge_one(name, doc_of(was, name), my_doc, doc_of(other, name), merged.conflicts);
        if (!doc.empty()) {
            merged.rows.push_back({name.first, name.second, doc, 0});
        }
        if (doc != my_doc) {
            merged.changes.push_back({name.first, name.second, doc, 0});
        }
    }
    merged.diagnostics = new_faults(merged.rows, mine, theirs);
    return merged;
}

Finding to_finding(const FieldConflict& conflict)
{
    const bool is_removed =
        conflict.mine.empty() != conflict.theirs.empty() && conflict.pointer.empty();
    const std::string code = is_removed ? "merge.removed" : "merge.conflict";
    return Finding{
        .code = code,
        .severity = Severity::warning,
        .file = io::path_of(conflict.kind, conflict.id),
        .line = 0,
        .column = 0,
        .pointer = conflict.pointer,
        .message = {code,
                    {{"mine", shortened(conflict.mine)}, {"theirs", shortened(conflict.theirs)}}},
        .hint = {code + ".hint", {}},
        .subject = conflict.id};
}

} // namespace dostyk::store
