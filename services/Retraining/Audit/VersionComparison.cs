using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Audit;

/// <summary>What two registered versions differ in: data, features, recipe, measures, and their scores on the same rows.</summary>
public static class VersionComparison
{
    /// <exception cref="AuditException">There is no such version, or what the registry keeps of it is gone or altered; the message says which.</exception>
    public static ComparedVersions Of(IJournal journal, IBlobStore blobs, int a, int b)
    {
        var (one, other) = (RegistryReader.FindKept(journal, a), RegistryReader.FindKept(journal, b));
        var (rowsOfOne, rows) = (RecordedParts.Rows(one, blobs), RecordedParts.Rows(other, blobs));
        var features = Features(rowsOfOne.Schema, rows.Schema).ToList();
        return new ComparedVersions(
            Describe(one), Describe(other), Shared(rowsOfOne, rows), features, [.. Importance(one, rowsOfOne.Schema, other, rows.Schema)],
            [.. one.Metrics.Join(other.Metrics, slice => slice.Slice, slice => slice.Slice, (x, y) => (x, y))],
            features.Count > 0 ? null : OnSameRows(RecordedParts.Model(one, blobs), RecordedParts.Model(other, blobs), rows));
    }

    private static ComparedVersion Describe(VersionRecord version) => new(
        version.Version, new Recipe(version.Trainer, version.Parameters).ToString(), version.Seed, version.Trigger, version.TrainedFromRow, version.TrainedToRow, version.TrainedRows, version.DataSetSha256, version.CodeCommit);

    private static int Shared(DataSet a, DataSet b)
    {
        var rows = new HashSet<long>(a.RowNumbers.ToArray());
        rows.IntersectWith(b.RowNumbers.ToArray());
        return rows.Count;
    }

    private static IEnumerable<string> Features(FeatureSchema a, FeatureSchema b)
    {
        var (then, now) = (a.Features.ToDictionary(feature => feature.Name), b.Features.ToDictionary(feature => feature.Name));
        foreach (var feature in a.Features.Where(feature => !now.ContainsKey(feature.Name))) yield return $"'{feature.Name}' is no longer there";
        foreach (var feature in b.Features.Where(feature => !then.ContainsKey(feature.Name))) yield return $"'{feature.Name}' is new";
        foreach (var (name, before) in then)
        {
            if (!now.TryGetValue(name, out var after)) continue;
            if (before.Kind != after.Kind) yield return $"'{name}' was {before.Kind} and is {after.Kind}";
            else if (!before.Categories.SequenceEqual(after.Categories)) yield return $"'{name}' has other categories";
        }
    }

    private static IEnumerable<(string, double?, double?)> Importance(VersionRecord a, FeatureSchema schemaA, VersionRecord b, FeatureSchema schemaB) =>
        schemaA.Features.Concat(schemaB.Features).Select(feature => feature.Name).Distinct().Select(name => (name, Share(a, schemaA, name), Share(b, schemaB, name)));

    private static double? Share(VersionRecord version, FeatureSchema schema, string name)
    {
        var place = schema.Features.ToList().FindIndex(feature => feature.Name == name);
        return place >= 0 && version.Importance is { } shares && place < shares.Count ? shares[place] : null;
    }

    private static SameRowsCompared OnSameRows(IModel a, IModel b, DataSet rows)
    {
        var (scoresA, scoresB) = (Evaluator.Score(a, rows), Evaluator.Score(b, rows));
        var differences = scoresA.Zip(scoresB, Evaluator.Distance).ToList();
        var agree = scoresA.Zip(scoresB, (x, y) => Evaluator.Decide(x) == Evaluator.Decide(y)).Count(same => same);
        return new SameRowsCompared(
            rows.Count, Evaluator.Evaluate(a, rows).Accuracy, Evaluator.Evaluate(b, rows).Accuracy, (double)agree / rows.Count, differences.Average(), differences.Max());
    }
}
