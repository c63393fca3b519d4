#include "core/result.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace dostyk;

TEST_SUITE("core/result") {

TEST_CASE("a value is a success and moves out")
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);

    REQUIRE(result);
    const std::unique_ptr<int> value = std::move(result).value();
    CHECK(*value == 7);
}

TEST_CASE("an error is a failure and keeps its code")
{
    const Result<int> result = Error{ErrorCode::not_found, {"error.file_missing", {}}, {}};

    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::not_found);
}

TEST_CASE("the place stands before the sentence")
{
    const Error error{ErrorCode::parse, {"error.file_missing", {{"file", "b"}}}, "a.json:1:2"};

    CHECK(text_of(error, Language::en) == "a.json:1:2: There is no file b; check the path.");
}

} // TEST_SUITE
