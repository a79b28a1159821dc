using System.Globalization;

namespace MonitoringDemo.LearningSpeed;

/// <summary>The same work by both sides, in turn; the medians and their ratio.</summary>
internal sealed class Contest(string name, int rounds, Peer? peer, int units = 1, int peerUnits = 1)
{
    private double _ratio = double.NaN;

    /// <summary>Median seconds a unit.</summary>
    public double Ours { get; private set; }

    /// <summary>One round to warm up, then the measured ones.</summary>
    public void Run(string task, Action work)
    {
        var (ours, theirs, processor) = (new double[rounds], new double[rounds], new double[rounds]);
        for (var round = -1; round < rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var began = TimeProvider.System.GetTimestamp();
            work();
            var taken = TimeProvider.System.GetElapsedTime(began).TotalSeconds / units;
            var used = (Environment.CpuUsage.TotalTime - before).TotalSeconds / units;
            var their = peer is null ? double.NaN : peer.Measure(task) / peerUnits;
            if (round >= 0)
                (ours[round], theirs[round], processor[round]) = (taken, their, used);
        }

        (Ours, _ratio) = (Median(ours), Median(ours) / Median(theirs));
        var line = string.Create(CultureInfo.InvariantCulture, $"{name}: {Ours:0.###e+0} (of processors {Median(processor):0.###e+0})");
        Console.WriteLine(peer is null ? line : string.Create(CultureInfo.InvariantCulture, $"{line}, scikit-learn {Median(theirs):0.###e+0}, ratio {_ratio:0.000}"));
    }

    /// <summary>Whether the ratio is small enough; true where there is nothing to compare with.</summary>
    public bool Won(double most) => double.IsNaN(_ratio) || _ratio <= most;

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
