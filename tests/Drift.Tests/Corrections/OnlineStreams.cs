using System.Text;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Corrections;

/// <summary>Streams of p values of which some are of false hypotheses, for corrections over time.</summary>
internal static class OnlineStreams
{
    private const int Streams = 400;
    private const int Tests = 500;

    /// <summary>The mean share of false findings among all findings of a stream; independent p values, those of false hypotheses about one in a hundred.</summary>
    public static double FalseDiscoveryRate(Func<Func<double, bool>> correction, double falseShare, out double power)
    {
        var random = new SplitMix64(7);
        var (shares, found, all) = (0.0, 0, 0);
        for (var stream = 0; stream < Streams; stream++)
        {
            var test = correction();
            var (right, wrong) = (0, 0);
            for (var i = 0; i < Tests; i++)
            {
                var isFalse = random.NextDouble() < falseShare;
                var p = random.NextDouble() * (isFalse ? 0.1 * random.NextDouble() * random.NextDouble() : 1);
                if (isFalse) all++;
                if (!test(p)) continue;
                if (isFalse) right++;
                else wrong++;
            }

            found += right;
            if (wrong > 0) shares += (double)wrong / (right + wrong);
        }

        power = all == 0 ? 0 : (double)found / all;
        return shares / Streams;
    }

    public static void Copy(Action<BinaryWriter> save, Action<BinaryReader> restore)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)) save(writer);
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        restore(reader);
    }
}
