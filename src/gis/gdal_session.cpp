#include "gis/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <fstream>
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
    bool has_failure = false;
};

namespace {

void CPL_STDCALL keep_message(CPLErr severity, CPLErrorNum /*number*/, const char* message)
{
    auto* state = static_cast<ErrorCapture::State*>(CPLGetErrorHandlerUserData());
    // The first failure is the cause, what follows it is its echo.
    if (!state->has_failure && (severity >= CE_Failure || state->last.empty())) {
        state->last = message;
    }
    state->has_failure = state->has_failure || severity >= CE_Failure;
}

/// Answers every request of GDAL in place of curl, so that none leaves the machine: a GeoJSON may
/// name its CRS by an address, and GDAL would go there.
CPLHTTPResult* refuse_request(const char* /*url*/, CSLConstList /*options*/,
                              GDALProgressFunc /*progress*/, void* /*progress_state*/,
                              CPLHTTPFetchWriteFunc /*write*/, void* /*write_state*/,
                              void* /*state*/)
{
    // A null result would let the next handler, curl, have it.
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("the file points to the network, which is not followed");
    CPLError(CE_Failure, CPLE_NotSupported, "%s", result->pszErrBuf);
    return result;
}

/// Every SQLite file, a GeoPackage among them, begins so.
bool is_sqlite(const fs::path& path)
{
    constexpr std::string_view magic = "SQLite format 3";
    std::array<char, magic.size()> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == magic;
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

bool ErrorCapture::has_failure() const noexcept
{
    return m_state->has_failure;
}

void DatasetCloser::operator()(GDALDataset* dataset) const
{
    GDALClose(dataset);
}

void register_drivers()
{
    static std::once_flag once;
    std::call_once(once, [] {
        CPLHTTPSetFetchCallback(refuse_request, nullptr);
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO"); // nothing beside a file, no .aux.xml either
        // A picture is read once: a small cache of blocks is faster than fresh memory for all.
        CPLSetConfigOption("GDAL_CACHEMAX", "2");
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
    const bool is_immutable = is_sqlite(path) && !has_journal;
    const std::array<const char*, 2> options{is_immutable ? "IMMUTABLE=YES" : nullptr, nullptr};
    Dataset dataset(GDALDataset::Open(
        path.c_str(), GDAL_OF_VECTOR | GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
        nullptr, options.data()));
    if (dataset == nullptr) {
        return Error{
            ErrorCode::unreadable,
            {"error.map_unreadable", {{"file", path.string()}, {"reason", capture.reason()}}},
            {}};
    }
    return dataset;
}

} // namespace dostyk::gis
