#include "intake/protocol.hpp"

#include "intake/wire.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace dostyk::intake {

namespace {

constexpr std::uint32_t request_head = 0x31515944; // "DYQ1"
constexpr std::uint32_t answer_head = 0x31525944;  // "DYR1"
constexpr auto last_format = static_cast<std::uint8_t>(Format::geotiff);
constexpr auto last_code = static_cast<std::uint8_t>(ErrorCode::usage);

enum Kind : std::uint8_t { none, whole, number, text, point, lines, polygons };

void put(WireWriter& out, const std::vector<geo::LonLat>& line)
{
    out.put(static_cast<std::uint32_t>(line.size()));
    for (const geo::LonLat at : line) {
        out.put(at.lon);
        out.put(at.lat);
    }
}

void put(WireWriter& out, const geo::Geometry& geometry)
{
    if (const auto* at = std::get_if<geo::LonLat>(&geometry)) {
        out.put<std::uint8_t>(point);
        out.put(at->lon);
        out.put(at->lat);
    } else if (const auto* parts = std::get_if<geo::MultiLineString>(&geometry)) {
        out.put<std::uint8_t>(lines);
        out.put(static_cast<std::uint32_t>(parts->size()));
        for (const geo::LineString& line : *parts) {
            put(out, line);
        }
    } else if (const auto* areas = std::get_if<geo::MultiPolygon>(&geometry)) {
        out.put<std::uint8_t>(polygons);
        out.put(static_cast<std::uint32_t>(areas->size()));
        for (const geo::Polygon& area : *areas) {
            put(out, area.outer);
            out.put(static_cast<std::uint32_t>(area.holes.size()));
            for (const geo::Ring& hole : area.holes) {
                put(out, hole);
            }
        }
    } else {
        out.put<std::uint8_t>(none);
    }
}

void put(WireWriter& out, const geo::Value& value)
{
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        out.put<std::uint8_t>(whole);
        out.put(*integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        out.put<std::uint8_t>(number);
        out.put(*real);
    } else if (const auto* words = std::get_if<std::string>(&value)) {
        out.put<std::uint8_t>(text);
        out.put_text(*words);
    } else {
        out.put<std::uint8_t>(none);
    }
}

void put(WireWriter& out, const Table& table)
{
    out.put_text(table.layer.name);
    out.put<std::uint8_t>(table.is_crs_missing ? 1 : 0);
    out.put(static_cast<std::uint32_t>(table.layer.fields.size()));
    for (const std::string& field : table.layer.fields) {
        out.put_text(field);
    }
    out.put(static_cast<std::uint32_t>(table.layer.features.size()));
    for (std::size_t row = 0; row < table.layer.features.size(); ++row) {
        out.put(table.row_numbers[row]);
        for (const geo::Value& value : table.layer.features[row].attributes) {
            put(out, value);
        }
        put(out, table.layer.features[row].geometry);
    }
}

void put(WireWriter& out, const geo::Raster& picture)
{
    out.put(static_cast<std::uint32_t>(picture.width));
    out.put(static_cast<std::uint32_t>(picture.height));
    for (const geo::WorldPoint corner : {picture.bounds.min, picture.bounds.max}) {
        out.put(corner.x);
        out.put(corner.y);
    }
    out.put_bytes({reinterpret_cast<const char*>(picture.pixels.data()), picture.pixels.size()});
}

void put(WireWriter& out, const Error& error)
{
    out.put(static_cast<std::uint8_t>(error.code));
    out.put_text(error.message.key);
    out.put_text(error.where);
    out.put(static_cast<std::uint32_t>(error.message.values.size()));
    for (const auto& [name, value] : error.message.values) {
        out.put_text(name);
        out.put_text(value);
    }
}

/// Coordinates of a layer without a CRS are anything but infinite.
geo::LonLat get_position(WireReader& in)
{
    const auto lon = in.get<double>();
    const auto lat = in.get<double>();
    if (!std::isfinite(lon) || !std::isfinite(lat)) {
        in.fail();
    }
    return {lon, lat};
}

std::vector<geo::LonLat> get_line(WireReader& in, std::size_t fewest)
{
    std::vector<geo::LonLat> line(in.get_count(2 * sizeof(double)));
    for (geo::LonLat& at : line) {
        at = get_position(in);
    }
    if (line.size() < fewest) {
        in.fail();
    }
    return line;
}

constexpr std::size_t fewest_of_line = 2;
constexpr std::size_t fewest_of_ring = 4;

geo::Polygon get_polygon(WireReader& in)
{
    geo::Polygon polygon;
    polygon.outer = get_line(in, fewest_of_ring);
    polygon.holes.resize(in.get_count(sizeof(std::uint32_t)));
    for (geo::Ring& hole : polygon.holes) {
        hole = get_line(in, fewest_of_ring);
    }
    return polygon;
}

geo::Geometry get_geometry(WireReader& in)
{
    switch (in.get<std::uint8_t>()) {
    case none:
        return std::monostate{};
    case point:
        return get_position(in);
    case lines: {
        geo::MultiLineString made(in.get_count(sizeof(std::uint32_t)));
        for (geo::LineString& line : made) {
            line = get_line(in, fewest_of_line);
        }
        return made;
    }
    case polygons: {
        geo::MultiPolygon made(in.get_count(2 * sizeof(std::uint32_t)));
        for (geo::Polygon& polygon : made) {
            polygon = get_polygon(in);
        }
        return made;
    }
    default:
        in.fail();
        return std::monostate{};
    }
}

geo::Value get_value(WireReader& in)
{
    switch (in.get<std::uint8_t>()) {
    case none:
        return std::monostate{};
    case whole:
        return in.get<std::int64_t>();
    case number: {
        const auto real = in.get<double>();
        // A number that is none says nothing.
        return std::isfinite(real) ? geo::Value(real) : geo::Value(std::monostate{});
    }
    case text:
        return in.get_text();
    default:
        in.fail();
        return std::monostate{};
    }
}

/// Where a layer says in which system it is, the worker gives degrees.
bool is_on_earth(const geo::Geometry& geometry)
{
    constexpr double most_lon = 180.01, most_lat = 90.01; // a hair beyond is rounding
    const geo::LonLatBounds bounds = geo::bounds_of(geometry);
    return bounds.is_empty() || (bounds.min.lon >= -most_lon && bounds.max.lon <= most_lon &&
                                 bounds.min.lat >= -most_lat && bounds.max.lat <= most_lat);
}

Table get_table(WireReader& in)
{
    Table table;
    table.layer.name = in.get_text();
    table.is_crs_missing = in.get<std::uint8_t>() != 0;
    table.layer.fields.resize(in.get_count(sizeof(std::uint32_t)));
    for (std::string& field : table.layer.fields) {
        field = in.get_text();
    }
    const std::size_t smallest_row = sizeof(std::int64_t) + table.layer.fields.size() + 1;
    const std::size_t rows = in.get_count(smallest_row);
    for (std::size_t row = 0; row < rows && in.is_sound(); ++row) {
        table.row_numbers.push_back(in.get<std::int64_t>());
        geo::Feature feature;
        for (std::size_t i = 0; i < table.layer.fields.size(); ++i) {
            feature.attributes.push_back(get_value(in));
        }
        feature.geometry = get_geometry(in);
        if (!table.is_crs_missing && !is_on_earth(feature.geometry)) {
            in.fail();
        }
        table.layer.features.push_back(std::move(feature));
    }
    return table;
}

/// A picture whose pixels are as many as it says, in a place that is one.
geo::Raster get_picture(WireReader& in)
{
    constexpr std::uint32_t most_side = 16'384;
    geo::Raster picture;
    const auto width = in.get<std::uint32_t>();
    const auto height = in.get<std::uint32_t>();
    std::array<double, 4> box{};
    for (double& edge : box) {
        edge = in.get<double>();
    }
    const std::string_view pixels = in.get_bytes();
    const auto is_in_world = [](double edge) { return edge >= -1e-6 && edge <= 1 + 1e-6; };
    const bool is_place =
        std::all_of(box.begin(), box.end(), is_in_world) && box[0] < box[2] && box[1] < box[3];
    const bool is_whole = width > 0 && height > 0 && width <= most_side && height <= most_side &&
                          pixels.size() == std::size_t{4} * width * height;
    if (!is_place || !is_whole) {
        in.fail();
        return picture;
    }
    picture.width = static_cast<int>(width);
    picture.height = static_cast<int>(height);
    picture.bands = 4;
    picture.bounds.add(geo::WorldPoint{box[0], box[1]});
    picture.bounds.add(geo::WorldPoint{box[2], box[3]});
    picture.pixels.assign(pixels.begin(), pixels.end());
    return picture;
}

Error get_error(WireReader& in)
{
    Error error;
    const auto code = in.get<std::uint8_t>();
    error.message.key = in.get_text();
    error.where = in.get_text();
    const std::size_t values = in.get_count(2 * sizeof(std::uint32_t));
    for (std::size_t i = 0; i < values; ++i) {
        std::string name = in.get_text();
        error.message.values.emplace_back(std::move(name), in.get_text());
    }
    if (code > last_code || !has_message(error.message.key)) {
        in.fail();
    } else {
        error.code = static_cast<ErrorCode>(code);
    }
    return error;
}

Error bad_answer()
{
    return Error{ErrorCode::invalid, {"import.bad_answer", {}}, {}};
}

} // namespace

std::string to_bytes(const WorkerRequest& request)
{
    WireWriter out;
    out.put(request_head);
    out.put_text(request.file.string());
    out.put(static_cast<std::uint8_t>(request.format));
    out.put_text(request.crs);
    out.put(static_cast<std::uint64_t>(request.limits.rows));
    out.put(static_cast<std::uint64_t>(request.limits.columns));
    out.put(static_cast<std::uint64_t>(request.limits.vertices));
    return out.take();
}

std::string to_bytes(const WorkerAnswer& answer)
{
    WireWriter out;
    out.put(answer_head);
    const Confinement& confinement = answer.confinement;
    out.put(static_cast<std::uint8_t>((confinement.has_files ? 1 : 0) |
                                      (confinement.has_calls ? 2 : 0) |
                                      (confinement.has_limits ? 4 : 0)));
    out.put<std::uint8_t>(answer.tables ? 1 : 0);
    if (!answer.tables) {
        put(out, answer.tables.error());
        return out.take();
    }
    out.put(static_cast<std::uint32_t>(answer.tables->size()));
    for (const Table& table : *answer.tables) {
        put(out, table);
    }
    out.put<std::uint8_t>(answer.picture.width > 0 ? 1 : 0);
    if (answer.picture.width > 0) {
        put(out, answer.picture);
    }
    return out.take();
}

Result<WorkerRequest> read_request(std::string_view bytes)
{
    WireReader in(bytes);
    if (in.get<std::uint32_t>() != request_head) {
        return bad_answer();
    }
    WorkerRequest request;
    request.file = in.get_text();
    const auto format = in.get<std::uint8_t>();
    request.crs = in.get_text();
    request.limits.rows = in.get<std::uint64_t>();
    request.limits.columns = in.get<std::uint64_t>();
    request.limits.vertices = in.get<std::uint64_t>();
    if (!in.is_at_end() || format > last_format) {
        return bad_answer();
    }
    request.format = static_cast<Format>(format);
    return request;
}

Result<WorkerAnswer> read_answer(std::string_view bytes)
{
    WireReader in(bytes);
    if (in.get<std::uint32_t>() != answer_head) {
        return bad_answer();
    }
    const auto bits = in.get<std::uint8_t>();
    const Confinement confinement{(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0};
    if (in.get<std::uint8_t>() == 0) {
        Error error = get_error(in);
        return in.is_at_end() ? Result(WorkerAnswer{confinement, std::move(error), {}})
                              : Result<WorkerAnswer>(bad_answer());
    }
    std::vector<Table> tables(in.get_count(3 * sizeof(std::uint32_t) + 1));
    for (Table& table : tables) {
        table = get_table(in);
    }
    geo::Raster picture =
        in.get<std::uint8_t>() != 0 && in.is_sound() ? get_picture(in) : geo::Raster{};
    return in.is_at_end() ? Result(WorkerAnswer{confinement, std::move(tables), std::move(picture)})
                          : Result<WorkerAnswer>(bad_answer());
}

} // namespace dostyk::intake
