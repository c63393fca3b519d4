#include "store/sha256.hpp"

#include <doctest/doctest.h>

using namespace dostyk;

TEST_SUITE("store/sha256") {

TEST_CASE("the sums of FIPS 180-2's examples")
{
    CHECK(store::sha256_of("abc") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(store::sha256_of("") ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("where parts are divided counts")
{
    CHECK(store::Sha256().add("ab").add("c").finish() !=
          store::Sha256().add("a").add("bc").finish());
    CHECK(store::Sha256().add("ab").add("c").finish() ==
          store::Sha256().add("ab").add("c").finish());
}

} // TEST_SUITE
