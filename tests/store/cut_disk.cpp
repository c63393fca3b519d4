#include "store/cut_disk.hpp"

#include <algorithm>

namespace dostyk::test {

namespace {

/// What a disk writes whole or not at all. [byte]
constexpr std::int64_t sector = 512;

void resize_to(std::string& content, std::int64_t size)
{
    content.resize(static_cast<std::size_t>(size), '\0');
}

/// Put a part of a write, [from, to) in the file, onto the content.
void put_part(std::string& content, const DiskOp& write, std::int64_t from, std::int64_t to)
{
    if (from >= to) {
        return;
    }
    if (static_cast<std::int64_t>(content.size()) < to) {
        resize_to(content, to);
    }
    content.replace(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from),
                    write.bytes, static_cast<std::size_t>(from - write.offset),
                    static_cast<std::size_t>(to - from));
}

std::int64_t end_of(const DiskOp& write)
{
    return write.offset + static_cast<std::int64_t>(write.bytes.size());
}

void put_whole(std::string& content, const DiskOp& op)
{
    if (op.action == DiskAction::truncate) {
        resize_to(content, op.offset);
    } else {
        put_part(content, op, op.offset, end_of(op));
    }
}

/// The first sectors of a write, at least none and not all of it.
void put_torn(std::string& content, const DiskOp& write, Chance& chance)
{
    const std::int64_t first = write.offset / sector;
    const std::int64_t sectors = (end_of(write) + sector - 1) / sector - first;
    const auto kept = static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(sectors)));
    put_part(content, write, write.offset, std::min(end_of(write), (first + kept) * sector));
}

/// Each sector of a write or not, as a disk does that orders its queue as it likes.
void put_sectors(std::string& content, const DiskOp& write, Chance& chance)
{
    for (std::int64_t at = write.offset; at < end_of(write);) {
        const std::int64_t next = std::min((at / sector + 1) * sector, end_of(write));
        if (chance.one_in(2)) {
            put_part(content, write, at, next);
        }
        at = next;
    }
}

/// One thing that may have happened.
void put_perhaps(std::string& content, const DiskOp& op, Cut cut, Chance& chance)
{
    if (!chance.one_in(cut == Cut::few ? 6 : 2)) {
        // The size may have grown all the same: the entry is written on its own.
        if (op.action == DiskAction::write && chance.one_in(4) &&
            static_cast<std::int64_t>(content.size()) < end_of(op)) {
            resize_to(content, end_of(op));
        }
        return;
    }
    if (op.action == DiskAction::write && chance.one_in(3)) {
        put_sectors(content, op, chance);
    } else {
        put_whole(content, op);
    }
}

} // namespace

std::uint64_t Chance::next() noexcept
{
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
}

void CutDisk::apply(const DiskOp& op)
{
    std::vector<InodeIndex>& meanings = m_names[op.file];
    if (meanings.empty()) {
        meanings.push_back(-1);
    }
    if (op.action == DiskAction::create) {
        m_inodes.emplace_back();
        meanings.push_back(static_cast<InodeIndex>(m_inodes.size()) - 1);
        return;
    }
    if (op.action == DiskAction::remove) {
        meanings.push_back(-1);
        if (op.is_folder_synced) {
            settle_folder();
        }
        return;
    }
    Inode& inode = m_inodes.at(static_cast<std::size_t>(meanings.back()));
    if (op.action == DiskAction::write || op.action == DiskAction::truncate) {
        inode.waiting.push_back({op, Fate::open});
        return;
    }
    const bool is_done = op.action == DiskAction::sync;
    for (Waiting& waiting : inode.waiting) {
        if (waiting.fate == Fate::open) {
            waiting.fate = is_done ? Fate::synced : Fate::lost_or_not;
        }
    }
    if (is_done) {
        settle(inode);
        meanings = {meanings.back()};
    }
    if (op.is_folder_synced) {
        settle_folder();
    }
}

void CutDisk::settle(Inode& inode)
{
    // Behind one that is lost or not the order matters, so it is kept.
    const auto doubtful = std::find_if(inode.waiting.begin(), inode.waiting.end(),
                                       [](const Waiting& w) { return w.fate != Fate::synced; });
    for (auto at = inode.waiting.begin(); at != doubtful; ++at) {
        put_whole(inode.content, at->op);
    }
    inode.waiting.erase(inode.waiting.begin(), doubtful);
}

void CutDisk::settle_folder()
{
    for (auto& [name, meanings] : m_names) {
        meanings = {meanings.back()};
    }
}

bool CutDisk::is_settled() const
{
    return std::all_of(m_names.begin(), m_names.end(), [&](const auto& name) {
        const InodeIndex last = name.second.back();
        return name.second.size() == 1 &&
               (last < 0 || m_inodes[static_cast<std::size_t>(last)].waiting.empty());
    });
}

FileImages CutDisk::files(Cut cut, Chance& chance) const
{
    FileImages images;
    for (const auto& [name, meanings] : m_names) {
        std::size_t chosen = meanings.size() - 1;
        if (cut == Cut::nothing) {
            chosen = 0;
        } else if (cut == Cut::some || cut == Cut::few) {
            chosen = chance.below(meanings.size());
        }
        if (const InodeIndex inode = meanings[chosen]; inode >= 0) {
            images[name] = image_of(m_inodes[static_cast<std::size_t>(inode)], cut, chance);
        }
    }
    return images;
}

std::string CutDisk::image_of(const Inode& inode, Cut cut, Chance& chance)
{
    std::string content = inode.content;
    for (std::size_t i = 0; i < inode.waiting.size(); ++i) {
        const auto& [op, fate] = inode.waiting[i];
        if (fate == Fate::synced || cut == Cut::everything) {
            put_whole(content, op);
        } else if (cut == Cut::torn) {
            const bool is_last = i + 1 == inode.waiting.size() && op.action == DiskAction::write;
            is_last ? put_torn(content, op, chance) : put_whole(content, op);
        } else if (cut != Cut::nothing) {
            put_perhaps(content, op, cut, chance);
        }
    }
    return content;
}

} // namespace dostyk::test
