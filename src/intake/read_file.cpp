#include "intake/read_file.hpp"

#include "core/files.hpp"
#include "gis/foreign_raster.hpp"
#include "intake/archive.hpp"
#include "intake/csv.hpp"
#include "intake/dialect.hpp"
#include "intake/frab.hpp"
#include "intake/ics.hpp"
#include "intake/kml_fields.hpp"
#include "intake/wire.hpp"
#include "intake/xml_judge.hpp"

#include <fstream>
#include <string>
#include <system_error>

namespace dostyk::intake {

namespace {

gis::ForeignFormat to_gis(Format format)
{
    switch (format) {
    case Format::xlsx:
        return gis::ForeignFormat::xlsx;
    case Format::ods:
        return gis::ForeignFormat::ods;
    case Format::kml:
        return gis::ForeignFormat::kml;
    case Format::gpx:
        return gis::ForeignFormat::gpx;
    case Format::gpkg:
        return gis::ForeignFormat::gpkg;
    case Format::shapefile:
        return gis::ForeignFormat::shapefile;
    case Format::flatgeobuf:
        return gis::ForeignFormat::flatgeobuf;
    default:
        return gis::ForeignFormat::geojson;
    }
}

Status judge(const WorkerRequest& request)
{
    switch (request.format) {
    case Format::xlsx:
    case Format::ods:
        return judge_archive(request.file, request.limits.rows);
    case Format::kml:
    case Format::gpx:
    case Format::schedule:
        return judge_xml(request.file);
    default:
        return ok();
    }
}

/// A library may give letters of any code page; those that are Cyrillic ones are mended.
Status mend_texts(Table& table, const std::filesystem::path& file)
{
    const auto mend = [](std::string& text) {
        if (is_utf8(text)) {
            return true;
        }
        auto decoded = decode(text);
        text = decoded ? std::move(decoded->text) : std::string();
        return decoded.has_value();
    };
    bool is_good = mend(table.layer.name);
    for (std::string& field : table.layer.fields) {
        is_good = mend(field) && is_good;
    }
    for (geo::Feature& row : table.layer.features) {
        for (geo::Value& value : row.attributes) {
            auto* text = std::get_if<std::string>(&value);
            is_good = (text == nullptr || mend(*text)) && is_good;
        }
    }
    return is_good ? ok()
                   : Status(Error{ErrorCode::unreadable,
                                  {"import.no_text", {{"file", file.filename().string()}}},
                                  {}});
}

/// Texts are read whole; more than this is no table for people. [bytes]
constexpr std::uintmax_t largest_text = std::uintmax_t{128} << 20;

Result<std::string> read_text(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (!error && size > largest_text) {
        return Error{
            ErrorCode::unsupported,
            {"import.too_large",
             {{"file", file.filename().string()}, {"most", std::to_string(largest_text >> 20)}}},
            {}};
    }
    return read_file(file);
}

/// True for a file that ends as GeoJSON does and is a schedule.
bool is_schedule_json(const WorkerRequest& request)
{
    if (request.format != Format::geojson) {
        return false;
    }
    std::string head(frab_head, '\0');
    std::ifstream in(request.file, std::ios::binary);
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return is_frab_json(std::string_view(head).substr(0, static_cast<std::size_t>(in.gcount())));
}

/// The tables of a format that has a reader of our own.
Result<std::vector<Table>> read_text_tables(const std::string& text, const WorkerRequest& request)
{
    if (request.format == Format::csv) {
        return read_csv(text, request.file, request.limits);
    }
    if (request.format == Format::ics) {
        return read_ics(text, request.file, request.limits);
    }
    auto table = request.format == Format::schedule
                     ? read_frab_xml(text, request.file, request.limits)
                     : read_frab_json(text, request.file, request.limits);
    if (!table) {
        return table.error();
    }
    return std::vector<Table>{*std::move(table)};
}

} // namespace

void prepare_reading()
{
    gis::prepare_foreign_reading();
    gis::prepare_raster_reading();
    prepare_ics();
}

Result<std::vector<Table>> read_tables(const WorkerRequest& request)
{
    if (const Status status = judge(request); !status) {
        return status.error();
    }
    if (request.format == Format::csv || request.format == Format::ics ||
        request.format == Format::schedule || is_schedule_json(request)) {
        const auto text = read_text(request.file);
        return text ? read_text_tables(*text, request) : text.error();
    }
    auto tables =
        gis::read_foreign({request.file, to_gis(request.format), request.crs, request.limits});
    if (tables) {
        if (request.format == Format::kml) {
            add_kml_fields(request.file, request.limits.columns, *tables);
        }
        for (Table& table : *tables) {
            if (Status status = mend_texts(table, request.file); !status) {
                return status.error();
            }
        }
    }
    return tables;
}

Result<geo::Raster> read_picture(const WorkerRequest& request)
{
    return gis::read_foreign_raster({request.file, request.crs, {}});
}

} // namespace dostyk::intake
