namespace MonitoringDemo.Demo.Labs;

/// <summary>Two texts in two columns, what they have in common on the same line.</summary>
internal static class SideBySide
{
    private const int LeastColumn = 30;

    /// <summary>Lines of <paramref name="width"/> characters at most: left, a mark (<c>|</c> differs, <c>&lt;</c> and <c>&gt;</c> only on that side), right. Longer lines are folded.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> left, IReadOnlyList<string> right, int width)
    {
        var column = Math.Max(LeastColumn, (width - 3) / 2);
        foreach (var (one, other) in Align(left, right))
        {
            var mark = one is null ? '>' : other is null ? '<' : one == other ? ' ' : '|';
            var (ones, others) = (Fold(one ?? "", column), Fold(other ?? "", column));
            for (var i = 0; i < Math.Max(ones.Count, others.Count); i++)
                yield return $"{(i < ones.Count ? ones[i] : "").PadRight(column)} {mark} {(i < others.Count ? others[i] : "")}".TrimEnd();
        }
    }

    // What both have is the longest common subsequence; the lines between two common ones stand beside each other.
    private static IEnumerable<(string? Left, string? Right)> Align(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var common = new int[left.Count + 1, right.Count + 1];
        for (var i = left.Count - 1; i >= 0; i--)
        {
            for (var j = right.Count - 1; j >= 0; j--)
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var (l, r) = (0, 0);
        while (l < left.Count || r < right.Count)
        {
            if (l < left.Count && r < right.Count && left[l] == right[r]) yield return (left[l++], right[r++]);
            else if (l < left.Count && r < right.Count && common[l + 1, r + 1] == common[l, r]) yield return (left[l++], right[r++]);
            else if (r == right.Count || (l < left.Count && common[l + 1, r] >= common[l, r + 1])) yield return (left[l++], null);
            else yield return (null, right[r++]);
        }
    }

    private static List<string> Fold(string line, int column)
    {
        List<string> parts = [];
        for (line = line.Replace("\t", "    ", StringComparison.Ordinal); line.Length > column; line = line[column..])
            parts.Add(line[..column]);
        parts.Add(line);
        return parts;
    }
}
