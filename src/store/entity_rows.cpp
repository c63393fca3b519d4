#include "store/entity_rows.hpp"

#include "store/gpkg_schema.hpp"

namespace dostyk::store {

namespace {

Row row_of(const Statement& query)
{
    // kind, id, doc, rev, deleted
    return {query.text(0), query.text(1), query.number(4) != 0 ? "" : query.text(2),
            query.number(3)};
}

} // namespace

Result<Row> find_row(const Database& database, std::string_view kind, std::string_view id)
{
    auto query = database.prepare(
        "SELECT kind, id, doc, rev, deleted FROM entity WHERE kind = ?1 AND id = ?2");
    if (!query) {
        return query.error();
    }
    query->bind(1, kind).bind(2, id);
    const auto has_row = query->step();
    if (!has_row) {
        return has_row.error();
    }
    return *has_row ? row_of(*query) : Row{std::string(kind), std::string(id), {}, 0};
}

Result<Row> find_row_at(const Database& database, std::string_view kind, std::string_view id,
                        Revision rev)
{
    // The first change after the revision kept what was there before it.
    auto query = database.prepare("SELECT before FROM change_log WHERE kind = ?1 AND id = ?2 "
                                  "AND rev > ?3 ORDER BY seq LIMIT 1");
    if (!query) {
        return query.error();
    }
    query->bind(1, kind).bind(2, id).bind(3, rev);
    const auto has_row = query->step();
    if (!has_row) {
        return has_row.error();
    }
    return *has_row ? Row{std::string(kind), std::string(id), query->text(0), rev}
                    : find_row(database, kind, id);
}

Status each_row(const Database& database, const char* sql, Revision rev,
                const std::function<Status(Row)>& take)
{
    auto query = database.prepare(sql);
    if (!query) {
        return query.error();
    }
    query->bind(1, rev); // a query without a parameter takes no notice
    for (;;) {
        const auto has_row = query->step();
        if (!has_row) {
            return has_row.error();
        }
        if (!*has_row) {
            return ok();
        }
        if (Status status = take(row_of(*query)); !status) {
            return status;
        }
    }
}

Result<std::vector<RowCount>> count_rows(const Database& database)
{
    auto query = database.prepare("SELECT kind, coalesce(json_extract(doc, '$.pack'), ''), "
                                  "count(*) FROM entity WHERE deleted = 0 GROUP BY 1, 2 "
                                  "ORDER BY 1, 2");
    if (!query) {
        return query.error();
    }
    std::vector<RowCount> counts;
    for (;;) {
        const auto has_row = query->step();
        if (!has_row) {
            return has_row.error();
        }
        if (!*has_row) {
            return counts;
        }
        counts.push_back({query->text(0), query->text(1), query->number(2)});
    }
}

Status put_row(const Database& database, const Change& change, const LoggedStep& step)
{
    auto upsert = database.prepare(
        "INSERT INTO entity (kind, id, rev, updated_at, updated_by, deleted, geom, doc) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (kind, id) DO UPDATE SET "
        "rev = ?3, updated_at = ?4, updated_by = ?5, deleted = ?6, geom = ?7, doc = ?8");
    if (!upsert) {
        return upsert.error();
    }
    upsert->bind(1, change.kind).bind(2, change.id).bind(3, step.rev).bind(4, step.at);
    upsert->bind(5, step.who).bind(6, std::int64_t{change.after.empty() ? 1 : 0});
    const std::string geometry = geometry_of(change.after);
    if (geometry.empty()) {
        upsert->bind_null(7);
    } else {
        upsert->bind_blob(7, geometry);
    }
    upsert->bind(8, change.after);
    return upsert->run();
}

} // namespace dostyk::store
