/// \file
/// The files of the open project's own layers: what was read of them, and how it stands with each.

#pragma once

#include "core/result.hpp"
#include "editor/user_layer_file.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace dostyk::scene {
class LayerContent;
} // namespace dostyk::scene

namespace dostyk::editor {

/// How it stands with a layer's file; "layer_state.<name>" as a message.
enum class LayerState {
    waiting,
    loading,
    ready,
    changed, ///< It is drawn, and is not the content that was accepted.
    missing,
    no_crs,
    unreadable,
};

[[nodiscard]] std::string_view name_of(LayerState state) noexcept;

/// What is asked of a file: another one is read anew.
struct LayerQuery {
    std::string path;
    std::string table;
    std::string crs;

    friend bool operator==(const LayerQuery&, const LayerQuery&) = default;
};
[[nodiscard]] LayerQuery query_of(const model::UserLayer& layer);

/// What came of reading a layer's file.
struct LoadedLayer {
    LayerQuery query;
    std::string sha256; ///< Of what is there; empty where it cannot be read
    std::shared_ptr<scene::LayerContent> content; ///< Null where that failed: `reason` says why.
    Error reason;
};

/// Read a layer's file and cook the level of detail of a zoom. Blocks: for a job.
///
/// \param known  What was read before, or null: the same content is not read again.
[[nodiscard]] LoadedLayer load_layer(const model::UserLayer& layer,
                                     const std::filesystem::path& base, double zoom,
                                     const intake::ReadOptions& reading,
                                     const LoadedLayer* known = nullptr);

/// A file that somebody wants as layers.
struct LayerDraft {
    std::filesystem::path file;
    std::string crs; ///< For a file that names none
};

/// By the layer's id. On one thread; what jobs read is handed in.
class UserLayers {
public:
    [[nodiscard]] LayerState state_of(const model::UserLayer& layer) const;
    /// Null until something was read.
    [[nodiscard]] const LoadedLayer* find(std::string_view layer) const;
    /// True where the file has to be read: nobody does, and what was read is of another query.
    [[nodiscard]] bool is_wanted(const model::UserLayer& layer) const;

    /// A job reads it now.
    void begin(const model::UserLayer& layer);
    /// A job has read it. False when that is of another query by now: then it is dropped.
    bool finish(const std::string& layer, LoadedLayer loaded);
    /// The file may be another one by now, or somebody wants it tried again; what was read of it
    /// stays until it is read anew.
    void touch(std::string_view layer);
    void forget(std::string_view layer);

    /// Ask for a file to become layers: whoever reads files takes it, and ends it with what came of
    /// it.
    void ask(LayerDraft draft);
    [[nodiscard]] std::optional<LayerDraft> take_draft();
    void end_draft(std::optional<Error> refusal);
    /// A file is being read to become layers.
    [[nodiscard]] bool is_drafting() const noexcept { return m_is_drafting; }
    /// Why the last one was refused; nothing when it was not.
    [[nodiscard]] const std::optional<Error>& refusal() const noexcept { return m_refusal; }

    [[nodiscard]] const std::map<std::string, LoadedLayer, std::less<>>& all() const noexcept
    {
        return m_loaded;
    }

private:
    std::map<std::string, LoadedLayer, std::less<>> m_loaded;
    std::map<std::string, LayerQuery, std::less<>> m_loading;
    std::map<std::string, bool, std::less<>> m_is_touched;
    std::optional<LayerDraft> m_draft;
    bool m_is_drafting = false;
    std::optional<Error> m_refusal;
};

} // namespace dostyk::editor
