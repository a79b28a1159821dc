using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>What obstacles ask of rows.</summary>
internal static class ObstacleRows
{
    /// <summary>The place of a feature.</summary>
    /// <exception cref="UntestableException">The rows have none of this name, or it is of the other kind.</exception>
    public static int Feature(DataSet rows, string name, FeatureKind? kind = null)
    {
        var feature = rows.Schema.IndexOf(name);
        if (feature < 0) throw new UntestableException($"there is no feature '{name}'");
        return kind is null || rows.Schema.Features[feature].Kind == kind ? feature
            : throw new UntestableException($"'{name}' is a {(kind == FeatureKind.Numeric ? "category, and a number is wanted" : "number, and a category is wanted")}");
    }
}
