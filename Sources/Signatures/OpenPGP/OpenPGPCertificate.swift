internal import ExactValues
internal import PolicyCore

/// A transferable public key (RFC 4880 §11.1): a primary key with its user ids, subkeys and their signatures.
struct OpenPGPCertificate: Sendable, Hashable {
    /// The most bytes of one that are read.
    static let byteLimit = 1 << 20

    let bytes: [UInt8]
    /// The fingerprint of the primary key: 20 bytes.
    let fingerprint: [UInt8]

    var identity: KeyIdentity { KeyIdentity(.openpgp, fingerprint) }

    /// All certificates in a keyring, armoured (any number of blocks, one after the other) or not.
    static func all(in file: [UInt8]) throws(SignatureError) -> [OpenPGPCertificate] {
        var certificates: [OpenPGPCertificate] = []
        var packets: [OpenPGPPacket] = []
        func finish() throws(SignatureError) {
            guard let primary = packets.first else { return }
            certificates.append(
                OpenPGPCertificate(
                    bytes: packets.flatMap { Array($0.bytes) }, fingerprint: try fingerprint(of: primary)))
            packets = []
        }
        for block in try OpenPGPKeyBlock.bodies(of: file) {
            var rest = block[...]
            while !rest.isEmpty {
                let packet = try OpenPGPPacket.take(from: &rest)
                switch packet.tag {
                case 5, 7: throw .malformed("the file holds a secret key: export the public one")
                case 6: try finish()
                default: guard !packets.isEmpty else { throw .malformed("an OpenPGP keyring that begins with no key") }
                }
                // Trust packets are GnuPG's own notes, marker packets say nothing.
                if ![10, 12].contains(packet.tag) { packets.append(packet) }
            }
            try finish()
        }
        guard !certificates.isEmpty else { throw .malformed("there is no OpenPGP key in it") }
        return certificates
    }

    /// RFC 4880 §12.2.
    private static func fingerprint(of packet: OpenPGPPacket) throws(SignatureError) -> [UInt8] {
        guard packet.body.first == 4, packet.body.count <= 0xffff else {
            throw .notSupported("OpenPGP keys of version \(packet.body.first ?? 0) are not supported")
        }
        let count = packet.body.count
        return Digest.sha1([0x99, UInt8(count >> 8), UInt8(count & 0xff)] + packet.body)
    }
}
