#include "cli/console.hpp"
#include "cli/verbs.hpp"
#include "core/number_text.hpp"
#include "store/generate.hpp"
#include "store/gpkg_store.hpp"

#include <filesystem>
#include <system_error>

namespace dostyk::cli {

int run_generate(const Arguments& arguments)
{
    const auto entities = to_number<std::int64_t>(arguments.entities);
    const auto seed = to_number<std::uint32_t>(arguments.seed.empty() ? "1" : arguments.seed);
    if (!entities || *entities < 0 || !seed || arguments.out.empty()) {
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
