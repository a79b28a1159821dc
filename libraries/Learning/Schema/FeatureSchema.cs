using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Schema;

/// <summary>The inputs of a model, in the order in which rows hold them, and the name of its label.</summary>
/// <remarks>A row is a <c>double[]</c> of <see cref="Count"/> values in this order; see <see cref="FeatureKind"/>.</remarks>
public sealed class FeatureSchema
{
    private readonly Dictionary<string, int> _indices;

    /// <summary>Creates a schema.</summary>
    /// <exception cref="ArgumentException">No feature, or the name of a feature, or of a category within one, that occurs twice.</exception>
    /// <param name="features">The inputs, in the order of a row's values.</param>
    /// <param name="label">The name of the label in files and outcomes.</param>
    /// <param name="task">What is predicted; two classes when it is left out.</param>
    public FeatureSchema(IReadOnlyList<Feature> features, string label, ITask? task = null)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count == 0)
            throw new ArgumentException("A schema needs at least one feature.", nameof(features));

        _indices = new Dictionary<string, int>(features.Count, StringComparer.Ordinal);
        for (var i = 0; i < features.Count; i++)
        {
            if (!_indices.TryAdd(features[i].Name, i))
                throw new ArgumentException($"The feature '{features[i].Name}' occurs twice.", nameof(features));
            if (Twice(features[i].Categories) is { } category)
                throw new ArgumentException($"The category '{category}' of the feature '{features[i].Name}' occurs twice: a value of it would have two codes.", nameof(features));
        }

        Features = features;
        Label = label;
        Task = task ?? BinaryClassification.Instance;
    }

    /// <summary>The inputs, in the order of a row's values.</summary>
    public IReadOnlyList<Feature> Features { get; }

    /// <summary>The name of the label in files and outcomes.</summary>
    public string Label { get; }

    /// <summary>What is predicted.</summary>
    public ITask Task { get; }

    /// <summary>Values in a row.</summary>
    public int Count => Features.Count;

    /// <summary>The position of a feature in a row, or -1.</summary>
    public int IndexOf(string name) => _indices.TryGetValue(name, out var index) ? index : -1;

    private static string? Twice(IReadOnlyList<string> categories)
    {
        var seen = new HashSet<string>(categories.Count, StringComparer.Ordinal);
        return categories.FirstOrDefault(category => !seen.Add(category));
    }
}
