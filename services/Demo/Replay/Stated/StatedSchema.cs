namespace MonitoringDemo.Demo.Replay.Stated;

/// <summary>What a schema file says of a table: every column by name. What was inferred can be saved as one, edited and given back.</summary>
/// <param name="Columns">In any order.</param>
public sealed record StatedSchema(IReadOnlyList<StatedColumn> Columns)
{
    /// <summary>How messages call the file.</summary>
    internal string FileName { get; init; } = "the schema";

    /// <summary>Which texts say that a value is not there; null for the usual ones.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>The column that is predicted.</summary>
    internal StatedColumn Label => Columns.First(column => column.Role == StatedRole.Label);

    /// <summary>The column that rows are sorted by; null when there is none.</summary>
    internal StatedColumn? Time => Columns.FirstOrDefault(column => column.Role == StatedRole.Time);

    /// <summary>What is said of a column; null for nothing.</summary>
    internal StatedColumn? Find(string name) => Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal));

    /// <summary>The options of a replay that the schema stands for.</summary>
    internal ReplaySettings ApplyTo(ReplaySettings settings) => settings with
    {
        Label = Label.Name,
        Time = Time?.Name,
        TimeFormat = Time?.Format,
        Missing = Missing ?? [],
        Schema = this,
    };

    /// <summary>What was inferred, with what an earlier schema said and nothing infers.</summary>
    internal static StatedSchema Of(IReadOnlyList<InferredColumn> columns, LabelClasses classes, ReplaySettings settings) => new(
        [.. columns.Select(column => Of(column, classes, settings))])
    {
        Missing = settings.Missing.Count == 0 ? null : settings.Missing,
    };

    private static StatedColumn Of(InferredColumn column, LabelClasses classes, ReplaySettings settings)
    {
        var said = settings.Schema?.Find(column.Name);
        var stated = (said ?? new StatedColumn(column.Name, StatedRole.Feature)) with { };
        return column.Use switch
        {
            ColumnUse.Label => stated with { Role = StatedRole.Label, Positive = classes.Many.Count == 0 ? classes.Positive : null },
            ColumnUse.Time => stated with { Role = StatedRole.Time, Format = settings.TimeFormat },
            ColumnUse.Numeric => stated with
            {
                Type = "number",
                DecimalSign = column.Notation.DecimalSign == '.' ? null : $"{column.Notation.DecimalSign}",
                Prefix = NullIfEmpty(column.Notation.Prefix),
                Suffix = NullIfEmpty(column.Notation.Suffix),
            },
            ColumnUse.Categorical => stated with { Type = "category", Allowed = column.Categories },
            _ => stated with { Role = said?.Role ?? StatedRole.Ignored },
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
