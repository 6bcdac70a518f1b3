import CLibFuzzer

#if canImport(Glibc)
import Glibc
#endif

/// `sallyport-fuzz TARGET [libFuzzer's options and corpora]`, `sallyport-fuzz targets`, `sallyport-fuzz seeds TARGET`.
@main
enum FuzzCommand {
    /// libFuzzer calls back without a context.
    nonisolated(unsafe) private static var read: FuzzTarget.Read = { _ in }

    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.elementsEqual(["targets"]) {
            for target in FuzzTarget.all { print(target.name) }
            return
        }
        if arguments.first == "seeds", arguments.count == 3, let target = FuzzTarget.named(arguments.last ?? "") {
            return write(target.seeds, to: arguments[2])
        }
        guard let target = FuzzTarget.named(arguments.first ?? "") else {
            print("usage: sallyport-fuzz TARGET [OPTION|CORPUS]... | targets | seeds FOLDER TARGET")
            exit(2)
        }
        unsafe read = target.read
        exit(runFuzzer())
    }

    private static func runFuzzer() -> Int32 {
        // The target's name is no corpus.
        var texts = unsafe CommandLine.arguments.map { unsafe strdup($0) }
        unsafe texts.remove(at: 1)
        var count = unsafe Int32(texts.count)
        unsafe texts.append(nil)
        return unsafe texts.withUnsafeMutableBufferPointer { buffer in
            var start = buffer.baseAddress
            return unsafe LLVMFuzzerRunDriver(&count, &start) { data, size in
                let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
                unsafe FuzzCommand.read(bytes)
                return 0
            }
        }
    }

    private static func write(_ seeds: [[UInt8]], to folder: String) {
        for (number, seed) in seeds.enumerated() {
            guard let file = unsafe fopen("\(folder)/seed-\(number)", "w") else { exit(2) }
            unsafe fwrite(seed, 1, seed.count, file)
            unsafe fclose(file)
        }
    }
}
