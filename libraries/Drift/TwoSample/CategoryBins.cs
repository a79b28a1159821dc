namespace MonitoringDemo.Drift.TwoSample;

/// <summary>Bins of category codes: those that make up less than 1 % of a reference share the last bin with those never seen.</summary>
internal static class CategoryBins
{
    private const double LeastShare = 0.01;

    /// <summary>The bin of each code; the last entry is for those never seen.</summary>
    /// <param name="codes">The reference, NaN for missing.</param>
    /// <param name="categories">How many are known.</param>
    public static int[] Of(ReadOnlySpan<double> codes, int categories)
    {
        var counts = new int[categories + 1];
        foreach (var code in codes)
        {
            if (!double.IsNaN(code)) counts[CodeOf(code, categories)]++;
        }

        var binOfCode = new int[categories + 1];
        var own = 0;
        for (var code = 0; code < categories; code++) binOfCode[code] = counts[code] >= LeastShare * codes.Length ? own++ : -1;
        binOfCode[categories] = -1;
        foreach (ref var bin in binOfCode.AsSpan())
        {
            if (bin < 0) bin = own;
        }

        return binOfCode;
    }

    /// <summary>A value as the code of a category; the number of known ones stands for those never seen.</summary>
    public static int CodeOf(double value, int categories) => value >= 0 && value < categories ? (int)value : categories;
}
