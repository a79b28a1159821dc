namespace MonitoringDemo.Learning.Schema;

/// <summary>One input of a model.</summary>
/// <param name="Name">The name under which requests carry it; unique in a schema.</param>
/// <param name="Kind">How its values are read.</param>
/// <param name="Categories">The known categories of a categorical feature, in the order of their codes; otherwise empty.</param>
/// <param name="Nullable">Whether a request may carry <c>null</c> for it.</param>
public sealed record Feature(string Name, FeatureKind Kind, IReadOnlyList<string> Categories, bool Nullable = false)
{
    /// <summary>The category of a code, in words; what is none of the known ones was never seen before.</summary>
    public string CategoryOf(double code) => code >= 0 && code < Categories.Count ? Categories[(int)code] : "never seen before";
}
