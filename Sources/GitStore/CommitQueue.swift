internal import GitNames

/// Commits that wait to be walked, the newest by its committer's time first; ties by the commit's id, so that the order
/// depends on the commits alone.
struct CommitQueue {
    struct Entry {
        let date: Int64
        let id: ObjectID
        let node: Int

        func precedes(_ other: Entry) -> Bool {
            (date, id) > (other.date, other.id)
        }
    }

    /// A binary heap.
    private var entries: [Entry] = []

    var first: Entry? { entries.first }

    mutating func insert(_ entry: Entry) {
        entries.append(entry)
        var index = entries.count - 1
        while index > 0, entries[index].precedes(entries[(index - 1) / 2]) {
            entries.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    mutating func removeFirst() -> Entry? {
        guard let first = entries.first else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return first }
        entries[0] = last
        var index = 0
        while true {
            var best = index
            for child in [2 * index + 1, 2 * index + 2] where child < entries.count {
                if entries[child].precedes(entries[best]) { best = child }
            }
            guard best != index else { return first }
            entries.swapAt(index, best)
            index = best
        }
    }
}
