using System.Text.Json;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Multiclass;

/// <summary>More than two classes: a sum of log-odds for each, made into probabilities together.</summary>
/// <remarks>The parts are models of one family. What each adds is the same for every class, so that only differences between classes mean something.</remarks>
internal sealed class SoftmaxModel : IExplainableModel
{
    private const int MostRowsAtOnce = 64;
    private const int MostValuesAtOnce = 4_096;

    private readonly ILogOddsModel[] _parts;
    private readonly Action<Utf8JsonWriter, ILogOddsModel> _write;

    /// <param name="schema">The rows it takes.</param>
    /// <param name="parts">One per class, in the order of the labels.</param>
    /// <param name="write">Writes what a part is made of.</param>
    public SoftmaxModel(FeatureSchema schema, ILogOddsModel[] parts, Action<Utf8JsonWriter, ILogOddsModel> write)
    {
        if (parts.Length != schema.Task.Classes)
            throw new ArgumentException($"{parts.Length} parts for {schema.Task.Classes} classes: give one for each.", nameof(parts));
        (Schema, _parts, _write) = (schema, parts, write);
    }

    public string Algorithm => _parts[0].Algorithm;

    public FeatureSchema Schema { get; }

    /// <summary>One per class.</summary>
    public IReadOnlyList<ILogOddsModel> Parts => _parts;

    public double Score(ReadOnlySpan<double> row)
    {
        if (row.Length != Schema.Count)
            throw new ArgumentException($"The row has {row.Length} values; the model takes {Schema.Count}.", nameof(row));
        var score = 0.0;
        Score(row, new Span<double>(ref score));
        return score;
    }

    public void Score(ReadOnlySpan<double> rows, Span<double> scores)
    {
        var (width, classes) = (Schema.Count, _parts.Length);
        if (rows.Length != scores.Length * width)
            throw new ArgumentException($"{rows.Length} values for {scores.Length} scores of {width} values each.", nameof(rows));
        var atOnce = Math.Clamp(Math.Min(MostValuesAtOnce / classes, scores.Length), 1, MostRowsAtOnce);
        Span<double> logOdds = stackalloc double[atOnce];
        Span<double> byRow = stackalloc double[atOnce * classes];
        for (var from = 0; from < scores.Length; from += atOnce)
        {
            var count = Math.Min(atOnce, scores.Length - from);
            Fill(rows.Slice(from * width, count * width), logOdds[..count], byRow);
            for (var i = 0; i < count; i++)
            {
                var probabilities = byRow.Slice(i * classes, classes);
                Softmax.Normalise(probabilities);
                var best = Softmax.Best(probabilities);
                scores[from + i] = ClassAnswer.Of(best, probabilities[best]);
            }
        }
    }

    public void Probabilities(ReadOnlySpan<double> row, Span<double> probabilities)
    {
        if (row.Length != Schema.Count || probabilities.Length != _parts.Length)
            throw new ArgumentException($"{row.Length} values and {probabilities.Length} probabilities; the model takes {Schema.Count} and gives {_parts.Length}.", nameof(row));
        var logOdds = 0.0;
        Fill(row, new Span<double>(ref logOdds), probabilities);
        Softmax.Normalise(probabilities);
    }

    /// <summary>Of the class that is answered: its log-odds less the mean of all classes', split among the features.</summary>
    public double Explain(ReadOnlySpan<double> row, Span<double> contributions)
    {
        var answered = ClassAnswer.ClassOf(Score(row));
        var own = new double[contributions.Length];
        var start = _parts[answered].Explain(row, contributions);
        var mean = 0.0;
        Span<double> sums = new double[contributions.Length];
        foreach (var part in _parts)
        {
            mean += part.Explain(row, own);
            for (var i = 0; i < own.Length; i++)
                sums[i] += own[i];
        }

        for (var i = 0; i < own.Length; i++)
            contributions[i] -= sums[i] / _parts.Length;
        return start - (mean / _parts.Length);
    }

    public byte[] ToArtifact() => ModelArtifact.Write(Algorithm, Schema, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("classes");
        foreach (var part in _parts)
            _write(writer, part);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>Reads what was written for each class.</summary>
    /// <exception cref="InvalidModelArtifactException">There are not as many parts as classes.</exception>
    public static SoftmaxModel Read(FeatureSchema schema, JsonElement parameters, Func<JsonElement, ILogOddsModel> part, Action<Utf8JsonWriter, ILogOddsModel> write)
    {
        var parts = parameters.GetProperty("classes");
        return parts.GetArrayLength() == schema.Task.Classes
            ? new SoftmaxModel(schema, [.. parts.EnumerateArray().Select(part)], write)
            : throw new InvalidModelArtifactException($"The model has {parts.GetArrayLength()} parts for {schema.Task.Classes} classes.");
    }

    // Log-odds of a few rows, row by row: the parts give them class by class.
    private void Fill(ReadOnlySpan<double> rows, Span<double> logOdds, Span<double> byRow)
    {
        for (var k = 0; k < _parts.Length; k++)
        {
            _parts[k].LogOdds(rows, logOdds);
            for (var i = 0; i < logOdds.Length; i++)
                byRow[(i * _parts.Length) + k] = logOdds[i];
        }
    }
}
