#include "gis/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>

#include <algorithm>
#include <mutex>
#include <system_error>

// The registration functions of OGR's drivers; ogrsf_frmts.h declares them among much else.
extern "C" {
void RegisterOGRGeoPackage();
void RegisterOGRGeoJSON();
void RegisterOGRShape();
void RegisterOGRFlatGeobuf();
void RegisterOGRKML();
}

namespace dostyk::gis {

namespace fs = std::filesystem;

struct ErrorCapture::State {
    std::string last;
};

namespace {

void CPL_STDCALL keep_message(CPLErr severity, CPLErrorNum /*number*/, const char* message)
{
    auto* state = static_cast<ErrorCapture::State*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Failure || state->last.empty()) {
        state->last = message;
    }
}

} // namespace

ErrorCapture::ErrorCapture() : m_state(std::make_unique<State>())
{
    CPLPushErrorHandlerEx(keep_message, m_state.get());
}

ErrorCapture::~ErrorCapture()
{
    CPLPopErrorHandler();
}

std::string ErrorCapture::reason() const
{
    std::string text = m_state->last.empty() ? "no reason given" : m_state->last;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

void DatasetCloser::operator()(GDALDataset* dataset) const
{
    GDALClose(dataset);
}

void register_drivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        // A GeoJSON may name its CRS by an address: it must not be followed.
        CPLSetConfigOption("GDAL_HTTP_MAX_RETRY", "0");
        CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none");
        CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "200");
        RegisterOGRGeoPackage();
        RegisterOGRGeoJSON();
        RegisterOGRShape();
        RegisterOGRFlatGeobuf();
        RegisterOGRKML();
        GDALRegister_PNG(); // GeoPackage's raster tiles are pictures of these three
        GDALRegister_JPEG();
        GDALRegister_WEBP();
        GDALRegister_MEM();
    });
}

Result<Dataset> open_dataset(const fs::path& path)
{
    std::error_code error;
    if (!fs::exists(path, error)) {
        return Error{ErrorCode::not_found, {"error.map_missing", {{"file", path.string()}}}, {}};
    }
    register_drivers();
    const ErrorCapture capture;
    // A GeoPackage that nobody writes to is opened without locks and journals: nothing appears
    // beside it, and it opens on a read-only medium.
    const bool has_journal = fs::exists(path.string() + "-wal", error);
    const bool is_geopackage = path.extension() == ".gpkg";
    const char* const options[] = {is_geopackage && !has_journal ? "IMMUTABLE=YES" : nullptr,
                                   nullptr};
    Dataset dataset(GDALDataset::Open(
        path.c_str(), GDAL_OF_VECTOR | GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
        nullptr, options[0] != nullptr ? options : nullptr));
    if (dataset == nullptr) {
        return Error{
            ErrorCode::unreadable,
            {"error.map_unreadable", {{"file", path.string()}, {"reason", capture.reason()}}},
            {}};
    }
    return dataset;
}

} // namespace dostyk::gis
