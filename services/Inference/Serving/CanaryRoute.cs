using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Inference.Serving;

/// <summary>Which requests a canary answers: a function of the request, the version and the share, so that every process says the same, and says it again.</summary>
/// <remarks>
/// The key is the <c>requestId</c>; a request without one has its rows for a key, so that the same rows always go the same way. The version is a salt: the next canary meets other requests first.
/// Who is in at a share is in at every larger one.
/// </remarks>
internal static class CanaryRoute
{
    private const double Unit = 1.1102230246251565E-16;

    /// <param name="requestId">What the caller named the request, if anything.</param>
    /// <param name="rows">The values of its rows, row-major.</param>
    /// <param name="version">The canary.</param>
    /// <param name="share">The share of requests that it is to answer, from 0 to 1.</param>
    public static bool Takes(string? requestId, ReadOnlySpan<double> rows, int version, double share)
    {
        var key = requestId is null ? KeyOf(rows) : KeyOf(requestId);
        return (SplitMix64.Mix((ulong)version, key) >> 11) * Unit < share;
    }

    private static ulong KeyOf(string requestId)
    {
        var key = (ulong)requestId.Length;
        foreach (var letter in requestId) key = SplitMix64.Mix(key, letter);
        return key;
    }

    private static ulong KeyOf(ReadOnlySpan<double> rows)
    {
        var key = (ulong)rows.Length;
        // Bit by bit: a missing value is no number and equals nothing.
        foreach (var value in rows) key = SplitMix64.Mix(key, BitConverter.DoubleToUInt64Bits(value));
        return key;
    }
}
