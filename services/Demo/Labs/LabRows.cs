using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Labs;

/// <summary>The inference log of a play: each row served, and each outcome in the order in which it came.</summary>
/// <param name="First">The first row served.</param>
/// <param name="Served">Each row from <paramref name="First"/> on.</param>
/// <param name="Outcomes">In the order of arrival.</param>
internal sealed record LabRows(long First, IReadOnlyList<LabRow> Served, IReadOnlyList<LabOutcome> Outcomes)
{
    public static LabRows Read(DataDirectory data)
    {
        var (served, outcomes) = (new List<LabRow>(), new List<LabOutcome>());
        var answers = new Dictionary<long, LabRow>();
        var (first, next) = (-1L, 0L);
        using var reader = Stores.Log(data).OpenReader();
        while (reader.TryRead(out var record))
        {
            if (record is PredictionBatch batch)
            {
                if (first < 0) first = batch.FirstRow;
                for (var i = 0; i < batch.Count; i++)
                {
                    var row = new LabRow(batch.Row(i).ToArray(), batch.ModelVersion, Evaluator.Decide(batch.Scores[i]), batch.StaticScores[i]);
                    served.Add(row);
                    answers[batch.FirstRow + i] = row;
                }

                next = batch.FirstRow + batch.Count;
            }
            else if (record is OutcomeBatch came)
            {
                for (var i = 0; i < came.Count; i++)
                {
                    if (answers.TryGetValue(came.Rows[i], out var answer))
                        outcomes.Add(new LabOutcome(came.Rows[i], came.Labels[i], answer.Answer == came.Labels[i], answer.StaticAnswer == came.Labels[i], next - 1));
                }
            }
        }

        return new LabRows(first, served, outcomes);
    }
}
