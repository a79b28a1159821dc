using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>What the first rows of a table let one guess of its columns.</summary>
internal sealed class ColumnGuess
{
    private static readonly string[] s_labels = ["label", "target", "y", "class", "outcome", "hit", "churn", "default", "fraud"];

    private static readonly string[] s_ids = ["id", "key", "uuid", "guid", "number", "no", "nr", "code"];

    private readonly TextTable _head;
    private readonly NumberColumns _numbers;
    private readonly string _said;
    private readonly HashSet<int> _ignored;

    public ColumnGuess(TextTable head, ReplaySettings settings)
    {
        (_head, _said) = (head, settings.Label);
        _ignored = IgnoredColumns.Of(head, settings.Ignore);
        if (_said.Length > 0)
            head.Require(_said, "--label");
        _numbers = new NumberColumns(head, settings.DecimalSign, head.Rows.Count, i => head.Columns[i].Type is not (StatedType.Other or StatedType.Time));
        Time = settings.Time is { } time ? head.Require(time, "--time") : Enumerable.Range(0, head.Columns.Count).FirstOrDefault(IsTime, -1);
        Reading = Time < 0 ? null : ReadingOf(Time, settings.TimeFormat);
    }

    /// <summary>The column of times, as the command says, else the first there is; -1 for none.</summary>
    public int Time { get; }

    /// <summary>How it is read; null when its first rows do not say.</summary>
    public TimeReading? Reading { get; }

    /// <summary>What a replay would take a column for.</summary>
    public string Word(int column) => column == Time ? "time"
        : _ignored.Contains(column) || _head.Columns[column].Type == StatedType.Other ? "left out"
        : IsNumber(column) ? "number"
        : IsCategory(column) ? "category"
        : "left out";

    /// <summary>Whether a column names the first rows: text of which none comes back, or such whole numbers that only rise, or are called an id.</summary>
    public bool IsLikelyId(int column) => column != Time && _head.Columns[column].Type is not (StatedType.Other or StatedType.Time)
        && _numbers.Texts(column) is var texts && texts.Present > 2 && texts.Different.Count == texts.Present
        && (!IsNumber(column) || IsCount(column));

    private bool IsCount(int column)
    {
        var last = double.NegativeInfinity;
        var rises = true;
        foreach (var row in _head.Rows)
        {
            if (_head.Missing.Include(row[column]))
                continue;
            if (!Number.TryRead(row[column], out var number) || number != Math.Floor(number))
                return false;
            rises &= number > last;
            last = number;
        }

        var name = _head.Columns[column].Name;
        return rises || s_ids.Any(id => name.Equals(id, StringComparison.OrdinalIgnoreCase) || name.EndsWith($"_{id}", StringComparison.OrdinalIgnoreCase) || name.EndsWith($" {id}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What the notation of a column needs said.</summary>
    public string Note(int column) => _head.Columns[column].Type == StatedType.Other ? "lists, structures or bytes"
        : column == Time || _head.Columns[column].Type == StatedType.Time ? ""
        : IsOpen(column) ? "a comma can part thousands or be the decimal sign: --decimal"
        : _numbers.NotationOf(column)?.InWords ?? "";

    /// <summary>The label: as the command says, else the column of two classes with the likeliest name, else the last of them; -1 for none.</summary>
    public int Label(IReadOnlyList<ColumnCount> counts)
    {
        if (_said.Length > 0)
            return _head.Require(_said, "--label");
        var two = Enumerable.Range(0, counts.Count).Where(column => counts[column].Different == 2 && column != Time && !_ignored.Contains(column)).ToList();
        return two.Count == 0 ? -1
            : two.OrderByDescending(column => s_labels.Any(name => _head.Columns[column].Name.Contains(name, StringComparison.OrdinalIgnoreCase) && (name.Length > 1 || _head.Columns[column].Name.Length == 1))).ThenByDescending(column => column).First();
    }

    /// <summary>Columns that alone predict a label in the first rows.</summary>
    public IReadOnlyList<string> Leaks(int label)
    {
        var rows = Enumerable.Range(0, _head.Rows.Count).Where(row => !_head.Missing.Include(_head.Rows[row][label])).ToList();
        if (rows.Count == 0)
            return [];
        var table = _head with { Rows = [.. rows.Select(row => _head.Rows[row])], Places = [.. rows.Select(row => _head.Places[row])] };
        var columns = Enumerable.Range(0, _head.Columns.Count).Where(column => column != label && column != Time && Word(column) != "left out" && !IsOpen(column))
            .Select(column => new InferredColumn(column, _head.Columns[column].Name, IsNumber(column) ? ColumnUse.Numeric : ColumnUse.Categorical, [], 0, "") { Notation = _numbers.NotationOf(column) ?? NumberNotation.Plain }).ToList();
        return LeakCheck.Find(table, columns, LabelsOf(table, label));
    }

    private static byte[] LabelsOf(TextTable table, int label)
    {
        var classes = new List<string>();
        var labels = new byte[table.Rows.Count];
        for (var row = 0; row < labels.Length; row++)
        {
            var at = classes.FindIndex(known => LabelClasses.Same(known, table.Rows[row][label]));
            if (at < 0)
                classes.Add(table.Rows[row][label]);
            labels[row] = (byte)Math.Min(at < 0 ? classes.Count - 1 : at, byte.MaxValue);
        }

        return labels;
    }

    /// <summary>Pairs of columns that hold the same in every one of the first rows.</summary>
    public IReadOnlyList<string> Copies() =>
        [.. from one in Enumerable.Range(0, _head.Columns.Count)
            from other in Enumerable.Range(one + 1, _head.Columns.Count - one - 1)
            where _head.Rows.All(row => string.Equals(row[one], row[other], StringComparison.Ordinal)) && _head.Rows.Select(row => row[one]).Distinct(StringComparer.Ordinal).Skip(1).Any()
            select $"{_head.Columns[one].Name} = {_head.Columns[other].Name}"];

    private bool IsOpen(int column) => _numbers.Texts(column).Present > 0 && _numbers.IsOpen(column);

    private bool IsNumber(int column) => _head.Columns[column].Type is not (StatedType.Other or StatedType.Time) && (IsOpen(column) || _numbers.NotationOf(column) is not null);

    private bool IsCategory(int column) => _head.Columns[column].Type is not (StatedType.Other or StatedType.Time)
        && _numbers.Texts(column) is var texts && texts.Present > 0 && texts.Different.Count <= SchemaInference.MostCategoriesOf(texts.Present);

    private bool IsTime(int column) => !_ignored.Contains(column) && (_head.Columns[column].Type == StatedType.Time
        || (_head.Columns[column].Type == StatedType.Unstated && _numbers.Texts(column) is var texts && texts.Present > 0 && !IsNumber(column)
            && texts.Different.All(text => TimeTexts.Of(dayFirst: false).TryRead(text, out _) || TimeTexts.Of(dayFirst: true).TryRead(text, out _))));

    private TimeReading? ReadingOf(int column, string? format)
    {
        var evidence = new DayOrMonth();
        for (var row = 0; row < _head.Rows.Count; row++)
            evidence.See(_head.Rows[row][column], _head.Places[row]);
        if (format is null && Number.TryRead(_head.Rows[0][column], out var number))
            return new TimeReading(null, TimeReading.ScaleOf(number));
        return format is not null ? new TimeReading(TimeTexts.Of(format), null)
            : evidence.IsOpen ? null
            : new TimeReading(TimeTexts.Of(evidence.IsDayFirst), null);
    }
}
