import ExactValues
import Signatures
import TestSupport

/// Commits that OpenSSL signs with certificates of an authority.
struct X509Signer {
    let signer = SSHSigner()
    var sandbox: Sandbox { signer.sandbox }

    init() throws {
        try authority("ca")
    }

    /// Makes an authority that signs itself.
    func authority(
        _ name: String, key: [String] = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"], hash: String = "sha256"
    ) throws {
        try certificate(
            name, by: name, key: key, extensions: ["basicConstraints=critical,CA:TRUE"], from: "20200101000000Z",
            hash: hash)
    }

    /// Makes a certificate; `extensions` are lines of OpenSSL's configuration.
    func certificate(
        _ name: String = "alice", by authority: String = "ca",
        key: [String] = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"],
        extensions: [String] = ["subjectAltName=email:alice@shop.example", "extendedKeyUsage=emailProtection"],
        from start: String = "20251231000000Z", until end: String = "20360101000000Z", hash: String = "sha256"
    ) throws {
        try sandbox.run(
            ["openssl", "req", "-new", "-newkey"] + key + [
                "-nodes", "-subj", "/CN=\(name)", "-keyout", "\(name).key", "-out", "\(name).csr",
            ])
        try sandbox.write((extensions + [""]).joined(separator: "\n"), to: "\(name).ext")
        try issue(name, by: authority, from: start, until: end, hash: hash)
    }

    /// `openssl x509` takes no dates, `openssl ca` does.
    private func issue(_ name: String, by authority: String, from start: String, until end: String, hash: String) throws
    {
        try sandbox.write("", to: "index.txt")
        let configuration = """
            [ca]
            default_ca=x
            [x]
            database=index.txt
            rand_serial=yes
            new_certs_dir=.
            policy=p
            unique_subject=no
            [p]
            commonName=supplied

            """
        try sandbox.write(configuration, to: "ca.cnf")
        let issuer = authority == name ? ["-selfsign"] : ["-cert", "\(authority).pem"]
        try sandbox.run(
            ["openssl", "ca", "-batch", "-notext", "-config", "ca.cnf", "-keyfile", "\(authority).key"] + issuer + [
                "-in", "\(name).csr", "-out", "\(name).pem", "-extfile", "\(name).ext", "-startdate", start,
                "-enddate", end, "-md", hash,
            ])
    }

    /// The signature over the commit, in DER.
    func signature(by name: String = "alice", _ options: [String] = ["-md", "sha256"]) throws -> [UInt8] {
        try sandbox.write(signer.payload, to: "payload")
        try sandbox.run(
            ["openssl", "cms", "-sign", "-binary", "-in", "payload", "-outform", "DER", "-out", "payload.der"]
                + ["-signer", "\(name).pem", "-inkey", "\(name).key"] + options)
        return try sandbox.result(["cat", "payload.der"]).output
    }

    func commit(_ signature: [UInt8]) throws -> [UInt8] {
        let digits = Array(Base64.encode(signature))
        let lines = stride(from: 0, to: digits.count, by: 64).map { String(digits[$0..<min($0 + 64, digits.count)]) }
        return try signer.commit(
            openPGP: "-----BEGIN SIGNED MESSAGE-----\n\(lines.joined(separator: "\n"))\n-----END SIGNED MESSAGE-----")
    }

    func verdict(
        _ commit: [UInt8], trust: String = "ca", at seconds: Int64 = OpenPGPSigner.seconds
    ) throws -> SignatureVerdict {
        var store = TrustStore()
        try store.add(file: try sandbox.result(["cat", "\(trust).pem"]).output, named: "trust")
        return store.verdict(on: try SignedObject(commit: commit), SignatureVerifier(), at: Timestamp(seconds: seconds))
    }

    /// Whether OpenSSL takes a signature over the commit at a time.
    func opensslAccepts(_ signature: [UInt8], trust: String = "ca", at seconds: Int64 = OpenPGPSigner.seconds) throws
        -> Bool
    {
        try sandbox.write(signature, to: "candidate.der")
        return try sandbox.result([
            "openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "candidate.der", "-content", "payload",
            "-CAfile", "\(trust).pem", "-partial_chain", "-purpose", "any", "-attime", "\(seconds)", "-out",
            "/dev/null",
        ]).status == 0
    }
}
