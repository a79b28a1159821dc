namespace MonitoringDemo.Learning.Explanation;

/// <summary>Which features carry a change of the mean log loss from earlier to later rows: base + all features = total.</summary>
/// <param name="Total">Mean log loss later less earlier; positive when the model got worse.</param>
/// <param name="Base">The part that no feature carries: the label has become more or less frequent.</param>
/// <param name="Features">All features, the one that raised the loss most first; equal ones in schema order.</param>
public sealed record LossChange(double Total, double Base, IReadOnlyList<FeatureLossChange> Features)
{
    /// <summary>Compares two attributions of the same model.</summary>
    /// <exception cref="ArgumentException">They are of rows with different features.</exception>
    public static LossChange Between(LossAttribution earlier, LossAttribution later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        if (!earlier.Schema.Features.Select(feature => feature.Name).SequenceEqual(later.Schema.Features.Select(feature => feature.Name)))
            throw new ArgumentException("The two attributions are of different features: take both from the same model.", nameof(later));

        var changes = new double[earlier.Features.Count];
        var (change, raised) = (later.BaseLoss - earlier.BaseLoss, Math.Max(0.0, later.BaseLoss - earlier.BaseLoss));
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = later.Features[i] - earlier.Features[i];
            raised += Math.Max(0.0, changes[i]);
        }

        var features = changes.Select((own, i) => new FeatureLossChange(
            earlier.Schema.Features[i].Name, own, Math.Sqrt(earlier.SquaredErrors[i] + later.SquaredErrors[i]), own > 0.0 ? own / raised : 0.0));
        return new LossChange(later.MeanLoss - earlier.MeanLoss, change, [.. features.OrderByDescending(feature => feature.Change)]);
    }
}
