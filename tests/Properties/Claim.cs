using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace MonitoringDemo.Properties;

/// <summary>
/// Tries a claim on made-up inputs: a fixed few in the tests, and as many as fit into <c>FUZZ_SECONDS</c> when that is set
/// (<c>tests/fuzz.sh</c>), or <c>FUZZ_INPUTS</c> of them. The seed is in the failure; <c>FUZZ_SEED</c> begins there again.
/// </summary>
internal static class Claim
{
    private const ulong FixedSeed = 20_261_129;
    private static readonly int s_inputs = int.Parse(Setting("FUZZ_INPUTS") ?? "200", CultureInfo.InvariantCulture);
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(double.Parse(Setting("FUZZ_SECONDS") ?? "0", CultureInfo.InvariantCulture));

    /// <param name="inputs">Makes the inputs.</param>
    /// <param name="claim">Throws where it does not hold.</param>
    /// <param name="shrink">Simpler inputs to try where it does not hold.</param>
    /// <param name="share">How many inputs a test takes, as a share of the usual number.</param>
    public static void Holds<T>(Gen<T> inputs, Action<T> claim, Func<T, IEnumerable<T>>? shrink = null, double share = 1)
    {
        var seed = Setting("FUZZ_SEED") is { } text ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : s_time > TimeSpan.Zero ? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)))
            : FixedSeed;
        var property = Prop.ForAll(Arb.From(inputs, shrink ?? (_ => [])), claim);
        var (started, count) = (Stopwatch.GetTimestamp(), Math.Max(1, (int)(s_inputs * share)));
        do
        {
            Try(property, seed++, count);
        }
        while (Stopwatch.GetElapsedTime(started) < s_time);
    }

    private static void Try(Property property, ulong seed, int count)
    {
        try
        {
            property.Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count).WithReplay(seed));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Again with FUZZ_SEED={seed}. {failure.Message}", failure);
        }
    }

    private static Config WithReplay(this Config config, ulong seed) => config.WithReplay(new Replay(new Rnd(seed, 1), null));

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
