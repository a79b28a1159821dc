using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Windows;

/// <summary>A size of window and of reference, and how far the window has moved.</summary>
internal sealed partial record WindowCase(int Current, int Reference, double Shift, IReadOnlyDictionary<string, double> Theirs)
{
    public static IReadOnlyList<WindowCase> Read(string folder)
    {
        using var document = ReferenceQuality.Open(folder, "batch_power.json");
        return [.. document.RootElement.GetProperty("numeric").EnumerateObject().Select(Read)];
    }

    /// <summary>Percent of windows that each rule flags.</summary>
    public double[] Play(int repetitions)
    {
        var flagged = new int[WindowRule.All.Count];
        Parallel.For(0, repetitions, r =>
        {
            var random = new StreamGenerator(60_000_000 + (ulong)r);
            var (reference, current) = (Sample(ref random, Reference, 0), Sample(ref random, Current, Shift));
            for (var rule = 0; rule < flagged.Length; rule++)
            {
                if (WindowRule.All[rule].Flags(reference, current)) Interlocked.Increment(ref flagged[rule]);
            }
        });
        return [.. flagged.Select(count => 100.0 * count / repetitions)];
    }

    private static double[] Sample(ref StreamGenerator random, int count, double mean)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++) values[i] = mean + random.Normal();
        Array.Sort(values);
        return values;
    }

    private static WindowCase Read(JsonProperty entry)
    {
        var match = Name().Match(entry.Name);
        double Get(string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
        var theirs = entry.Value.GetProperty("flag_rate_pct").EnumerateObject().ToDictionary(rule => rule.Name, rule => rule.Value.GetDouble());
        return match.Success
            ? new WindowCase((int)Get("n"), (int)Get("m"), Get("shift"), theirs)
            : throw new InvalidDataException($"batch_power.json: cannot read '{entry.Name}'.");
    }

    [GeneratedRegex(@"^n_current=(?<n>\d+) n_reference=(?<m>\d+) shift=(?<shift>[\d.]+)sd$")]
    private static partial Regex Name();
}
