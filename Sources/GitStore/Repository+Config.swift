internal import CLibGit2

/// The repository's own configuration file. Settings of the user and the system are not looked at: what is pinned in a
/// repository must not depend on who runs.
extension Repository {
    /// The last value of a setting; nil when it is not set.
    ///
    /// - Parameter name: `section.variable` or `section.subsection.variable`.
    public func configString(_ name: String) throws(GitError) -> String? {
        try configStrings(name).last
    }

    /// All values of a setting, in the order of the file.
    public func configStrings(_ name: String) throws(GitError) -> [String] {
        let config = try localConfig()
        let iterator: Handle
        do throws(GitError) {
            iterator = try unsafe Handle(git_config_iterator_free, "read the setting \(name)") { made in
                unsafe git_config_multivar_iterator_new(&made, config.pointer, name, nil)
            }
        } catch  where error.code == .notFound {
            return []
        }
        return try unsafe Self.entries(iterator.pointer).map(\.value)
    }

    /// All settings whose names start with `prefix` (compared by bytes), in the order of the file.
    public func configEntries(prefix: String) throws(GitError) -> [ConfigEntry] {
        let config = try localConfig()
        let iterator = try unsafe Handle(git_config_iterator_free, "read the configuration") { made in
            unsafe git_config_iterator_new(&made, config.pointer)
        }
        return try unsafe Self.entries(iterator.pointer).filter { $0.name.utf8.starts(with: prefix.utf8) }
    }

    /// Sets a setting to exactly these values, in this order; none removes it.
    public func setConfig(_ name: String, _ values: [String]) throws(GitError) {
        let config = try localConfig()
        let removed = unsafe git_config_delete_multivar(config.pointer, name, ".*")
        if removed != GIT_ENOTFOUND.rawValue { try LibGit2.check(removed, "remove the setting \(name)") }
        for value in values {
            // A pattern that no value matches: each call adds one.
            let status = unsafe git_config_set_multivar(config.pointer, name, "a^", Self.escaped(value))
            try LibGit2.check(status, "set \(name)")
        }
    }

    /// Sets a setting to one value.
    public func setConfig(_ name: String, _ value: String) throws(GitError) {
        try setConfig(name, [value])
    }

    /// As it stands in the file: libgit2 1.5 escapes a value that is set, but not one that is added.
    private static func escaped(_ value: String) -> String {
        var text = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private func localConfig() throws(GitError) -> Handle {
        let whole = try unsafe Handle(git_config_free, "read the configuration") { made in
            unsafe git_repository_config(&made, handle)
        }
        return try unsafe Handle(git_config_free, "read the repository's own configuration") { made in
            unsafe git_config_open_level(&made, whole.pointer, GIT_CONFIG_LEVEL_LOCAL)
        }
    }

    private static func entries(_ iterator: OpaquePointer) throws(GitError) -> [ConfigEntry] {
        var found: [ConfigEntry] = []
        while true {
            var entry: UnsafeMutablePointer<git_config_entry>?
            let status = unsafe git_config_next(&entry, iterator)
            if status == GIT_ITEROVER.rawValue { return found }
            try LibGit2.check(status, "read the configuration")
            guard let entry = unsafe entry?.pointee, let rawName = unsafe entry.name else { continue }
            let name = try text(unsafe String(validatingCString: rawName), "a setting's name")
            // A variable without "=" has no value and counts as true.
            guard let rawValue = unsafe entry.value else {
                found.append(ConfigEntry(name: name, value: "true"))
                continue
            }
            let value = try text(unsafe String(validatingCString: rawValue), "the setting \(name)")
            found.append(ConfigEntry(name: name, value: value))
        }
    }
}
