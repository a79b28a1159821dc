using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Drift.Tests.Channels;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>Streams as they are outside of textbooks: with memory, with waves, with changes too small to matter.</summary>
public sealed class RealStreamsTests
{
    private const int History = 5_000;
    private const long HalfHour = 30 * 60 * 1_000L;
    private static readonly FeatureSchema Schema = new([new Feature("a", FeatureKind.Numeric, []), new Feature("b", FeatureKind.Numeric, [])], "label");

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void A_feature_that_follows_itself_raises_no_alarm(ulong seed)
    {
        var findings = Watch(Streams.Autoregressive(seed, 60_000, 0.9), Streams.Normal(seed + 10, 60_000));

        findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void A_daily_wave_raises_no_alarm_and_a_shift_on_it_does(ulong seed)
    {
        var (wave, other) = (Streams.Wave(seed, 40_000, 48), Streams.Normal(seed + 10, 40_000));
        var times = Enumerable.Range(0, 40_000).Select(i => 1_700_000_000_000L / HalfHour * HalfHour + i * HalfHour).ToArray();

        var calm = Watch(wave, other, times);
        var found = Watch([.. wave.Select((value, i) => i < 20_000 ? value : value + 0.75)], other, times);

        calm.ShouldBeEmpty();
        var finding = found.ShouldHaveSingleItem();
        (finding.Feature, finding.Kind).ShouldBe(("a", DriftFindingKind.DataDrift));
        finding.Row.ShouldBeInRange(20_000, 20_150);
    }

    [Fact]
    public void A_shift_too_small_to_matter_is_no_news_however_many_rows_show_it()
    {
        var shifted = Streams.Normal(1, 200_000).Select((value, i) => i < 10_000 ? value : value + 0.1).ToArray();

        var findings = Watch(shifted, Streams.Normal(2, 200_000));

        findings.ShouldBeEmpty();
    }

    [Fact]
    public void The_true_onset_lies_in_the_interval_nine_times_in_ten()
    {
        var (held, worlds) = (0, 60);
        for (var seed = 1; seed <= worlds; seed++)
        {
            var onset = 8_000 + 13 * seed;
            var values = Streams.Normal((ulong)seed, 11_000).Select((value, i) => i < onset ? value : value + 0.6).ToArray();

            var finding = Watch(values, Streams.Normal((ulong)seed + 1_000, 11_000)).ShouldHaveSingleItem();

            finding.Onset.ShouldBeInRange(finding.OnsetFrom, finding.OnsetTo);
            if (onset >= finding.OnsetFrom && onset <= finding.OnsetTo) held++;
        }

        held.ShouldBeGreaterThanOrEqualTo(51);
    }

    [Fact]
    public void A_finding_says_in_one_sentence_what_moved_how_far_and_since_when()
    {
        var values = Streams.Normal(1, 11_000).Select((value, i) => i < 8_000 ? value : value - 1).ToArray();

        var finding = Watch(values, Streams.Normal(2, 11_000)).ShouldHaveSingleItem();

        finding.Summary.ShouldMatch(@"^a moved away from the training rows at about row [78],\d{3} \(between [78],\d{3} and 8,\d{3}\): values are (0\.[89]|1\.[0-3]) standard deviations lower; stability index \d\.\d\d, 0\.10 counts as drift\.$");
    }

    [Fact]
    public void A_spread_and_a_share_of_missing_values_are_named_for_what_they_are()
    {
        var random = new Learning.Numerics.SplitMix64(9);
        var spread = Streams.Normal(1, 11_000).Select((value, i) => i < 8_000 ? value : 2.5 * value).ToArray();
        var missing = Streams.Normal(2, 11_000).Select((value, i) => random.NextDouble() < (i < 8_000 ? 0.1 : 0.35) ? double.NaN : value).ToArray();

        var wider = Watch(spread, Streams.Normal(3, 11_000)).ShouldHaveSingleItem();
        var holes = Watch(missing, Streams.Normal(4, 11_000)).Where(finding => finding.Kind == DriftFindingKind.DataDrift).ShouldHaveSingleItem();

        wider.Summary.ShouldContain("times as widely");
        holes.Summary.ShouldContain("missing ones are");
    }

    private static List<DriftFinding> Watch(double[] a, double[] b, long[]? times = null)
    {
        var monitor = new ModelMonitor(Schema);
        double[] rows = [.. a.Zip(b, (first, second) => new[] { first, second }).SelectMany(pair => pair)];
        monitor.AddHistory(0, rows.AsSpan(0, 2 * History), times is null ? default : times.AsSpan(0, History));
        monitor.ChangeModel(History, 1, 0, History);
        var findings = new List<DriftFinding>();
        var scores = Streams.Normal(99, a.Length).Select(value => 1 / (1 + value * value)).ToArray();
        for (var row = History; row < a.Length; row += 500)
        {
            var count = Math.Min(500, a.Length - row);
            var some = scores.AsSpan(row, count);
            monitor.AddPredictions(row, rows.AsSpan(2 * row, 2 * count), some, some, 1, times is null ? default : times.AsSpan(row, count));
            findings.AddRange(monitor.Check().Findings);
        }

        return findings;
    }
}
