#include "gis/foreign_file.hpp"

#include "gis/gdal_session.hpp"
#include "gis/read_layer.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <iconv.h>
#include <ogrsf_frmts.h>
#include <proj.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <system_error>

// The registration functions of the drivers that a base map has no need of.
extern "C" {
void RegisterOGRXLSX();
void RegisterOGRODS();
void RegisterOGRGPX();
}

namespace dostyk::gis {

namespace fs = std::filesystem;

namespace {

const char* driver_of(ForeignFormat format)
{
    switch (format) {
    case ForeignFormat::xlsx:
        return "XLSX";
    case ForeignFormat::ods:
        return "ODS";
    case ForeignFormat::geojson:
        return "GeoJSON";
    case ForeignFormat::kml:
        return "KML";
    case ForeignFormat::gpx:
        return "GPX";
    case ForeignFormat::gpkg:
        return "GPKG";
    case ForeignFormat::shapefile:
        return "ESRI Shapefile";
    case ForeignFormat::flatgeobuf:
        return "FlatGeobuf";
    }
    return "";
}

bool is_spreadsheet(ForeignFormat format) noexcept
{
    return format == ForeignFormat::xlsx || format == ForeignFormat::ods;
}

/// Formats whose standard says what the coordinates mean.
bool is_always_wgs84(ForeignFormat format) noexcept
{
    return format == ForeignFormat::geojson || format == ForeignFormat::kml ||
           format == ForeignFormat::gpx;
}

/// What may be beside the file is none of the file; what a spreadsheet holds is text until we say
/// what it means.
void set_options()
{
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
    CPLSetConfigOption("GDAL_NUM_THREADS", "1");
    CPLSetConfigOption("OGR_XLSX_HEADERS", "DISABLE");
    CPLSetConfigOption("OGR_XLSX_FIELD_TYPES", "STRING");
    CPLSetConfigOption("OGR_ODS_HEADERS", "DISABLE");
    CPLSetConfigOption("OGR_ODS_FIELD_TYPES", "STRING");
    CPLSetConfigOption("OSR_DEFAULT_AXIS_MAPPING_STRATEGY", "TRADITIONAL_GIS_ORDER");
    CPLSetConfigOption("OGR_SHAPE_ENCODING", nullptr);
    CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
}

/// Character sets of .dbf files: the C library loads a module for each, and unloads it when nobody
/// has it open. So each stays open as long as the process lives.
void load_character_sets()
{
    constexpr std::array names{"CP1251", "CP1252", "CP866", "KOI8-R", "ISO-8859-5", "PT154"};
    // No vector: it would be gone before a leak check at the end looks for what it holds.
    static std::array<iconv_t, names.size()> open_sets{};
    if (open_sets.front() != nullptr) {
        return;
    }
    std::transform(names.begin(), names.end(), open_sets.begin(),
                   [](const char* name) { return ::iconv_open("UTF-8", name); });
}

void load_coordinate_systems()
{
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference zone;
    zone.importFromEPSG(32642);
    OGRCoordinateTransformation::DestroyCT(OGRCreateCoordinateTransformation(&zone, &wgs84));
}

/// SQLite asks the system for random numbers when it first needs some.
void load_random_numbers()
{
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    const Dataset dataset(driver->Create(":memory:", 0, 0, 0, GDT_Unknown, nullptr));
}

Error too_many(const char* key, const fs::path& file, std::size_t most)
{
    return Error{ErrorCode::unsupported,
                 {key, {{"file", file.filename().string()}, {"most", std::to_string(most)}}},
                 {}};
}

Result<Dataset> open_foreign(const ForeignRequest& request)
{
    const ErrorCapture capture;
    const std::array<const char*, 2> drivers{driver_of(request.format), nullptr};
    const bool is_immutable = request.format == ForeignFormat::gpkg;
    const std::array<const char*, 2> options{is_immutable ? "IMMUTABLE=YES" : nullptr, nullptr};
    Dataset dataset(GDALDataset::Open(request.file.c_str(),
                                      GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                      drivers.data(), options.data()));
    if (dataset == nullptr) {
        return Error{ErrorCode::unreadable,
                     {"error.foreign_unreadable",
                      {{"file", request.file.filename().string()}, {"reason", capture.reason()}}},
                     {}};
    }
    return dataset;
}

/// The count that the file itself keeps, where it keeps one.
bool is_said_to_exceed(OGRLayer& source, std::size_t most)
{
    return source.TestCapability(OLCFastFeatureCount) != 0 &&
           source.GetFeatureCount(0) > static_cast<GIntBig>(most);
}

} // namespace

void prepare_foreign_reading()
{
    register_drivers();
    RegisterOGRXLSX();
    RegisterOGRODS();
    RegisterOGRGPX();
    set_options();
    const ErrorCapture capture;
    load_character_sets();
    load_coordinate_systems();
    load_random_numbers();
}

std::vector<fs::path> library_data_folders()
{
    std::vector<fs::path> folders;
    std::error_code error;
    for (const char* name : {"GDAL_DATA", "PROJ_LIB", "PROJ_DATA"}) {
        if (const char* folder = std::getenv(name); folder != nullptr) {
            folders.emplace_back(folder);
        }
    }
    if (const char* found = CPLFindFile("gdal", "gdalvrt.xsd"); found != nullptr) {
        folders.push_back(fs::path(found).parent_path());
    }
    const std::string proj = proj_info().searchpath != nullptr ? proj_info().searchpath : "";
    for (std::size_t at = 0; at <= proj.size();) {
        const std::size_t end = std::min(proj.find(':', at), proj.size());
        folders.emplace_back(proj.substr(at, end - at));
        at = end + 1;
    }
    std::erase_if(folders, [&](const fs::path& folder) {
        return folder.empty() || (!fs::is_regular_file(folder / "proj.db", error) &&
                                  !fs::is_regular_file(folder / "gdalvrt.xsd", error));
    });
    return folders;
}

std::vector<fs::path> companions_of(const fs::path& file, ForeignFormat format)
{
    std::vector<fs::path> found;
    if (format != ForeignFormat::shapefile) {
        return found;
    }
    for (const char* lower : {".shx", ".dbf", ".prj", ".cpg"}) {
        std::string upper = lower;
        std::transform(upper.begin(), upper.end(), upper.begin(), [](char letter) {
            return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        });
        for (const std::string& ending : {std::string(lower), upper}) {
            fs::path beside = file;
            beside.replace_extension(ending);
            std::error_code error;
            if (fs::symlink_status(beside, error).type() == fs::file_type::regular) {
                found.push_back(beside);
                break;
            }
        }
    }
    return found;
}

Result<std::vector<Table>> read_foreign(const ForeignRequest& request)
{
    auto dataset = open_foreign(request);
    if (!dataset) {
        return dataset.error();
    }
    const LayerOptions options{request.crs, is_always_wgs84(request.format), request.limits.rows,
                               request.limits.vertices};
    std::vector<Table> tables;
    for (OGRLayer* source : (*dataset)->GetLayers()) {
        if (is_said_to_exceed(*source, request.limits.rows)) {
            return too_many("error.foreign_rows", request.file, request.limits.rows);
        }
        if (static_cast<std::size_t>(source->GetLayerDefn()->GetFieldCount()) >
            request.limits.columns) {
            return too_many("error.foreign_columns", request.file, request.limits.columns);
        }
        auto read = read_layer(*source, options);
        if (!read) {
            Error error = read.error();
            error.where = request.file.filename().string();
            return error;
        }
        if (read->layer.features.empty()) {
            continue;
        }
        if (!is_spreadsheet(request.format)) {
            // Ids of features begin anywhere; people count rows from one.
            for (std::size_t i = 0; i < read->numbers.size(); ++i) {
                read->numbers[i] = static_cast<std::int64_t>(i) + 1;
            }
        }
        tables.push_back({std::move(read->layer), std::move(read->numbers), read->is_crs_missing});
    }
    return tables;
}

} // namespace dostyk::gis
