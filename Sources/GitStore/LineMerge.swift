internal import CLibGit2
internal import GitNames

/// Merges three versions of a file line by line.
///
/// By libgit2's `git_merge_file` on bytes alone, without a repository and so without attributes, drivers or settings.
enum LineMerge {
    /// - Returns: nil when the changes touch each other, when a version is binary by Git's measure (a NUL in its first
    ///   8,000 bytes) or larger than ``Repository/mergeFileLimit``, or when it would be more than the work left.
    static func merged(
        base: ObjectID, ours: ObjectID, theirs: ObjectID, in repository: Repository, _ work: inout MergeWork
    ) throws(GitError) -> [UInt8]? {
        var versions: [[UInt8]] = []
        for blob in [base, ours, theirs] {
            guard let bytes = try bytes(of: blob, in: repository, &work), !bytes.prefix(8000).contains(0)
            else { return nil }
            versions.append(bytes)
        }
        let lines = versions.map { version in version.count { $0 == UInt8(ascii: "\n") } + 1 }
        guard work.take(lines: lines[0], with: lines[1]), work.take(lines: lines[0], with: lines[2]) else { return nil }
        return try merged(base: versions[0], ours: versions[1], theirs: versions[2])
    }

    /// The bytes of a blob; nil when it is too large. Sizes are looked at before anything is read.
    static func bytes(
        of blob: ObjectID, in repository: Repository, _ work: inout MergeWork
    ) throws(GitError) -> [UInt8]? {
        let size = try repository.blobSize(blob)
        guard size <= Repository.mergeFileLimit, work.take(bytes: size) else { return nil }
        return try repository.blob(blob, limit: Repository.mergeFileLimit)
    }

    private static func merged(base: [UInt8], ours: [UInt8], theirs: [UInt8]) throws(GitError) -> [UInt8]? {
        var options = unsafe git_merge_file_options()
        let version = UInt32(GIT_MERGE_FILE_OPTIONS_VERSION)
        try LibGit2.check(unsafe git_merge_file_options_init(&options, version), "prepare a merge of files")
        var result = unsafe git_merge_file_result()
        defer { unsafe git_merge_file_result_free(&result) }
        let status = unsafe base.withUnsafeBufferPointer { base in
            unsafe ours.withUnsafeBufferPointer { ours in
                unsafe theirs.withUnsafeBufferPointer { theirs in
                    var (one, two, three) = unsafe (input(base), input(ours), input(theirs))
                    return unsafe git_merge_file(&result, &one, &two, &three, &options)
                }
            }
        }
        try LibGit2.check(status, "merge files")
        guard unsafe result.automergeable != 0 else { return nil }
        return unsafe Array(UnsafeRawBufferPointer(start: result.ptr, count: result.len))
    }

    private static func input(_ bytes: UnsafeBufferPointer<UInt8>) -> git_merge_file_input {
        var input = unsafe git_merge_file_input()
        unsafe input.version = UInt32(GIT_MERGE_FILE_INPUT_VERSION)
        unsafe input.ptr = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        unsafe input.size = bytes.count
        return unsafe input
    }
}
