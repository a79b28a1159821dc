using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Values of a numeric column that are no numbers: how many, and the first ones with their places.</summary>
internal sealed class OddTexts
{
    private const int MostNamed = 3;

    private readonly List<string> _named = [];

    /// <summary>How many rows hold one.</summary>
    public long Count { get; private set; }

    public void Add(string text, RowPlace place, int rows = 1)
    {
        if (_named.Count < MostNamed)
            _named.Add($"'{text}' in {place.InWords}");
        else if (_named.Count == MostNamed)
            _named.Add("…");
        Count += rows;
    }

    /// <summary>What is said of them; nothing where there are none.</summary>
    /// <param name="of">How many rows were looked at.</param>
    public string InWords(long of) => Count == 0
        ? ""
        : FormattableString.Invariant($"{Count} of {of} values are no numbers and count as missing: {string.Join(", ", _named)}");
}
