namespace MonitoringDemo.KeepingUp.Streams;

/// <summary>A generated stream: the same seed, the same rows on every machine.</summary>
internal interface IStream
{
    /// <summary>As <c>--streams</c> calls it.</summary>
    string Name { get; }

    /// <summary>Rows when the command does not say.</summary>
    int DefaultRows => 40_000;

    /// <summary>The inputs, in order.</summary>
    IReadOnlyList<Column> Columns { get; }

    /// <summary>What becomes of the concept.</summary>
    ChangeKind Change { get; }

    /// <summary>The first rows of its changes, the centres of gradual ones; empty where there is none or it never rests.</summary>
    IReadOnlyList<int> Changes(int rows, ulong seed);

    /// <summary>The rows, first to last.</summary>
    IEnumerable<StreamRow> Make(int rows, ulong seed);
}
