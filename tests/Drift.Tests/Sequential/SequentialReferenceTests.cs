using System.Text.Json;
using MonitoringDemo.Drift.Tests.References;

namespace MonitoringDemo.Drift.Tests.Sequential;

public sealed class SequentialReferenceTests
{
    [Theory]
    [InlineData("sequential_real.json")]
    [InlineData("sequential_binary.json")]
    public void The_generator_gives_the_reference_streams_bit_for_bit(string file)
    {
        foreach (var entry in ReferenceFiles.Cases(file))
        {
            var values = ReferenceStream.Generate(entry.GetProperty("stream"));

            var print = entry.GetProperty("fingerprint");
            var sum = 0.0;
            foreach (var value in values.Where(double.IsFinite))
                sum += value;
            values.Length.ShouldBe(print.GetProperty("length").GetInt32());
            values.Count(double.IsNaN).ShouldBe(print.GetProperty("missing").GetInt32());
            sum.ShouldBe(print.GetProperty("sum").GetDouble(), $"{entry.GetProperty("id")}");
        }
    }

    [Theory]
    [InlineData("sequential_real.json")]
    [InlineData("sequential_binary.json")]
    public void Drifts_and_warnings_come_at_the_same_values_as_in_the_references(string file)
    {
        var wrong = new List<string>();
        var compared = 0;
        foreach (var entry in ReferenceFiles.Cases(file))
        {
            var values = ReferenceStream.Generate(entry.GetProperty("stream"));
            foreach (var expected in entry.GetProperty("expected").EnumerateArray())
            {
                var (library, name) = (expected.GetProperty("library").GetString()!, expected.GetProperty("detector").GetString()!);
                var parameters = expected.GetProperty("params");
                if (ReferenceDetectors.Make(library, name, parameters) is not { } detector || IsRoundingSensitive(expected) || !expected.TryGetProperty("drift_indices", out var drifts))
                    continue;

                var (ours, warnings) = Run(detector, values);
                compared++;
                if (!ours.SequenceEqual(drifts.EnumerateArray().Select(index => index.GetInt32())))
                    wrong.Add($"{entry.GetProperty("id")} {name} {parameters}: drifts {string.Join(' ', ours.Take(8))}, not {drifts}");
                if (expected.TryGetProperty("warning_ranges", out var ranges) && !warnings.SequenceEqual(Indices(ranges)))
                    wrong.Add($"{entry.GetProperty("id")} {name} {parameters}: warnings");
            }
        }

        compared.ShouldBeGreaterThan(20);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sequential_real.json")]
    [InlineData("sequential_binary.json")]
    public void A_stream_leaves_the_state_that_it_leaves_in_the_references(string file)
    {
        var wrong = new List<string>();
        var compared = 0;
        foreach (var entry in ReferenceFiles.Cases(file))
        {
            var values = ReferenceStream.Generate(entry.GetProperty("stream"));
            foreach (var expected in entry.GetProperty("expected").EnumerateArray().Where(each => each.TryGetProperty("final_state", out _) && !IsRoundingSensitive(each)))
            {
                var (library, name) = (expected.GetProperty("library").GetString()!, expected.GetProperty("detector").GetString()!);
                if (ReferenceDetectors.Make(library, name, expected.GetProperty("params")) is not { } detector)
                    continue;

                Run(detector, values);
                foreach (var (key, ours) in FinalStates.Of(detector))
                {
                    if (!expected.GetProperty("final_state").TryGetProperty(key, out var theirs) || theirs.ValueKind == JsonValueKind.Null) continue;
                    compared++;
                    if (!Tolerance.Statistic(ours, ReferenceFiles.Number(theirs)))
                        wrong.Add($"{entry.GetProperty("id")} {name} {expected.GetProperty("params")}: {key} {ours:R}, not {theirs}");
                }
            }
        }

        compared.ShouldBeGreaterThan(20);
        wrong.ShouldBeEmpty();
    }

    private static (List<int> Drifts, List<int> Warnings) Run(IDriftDetector detector, double[] values)
    {
        var (drifts, warnings) = (new List<int>(), new List<int>());
        for (var i = 0; i < values.Length; i++)
        {
            var skipped = !double.IsFinite(values[i]);
            detector.Update(values[i]);
            if (!skipped && detector.DriftDetected)
                drifts.Add(i);
            if (!skipped && detector.WarningDetected)
                warnings.Add(i);
        }

        return (drifts, warnings);
    }

    private static IEnumerable<int> Indices(JsonElement ranges) =>
        ranges.EnumerateArray().SelectMany(range => Enumerable.Range(range[0].GetInt32(), range[1].GetInt32() - range[0].GetInt32() + 1));

    private static bool IsRoundingSensitive(JsonElement expected) =>
        expected.TryGetProperty("rounding_sensitive", out var flag) && flag.GetBoolean();
}
