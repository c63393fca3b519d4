#include "cli/console.hpp"
#include "cli/verbs.hpp"
#include "store/generate.hpp"
#include "store/gpkg_store.hpp"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace dostyk::cli {

namespace {

/// A whole number from 0; nothing for any other text.
template <typename Number>
std::optional<Number> whole(const std::string& text)
{
    Number number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end && number >= 0 ? std::optional(number)
                                                              : std::nullopt;
}

} // namespace

int run_generate(const Arguments& arguments)
{
    const auto entities = whole<std::int64_t>(arguments.entities);
    const auto seed = whole<std::uint32_t>(arguments.seed.empty() ? "1" : arguments.seed);
    if (!entities || !seed || arguments.out.empty()) {
        return fail(Error{ErrorCode::usage, {"usage.generate", {}}, {}}, arguments.language);
    }
    std::error_code error;
    if (std::filesystem::exists(arguments.out, error)) {
        return fail(
            Error{ErrorCode::write_failed, {"error.file_exists", {{"file", arguments.out}}}, {}},
            arguments.language);
    }
    const auto opened =
        store::open_store(arguments.out, {.may_create = true, .who = "generate", .vfs = {}});
    if (!opened) {
        return fail(opened.error(), arguments.language);
    }
    const Status status = store::fill_for_measuring(**opened, *entities, *seed);
    return status ? exit_clean : fail(status.error(), arguments.language);
}

} // namespace dostyk::cli
