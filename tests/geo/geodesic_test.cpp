#include "geo/geodesic.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <numbers>

using namespace dostyk;

namespace {

/// Vincenty's inverse formula (1975), written independently of what is tested.
double vincenty_m(geo::LonLat from, geo::LonLat to)
{
    constexpr double rad = std::numbers::pi / 180;
    constexpr double a = 6378137.0;
    constexpr double f = 1 / 298.257223563;
    constexpr double b = a * (1 - f);
    const double u1 = std::atan((1 - f) * std::tan(from.lat * rad));
    const double u2 = std::atan((1 - f) * std::tan(to.lat * rad));
    const double l = (to.lon - from.lon) * rad;
    double lambda = l;
    double sin_sigma = 0, cos_sigma = 0, sigma = 0, cos2_alpha = 0, cos_2m = 0;
    for (int i = 0; i < 100; ++i) {
        const double s = std::cos(u2) * std::sin(lambda);
        const double t =
            std::cos(u1) * std::sin(u2) - std::sin(u1) * std::cos(u2) * std::cos(lambda);
        sin_sigma = std::hypot(s, t);
        cos_sigma = std::sin(u1) * std::sin(u2) + std::cos(u1) * std::cos(u2) * std::cos(lambda);
        sigma = std::atan2(sin_sigma, cos_sigma);
        const double sin_alpha = std::cos(u1) * std::cos(u2) * std::sin(lambda) / sin_sigma;
        cos2_alpha = 1 - sin_alpha * sin_alpha;
        cos_2m = cos_sigma - 2 * std::sin(u1) * std::sin(u2) / cos2_alpha;
        const double c = f / 16 * cos2_alpha * (4 + f * (4 - 3 * cos2_alpha));
        const double next =
            l + (1 - c) * f * sin_alpha *
                    (sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m * cos_2m - 1)));
        if (std::abs(next - lambda) < 1e-13) {
            break;
        }
        lambda = next;
    }
    const double uu = cos2_alpha * (a * a - b * b) / (b * b);
    const double big_a = 1 + uu / 16384 * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
    const double big_b = uu / 1024 * (256 + uu * (-128 + uu * (74 - 47 * uu)));
    const double delta = big_b * sin_sigma *
                         (cos_2m + big_b / 4 *
                                       (cos_sigma * (2 * cos_2m * cos_2m - 1) -
                                        big_b / 6 * cos_2m * (4 * sin_sigma * sin_sigma - 3) *
                                            (4 * cos_2m * cos_2m - 3)));
    return b * big_a * (sigma - delta);
}

constexpr std::array<geo::LonLat, 8> cities{{{71.43, 51.13},
                                             {74.59, 42.87},
                                             {76.93, 43.24},
                                             {69.60, 42.32},
                                             {72.80, 40.53},
                                             {51.17, 43.65},
                                             {82.61, 49.95},
                                             {78.39, 42.49}}};

} // namespace

TEST_SUITE("geo/geodesic") {

TEST_CASE("28 pairs of cities agree with Vincenty to a thousandth of a percent")
{
    for (std::size_t i = 0; i < cities.size(); ++i) {
        for (std::size_t j = i + 1; j < cities.size(); ++j) {
            CAPTURE(i);
            CAPTURE(j);
            const double reference = vincenty_m(cities[i], cities[j]);
            CHECK(geo::distance_m(cities[i], cities[j]) ==
                  doctest::Approx(reference).epsilon(1e-5));
        }
    }
}

TEST_CASE("going there and measuring gives the distance back")
{
    const geo::LonLat osh{72.80, 40.53};
    CHECK(geo::distance_m(osh, geo::destination(osh, 37, 4000)) == doctest::Approx(4000));
    CHECK(geo::destination(osh, 0, 1000).lat > osh.lat);
}

TEST_CASE("a path starts and ends where it should, and its length is the distance")
{
    const auto path = geo::geodesic_path(cities[0], cities[4], 33);

    REQUIRE(path.size() == 33);
    CHECK(path.front().lon == doctest::Approx(cities[0].lon));
    CHECK(path.back().lat == doctest::Approx(cities[4].lat));
    CHECK(geo::length_km(path) * 1000 == doctest::Approx(geo::distance_m(cities[0], cities[4])));
    CHECK(geo::length_km(geo::LineString{cities[0]}) == 0);
}

} // TEST_SUITE
