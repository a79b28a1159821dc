using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Right and wrong answers by <see cref="SliceGroups"/>.</summary>
/// <remarks>One thread adds, any may read.</remarks>
internal sealed class SliceCount
{
    private readonly SliceGroups _groups;
    private readonly string[] _names;
    private readonly long[] _right;
    private readonly long[] _wrong;

    /// <param name="schema">What rows look like.</param>
    /// <param name="most">Groups in all, that of all rows among them; features without room for theirs are left out.</param>
    public SliceCount(FeatureSchema schema, int most)
    {
        _groups = new SliceGroups(schema, most - 1);
        _names = ["all", .. _groups.Names];
        (_right, _wrong) = (new long[_names.Length], new long[_names.Length]);
    }

    /// <summary>Each group with its counts; all rows first.</summary>
    public IEnumerable<(string Slice, long Right, long Wrong)> Counts =>
        _names.Select((name, i) => (name, Volatile.Read(ref _right[i]), Volatile.Read(ref _wrong[i])));

    public void Add(ReadOnlySpan<double> row, bool right)
    {
        var counts = right ? _right : _wrong;
        counts[0]++;
        for (var feature = 0; feature < _groups.Features; feature++)
        {
            if (_groups.Of(row, feature) is >= 0 and var group) counts[group + 1]++;
        }
    }
}
