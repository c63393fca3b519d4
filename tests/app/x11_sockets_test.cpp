#include "app/x11_sockets.hpp"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstring>
#include <string>

using namespace dostyk;

TEST_SUITE("app/x11_sockets") {

TEST_CASE("only a connection to an X server's socket is waited on, and it wakes the sleep")
{
    const std::string folder = "/tmp/dostyk-test-" + std::to_string(::getpid()) + "/.X11-unix";
    REQUIRE(std::system(("mkdir -p " + folder).c_str()) == 0);
    const std::string path = folder + "/X99";
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof(address.sun_path) - 1);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(::bind(server, generic, sizeof(address)) == 0);
    REQUIRE(::listen(server, 1) == 0);
    const app::XSockets without;
    const int client = ::socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(::connect(client, generic, sizeof(address)) == 0);
    const int accepted = ::accept(server, nullptr, nullptr);

    const app::XSockets sockets;
    CHECK(without.is_empty());
    CHECK_FALSE(sockets.is_empty());
    REQUIRE(::write(accepted, "x", 1) == 1);
    const auto start = std::chrono::steady_clock::now();
    sockets.wait(60000);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));

    char letter = 0;
    REQUIRE(::read(client, &letter, 1) == 1);
    REQUIRE(::write(accepted, "x", 1) == 1);
    const auto second_start = std::chrono::steady_clock::now();
    without.wait(60000, std::array{-1, client});
    CHECK(std::chrono::steady_clock::now() - second_start < std::chrono::seconds(30));

    for (const int descriptor : {client, accepted, server}) {
        ::close(descriptor);
    }
    CHECK(std::system(("rm -r " + folder.substr(0, folder.rfind('/'))).c_str()) == 0);
}

} // TEST_SUITE
