#include "store/gpkg_schema.hpp"

#include "geo/coordinates.hpp"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstring>
#include <optional>

namespace dostyk::store {

namespace {

/// "GPKG", and version 1.3.0, as the OGC's GeoPackage Encoding Standard 12-128r18 asks.
constexpr std::int64_t application_id = 0x47504B47;

constexpr const char* tables = R"sql(
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

CREATE VIEW sites AS
  SELECT fid, geom, kind, id,
         json_extract(doc, '$.fields.name[0].value.kk') AS name_kk,
         json_extract(doc, '$.fields.name[0].value.ky') AS name_ky,
         json_extract(doc, '$.fields.name[0].value.ru') AS name_ru,
         json_extract(doc, '$.fields.name[0].value.en') AS name_en
  FROM entity WHERE deleted = 0 AND geom IS NOT NULL;
INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
  VALUES ('sites', 'features', 'sites', 4326);
INSERT INTO gpkg_geometry_columns VALUES ('sites', 'geom', 'POINT', 4326, 0, 0);

CREATE TABLE dostyk_store (schema INTEGER NOT NULL);
INSERT INTO dostyk_store VALUES (1);
)sql";

void append_double(std::string& bytes, double number)
{
    std::array<char, sizeof(double)> raw{};
    std::memcpy(raw.data(), &number, sizeof(double));
    bytes.append(raw.data(), raw.size());
}

/// The point of a claim about a place; nothing when it is another place, or none.
std::optional<geo::LonLat> point_of(const nlohmann::json& claim)
{
    const auto value = claim.find("value");
    if (value == claim.end() || !value->is_object()) {
        return std::nullopt;
    }
    const auto type = value->find("type");
    const auto lon = value->find("lon");
    const auto lat = value->find("lat");
    if (type == value->end() || *type != "point" || lon == value->end() || lat == value->end() ||
        !lon->is_number() || !lat->is_number()) {
        return std::nullopt;
    }
    return geo::LonLat{lon->get<double>(), lat->get<double>()};
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
    if (const Status status = database.execute(tables); !status) {
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
    static_assert(std::endian::native == std::endian::little, "the blob says little-endian");
    const nlohmann::json root = nlohmann::json::parse(doc, nullptr, false);
    const nlohmann::json::json_pointer place("/fields/place");
    if (!root.is_object() || !root.contains(place) || !root[place].is_array()) {
        return {};
    }
    std::optional<geo::LonLat> site;
    for (const nlohmann::json& claim : root[place]) {
        const auto point = point_of(claim);
        const bool is_chosen = claim.is_object() && claim.value("chosen", nlohmann::json()) == true;
        if (point && (!site || is_chosen)) {
            site = point;
        }
    }
    if (!site) {
        return {};
    }
    // GeoPackageBinary: magic, version 0, flags (little-endian, no envelope), SRS; then WKB.
    std::string bytes("GP\0\x01\xe6\x10\0\0\x01\x01\0\0\0", 13);
    append_double(bytes, site->lon);
    append_double(bytes, site->lat);
    return bytes;
}

} // namespace dostyk::store
