using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Multiclass;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Additive;

/// <summary>
/// A model whose log-odds are an intercept plus one term per feature: plain and binned logistic regression. Values that
/// are missing, infinite, or of an unknown category have a defined term, so every score is finite.
/// </summary>
internal sealed class AdditiveModel : ILogOddsModel
{
    private readonly AdditiveScorer _scorer;

    public AdditiveModel(string algorithm, FeatureSchema schema, double intercept, AdditiveTerm[] terms)
    {
        (Algorithm, Schema, Intercept, Terms) = (algorithm, schema, intercept, terms);
        _scorer = new AdditiveScorer(intercept, terms);
    }

    public string Algorithm { get; }

    public FeatureSchema Schema { get; }

    public double Intercept { get; }

    public IReadOnlyList<AdditiveTerm> Terms { get; }

    public double Score(ReadOnlySpan<double> row) => Deterministic.Sigmoid(_scorer.LogOdds(row));

    public void Score(ReadOnlySpan<double> rows, Span<double> scores)
    {
        var width = Schema.Count;
        if (rows.Length != scores.Length * width)
            throw new ArgumentException($"{rows.Length} values for {scores.Length} scores of {width} values each.", nameof(rows));
        for (var i = 0; i < scores.Length; i++)
            scores[i] = Deterministic.Sigmoid(_scorer.LogOdds(rows.Slice(i * width, width)));
    }

    public void LogOdds(ReadOnlySpan<double> rows, Span<double> logOdds)
    {
        var width = Schema.Count;
        for (var i = 0; i < logOdds.Length; i++)
            logOdds[i] = _scorer.LogOdds(rows.Slice(i * width, width));
    }

    public double Explain(ReadOnlySpan<double> row, Span<double> contributions) => LinearContributions.Of(this, row, contributions);

    public byte[] ToArtifact() => ModelArtifact.Write(Algorithm, Schema, writer => AdditiveModelFormat.Write(writer, this));
}
