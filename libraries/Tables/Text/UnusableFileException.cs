namespace MonitoringDemo.Tables.Text;

/// <summary>What is wrong with the bytes of a file; who counts the lines adds where.</summary>
/// <param name="what">What is wrong, and the mend.</param>
/// <param name="name">The file.</param>
internal sealed class UnusableFileException(string what, string name) : IOException(what)
{
    /// <summary>The refusal, with the line reached.</summary>
    public UnusableTableException At(long line) => new(FormattableString.Invariant($"{name}, line {line}: {Message}."), this);
}
