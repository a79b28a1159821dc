using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

public sealed class ScoringTimeTests
{
    [Theory]
    [InlineData(0.4, 0.4)]
    [InlineData(20, 20)]
    [InlineData(2_000, 2_000)]
    public void The_median_is_what_a_row_takes_also_where_a_slow_model_is_asked_for_few(double takes, double median)
    {
        var clock = new FakeTimeProvider();

        var milliseconds = ScoringTime.MedianMilliseconds(new Clocked(clock, _ => takes), Rows(300), clock);

        milliseconds.ShouldBe(median, 1e-6);
    }

    [Fact]
    public void Pauses_now_and_then_and_the_first_rows_say_nothing_of_a_model()
    {
        var clock = new FakeTimeProvider();

        var milliseconds = ScoringTime.MedianMilliseconds(new Clocked(clock, row => row < 20 ? 5 : row % 10 == 0 ? 8 : 0.01), Rows(300), clock);

        milliseconds.ShouldBe(0.01, 1e-6);
    }

    private static DataSet Rows(int count)
    {
        var world = new World(3);
        var rows = Enumerable.Range(0, count).Select(row => world.Next(row)).ToList();
        return new DataSet(World.Schema, [.. rows.SelectMany(row => row.Values)], [.. rows.Select(row => row.Label)], [.. Enumerable.Range(0, count).Select(row => (long)row)]);
    }

    /// <summary>A model that moves the clock.</summary>
    private sealed class Clocked(FakeTimeProvider clock, Func<int, double> milliseconds) : IModel
    {
        private int _asked;

        public string Algorithm => "clocked";

        public FeatureSchema Schema => World.Schema;

        public double Score(ReadOnlySpan<double> row)
        {
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds(_asked++)));
            return 0.5;
        }

        public void Score(ReadOnlySpan<double> rows, Span<double> scores)
        {
            for (var i = 0; i < scores.Length; i++) scores[i] = Score(rows.Slice(i * Schema.Count, Schema.Count));
        }

        public byte[] ToArtifact() => [];
    }
}
