using System.Text.Json;
using MonitoringDemo.Drift.Tests.References;
using MonitoringDemo.Drift.Thresholds;

namespace MonitoringDemo.Drift.Tests.Thresholds;

public sealed class DeviationThresholdsTests
{
    [Fact]
    public void Thresholds_agree_with_the_references()
    {
        foreach (var entry in ReferenceFiles.Cases("thresholds.json"))
        {
            double[] chunks = [.. entry.GetProperty("reference_chunk_values").EnumerateArray().Select(ReferenceFiles.Number)];
            var thresholds = new DeviationThresholds(
                Of(entry, "std_lower_multiplier"), Of(entry, "std_upper_multiplier"), Of(entry, "lower_limit"), Of(entry, "upper_limit"),
                entry.GetProperty("override_limit_with_none").GetBoolean());

            var (lower, upper) = thresholds.Of(chunks);

            var expected = entry.GetProperty("expected");
            Tolerance.Statistic(lower ?? double.NaN, Of(expected, "lower") ?? double.NaN).ShouldBeTrue($"{entry.GetProperty("id")} {lower}");
            Tolerance.Statistic(upper ?? double.NaN, Of(expected, "upper") ?? double.NaN).ShouldBeTrue($"{entry.GetProperty("id")} {upper}");
        }
    }

    [Fact]
    public void Without_a_finite_chunk_there_is_no_threshold() => new DeviationThresholds().Of([double.NaN]).ShouldBe((null, null));

    private static double? Of(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? ReferenceFiles.Number(number) : null;
}
