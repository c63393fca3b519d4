#include "app/load.hpp"

#include "io/attribution.hpp"
#include "store/rescue.hpp"

namespace dostyk::app {

namespace {

/// The project; of a damaged store what there is in its place, so that the window can offer it: the
/// folder's files, or the newest good backup of a store file.
Result<cli::Studio> open_or_stand_in(const std::filesystem::path& project, const std::string& style,
                                     Language language, Diagnostics& findings)
{
    auto studio = cli::open_studio(project, style, cli::Source::latest, language, findings);
    if (studio || studio.error().message.key != "error.store_damaged") {
        return studio;
    }
    std::error_code error;
    if (project.empty() || std::filesystem::is_directory(project, error)) {
        return cli::open_studio(project, style, cli::Source::files, language, findings);
    }
    const auto backup = store::find_good_backup(project);
    if (!backup) {
        return studio.error();
    }
    auto stand_in = cli::open_studio(backup->file, style, cli::Source::latest, language, findings);
    if (stand_in) {
        stand_in->path = project;
        stand_in->state.reset();
    }
    return stand_in;
}

} // namespace

Result<Loaded> load_all(const std::filesystem::path& project_folder, const std::string& style,
                        Language language)
{
    Diagnostics findings;
    auto studio = open_or_stand_in(project_folder, style, language, findings);
    if (!studio) {
        return studio.error();
    }
    std::vector<ui::Attribution> attributions;
    for (auto& source : io::read_attributions(studio->paths.maps / "attribution.json", findings)) {
        attributions.push_back(
            {std::move(source.name), std::move(source.licence), std::move(source.text)});
    }
    return Loaded{*std::move(studio), std::move(attributions), std::move(findings)};
}

} // namespace dostyk::app
