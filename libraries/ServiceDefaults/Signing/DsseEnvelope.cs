using System.Text;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>A DSSE envelope: https://github.com/secure-systems-lab/dsse/blob/master/envelope.md.</summary>
internal sealed record DsseEnvelope(string PayloadType, byte[] Payload, IReadOnlyList<EnvelopeSignature> Signatures)
{
    public const string InTotoPayload = "application/vnd.in-toto+json";

    /// <summary>The pre-authentication encoding: what is signed is the type as well as the payload, each with its length.</summary>
    public static byte[] Encode(string payloadType, ReadOnlySpan<byte> payload) =>
    [
        .. Encoding.UTF8.GetBytes(FormattableString.Invariant($"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} ")),
        .. payload,
    ];
}

internal sealed record EnvelopeSignature(string Keyid, byte[] Sig);
