using System.Globalization;

namespace MonitoringDemo.Retraining.Train;

/// <summary>A trainer and its settings, as an option writes them: <c>gradient-boosting trees=60 leaves=15</c>.</summary>
/// <param name="Trainer">The trainer's name.</param>
/// <param name="Parameters">Sorted by name; what is missing has the trainer's default.</param>
internal sealed record Recipe(string Trainer, IReadOnlyDictionary<string, double> Parameters)
{
    /// <summary>The trainer with all its defaults.</summary>
    public static Recipe Of(string trainer) => new(trainer, new SortedDictionary<string, double>(StringComparer.Ordinal));

    /// <exception cref="FormatException">A setting is no <c>name=number</c>, or is given twice.</exception>
    public static Recipe Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var parameters = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in words.Skip(1))
        {
            if (word.Split('=') is not [{ Length: > 0 } name, var number] || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw new FormatException($"'{word}' in '{text.Trim()}' is no setting: write name=number.");
            if (!parameters.TryAdd(name, value))
                throw new FormatException($"'{text.Trim()}' sets '{name}' twice.");
        }

        return new Recipe(words[0], parameters);
    }

    /// <summary>The settings in words; empty for defaults.</summary>
    public static string Words(IReadOnlyDictionary<string, double> parameters) =>
        string.Join(' ', parameters.Select(setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Key}={setting.Value}")));

    /// <inheritdoc/>
    public override string ToString() => Parameters.Count == 0 ? Trainer : $"{Trainer} {Words(Parameters)}";
}
