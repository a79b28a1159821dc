using System.Text.Json;

namespace MonitoringDemo.DetectionQuality.Streams;

/// <summary>Some values in a row of a stream.</summary>
/// <param name="Length">How many.</param>
/// <param name="From">What they are drawn from.</param>
/// <param name="To">With a mix: what the last of them are drawn from.</param>
/// <param name="RampTo">What the mean (or p) of <paramref name="From"/> has grown to at the end; NaN without a ramp.</param>
/// <param name="StepAt">From this index on the mean is larger by <paramref name="Step"/>, whereas state and phase go on.</param>
/// <param name="Step">How much larger.</param>
internal sealed record Segment(
    int Length, Distribution From, Distribution? To = null, double RampTo = double.NaN, int StepAt = int.MaxValue, double Step = 0)
{
    public static Segment Read(JsonElement element)
    {
        var length = element.GetProperty("n").GetInt32();
        if (element.TryGetProperty("mix", out var mix))
            return new Segment(length, Distribution.Read(mix.GetProperty("from")), Distribution.Read(mix.GetProperty("to")));

        var from = Distribution.Read(element);
        return element.TryGetProperty("ramp", out var ramp)
            ? new Segment(length, Start(from, ramp), RampTo: ramp.GetProperty("to").GetDouble())
            : new Segment(length, from);
    }

    private static Distribution Start(Distribution before, JsonElement ramp)
    {
        var start = ramp.GetProperty("from").GetDouble();
        return ramp.GetProperty("param").GetString() switch
        {
            "mean" => before with { Mean = start },
            "p" => before with { P = start },
            var other => throw new InvalidDataException($"No ramp of '{other}'."),
        };
    }
}
