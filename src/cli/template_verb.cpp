#include "cli/console.hpp"
#include "cli/verbs.hpp"
#include "intake/template_file.hpp"

#include <filesystem>

namespace dostyk::cli {

int run_template(const Arguments& arguments)
{
    const Language language = arguments.language;
    const auto kind = intake::template_kind(arguments.as);
    if (!kind) {
        std::string kinds;
        for (const model::KindRule& rule : model::kinds()) {
            kinds += (kinds.empty() ? "" : ", ") + std::string(rule.name);
        }
        return fail(Error{ErrorCode::usage, {"usage.template", {{"kinds", kinds}}}, {}}, language);
    }
    const std::filesystem::path folder = arguments.out.empty() ? "." : arguments.out;
    const std::filesystem::path stem = folder / intake::template_name(*kind);
    for (const char* ending : {".xlsx", ".csv"}) {
        const std::filesystem::path file = stem.string() + ending;
        const Status status = std::string_view(ending) == ".csv"
                                  ? intake::write_csv_template(*kind, file)
                                  : intake::write_xlsx_template(*kind, file);
        if (!status) {
            return fail(status.error(), language);
        }
        say(tr(language, Message{"template.written", {{"file", file.string()}}}));
    }
    return exit_clean;
}

} // namespace dostyk::cli
