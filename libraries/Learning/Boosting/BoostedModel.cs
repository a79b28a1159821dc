using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Multiclass;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>A sum of trees over a base of log-odds. Missing, infinite and unknown values go a defined way at every node.</summary>
internal sealed class BoostedModel : ILogOddsModel
{
    private readonly LeafMasks _scorer;
    private readonly Lazy<TreeContributions> _contributions;

    public BoostedModel(FeatureSchema schema, double baseLogOdds, Tree[] trees)
    {
        (Schema, BaseLogOdds, Trees) = (schema, baseLogOdds, trees);
        _scorer = new LeafMasks(schema, baseLogOdds, trees);
        _contributions = new Lazy<TreeContributions>(() => new TreeContributions(schema, baseLogOdds, trees));
    }

    public string Algorithm => GradientBoostingTrainer.Algorithm;

    public FeatureSchema Schema { get; }

    public double BaseLogOdds { get; }

    public IReadOnlyList<Tree> Trees { get; }

    public double Score(ReadOnlySpan<double> row)
    {
        if (row.Length != Schema.Count)
            throw new ArgumentException($"The row has {row.Length} values; the model takes {Schema.Count}.", nameof(row));
        var score = 0.0;
        Score(row, new Span<double>(ref score));
        return score;
    }

    public void Score(ReadOnlySpan<double> rows, Span<double> scores)
    {
        var width = Schema.Count;
        if (rows.Length != scores.Length * width)
            throw new ArgumentException($"{rows.Length} values for {scores.Length} scores of {width} values each.", nameof(rows));
        _scorer.LogOdds(rows, scores);
        foreach (ref var score in scores)
            score = Deterministic.Sigmoid(score);
    }

    public void LogOdds(ReadOnlySpan<double> rows, Span<double> logOdds) => _scorer.LogOdds(rows, logOdds);

    public double Explain(ReadOnlySpan<double> row, Span<double> contributions) => _contributions.Value.Of(row, contributions);

    public byte[] ToArtifact() => ModelArtifact.Write(Algorithm, Schema, writer => BoostedModelFormat.Write(writer, this));
}
