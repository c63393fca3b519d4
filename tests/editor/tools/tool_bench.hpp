/// \file
/// A small map and project on which tools are tried, without a window.

#pragma once

#include "editor/tools/toolbox.hpp"
#include "geo/mercator.hpp"
#include "io/documents.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace dostyk::test {

/// Two units on each side of the border at 43° N, one town, and documents that commands change.
class ToolBench : public store::Rows {
public:
    ToolBench()
    {
        put("project", "site", R"({"type": "point", "lon": 74, "lat": 44, "precision": "exact"})");
        put("project", "way", R"({"type": "line", "precision": "approximate",
            "coordinates": [[73, 44.2], [74, 44.5], [75, 44.2]]})");
        put("project", "field", R"({"type": "polygon", "precision": "exact",
            "coordinates": [[75.5, 43.5], [76.5, 43.5], [76.5, 44.5], [75.5, 44.5]]})");
        put("project", "somewhere", R"({"type": "area", "units": ["KG-1"]})");
        put("crossing", "gate",
            R"({"type": "point", "lon": 74.5, "lat": 43, "precision": "exact"})");
        map = make_map();
        read();
    }

    Result<store::Row> find(std::string_view kind, std::string_view id) override
    {
        const auto found = docs.find({std::string(kind), std::string(id)});
        return store::Row{std::string(kind), std::string(id),
                          found != docs.end() ? found->second : std::string(), 0};
    }

    [[nodiscard]] editor::ToolView view()
    {
        editor::ToolView seen{*project, *map, *lookup, camera, {1000, 800}};
        seen.selected = project->find(selected);
        seen.pack = pack;
        seen.pick = [this](geo::ScreenPoint at) { return pick(at); };
        return seen;
    }

    /// Carry out what came of an event, as the workspace does.
    const editor::ToolResult& apply(editor::ToolResult result)
    {
        if (result.select) {
            selected = *result.select;
        }
        if (result.command) {
            const auto edit = editor::edit_of(*result.command, *this);
            REQUIRE(edit);
            for (const store::Row& row : edit->rows) {
                docs[{row.kind, row.id}] = row.doc;
            }
            ++commands;
            read();
        }
        last = std::move(result);
        return last;
    }

    [[nodiscard]] geo::ScreenPoint px(double lon, double lat) const
    {
        return scene::to_screen(camera, {1000, 800}, geo::to_world({lon, lat}));
    }
    [[nodiscard]] editor::ToolPointer at(double lon, double lat, bool shift = false) const
    {
        return {px(lon, lat), shift, false};
    }

    void choose(editor::ToolId id) { apply(box.choose(id, view())); }
    void select(const std::string& id)
    {
        selected = id;
        apply(box.selection_changed(view()));
    }
    void click(double lon, double lat, bool shift = false)
    {
        box.move(at(lon, lat, shift), view());
        apply(box.click(at(lon, lat, shift), view()));
    }
    /// Press, move in three steps, release.
    bool drag(editor::ToolPointer from, editor::ToolPointer to)
    {
        box.move(from, view());
        if (!box.press(from, view())) {
            return false;
        }
        for (const float share : {0.3F, 0.7F, 1.0F}) {
            editor::ToolPointer now = to;
            now.at = {from.at.x + share * (to.at.x - from.at.x),
                      from.at.y + share * (to.at.y - from.at.y)};
            box.move(now, view());
        }
        apply(box.release(to, view()));
        return true;
    }
    void key(editor::Key key, bool ctrl = false, bool shift = false)
    {
        auto done = box.key({key, ctrl, shift, false}, view());
        is_key_used = done.is_used;
        apply(std::move(done.result));
    }
    void type(std::string_view text)
    {
        for (const char letter : text) {
            CHECK(box.type(static_cast<char32_t>(letter)));
        }
    }

    /// The place that an entity shows.
    [[nodiscard]] const model::Place& place(const std::string& id) const
    {
        const model::Entity* entity = project->find(id);
        REQUIRE(entity != nullptr);
        const auto* found =
            model::find_value<model::Place>(*entity, "place", model::Pack::enriched);
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] std::string notice() const { return last.notice ? last.notice->key : ""; }

    std::map<std::pair<std::string, std::string>, std::string> docs;
    std::shared_ptr<const model::Project> project;
    std::shared_ptr<const geo::MapData> map;
    std::unique_ptr<editor::MapLookup> lookup;
    editor::Toolbox box;
    scene::Camera camera{geo::to_world({74.5, 43.8}), 6.5};
    std::string selected;
    model::Pack pack = model::Pack::enriched;
    editor::ToolResult last;
    int commands = 0;
    bool is_key_used = false;

private:
    void put(const std::string& kind, const std::string& id, const std::string& place)
    {
        const std::string name = R"({"kk": ")" + id + R"(", "ky": ")" + id + R"(", "ru": ")" + id +
                                 R"(", "en": ")" + id + R"("})";
        const std::string text = R"({"format": "dostyk-entity", "version": 1, "pack": "enriched",
            "kind": ")" + kind + R"(", "id": ")" +
                                 id + R"(", "fields": {
            "name": [{"sources": ["paper"], "value": )" +
                                 name + R"(}],
            "place": [{"sources": ["paper"], "value": )" +
                                 place + "}]}}";
        Diagnostics diagnostics;
        const auto canonical = io::canonical_document({kind, id, text}, diagnostics);
        REQUIRE(canonical);
        docs[{kind, id}] = *canonical;
    }

    void read()
    {
        std::vector<io::DocumentText> texts;
        for (const auto& [name, text] : docs) {
            texts.push_back({name.first, name.second, text});
        }
        Diagnostics diagnostics;
        auto made = io::project_of(texts, diagnostics);
        for (const auto& [from, to] : {std::pair{"a", "b"}, {"b", "c"}}) {
            const double lon = from[0] == 'a' ? 73 : 74;
            model::TransportEdge edge;
            edge.id = std::string(from) + to;
            edge.from = from;
            edge.to = to;
            edge.path = {{lon, 43.5}, {lon + 1, 43.5}};
            edge.status = "open";
            edge.length_km = 90;
            edge.speed_kmh = 60;
            made.transport.edges.push_back(edge);
        }
        project = std::make_shared<const model::Project>(std::move(made));
        if (lookup == nullptr) {
            lookup = std::make_unique<editor::MapLookup>(project, map, pack);
        }
        lookup->set_project(project, pack);
    }

    static std::shared_ptr<const geo::MapData> make_map()
    {
        auto made = std::make_shared<geo::MapData>();
        geo::Layer places{"places", {"name_kk", "name_ky", "name_ru", "name_en"}, {}};
        const std::string town = "Town";
        places.features.push_back({geo::LonLat{73.5, 43.5}, {town, town, town, town}});
        geo::Layer regions{"regions", {"iso", "country", "valid_to", "name_en"}, {}};
        const auto add = [&](const std::string& iso, double west, double south) {
            const geo::Ring ring{{west, south},
                                 {west + 2, south},
                                 {west + 2, south + 2},
                                 {west, south + 2},
                                 {west, south}};
            regions.features.push_back({geo::MultiPolygon{{ring, {}}},
                                        {iso, iso.substr(0, 2), std::string(), "Unit " + iso}});
        };
        add("KZ-1", 72, 43);
        add("KZ-2", 74, 43);
        add("KG-1", 72, 41);
        add("KG-2", 74, 41);
        made->layers = {places, regions};
        return made;
    }

    /// The point of an entity, or a vertex of it, within 12 pixels.
    [[nodiscard]] std::string pick(geo::ScreenPoint at) const
    {
        for (const model::Entity& entity : project->entities) {
            const auto* found = model::find_value<model::Place>(entity, "place", pack);
            auto vertices = found != nullptr ? found->vertices : std::vector<geo::LonLat>{};
            if (found != nullptr && found->type == model::PlaceType::point) {
                vertices.push_back(found->at);
            }
            for (const geo::LonLat& vertex : vertices) {
                const geo::ScreenPoint there = px(vertex.lon, vertex.lat);
                if (std::abs(there.x - at.x) < 12 && std::abs(there.y - at.y) < 12) {
                    return entity.id;
                }
            }
        }
        return {};
    }
};

} // namespace dostyk::test
