namespace MonitoringDemo.Demo.Replay;

/// <summary>The ways in which a file says that a value is not there. An empty cell always does.</summary>
public sealed class MissingMarkers
{
    private readonly HashSet<string> _markers;
    private readonly HashSet<double> _numbers = [];
    private readonly int _longest;

    private MissingMarkers(IEnumerable<string> markers)
    {
        _markers = new HashSet<string>(markers, StringComparer.OrdinalIgnoreCase);
        _longest = _markers.Max(marker => marker.Length);
        foreach (var marker in _markers)
        {
            if (Number.TryRead(marker, out var number))
                _numbers.Add(number);
        }
    }

    /// <summary>What pandas, R, SQL, spreadsheets and Weka write.</summary>
    public static MissingMarkers Usual { get; } = new(
        ["NA", "N/A", "<NA>", "#N/A", "#N/A N/A", "#NA", "NaN", "-NaN", "NaT", "null", "(null)", "#NULL!", "None", "nil", @"\N", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "-", "--", ".", "?"]);

    /// <summary>The markers that a command names, or the usual ones when it names none.</summary>
    public static MissingMarkers Of(IReadOnlyList<string> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        return named.Count == 0 ? Usual : new MissingMarkers(named);
    }

    public bool Include(ReadOnlySpan<char> text) =>
        text.Length == 0 || (text.Length <= _longest && _markers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text));

    /// <summary>Whether a number that the file states is a marker, for instance -99.</summary>
    public bool Include(double number) => _numbers.Contains(number);
}
