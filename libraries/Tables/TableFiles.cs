namespace MonitoringDemo.Tables;

/// <summary>
/// Files as one table, in the order given; a name with * or ? stands for the files that it matches, by name in ordinal order. CSV with any separator and quote,
/// and JSON lines, both also packed by gzip or Zstandard; Parquet; Arrow (Feather). What a file is, its first bytes tell.
/// </summary>
public sealed class TableFiles : ITableSource
{
    private readonly string[] _paths;
    private readonly TableOptions _options;

    /// <param name="names">Paths, or patterns; at least one.</param>
    /// <param name="options">What is said of text files; null for nothing.</param>
    /// <exception cref="UnusableTableException">A file or a match is not there.</exception>
    public TableFiles(IReadOnlyList<string> names, TableOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        _options = options ?? new TableOptions();
        _paths = [.. names.SelectMany(Matches)];
        if (_paths.Length == 0)
            throw new UnusableTableException("no file is named.");
    }

    /// <summary>The only file's name without its folder, or the first's and how many more.</summary>
    public string Name => Path.GetFileName(_paths[0]) + (_paths.Length == 1 ? "" : FormattableString.Invariant($" and {_paths.Length - 1} more"));

    /// <summary>The files, in their order.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <inheritdoc />
    public ITableReader Open() => new FileSequence(_paths, _options);

    private static IEnumerable<string> Matches(string name)
    {
        // A file of exactly that name is meant, whatever its name holds.
        if (File.Exists(name))
            return [name];
        if (Directory.Exists(name))
            throw new UnusableTableException($"{name}: a folder; name its files, for instance '{Path.Combine(name, "*.csv")}'.");
        if (!name.AsSpan().ContainsAny('*', '?'))
            throw new UnusableTableException($"{name}: no such file.");
        var folder = Path.GetDirectoryName(name) is { Length: > 0 } named ? named : ".";
        if (folder.AsSpan().ContainsAny('*', '?'))
            throw new UnusableTableException($"{name}: * and ? stand in the name of a file, not of a folder.");
        var found = Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(name)) : [];
        if (found.Length == 0)
            throw new UnusableTableException($"{name}: no file matches.");
        return found.Order(StringComparer.Ordinal);
    }
}
