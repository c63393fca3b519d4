#include "store/personal.hpp"

#include "model/schema.hpp"
#include "store/sha256.hpp"
#include "json/document.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <random>
#include <vector>

namespace dostyk::store {

namespace {

using Json = nlohmann::json;

constexpr const char* table = "CREATE TABLE IF NOT EXISTS personal ("
                              "key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID";

/// Heads the string that stands for claims: those are an array, so nothing is mistaken for it.
constexpr std::string_view reference = "personal:";
/// Key of the row with the table's secret; the others are digits.
constexpr std::string_view secret_key = "secret";

/// Names of all personal fields of all kinds.
const std::vector<std::string>& field_names()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> made;
        for (const model::KindRule& kind : model::kinds()) {
            for (const model::FieldRule& rule : kind.fields) {
                if (rule.is_personal) {
                    made.emplace_back(rule.name);
                }
            }
        }
        return made;
    }();
    return names;
}

/// Most documents have none: that is seen without taking them apart.
bool may_hold(std::string_view doc)
{
    for (const std::string& name : field_names()) {
        if (doc.find('"' + name + '"') != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

/// The personal fields that a document has; empty where it is none.
std::vector<std::string> fields_in(const Json& doc)
{
    std::vector<std::string> found;
    const auto kind_name = doc.is_object() ? doc.find("kind") : doc.end();
    const auto fields = doc.is_object() ? doc.find("fields") : doc.end();
    if (!doc.is_object() || kind_name == doc.end() || !kind_name->is_string() ||
        fields == doc.end() || !fields->is_object()) {
        return found;
    }
    const model::KindRule* kind = model::find_kind(kind_name->get_ref<const std::string&>());
    for (const auto& [name, claims] : fields->items()) {
        const model::FieldRule* rule = kind != nullptr ? model::find_field(*kind, name) : nullptr;
        if (rule != nullptr && rule->is_personal) {
            found.push_back(name);
        }
    }
    return found;
}

/// 32 bytes that nobody can guess, as digits.
std::string random_digits()
{
    constexpr std::size_t words = 8;
    std::random_device device;
    std::string noise;
    for (std::size_t i = 0; i < words; ++i) {
        noise += std::to_string(device()) + " ";
    }
    return sha256_of(noise);
}

} // namespace

bool holds_personal(std::string_view doc)
{
    return may_hold(doc) && !fields_in(Json::parse(doc, nullptr, false)).empty();
}

Result<std::string> PersonalTable::hide(std::string doc)
{
    if (!may_hold(doc)) {
        return doc;
    }
    Json root = Json::parse(doc, nullptr, false);
    const std::vector<std::string> fields = fields_in(root);
    if (fields.empty()) {
        return doc;
    }
    const auto own = secret();
    auto insert = own ? m_database->prepare("INSERT OR IGNORE INTO personal VALUES (?1, ?2)")
                      : Result<Statement>(own.error());
    if (!insert) {
        return insert.error();
    }
    for (const std::string& name : fields) {
        Json& claims = root["fields"][name];
        const std::string value = claims.dump();
        const std::string key = Sha256().add(*own).add(value).finish();
        insert->bind(1, key).bind(2, value);
        if (const Status status = insert->run(); !status) {
            return status.error();
        }
        claims = std::string(reference) + key;
    }
    return json::to_canonical_text(root);
}

Result<std::string> PersonalTable::reveal(std::string stored) const
{
    if (stored.find('"' + std::string(reference)) == std::string::npos) {
        return stored;
    }
    Json root = Json::parse(stored, nullptr, false);
    bool is_changed = false;
    for (const std::string& name : fields_in(root)) {
        Json& place = root["fields"][name];
        if (!place.is_string()) {
            continue;
        }
        const std::string text = place.get<std::string>();
        const auto value = value_of(text.substr(std::min(text.size(), reference.size())));
        if (!value) {
            return value.error();
        }
        Json claims = Json::parse(*value, nullptr, false);
        if (claims.is_array()) {
            place = std::move(claims);
        } else {
            root["fields"].erase(name);
        }
        is_changed = true;
    }
    return is_changed ? json::to_canonical_text(root) : stored;
}

Result<std::string> PersonalTable::find_fault() const
{
    const auto is_there = has_table();
    if (!is_there || !*is_there) {
        return is_there ? Result<std::string>(std::string()) : is_there.error();
    }
    const auto own = value_of(secret_key);
    auto query = m_database->prepare("SELECT key, value FROM personal WHERE key <> ?1");
    if (!own || !query) {
        return own ? query.error() : own.error();
    }
    query->bind(1, secret_key);
    for (;;) {
        const auto has_row = query->step();
        if (!has_row) {
            return has_row.error();
        }
        if (!*has_row) {
            return std::string();
        }
        if (Sha256().add(*own).add(query->text(1)).finish() != query->text(0)) {
            return query->text(0);
        }
    }
}

Result<bool> PersonalTable::has_table() const
{
    const auto count = m_database->number_of(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'personal'");
    if (!count) {
        return count.error();
    }
    return count->value_or(0) > 0;
}

Result<std::string> PersonalTable::secret()
{
    if (const Status status = m_database->execute(table); !status) {
        return status.error();
    }
    auto insert = m_database->prepare("INSERT OR IGNORE INTO personal VALUES (?1, ?2)");
    if (!insert) {
        return insert.error();
    }
    const auto known = value_of(secret_key);
    if (!known || !known->empty()) {
        return known;
    }
    const std::string made = random_digits();
    insert->bind(1, secret_key).bind(2, made);
    if (const Status status = insert->run(); !status) {
        return status.error();
    }
    return made;
}

Result<std::string> PersonalTable::value_of(std::string_view key) const
{
    // A store from which the table was taken away, to be given to others, is read all the same.
    const auto is_there = has_table();
    if (!is_there || !*is_there) {
        return is_there ? Result<std::string>(std::string()) : is_there.error();
    }
    auto query = m_database->prepare("SELECT value FROM personal WHERE key = ?1");
    if (!query) {
        return query.error();
    }
    query->bind(1, key);
    const auto has_row = query->step();
    if (!has_row) {
        return has_row.error();
    }
    return *has_row ? query->text(0) : std::string();
}

} // namespace dostyk::store
