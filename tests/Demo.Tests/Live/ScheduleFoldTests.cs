using MonitoringDemo.Demo.Live.Schedule;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Tests.Live;

public sealed class ScheduleFoldTests
{
    private const int Songs = 14_000, Batch = 100;

    private readonly SongWorld _world;
    private readonly double[] _features;
    private readonly byte[] _labels = new byte[Songs];
    private readonly long _onset;

    public ScheduleFoldTests()
    {
        var scenario = ScenarioCatalog.TryGet("taste-flip")!;
        var manifest = scenario.Manifest.WithSongs(Songs);
        (_onset, _world) = (manifest.Onset, SongWorld.Of(scenario, manifest, 3));
        _features = new double[Songs * _world.Schema.Count];
        _world.Generate(0, _features, _labels);
    }

    [Fact]
    public void It_trains_on_its_schedule_and_comes_back_from_a_flip_only_with_the_next_trainings()
    {
        var fold = Play(Songs, delay: 300);

        var atOnset = ShareOf(fold, _onset - 1_500, _onset);
        var hit = ShareOf(fold, _onset + 400, _onset + 1_000);
        var after = ShareOf(fold, Songs - 1_500, Songs);

        fold.Trainings.ShouldBe((Songs - 1) / ScheduleFold.Every);
        fold.Row.ShouldBe(Songs);
        atOnset.ShouldBeGreaterThan(0.7);
        hit.ShouldBeLessThan(0.45);
        after.ShouldBeGreaterThan(0.65);
    }

    [Fact]
    public void It_answers_as_model_1_until_its_first_training_and_learns_from_nothing_that_has_not_come()
    {
        var late = Play(ScheduleFold.Every + Batch, delay: ScheduleFold.Every + 2 * Batch);
        var first = Play(ScheduleFold.Every, delay: 0);

        var answered = first.Points.Newest;

        late.Trainings.ShouldBe(0, "no outcome had come when the first training was due");
        first.Trainings.ShouldBe(0);
        answered.Sum(point => point.Outcomes).ShouldBe(ScheduleFold.Every);
        answered.Sum(point => point.Correct).ShouldBe(_labels.Take(ScheduleFold.Every).Count(label => label == 1), "model 1 says hit to everything here");
    }

    [Fact]
    public void Rows_from_before_its_beginning_teach_and_are_not_counted()
    {
        var fold = Play(6_000, delay: 0, since: 4_000);

        var first = fold.Points.Newest[0];

        first.Row.ShouldBe(4_100);
        fold.Points.Newest.Sum(point => point.Outcomes).ShouldBe(2_000);
        fold.Trainings.ShouldBe(0);
    }

    /// <summary>Batches of songs, each followed by the outcomes of the batch so many rows before.</summary>
    private ScheduleFold Play(int songs, int delay, long since = 0)
    {
        var fold = new ScheduleFold(since, seed: 1);
        var width = _world.Schema.Count;
        for (var from = 0; from < songs; from += Batch)
        {
            var ones = Enumerable.Repeat(1.0, Batch).ToArray();
            fold.Take(new PredictionBatch(from, width, _features[(from * width)..((from + Batch) * width)], 1, ones, ones, 0, [], null, null), _world.Schema);
            var told = from - delay;
            if (told >= 0) fold.Take(new OutcomeBatch([.. Enumerable.Range(told, Batch).Select(row => (long)row)], _labels[told..(told + Batch)]) { AtRow = from + Batch }, _world.Schema);
        }

        return fold;
    }

    private static double ShareOf(ScheduleFold fold, long from, long to)
    {
        var points = fold.Points.Newest.Where(point => point.Row > from && point.Row <= to).ToList();
        return (double)points.Sum(point => point.Correct) / points.Sum(point => point.Outcomes);
    }
}
