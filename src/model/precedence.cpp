#include "model/precedence.hpp"

#include <utility>

namespace dostyk::model {

namespace {

std::optional<Following> number_of(const Entity& entity, Pack pack)
{
    const Claim* claim = find_claim(entity, "precedence", pack);
    if (claim == nullptr || !std::holds_alternative<double>(claim->value)) {
        return std::nullopt;
    }
    Claim computed;
    computed.value = claim->value;
    computed.sources = claim->sources;
    computed.pack = claim->pack;
    computed.flags = flag::computed;
    computed.restricted = claim->restricted;
    return Following{std::move(computed), entity.id};
}

/// The first in the order of the posts that a field names.
std::optional<Following> first_post(const Project& project, const Entity& entity,
                                    std::string_view field, Pack pack)
{
    std::optional<Following> first;
    const auto* posts = find_value<Refs>(entity, field, pack);
    for (std::size_t i = 0; posts != nullptr && i < posts->ids.size(); ++i) {
        const Entity* post = project.find(posts->ids[i]);
        auto number = post != nullptr && post->kind == "post" && is_in(*post, pack)
                          ? number_of(*post, pack)
                          : std::nullopt;
        if (number && (!first || std::get<double>(number->claim.value) <
                                     std::get<double>(first->claim.value))) {
            first = std::move(number);
        }
    }
    return first;
}

} // namespace

bool is_following(std::string_view kind, std::string_view field) noexcept
{
    return (kind == "delegation" && field == "rank") || (kind == "person" && field == "precedence");
}

std::optional<Following> find_following(const Project& project, const Entity& entity,
                                        std::string_view field, Pack pack)
{
    if (!is_following(entity.kind, field)) {
        return std::nullopt;
    }
    if (entity.kind == "person") {
        return first_post(project, entity, "posts", pack);
    }
    if (auto chosen = first_post(project, entity, "head_post", pack)) {
        return chosen;
    }
    const auto* refs = find_value<Refs>(entity, "head", pack);
    const Entity* head =
        refs != nullptr && !refs->ids.empty() ? project.find(refs->ids.front()) : nullptr;
    if (head == nullptr || !is_in(*head, pack)) {
        return std::nullopt;
    }
    auto by_post = first_post(project, *head, "posts", pack);
    return by_post ? std::move(by_post) : number_of(*head, pack);
}

} // namespace dostyk::model
