#include "store/generate.hpp"

#include "io/documents.hpp"
#include "io/project_json.hpp"
#include "json/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <random>

namespace dostyk::store {

namespace {

using Json = nlohmann::json;

constexpr std::string_view source_id = "measuring";
/// Rows of one step: a million at once would be held in memory whole.
constexpr std::int64_t rows_per_step = 10000;

/// In [0, 1); the standard leaves distributions to each library, the engine it does not.
double share(std::mt19937& random)
{
    return static_cast<double>(random()) / (static_cast<double>(std::mt19937::max()) + 1);
}

std::string entity_text(std::string_view kind, const std::string& id, Json fields)
{
    return json::to_canonical_text({{"fields", std::move(fields)},
                                    {"format", "dostyk-entity"},
                                    {"id", id},
                                    {"kind", kind},
                                    {"pack", "enriched"},
                                    {"version", 1}});
}

Row settings_row()
{
    model::Project project;
    project.id = std::string(source_id);
    for (const Language language : all_languages) {
        project.name[language] = "Measuring";
    }
    return {std::string(io::settings_kind), std::string(io::settings_id),
            io::settings_to_text(project), 0};
}

Row source_row()
{
    const Json fields{{"title", {{{"value", "Made up for measuring"}}}},
                      {"url", {{{"value", "none"}}}}};
    return {"source", std::string(source_id), entity_text("source", std::string(source_id), fields),
            0};
}

Row site_row(std::int64_t number, std::mt19937& random)
{
    const std::string id = fmt::format("site-{:07}", number);
    const auto rounded = [](double degrees) { return std::round(degrees * 1e5) / 1e5; };
    const Json sources = Json::array({source_id});
    const Json name{{"en", fmt::format("Made-up site {}", number)},
                    {"kk", fmt::format("Ойдан шығарылған алаң {}", number)},
                    {"ky", fmt::format("Ойдон чыгарылган аянт {}", number)},
                    {"ru", fmt::format("Вымышленная площадка {}", number)}};
    const Json place{{"lat", rounded(41 + 13 * share(random))},
                     {"lon", rounded(50 + 35 * share(random))},
                     {"precision", "approximate"},
                     {"type", "point"}};
    const Json fields{{"name", {{{"sources", sources}, {"value", name}}}},
                      {"place", {{{"sources", sources}, {"value", place}}}}};
    return {"project", id, entity_text("project", id, fields), 0};
}

} // namespace

Status fill_for_measuring(Store& store, std::int64_t entities, std::uint32_t seed)
{
    std::mt19937 random(seed);
    for (std::int64_t first = 0; first == 0 || first < entities; first += rows_per_step) {
        const auto rev = store.write([&](Rows&) -> Result<Edit> {
            Edit edit{first == 0 ? "begin" : "import", {}};
            if (first == 0) {
                edit.rows = {settings_row(), source_row()};
            }
            for (std::int64_t i = first; i < std::min(first + rows_per_step, entities); ++i) {
                edit.rows.push_back(site_row(i + 1, random));
            }
            return edit;
        });
        if (!rev) {
            return rev.error();
        }
    }
    return ok();
}

} // namespace dostyk::store
