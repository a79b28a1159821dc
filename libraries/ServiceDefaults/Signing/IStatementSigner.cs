namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>
/// An extension point: whoever holds, or reaches, the private key that signs. The key may lie in a file, in a device behind PKCS#11 or at a key service; nothing else of the fleet has to know.
/// A host that registers one has its statements signed by it.
/// </summary>
public interface IStatementSigner
{
    /// <summary>Signs bytes with ECDSA over P-256 and SHA-256.</summary>
    /// <param name="data">What is to be signed: the DSSE encoding of a statement.</param>
    /// <returns>The id of the key, which is the SHA-256 of its public half in lower-case hexadecimal, and the signature in DER (RFC 3279).</returns>
    /// <exception cref="SigningException">It cannot sign now; the message says why.</exception>
    (string KeyId, byte[] Signature) Sign(byte[] data);
}
