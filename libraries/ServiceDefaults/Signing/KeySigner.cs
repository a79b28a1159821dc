using System.Security.Cryptography;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>Signs with the key that is configured, or else with the one under <c>keys/</c>, which the first signature creates.</summary>
internal sealed class KeySigner(DataDirectory data, SigningOptions? options) : IStatementSigner
{
    public (string KeyId, byte[] Signature) Sign(byte[] statement)
    {
        using var key = options?.PrivateKey is { } pem ? SigningKey.Of(pem, "Signing:PrivateKey") : SigningKey.OpenOrCreate(data);
        return (SigningKey.IdOf(key), key.SignData(statement, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
