using System.Text.Json;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Learning;

namespace MonitoringDemo.Inference.Explain;

/// <summary>Tells how probable the likeliest classes of each row are while an answer is written. The log keeps the first of them only, so it asks the model that answered.</summary>
internal sealed class ClassRanking
{
    private readonly IModel? _model;
    private readonly int _version;
    private readonly double[] _features;
    private readonly double[] _probabilities;
    private readonly int _most;

    /// <param name="now">The models that are loaded.</param>
    /// <param name="version">The version that scored the rows.</param>
    /// <param name="features">The rows, row-major.</param>
    /// <param name="most">How many classes.</param>
    public ClassRanking(ServingSnapshot now, int version, double[] features, int most)
    {
        (_version, _features, _most) = (version, features, most);
        ServedModel?[] loaded = [now.Champion, now.Shadow, now.StaticTwin];
        _model = Array.Find(loaded, served => served?.Reference.Version == version)?.Model;
        _probabilities = new double[now.Champion.Model.Schema.Task.Classes];
    }

    /// <summary>Writes a member of a prediction.</summary>
    public void Write(Utf8JsonWriter json, int row)
    {
        if (_model is null) return;

        var (width, names) = (_model.Schema.Count, _model.Schema.Task.ClassNames);
        _model.Probabilities(_features.AsSpan(row * width, width), _probabilities);
        json.WriteStartArray("classes");
        foreach (var k in Enumerable.Range(0, names.Count).OrderByDescending(k => _probabilities[k]).Take(_most))
        {
            json.WriteStartObject();
            json.WriteString("class", names[k]);
            json.WriteNumber("probability", _probabilities[k]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a member of the whole answer: why there are no classes, when there are none.</summary>
    public void WriteRefusal(Utf8JsonWriter json)
    {
        if (_model is null) json.WriteString("noClasses", FormattableString.Invariant($"Version {_version}, which gave this answer, is not loaded any more. Send the rows without the 'requestId' to have them scored anew."));
    }
}
