#include "store/gpkg_schema.hpp"

#include "geo/coordinates.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

namespace dostyk::store {

namespace {

/// "GPKG", and version 1.3.0, as the OGC's GeoPackage Encoding Standard 12-128r18 asks.
constexpr std::int64_t application_id = 0x47504B47;

const std::string tables = R"sql(
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', NULL);

CREATE TABLE gpkg_contents (
  table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL REFERENCES gpkg_contents(table_name), column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
  m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));

CREATE TABLE entity (
  fid INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL,
  updated_at TEXT NOT NULL, updated_by TEXT NOT NULL, deleted INTEGER NOT NULL DEFAULT 0,
  geom BLOB, doc TEXT NOT NULL, UNIQUE (kind, id));
CREATE INDEX entity_rev ON entity(rev);

CREATE TABLE step (
  rev INTEGER PRIMARY KEY, command TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
  target INTEGER NOT NULL, below INTEGER NOT NULL, undo_top INTEGER NOT NULL,
  redo_top INTEGER NOT NULL);
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY, rev INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  before TEXT NOT NULL, before_hash TEXT NOT NULL, after_hash TEXT NOT NULL,
  prev_hash TEXT NOT NULL, hash TEXT NOT NULL);
CREATE INDEX change_log_rev ON change_log(rev);
CREATE INDEX change_log_row ON change_log(kind, id, seq);

CREATE TABLE folder_base (
  kind TEXT NOT NULL, id TEXT NOT NULL, doc TEXT NOT NULL, PRIMARY KEY (kind, id));

CREATE TABLE dostyk_store (schema INTEGER NOT NULL);
INSERT INTO dostyk_store VALUES (1);
)sql";

/// A layer of the places that have one type of geometry: a GeoPackage's layer holds one alone. The
/// type is a byte of the blob, since no SQL function of SQLite reads one.
constexpr const char* layer_of_places = R"sql(
CREATE VIEW {layer} AS
  SELECT fid, geom, kind, id,
         json_extract(doc, '$.fields.name[0].value.kk') AS name_kk,
         json_extract(doc, '$.fields.name[0].value.ky') AS name_ky,
         json_extract(doc, '$.fields.name[0].value.ru') AS name_ru,
         json_extract(doc, '$.fields.name[0].value.en') AS name_en
  FROM entity WHERE deleted = 0 AND geom IS NOT NULL AND hex(substr(geom, 10, 1)) = '{code}';
INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
  VALUES ('{layer}', 'features', '{layer}', 4326);
INSERT INTO gpkg_geometry_columns VALUES ('{layer}', 'geom', '{type}', 4326, 0, 0);
)sql";

/// WKB's numbers of the types.
enum class WkbType : std::uint8_t { point = 1, line_string = 2, polygon = 3 };

struct PlaceLayer {
    std::string_view name;
    std::string_view type;
    WkbType code;
};

constexpr std::array<PlaceLayer, 3> place_layers{
    {{"sites", "POINT", WkbType::point},
     {"site_lines", "LINESTRING", WkbType::line_string},
     {"site_areas", "POLYGON", WkbType::polygon}}};

std::string layers_sql()
{
    std::string sql;
    for (const PlaceLayer& layer : place_layers) {
        std::string part = layer_of_places;
        const std::array<std::pair<std::string_view, std::string>, 3> values{
            {{"{layer}", std::string(layer.name)},
             {"{type}", std::string(layer.type)},
             {"{code}", "0" + std::to_string(static_cast<int>(layer.code))}}};
        for (const auto& [name, value] : values) {
            for (auto at = part.find(name); at != std::string::npos; at = part.find(name)) {
                part.replace(at, name.size(), value);
            }
        }
        sql += part;
    }
    return sql;
}

template <typename Number>
void append_number(std::string& bytes, Number number)
{
    static_assert(std::endian::native == std::endian::little, "the blob says little-endian");
    std::array<char, sizeof(Number)> raw{};
    std::memcpy(raw.data(), &number, sizeof(Number));
    bytes.append(raw.data(), raw.size());
}

/// A place as it goes into a layer.
struct Site {
    WkbType type = WkbType::point;
    std::vector<geo::LonLat> vertices;
};

std::optional<geo::LonLat> position_of(const nlohmann::json& lon, const nlohmann::json& lat)
{
    if (!lon.is_number() || !lat.is_number()) {
        return std::nullopt;
    }
    return geo::LonLat{lon.get<double>(), lat.get<double>()};
}

/// Vertices of a line or a polygon; nothing when it has too few of them.
std::optional<Site> shape_of(const nlohmann::json& place, WkbType type)
{
    const auto coordinates = place.find("coordinates");
    if (coordinates == place.end() || !coordinates->is_array()) {
        return std::nullopt;
    }
    Site site{type, {}};
    for (const nlohmann::json& vertex : *coordinates) {
        const bool is_pair = vertex.is_array() && vertex.size() == 2;
        const auto at = is_pair ? position_of(vertex[0], vertex[1]) : std::nullopt;
        if (!at) {
            return std::nullopt;
        }
        site.vertices.push_back(*at);
    }
    const std::size_t fewest = type == WkbType::polygon ? 3 : 2;
    return site.vertices.size() >= fewest ? std::optional(site) : std::nullopt;
}

/// The site of a claim about a place; nothing when it is another place, or none.
std::optional<Site> site_of(const nlohmann::json& claim)
{
    const auto place = claim.find("value");
    if (place == claim.end() || !place->is_object()) {
        return std::nullopt;
    }
    const auto type = place->find("type");
    if (type == place->end()) {
        return std::nullopt;
    }
    if (*type == "line") {
        return shape_of(*place, WkbType::line_string);
    }
    if (*type == "polygon") {
        return shape_of(*place, WkbType::polygon);
    }
    if (*type != "point" || !place->contains("lon") || !place->contains("lat")) {
        return std::nullopt;
    }
    const auto at = position_of(place->at("lon"), place->at("lat"));
    return at ? std::optional(Site{WkbType::point, {*at}}) : std::nullopt;
}

/// GeoPackageBinary: magic, version 0, flags (little-endian, no envelope), SRS; then WKB.
std::string blob_of(Site site)
{
    std::string bytes("GP\0\x01\xe6\x10\0\0\x01", 9);
    append_number(bytes, static_cast<std::uint32_t>(site.type));
    if (site.type == WkbType::polygon) {
        append_number(bytes, std::uint32_t{1}); // one ring, closed
        site.vertices.push_back(site.vertices.front());
    }
    if (site.type != WkbType::point) {
        append_number(bytes, static_cast<std::uint32_t>(site.vertices.size()));
    }
    for (const geo::LonLat& vertex : site.vertices) {
        append_number(bytes, vertex.lon);
        append_number(bytes, vertex.lat);
    }
    return bytes;
}

} // namespace

Status create_tables(Database& database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction) {
        return transaction.error();
    }
    // Another process may have made them while this one waited for the lock.
    const auto blank = is_blank(database);
    if (!blank) {
        return blank.error();
    }
    if (!*blank) {
        return ok();
    }
    if (const Status status = database.execute((tables + layers_sql()).c_str()); !status) {
        return status.error();
    }
    return transaction->commit();
}

Result<bool> is_blank(const Database& database)
{
    const auto tables_there = database.number_of("SELECT count(*) FROM sqlite_master");
    const auto application = database.number_of("PRAGMA application_id");
    if (!tables_there || !application) {
        return tables_there ? application.error() : tables_there.error();
    }
    return tables_there->value_or(0) == 0 && application->value_or(0) == 0;
}

Status check_tables(Database& database, const std::filesystem::path& file)
{
    const auto id = database.number_of("PRAGMA application_id");
    const auto is_ours = database.number_of(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'dostyk_store'");
    if (!id || !is_ours) {
        return id ? is_ours.error() : id.error();
    }
    const Message no_store{"error.no_store", {{"file", file.string()}}};
    if (id->value_or(0) != application_id || is_ours->value_or(0) == 0) {
        return Error{ErrorCode::unsupported, no_store, {}};
    }
    const auto version = database.number_of("SELECT schema FROM dostyk_store");
    if (!version) {
        return version.error();
    }
    if (version->value_or(0) != schema_version) {
        return Error{ErrorCode::unsupported, {"error.store_newer", {{"file", file.string()}}}, {}};
    }
    return ok();
}

std::string geometry_of(std::string_view doc)
{
    const nlohmann::json root = nlohmann::json::parse(doc, nullptr, false);
    const nlohmann::json::json_pointer place("/fields/place");
    if (!root.is_object() || !root.contains(place) || !root[place].is_array()) {
        return {};
    }
    std::optional<Site> site;
    for (const nlohmann::json& claim : root[place]) {
        auto found = site_of(claim);
        const bool is_chosen = claim.is_object() && claim.value("chosen", nlohmann::json()) == true;
        if (found && (!site || is_chosen)) {
            site = std::move(found);
        }
    }
    return site ? blob_of(*std::move(site)) : std::string();
}

} // namespace dostyk::store
