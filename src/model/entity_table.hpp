/// \file
/// The entities of a project, as a table that copies share.

#pragma once

#include "model/entity.hpp"

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string_view>
#include <vector>

namespace dostyk::model {

/// Entities in an order, read as a vector's are. A copy of the table costs a pointer an entity: an
/// entity is made anew where it changes, and shared where it does not.
class EntityTable {
    struct Row {
        std::shared_ptr<Entity> entity;
        std::size_t kind = 0; ///< Place of its kind in the schema
    };

public:
    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Entity;
        using difference_type = std::ptrdiff_t;
        using pointer = const Entity*;
        using reference = const Entity&;

        Iterator() = default;
        explicit Iterator(const Row* at) : m_at(at) {}
        reference operator*() const { return *m_at->entity; }
        pointer operator->() const { return m_at->entity.get(); }
        reference operator[](difference_type by) const { return *m_at[by].entity; }
        Iterator& operator++() { return *this += 1; }
        Iterator& operator--() { return *this += -1; }
        Iterator operator++(int) { return Iterator(m_at++); }
        Iterator operator--(int) { return Iterator(m_at--); }
        Iterator& operator+=(difference_type by)
        {
            m_at += by;
            return *this;
        }
        Iterator& operator-=(difference_type by) { return *this += -by; }
        friend Iterator operator+(Iterator at, difference_type by) { return at += by; }
        friend Iterator operator+(difference_type by, Iterator at) { return at += by; }
        friend Iterator operator-(Iterator at, difference_type by) { return at -= by; }
        friend difference_type operator-(Iterator a, Iterator b) { return a.m_at - b.m_at; }
        friend auto operator<=>(Iterator, Iterator) = default;

    private:
        const Row* m_at = nullptr;
    };
    using value_type = Entity;
    using const_reference = const Entity&;
    using const_iterator = Iterator;

    EntityTable() = default;
    /// Entities in the order in which they come.
    EntityTable(std::vector<Entity> entities);
    EntityTable(std::initializer_list<Entity> entities) : EntityTable(std::vector(entities)) {}

    [[nodiscard]] std::size_t size() const noexcept { return m_rows.size(); }
    [[nodiscard]] bool empty() const noexcept { return m_rows.empty(); }
    [[nodiscard]] Iterator begin() const noexcept { return Iterator(m_rows.data()); }
    [[nodiscard]] Iterator end() const noexcept { return begin() + std::ssize(m_rows); }
    [[nodiscard]] const Entity& operator[](std::size_t at) const { return *m_rows[at].entity; }
    [[nodiscard]] const Entity& at(std::size_t at) const { return *m_rows.at(at).entity; }
    [[nodiscard]] const Entity& front() const { return *m_rows.front().entity; }
    [[nodiscard]] const Entity& back() const { return *m_rows.back().entity; }

    /// An entity to change in place; what copies share stays as it is. Kind and id stay.
    [[nodiscard]] Entity& edit(std::size_t at);
    void push_back(Entity entity);
    void reserve(std::size_t count) { m_rows.reserve(count); }
    /// Sort by (kind in schema order, id).
    void sort();
    /// Put an entity in the place of that of its kind and id, or where it belongs. \pre sorted
    void put(Entity entity);
    /// Take an entity out, if it is there. \pre sorted
    void erase(std::string_view kind, std::string_view id);

    /// The first with an id; null when there is none. Logarithmic in a table that is sorted.
    [[nodiscard]] const Entity* find(std::string_view id) const noexcept;

    friend bool operator==(const EntityTable& a, const EntityTable& b);

private:
    [[nodiscard]] std::vector<Row>::const_iterator find_place(std::size_t kind,
                                                              std::string_view id) const noexcept;

    std::vector<Row> m_rows;
    bool m_is_sorted = true;
};

} // namespace dostyk::model
