namespace MonitoringDemo.Demo.Cases;

/// <summary>A world of a case study: rows that are made and not collected. What happens in it, and when, is told in <c>docs/cases</c>.</summary>
internal interface ICaseStudy
{
    /// <summary>What is typed, and the name of its folder in <c>docs/cases</c>.</summary>
    string Name { get; }

    /// <summary>What it is about, in one sentence.</summary>
    string InShort { get; }

    /// <summary>How outcomes come, as <c>replay --delay</c> takes it.</summary>
    string Delay { get; }

    /// <summary>The columns, the label last.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The rows in the order in which they happen, a text for each column; the same seed, the same rows on every machine.</summary>
    IEnumerable<IReadOnlyList<string>> Make(ulong seed);
}
