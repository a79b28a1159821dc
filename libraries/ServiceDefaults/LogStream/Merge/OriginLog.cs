using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.ServiceDefaults.LogStream.Merge;

/// <summary>One of the logs that a merged log is made of, as far as it has been taken.</summary>
/// <param name="id">Its name.</param>
internal sealed class OriginLog(string id)
{
    public string Id { get; } = id;

    /// <summary>By which prediction ids name it.</summary>
    public long Number { get; } = PredictionIds.NumberOf(id);

    /// <summary>The number of the first of its records that came.</summary>
    public long First { get; set; }

    /// <summary>The number of its record that comes next.</summary>
    public long NextOrdinal { get; set; }

    /// <summary>The number of its row that comes next.</summary>
    public long NextRow { get; set; }

    /// <summary>How many records it has, as its newest message said.</summary>
    public long End { get; set; }

    public RowRuns Rows { get; } = new();
}
