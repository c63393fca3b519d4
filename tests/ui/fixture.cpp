#include "fixture.hpp"

#include "support/golden.hpp"

#include "gis/map_file.hpp"
#include "io/project_folder.hpp"

#include <imgui.h>

#include <doctest/doctest.h>

namespace dostyk::test {

namespace {

std::shared_ptr<const geo::MapData> bundled_map()
{
    static const auto map = [] {
        auto read = gis::read_map_file(source_root() / "maps/base.gpkg");
        REQUIRE(read);
        return std::make_shared<const geo::MapData>(std::move(*read));
    }();
    return map;
}

} // namespace

std::shared_ptr<const model::Project> bundled_project()
{
    static const auto project = [] {
        Diagnostics diagnostics;
        auto read = io::read_project(source_root() / "data/kz-kg", source_root() / "data/transport",
                                     diagnostics);
        REQUIRE(read);
        return std::make_shared<const model::Project>(std::move(*read));
    }();
    return project;
}

ShellFixture::ShellFixture(int width, int height, float scale, Language language)
{
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.MousePos = {-1e6F, -1e6F};
    for (int key = 0; key < ImGuiKey_COUNT; ++key) {
        io.KeyMap[key] = key;
    }
    auto fonts = text::FontSet::load(source_root() / "assets/fonts");
    REQUIRE(fonts);
    m_fonts = std::make_unique<text::FontSet>(std::move(*fonts));
    auto icons = text::load_icons(source_root() / "assets/icons");
    REQUIRE(icons);
    auto loaded = scene::load_style(source_root() / "assets/styles", "hall");
    REQUIRE(loaded);
    style = *loaded;
    editor::Settings settings;
    settings.language = language;
    settings.ui_scale = scale;
    workspace = std::make_unique<editor::Workspace>(bundled_project(), bundled_map(), settings);
    workspace->set_viewport({width, height});
    shell = std::make_unique<ui::Shell>(*m_fonts, std::move(*icons));
    frames(3);
}

void ShellFixture::edit(const std::filesystem::path& folder)
{
    Diagnostics findings;
    auto read = io::read_project(folder, source_root() / "data/transport", findings);
    REQUIRE(read);
    auto edits = std::make_unique<editor::EditSession>(
        std::make_shared<const model::Project>(*std::move(read)), folder);
    REQUIRE((edits->open() || edits->rescue())); // a damaged store is shown, too
    const scene::Viewport viewport = workspace->viewport();
    workspace =
        std::make_unique<editor::Workspace>(std::move(edits), bundled_map(), workspace->settings());
    workspace->set_viewport(viewport);
    frames(3);
}

void ShellFixture::check_texts_fit() const
{
    for (const ui::TextFit& fit : shell->text_fits()) {
        CAPTURE(fit.text);
        CHECK((fit.is_shortened || fit.needed <= fit.given + 1));
    }
}

ShellFixture::~ShellFixture()
{
    shell.reset();
    ImGui::DestroyContext();
}

void ShellFixture::frames(int count)
{
    for (int i = 0; i < count; ++i) {
        ImGuiIO& io = ImGui::GetIO();
        if (shell->prepare(style, workspace->view().scale)) {
            unsigned char* pixels = nullptr;
            int width = 0;
            int height = 0;
            io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        }
        io.DeltaTime = 0.1F;
        ImGui::NewFrame();
        const ui::ShellInput input{style, m_unit_names, std::nullopt, pointer, hover, now(), phases,
                                   7,     attributions};
        const editor::Effect asked = shell->draw(*workspace, input);
        effect = asked != editor::Effect::none ? asked : effect;
        (void)workspace->take_edits();
        ImGui::Render();
    }
}

void ShellFixture::move(float x, float y)
{
    ImGui::GetIO().MousePos = {x, y};
    pointer = {x, y};
    frames(2);
}

void ShellFixture::press(bool is_down)
{
    ImGui::GetIO().MouseDown[0] = is_down;
    frames(1);
}

const ui::Control* ShellFixture::find(std::string_view name) const
{
    for (const ui::Control& control : shell->controls()) {
        if (control.name == name) {
            return &control;
        }
    }
    return nullptr;
}

bool ShellFixture::click(std::string_view name)
{
    const ui::Control* control = find(name);
    if (control == nullptr) {
        return false;
    }
    move((control->min.x + control->max.x) / 2, (control->min.y + control->max.y) / 2);
    press(true);
    press(false);
    frames(1);
    return true;
}

void ShellFixture::key(int imgui_key)
{
    ImGui::GetIO().KeysDown[imgui_key] = true;
    frames(1);
    ImGui::GetIO().KeysDown[imgui_key] = false;
    frames(2);
}

void ShellFixture::type(std::string_view ascii)
{
    for (const char character : ascii) {
        ImGui::GetIO().AddInputCharacter(static_cast<unsigned char>(character));
        frames(1);
    }
    frames(2);
}

} // namespace dostyk::test
