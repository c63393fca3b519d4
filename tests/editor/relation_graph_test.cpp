#include "editor/relation_graph.hpp"

#include "io/project_folder.hpp"
#include "support/golden.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace dostyk;
using model::Pack;

namespace {

const model::Project& bundled()
{
    static const model::Project project = [] {
        Diagnostics findings;
        auto read = io::read_project(test::source_root() / "data/kz-kg",
                                     test::source_root() / "data/transport", findings);
        REQUIRE(read);
        return *std::move(read);
    }();
    return project;
}

std::multiset<std::string> said(const std::vector<model::Link>& links)
{
    std::multiset<std::string> texts;
    for (const model::Link& link : links) {
        texts.insert(link.type + (link.is_outgoing ? " > " : " < ") + link.other->id +
                     (link.relation != nullptr ? " by " + link.relation->id : ""));
    }
    return texts;
}

bool has_site(const model::Entity& entity)
{
    const auto* place = find_value<model::Place>(entity, "place", Pack::enriched);
    return place != nullptr && is_located(place->type);
}

/// What is reached within two steps, by model::links_of() alone.
std::set<std::string> reached_from(const model::Entity& entity)
{
    std::set<std::string> reached{entity.id};
    std::set<const model::Entity*> edge{&entity};
    for (int step = 0; step < 2; ++step) {
        std::set<const model::Entity*> next;
        for (const model::Entity* from : edge) {
            for (const model::Link& link : links_of(bundled(), *from, Pack::enriched)) {
                if (link.other->kind != "source" && reached.insert(link.other->id).second) {
                    next.insert(link.other);
                }
            }
        }
        edge = next;
    }
    return reached;
}

} // namespace

TEST_SUITE("editor/relation_graph") {

TEST_CASE("the index has the links that the model finds one by one")
{
    for (const Pack pack : {Pack::strict, Pack::enriched}) {
        const editor::LinkIndex index(bundled(), pack);
        for (const model::Entity& entity : bundled().entities) {
            if (is_in(entity, pack) && entity.kind != "relation") {
                CAPTURE(entity.id);
                CHECK(said(index.links_of(entity.id)) == said(links_of(bundled(), entity, pack)));
            }
        }
    }
}

TEST_CASE("a graph holds what is two steps away, once, and no two stand at one place")
{
    const editor::LinkIndex index(bundled(), Pack::enriched);
    for (const model::Entity& entity : bundled().entities) {
        if (entity.kind != "document" && entity.kind != "meeting") {
            continue;
        }
        CAPTURE(entity.id);
        const auto graph = editor::make_relation_graph(index, entity.id, Pack::enriched);
        std::set<std::string> ids;
        std::set<std::pair<int, double>> places;
        for (const editor::GraphNode& node : graph.nodes) {
            ids.insert(node.entity->id);
            places.emplace(node.step, node.row);
            CHECK(node.row <= graph.rows - 1);
            CHECK(node.has_site == has_site(*node.entity));
        }
        CHECK(ids == reached_from(entity));
        CHECK(places.size() == graph.nodes.size());
    }
}

TEST_CASE("nodes of a step stand apart and in the order of their links")
{
    const editor::LinkIndex index(bundled(), Pack::enriched);
    const auto graph =
        editor::make_relation_graph(index, bundled().entities.front().id, Pack::enriched);
    REQUIRE(graph.nodes.size() > 3);
    for (std::size_t i = 1; i < graph.nodes.size(); ++i) {
        if (graph.nodes[i].step == graph.nodes[i - 1].step) {
            CHECK(graph.nodes[i].row >= graph.nodes[i - 1].row + 1);
        }
    }
    for (const editor::GraphEdge& edge : graph.edges) {
        if (edge.is_branch) {
            CHECK(graph.nodes[edge.to].step == graph.nodes[edge.from].step + 1);
        }
    }
    CHECK(editor::make_relation_graph(index, "no-such-thing", Pack::enriched).nodes.empty());
}

TEST_CASE("every site that a document is linked to is a node of its graph, or it is an orphan")
{
    const editor::LinkIndex index(bundled(), Pack::enriched);
    const auto orphans = editor::documents_without_site(bundled(), index, Pack::enriched);
    std::size_t documents = 0;
    for (const model::Entity& entity : bundled().entities) {
        if (entity.kind != "document") {
            continue;
        }
        CAPTURE(entity.id);
        ++documents;
        const auto reached = reached_from(entity);
        const bool has_any = std::any_of(reached.begin(), reached.end(), [](const auto& id) {
            return has_site(*bundled().find(id));
        });
        const bool is_orphan = std::find(orphans.begin(), orphans.end(), &entity) != orphans.end();
        CHECK(is_orphan != has_any);
    }
    CHECK(documents > 0);
    CHECK(orphans.size() < documents);
}

} // TEST_SUITE
