internal import CLibGit2

/// One libgit2 object, freed at the end of its scope.
@safe struct Handle: ~Copyable {
    typealias Release = @convention(c) (OpaquePointer?) -> Void

    let pointer: OpaquePointer
    private let release: Release

    /// Takes what `make` stores, which returns a libgit2 status.
    init(
        _ release: @escaping Release, _ action: @autoclosure () -> String, make: (inout OpaquePointer?) -> Int32
    ) throws(GitError) {
        var made: OpaquePointer?
        try LibGit2.check(unsafe make(&made), action())
        guard let made = unsafe made else {
            throw GitError(code: .library, description: "cannot \(action()): libgit2 gave nothing")
        }
        unsafe pointer = made
        unsafe self.release = release
    }

    deinit {
        unsafe release(pointer)
    }
}
