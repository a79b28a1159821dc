using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.LearningSpeed;

/// <summary>Rows to score, one by one and in batches.</summary>
internal sealed class ScoringTasks(IModel model, DataSet data)
{
    public const int Singles = 100_000;
    public const int PeerSingles = 200;
    public const int Rows = 100_000;
    private const int Batch = 1_000;
    private readonly double[] _scores = new double[Batch];

    /// <summary>Keeps the sum, so that no call can be left out.</summary>
    public double Sum { get; private set; }

    public void OneByOne()
    {
        for (var i = 0; i < Singles; i++)
            Sum += model.Score(data.Row(i));
    }

    public void InBatches()
    {
        for (var at = 0; at < Rows; at += Batch)
        {
            model.Score(data.Values.Slice(at * SpeedData.Features, Batch * SpeedData.Features), _scores);
            Sum += _scores[0];
        }
    }

    public double BytesPerRow()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        OneByOne();
        InBatches();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(Singles + Rows);
    }
}
