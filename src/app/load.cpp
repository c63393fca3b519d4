#include "app/load.hpp"

#include "io/attribution.hpp"

namespace dostyk::app {

Result<Loaded> load_all(const std::filesystem::path& project_folder, const std::string& style,
                        Language language)
{
    Diagnostics findings;
    auto studio = cli::open_studio(project_folder, style, cli::Source::latest, language, findings);
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
