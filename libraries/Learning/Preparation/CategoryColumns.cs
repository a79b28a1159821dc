namespace MonitoringDemo.Learning.Preparation;

/// <summary>
/// Gives each category of a feature its own column. Categories with few training rows share the column of the rare ones;
/// a category never seen goes there too, and has no column (weight 0) when there is none. Missing has its own column when
/// training saw it, and no column otherwise.
/// </summary>
internal sealed class CategoryColumns
{
    public const int None = -1;

    private readonly int[] _columns;

    private CategoryColumns(int[] columns, int rare, int missing, int count) =>
        (_columns, Rare, Missing, Count) = (columns, rare, missing, count);

    /// <summary>Columns in use.</summary>
    public int Count { get; }

    /// <summary>The column of rare and unseen categories.</summary>
    public int Rare { get; }

    /// <summary>The column of missing values.</summary>
    public int Missing { get; }

    public static CategoryColumns Learn(ReadOnlySpan<double> values, int column, int stride, int categories, int minRows)
    {
        var rows = new int[categories];
        int missing = 0, unseen = 0;
        for (var i = column; i < values.Length; i += stride)
        {
            var code = Code(values[i], categories);
            if (code == None)
                missing++;
            else if (code == categories)
                unseen++;
            else
                rows[code]++;
        }

        var next = 0;
        var columns = new int[categories];
        for (var code = 0; code < categories; code++)
        {
            columns[code] = rows[code] >= minRows && rows[code] > 0 ? next++ : None;
            unseen += rows[code] < minRows ? rows[code] : 0;
        }

        var rare = unseen > 0 ? next++ : None;
        return new CategoryColumns([.. columns.Select(c => c == None ? rare : c)], rare, missing > 0 ? next++ : None, next);
    }

    /// <summary>The index of the category, <paramref name="categories"/> when unknown or no whole number, −1 when missing.</summary>
    public static int Code(double value, int categories)
    {
        if (double.IsNaN(value))
            return None;
        return value >= 0.0 && value < categories && value == Math.Floor(value) ? (int)value : categories;
    }

    /// <summary>The column of a value, or −1.</summary>
    public int Of(double value)
    {
        var code = Code(value, _columns.Length);
        return code == None ? Missing : code == _columns.Length ? Rare : _columns[code];
    }

    /// <summary>The column of a known category, or −1.</summary>
    public int OfCode(int code) => _columns[code];
}
