#include "gis/map_file.hpp"

#include "gis/gdal_session.hpp"
#include "gis/read_layer.hpp"
#include "gis/read_raster.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <string_view>

namespace dostyk::gis {

namespace fs = std::filesystem;

namespace {

struct LayerContract {
    std::string_view layer;
    std::vector<std::string_view> fields; ///< beside the four names
};

/// What maps/README.md promises, as far as the program needs it.
const std::vector<LayerContract>& base_map_contract()
{
    static const std::vector<LayerContract> contract{
        {"countries", {"iso"}},
        {"regions", {"iso", "country", "kind", "centre", "valid_from", "valid_to", "source"}},
        {"lakes", {"id", "rank"}},
        {"rivers", {"id", "rank"}},
        {"places", {"id", "country", "kind", "population", "rank", "aliases", "derived"}},
        {"airports", {"id", "iata"}},
        {"roads", {"id", "ref", "class", "corridor", "status"}},
        {"railways", {"id", "class", "corridor", "status"}},
        {"crossings", {"id", "mode", "confirmed"}},
        {"ranges", {"id", "rank"}},
    };
    return contract;
}

std::string missing_part(const geo::MapData& map)
{
    for (const LayerContract& contract : base_map_contract()) {
        const geo::Layer* layer = map.find_layer(contract.layer);
        if (layer == nullptr) {
            return std::string(contract.layer);
        }
        std::vector<std::string_view> fields = contract.fields;
        fields.insert(fields.end(), {"name_kk", "name_ky", "name_ru", "name_en"});
        for (const std::string_view field : fields) {
            if (layer->find_field(field) < 0) {
                return std::string(contract.layer) + '.' + std::string(field);
            }
        }
    }
    return {};
}

} // namespace

Result<geo::MapData> read_map_file(const fs::path& path)
{
    auto dataset = open_dataset(path);
    if (!dataset) {
        return dataset.error();
    }
    const ErrorCapture capture;
    geo::MapData map;
    for (OGRLayer* source : (*dataset)->GetLayers()) {
        auto layer = read_layer(*source);
        if (!layer) {
            Error error = layer.error();
            error.where = path.string();
            return error;
        }
        map.layers.push_back(std::move(*layer));
    }
    if (map.layers.empty()) {
        return Error{
            ErrorCode::unsupported, {"error.map_no_layers", {{"file", path.string()}}}, {}};
    }
    map.relief = read_raster(**dataset);
    return map;
}

Result<geo::MapData> read_base_map(const fs::path& path)
{
    auto map = read_map_file(path);
    if (!map) {
        return map;
    }
    if (const std::string part = missing_part(*map); !part.empty()) {
        return Error{ErrorCode::unsupported,
                     {"error.map_foreign", {{"file", path.string()}, {"part", part}}},
                     {}};
    }
    return map;
}

} // namespace dostyk::gis
