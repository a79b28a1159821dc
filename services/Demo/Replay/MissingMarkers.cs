namespace MonitoringDemo.Demo.Replay;

/// <summary>The ways in which a file says that a value is not there. An empty cell always does.</summary>
public sealed class MissingMarkers
{
    private readonly HashSet<string> _markers;

    private MissingMarkers(IEnumerable<string> markers) => _markers = new HashSet<string>(markers, StringComparer.OrdinalIgnoreCase);

    /// <summary>What pandas, R, SQL, spreadsheets and Weka write.</summary>
    public static MissingMarkers Usual { get; } = new(
        ["NA", "N/A", "<NA>", "#N/A", "#N/A N/A", "#NA", "NaN", "-NaN", "NaT", "null", "(null)", "#NULL!", "None", "nil", @"\N", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "-", "--", ".", "?"]);

    /// <summary>The markers that a command names, or the usual ones when it names none.</summary>
    public static MissingMarkers Of(IReadOnlyList<string> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        return named.Count == 0 ? Usual : new MissingMarkers(named);
    }

    public bool Include(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 || _markers.Contains(text);
    }
}
