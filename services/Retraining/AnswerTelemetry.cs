using System.Diagnostics.Metrics;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining;

/// <summary>How right the answers are that were served, for whom, and how well their scores keep what they promise: counted on every outcome.</summary>
/// <remarks>
/// Rows in quarantine are left out, and rows that a former process read. Counters, so that any time range can be asked for; a scrape reads them, a row pays for additions alone.
/// </remarks>
internal sealed class AnswerTelemetry
{
    /// <summary>Bins of the score, each a tenth wide.</summary>
    public const int Bins = 10;

    // Features are taken in the order of the schema as long as their groups have room; what is beyond is counted under "all" alone.
    private const int MostSlices = 200;

    private static readonly string[] s_bins = [.. Enumerable.Range(0, Bins).Select(bin => $"{bin}0-{bin + 1}0 %")];

    private readonly string _model;
    private readonly long[] _came = new long[Bins];
    private readonly long[] _otherwise = new long[Bins];
    private readonly double[] _scores = new double[Bins];
    private volatile SliceCount? _slices;

    public AnswerTelemetry(IMeterFactory meters, ModelSlot slot)
    {
        _model = slot.Model;
        var meter = meters.Create(RetrainingTelemetry.Name);
        meter.CreateObservableCounter("mlops_answers", Answers, description: "Answers whose outcome came, by group of rows and whether they were right; each row is in all and in one group of each categorical feature.");
        meter.CreateObservableCounter("mlops_calibration_outcomes", Outcomes, description: "Outcomes by the score that was answered, in tenths: what the score is the probability of came, or did not.");
        meter.CreateObservableCounter("mlops_calibration_scores", Scores, description: "Sum of the scores of these outcomes: as many as would have come if the scores were right.");
    }

    /// <summary>Starts every series at 0, once it is known what rows look like.</summary>
    public void Begin(FeatureSchema? schema)
    {
        if (schema is not null) _slices ??= new SliceCount(schema, MostSlices);
    }

    /// <summary>One more row whose outcome came.</summary>
    public void Take(FeatureSchema schema, RowStore rows, long row)
    {
        if (rows.Version(row) == 0) return;

        Begin(schema);
        var (score, label) = (rows.Answered(row), rows.Label(row));
        var right = Evaluator.Decide(score) == label;
        _slices!.Add(rows.Values(row), right);

        // Of two classes the score is the probability of the second; of more it tells that of the class that was answered.
        var (said, came) = ClassAnswer.IsOne(score) ? (ClassAnswer.ProbabilityOf(score), right) : (score, label == 1);
        if (!(said is >= 0 and <= 1)) return;
        var bin = Math.Min(Bins - 1, (int)(said * Bins));
        (came ? _came : _otherwise)[bin]++;
        _scores[bin] += said;
    }

    private IEnumerable<Measurement<long>> Answers()
    {
        foreach (var (slice, right, wrong) in _slices?.Counts ?? [])
        {
            yield return new(right, Tag("model", _model), Tag("slice", slice), Tag("result", "right"));
            yield return new(wrong, Tag("model", _model), Tag("slice", slice), Tag("result", "wrong"));
        }
    }

    private IEnumerable<Measurement<long>> Outcomes()
    {
        for (var bin = 0; bin < Bins; bin++)
        {
            yield return new(Volatile.Read(ref _came[bin]), Tag("model", _model), Tag("bin", s_bins[bin]), Tag("outcome", "came"));
            yield return new(Volatile.Read(ref _otherwise[bin]), Tag("model", _model), Tag("bin", s_bins[bin]), Tag("outcome", "otherwise"));
        }
    }

    private IEnumerable<Measurement<double>> Scores()
    {
        for (var bin = 0; bin < Bins; bin++) yield return new(Volatile.Read(ref _scores[bin]), Tag("model", _model), Tag("bin", s_bins[bin]));
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
