namespace MonitoringDemo.Learning.Schema;

/// <summary>How the values of a feature are to be read.</summary>
public enum FeatureKind
{
    /// <summary>A real number; missing is NaN.</summary>
    Numeric,

    /// <summary>
    /// One of a list of categories, held as its index; the list's length stands for a category that was
    /// never seen, NaN for a missing one.
    /// </summary>
    Categorical,
}
