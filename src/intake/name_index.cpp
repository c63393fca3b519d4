#include "intake/name_index.hpp"

#include "core/fold.hpp"

#include <algorithm>

namespace dostyk::intake {

namespace {

constexpr std::size_t longest_slug = 80; // ids may have 120; room for what makes them unlike

bool is_allowed(std::string_view kind, std::span<const std::string_view> kinds)
{
    if (kinds.empty()) {
        return kind != "source" && kind != "relation";
    }
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::string lowered(std::string word)
{
    for (char& letter : word) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return word;
}

template <typename Use>
void for_each_name(const model::Entity& entity, const Use& use)
{
    for (const char* field : {"name", "aliases"}) {
        const auto claims = entity.fields.find(field);
        if (claims == entity.fields.end()) {
            continue;
        }
        for (const model::Claim& claim : claims->second) {
            if (const auto* text = std::get_if<Text4>(&claim.value)) {
                for (const std::string& each : text->texts) {
                    use(each);
                }
            } else if (const auto* texts = std::get_if<std::vector<std::string>>(&claim.value)) {
                for (const std::string& each : *texts) {
                    use(each);
                }
            }
        }
    }
}

} // namespace

NameIndex::NameIndex(const model::Project& project, const model::UnitNames& units)
: m_project(&project)
{
    for (const model::Entity& each : project.entities) {
        add(each);
    }
    for (const auto& [code, name] : units) {
        m_parties[fold(code)].insert(code);
        for (const std::string& each : name.texts) {
            if (!each.empty()) {
                m_parties[fold(each)].insert(code);
            }
        }
    }
}

void NameIndex::add(const model::Entity& entity)
{
    m_kinds.insert_or_assign(entity.id, entity.kind);
    for_each_name(entity, [&](const std::string& name) {
        if (!name.empty()) {
            m_names[fold(name)].insert({entity.kind, entity.id});
        }
    });
}

std::vector<std::string> NameIndex::find(std::string_view text,
                                         std::span<const std::string_view> kinds) const
{
    const auto exact = m_kinds.find(text);
    if (exact != m_kinds.end() && is_allowed(exact->second, kinds)) {
        return {exact->first};
    }
    std::vector<std::string> found;
    const auto named = m_names.find(fold(text));
    if (named != m_names.end()) {
        for (const Named& each : named->second) {
            if (is_allowed(each.kind, kinds)) {
                found.push_back(each.id);
            }
        }
    }
    return found;
}

std::vector<std::string> NameIndex::find_party(std::string_view text) const
{
    const auto found = m_parties.find(fold(text));
    return found == m_parties.end()
               ? std::vector<std::string>{}
               : std::vector<std::string>(found->second.begin(), found->second.end());
}

const model::Entity* NameIndex::entity(std::string_view id) const
{
    return m_project->find(id);
}

bool NameIndex::is_taken(std::string_view id) const
{
    return m_kinds.find(id) != m_kinds.end();
}

std::string slug_of(std::string_view text)
{
    std::string slug;
    std::string word;
    const auto end_word = [&] {
        const bool is_ascii = std::all_of(word.begin(), word.end(), [](char letter) {
            return static_cast<unsigned char>(letter) < 0x80;
        });
        // Folding unites spellings; a word that needs none stays as people know it.
        std::string folded = is_ascii ? lowered(word) : fold(word);
        std::erase_if(folded, [](char letter) {
            return !((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'));
        });
        if (!folded.empty() && slug.size() + folded.size() < longest_slug) {
            slug += (slug.empty() ? "" : "-") + folded;
        }
        word.clear();
    };
    for (const char letter : text) {
        const bool is_mark =
            static_cast<unsigned char>(letter) < 0x80 &&
            std::string_view("0123456789").find(letter) == std::string_view::npos &&
            !(letter >= 'a' && letter <= 'z') && !(letter >= 'A' && letter <= 'Z');
        if (is_mark) {
            end_word();
        } else {
            word += letter;
        }
    }
    end_word();
    return slug;
}

} // namespace dostyk::intake
