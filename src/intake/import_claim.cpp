#include "intake/import_claim.hpp"

#include "intake/name_index.hpp"

#include <algorithm>
#include <utility>

namespace dostyk::intake {

namespace {

bool is_imported(const model::Claim& claim)
{
    return claim.sources.size() == 1 && claim.sources.front().starts_with(import_source_head);
}

} // namespace

model::Claim claim_of(model::Value value, const std::string& source)
{
    model::Claim claim;
    claim.value = std::move(value);
    if (!source.empty()) {
        claim.sources = {source};
    }
    claim.pack = model::Pack::enriched;
    return claim;
}

model::Entity source_entity(const ImportSource& from)
{
    constexpr std::size_t hash_letters = 8;
    std::string slug = slug_of(from.file_name);
    model::Entity source;
    source.id = std::string(import_source_head) + (slug.empty() ? "file" : slug);
    if (!from.hash.empty()) {
        source.id += "-" + from.hash.substr(0, hash_letters);
        source.fields["hash"] = {claim_of("sha256:" + from.hash, {})};
    }
    source.kind = "source";
    source.pack = model::Pack::enriched;
    source.fields["title"] = {claim_of(from.file_name, {})};
    source.fields["url"] = {claim_of("file:" + from.file_name, {})};
    source.fields["standing"] = {claim_of(model::Word{"unconfirmed"}, {})};
    if (!from.read.empty()) {
        source.fields["read"] = {claim_of(model::DateText{from.read}, {})};
    }
    return source;
}

model::Value merged(const model::Value& given, const model::Value* present)
{
    const auto* text = std::get_if<Text4>(&given);
    const auto* before = present != nullptr ? std::get_if<Text4>(present) : nullptr;
    if (text == nullptr || before == nullptr) {
        return given;
    }
    Text4 made = *before;
    for (const Language language : all_languages) {
        if (text->has(language)) {
            made[language] = (*text)[language];
        }
    }
    return made;
}

std::vector<model::Claim> with_claim(std::vector<model::Claim> claims, model::Claim made)
{
    const auto imported = std::find_if(claims.begin(), claims.end(), [](const auto& claim) {
        return is_imported(claim) && claim.at.empty();
    });
    made.chosen = claims.size() > (imported != claims.end() ? 1U : 0U);
    for (model::Claim& claim : claims) {
        claim.chosen = claim.chosen && (claim.pack != made.pack || !claim.at.empty());
    }
    if (imported != claims.end()) {
        *imported = std::move(made);
    } else {
        claims.push_back(std::move(made));
    }
    return claims;
}

} // namespace dostyk::intake
