namespace MonitoringDemo.Learning.Trainers;

/// <summary>Reads a trainer's parameters: defaults for what is missing, a clear refusal of what is unknown or out of range.</summary>
internal sealed class TrainerSettings(string trainer, IReadOnlyDictionary<string, double> given)
{
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    public double Number(string name, double missing, double min, double max)
    {
        _known.Add(name);
        if (!given.TryGetValue(name, out var value))
            return missing;
        return value >= min && value <= max
            ? value
            : throw new TrainingException(FormattableString.Invariant($"The trainer '{trainer}' needs '{name}' between {min} and {max}; it got {value}."));
    }

    public int Whole(string name, int missing, int min, int max)
    {
        var value = Number(name, missing, min, max);
        return value == Math.Floor(value)
            ? (int)value
            : throw new TrainingException(FormattableString.Invariant($"The trainer '{trainer}' needs a whole number for '{name}'; it got {value}."));
    }

    public void RefuseOthers()
    {
        var unknown = given.Keys.Where(key => !_known.Contains(key)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
            throw new TrainingException($"The trainer '{trainer}' does not know the parameter '{unknown}'. It knows: {string.Join(", ", _known)}.");
    }
}
