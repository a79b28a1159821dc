using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>The last look at a model before it serves: it takes the served rows and answers with probabilities.</summary>
internal static class ServabilityCheck
{
    private static readonly double[] Probes = [0, 1, -1, 1e6, -1e6];

    /// <exception cref="ModelRefusedException">It does not.</exception>
    public static void Pass(IModel model, int version, FeatureSchema? served)
    {
        if (served is not null && !SchemaJson.Write(model.Schema).AsSpan().SequenceEqual(SchemaJson.Write(served)))
            throw new ModelRefusedException(version, $"Version {version} takes other features than are served. Train it on the schema of the log.");

        var row = new double[model.Schema.Count];
        foreach (var probe in Probes)
        {
            Fill(row, model.Schema, probe);
            var score = model.Score(row);
            if (!model.Schema.Task.IsScore(score))
                throw new ModelRefusedException(version, FormattableString.Invariant($"Version {version} scores a test row {score}, which is no probability. Train it again."));
        }
    }

    /// <summary>What a release says about the importance of features goes into the log, where readers rely on it.</summary>
    /// <exception cref="ModelRefusedException">It does not fit the features.</exception>
    public static void Pass(IReadOnlyList<double>? importance, int version, FeatureSchema schema)
    {
        if (importance is null) return;
        if (importance.Count != schema.Count)
            throw new ModelRefusedException(version, FormattableString.Invariant($"The release of version {version} gives the importance of {importance.Count} features, the model takes {schema.Count}. Give one share per feature, or none at all."));
        if (importance.FirstOrDefault(share => !double.IsFinite(share) || share < 0, 0) is var odd and not 0)
            throw new ModelRefusedException(version, FormattableString.Invariant($"The release of version {version} gives a feature the importance {odd}. A share is a finite number, 0 or more."));
    }

    /// <summary>What a release says about held-out rows goes into the log, too.</summary>
    /// <exception cref="ModelRefusedException">There are more errors than rows.</exception>
    public static void Pass(HeldOutMeasured? heldOut, int version)
    {
        if (heldOut is { } said && (said.Errors < 0 || said.Errors > said.Rows))
            throw new ModelRefusedException(version, FormattableString.Invariant($"The release of version {version} tells of {said.Errors} errors on {said.Rows} rows. There are 0 or more, and no more than rows."));
    }

    /// <summary>A share of requests is one, and somebody is there to answer it.</summary>
    /// <exception cref="ModelRefusedException">It is not.</exception>
    public static void Pass(double? canaryShare, ModelReference? canary)
    {
        if (canaryShare is not { } share) return;
        if (canary is null) throw new ModelRefusedException(0, FormattableString.Invariant($"The release gives a canary the share {share} of the requests, and names no canary. Name it as the shadow, or give no share."));
        if (!(share is > 0 and < 1)) throw new ModelRefusedException(canary.Version, FormattableString.Invariant($"The release gives version {canary.Version} the share {share} of the requests. The share of a canary is above 0 and below 1; a version that answers all is the champion."));
    }

    private static void Fill(double[] row, FeatureSchema schema, double probe)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var feature = schema.Features[i];
            // For categories the probes are: the first one, and one that was never seen.
            row[i] = feature.Kind == FeatureKind.Numeric ? probe : probe == 0 ? 0 : feature.Categories.Count;
            if (feature.Nullable && probe < 0) row[i] = double.NaN;
        }
    }
}
