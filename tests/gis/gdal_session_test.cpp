#include "gis/gdal_session.hpp"

#include "core/files.hpp"
#include "gis/map_file.hpp"
#include "support/golden.hpp"

#include <arpa/inet.h>
#include <cpl_error.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace dostyk;

namespace {

/// A port of this machine that knows whether somebody knocked.
class Listener {
public:
    Listener() : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof(address);
        auto* any = reinterpret_cast<sockaddr*>(&address);
        REQUIRE(::bind(m_socket, any, length) == 0);
        REQUIRE(::listen(m_socket, 1) == 0);
        REQUIRE(::getsockname(m_socket, any, &length) == 0);
        m_port = ntohs(address.sin_port);
    }
    ~Listener() { ::close(m_socket); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] int port() const noexcept { return m_port; }
    [[nodiscard]] bool has_caller() const
    {
        pollfd poll{m_socket, POLLIN, 0};
        return ::poll(&poll, 1, 0) > 0;
    }

private:
    int m_socket;
    int m_port = 0;
};

} // namespace

TEST_SUITE("gis/gdal_session") {

TEST_CASE("a failed open says why, and prints nothing itself")
{
    const auto file = test::scratch_dir("gdal-session") / "a.gpkg";
    REQUIRE(write_file_atomically(file, "no map"));

    const auto dataset = gis::open_dataset(file);

    REQUIRE_FALSE(dataset);
    CHECK(dataset.error().code == ErrorCode::unreadable);
    CHECK(text_of(dataset.error(), Language::en).find("no reason given") == std::string::npos);
}

TEST_CASE("an address in a file is not followed")
{
    Listener listener;
    const auto file = test::scratch_dir("gdal-network") / "a.geojson";
    REQUIRE(write_file_atomically(
        file,
        fmt::format(R"({{"type":"FeatureCollection","crs":{{"type":"link","properties":)"
                    R"({{"href":"http://127.0.0.1:{}/crs","type":"ogcwkt"}}}},"features":[]}})",
                    listener.port())));

    (void)gis::read_map_file(file);

    CHECK_FALSE(listener.has_caller());
}

TEST_CASE("the first failure is the reason, not its echo")
{
    const gis::ErrorCapture capture;
    CPLError(CE_Warning, CPLE_AppDefined, "a warning");
    CHECK_FALSE(capture.has_failure());
    CPLError(CE_Failure, CPLE_AppDefined, "the cause");
    CPLError(CE_Failure, CPLE_AppDefined, "the echo");

    CHECK(capture.has_failure());
    CHECK(capture.reason() == "the cause");
}

TEST_CASE("without a message the reason says so")
{
    const gis::ErrorCapture capture;
    CHECK(capture.reason() == "no reason given");
}

} // TEST_SUITE
