using System.Text.Json;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Inference.Explain;

/// <summary>Explains the rows of one answer while it is written: the strongest features of each, and what the others add up to.</summary>
internal sealed class Explanations
{
    public const int Strongest = 5;

    private readonly IExplainableModel? _model;
    private readonly string _why;
    private readonly double[] _features;
    private readonly double[] _contributions;
    private readonly CancellationToken _asked;

    /// <param name="now">The models that are loaded.</param>
    /// <param name="version">The version that scored the rows.</param>
    /// <param name="features">The rows, row-major.</param>
    /// <param name="asked">Cancelled when nobody waits for the answer any more: a row can cost a millisecond, a request has up to a thousand.</param>
    public Explanations(ServingSnapshot now, int version, double[] features, CancellationToken asked)
    {
        _features = features;
        _asked = asked;
        _contributions = new double[now.Champion.Model.Schema.Count];
        ServedModel?[] loaded = [now.Champion, now.Shadow, now.StaticTwin];
        var scored = Array.Find(loaded, served => served?.Reference.Version == version);
        _model = scored?.Model as IExplainableModel;
        _why = scored is null
            ? FormattableString.Invariant($"Version {version}, which gave this answer, is not loaded any more. Send the rows without the 'requestId' to have them explained by version {now.Champion.Reference.Version}.")
            : FormattableString.Invariant($"Version {version} is of the family '{scored.Model.Algorithm}', which cannot say what its features do.");
    }

    /// <summary>Writes a member of a prediction.</summary>
    /// <exception cref="OperationCanceledException">The caller has left.</exception>
    public void Write(Utf8JsonWriter json, int row)
    {
        if (_model is null) return;

        _asked.ThrowIfCancellationRequested();
        var width = _contributions.Length;
        var values = _features.AsSpan(row * width, width);
        json.WriteStartObject("explanation");
        json.WriteNumber("base", _model.Explain(values, _contributions));
        json.WriteStartArray("features");
        var strongest = Enumerable.Range(0, width).OrderByDescending(i => Math.Abs(_contributions[i])).Take(Strongest).ToArray();
        foreach (var i in strongest)
        {
            // Adding 0 turns -0, which says nothing to people, into 0, and changes no other number.
            Write(json, _model.Schema.Features[i], values[i] + 0.0, _contributions[i] + 0.0);
            _contributions[i] = 0;
        }

        json.WriteEndArray();
        json.WriteNumber("others", _contributions.Sum());
        json.WriteEndObject();
    }

    /// <summary>Writes a member of the whole answer: why there is no explanation, when there is none.</summary>
    public void WriteRefusal(Utf8JsonWriter json)
    {
        if (_model is null) json.WriteString("notExplained", _why);
    }

    private static void Write(Utf8JsonWriter json, Feature feature, double value, double contribution)
    {
        json.WriteStartObject();
        json.WriteString("feature", feature.Name);
        if (feature.Kind == FeatureKind.Categorical) json.WriteString("value", FeatureSentence.Category(feature, value));
        else if (double.IsNaN(value)) json.WriteNull("value");
        else json.WriteNumber("value", value);
        json.WriteNumber("contribution", contribution);
        json.WriteString("sentence", FeatureSentence.Of(feature, value, contribution));
        json.WriteEndObject();
    }
}
