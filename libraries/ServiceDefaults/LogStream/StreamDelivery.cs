using System.Security.Cryptography;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>A message as the broker handed it over.</summary>
/// <param name="Tag">By what it is acknowledged, which only asks for more: a stream keeps all.</param>
/// <param name="Offset">Where it stands in the stream: a place, and no count, for some numbers are never given.</param>
/// <param name="Message">What it is; null when it does not say.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record StreamDelivery(ulong Tag, long Offset, ShippedMessage? Message, ReadOnlyMemory<byte> Body)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Body.Span));
}
