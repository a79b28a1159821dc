using Microsoft.Extensions.Options;

namespace MonitoringDemo.Inference.Requests;

/// <summary>Names and counts the fields that the schema does not know, where their rows are answered: a column that upstream has added is seen by its name, and its values are not kept.</summary>
internal sealed class UnknownColumns(IOptions<InferenceOptions> options, TimeProvider time, ILogger<UnknownColumns> logger)
{
    /// <summary>Stands for every name beyond the first <see cref="MostNames"/>: a sender with a new name in every row fills no memory.</summary>
    public const string Others = "(others)";

    /// <summary>Names that are kept.</summary>
    public const int MostNames = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, UnknownColumn> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether a row with such a field is answered; otherwise it is refused.</summary>
    public bool ArePassed => options.Value.UnknownFields == UnknownFields.Pass;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<UnknownColumn> Seen
    {
        get
        {
            lock (_gate) return [.. _seen.Values.OrderBy(column => column.Name, StringComparer.Ordinal)];
        }
    }

    /// <summary>A row carried one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="kind">What its value is, in words.</param>
    public void Note(string name, string kind)
    {
        bool isNew;
        lock (_gate)
        {
            var key = _seen.ContainsKey(name) || _seen.Count < MostNames ? name : Others;
            isNew = !_seen.TryGetValue(key, out var column);
            _seen[key] = isNew ? new UnknownColumn(key, kind, 1, time.GetUtcNow()) : column! with { Rows = column.Rows + 1 };
            name = key;
        }

        if (isNew)
            logger.LogWarning("Requests carry the column '{Column}' ({Kind}), which the schema does not know. Their rows are answered without it and its values are not kept; a model that knows it needs a fleet whose history has it.", name, kind);
    }
}
