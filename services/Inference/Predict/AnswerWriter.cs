using System.Buffers.Text;
using System.Text.Json;
using MonitoringDemo.Inference.Explain;
using MonitoringDemo.Inference.Requests;

namespace MonitoringDemo.Inference.Predict;

/// <summary>Writes an answer. But for explanations, which need the model, it depends on nothing but what the log holds, so a repeated request gets the same bytes from there.</summary>
internal static class AnswerWriter
{
    private const double Half = 0.5;
    private static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    private static readonly JsonEncodedText ModelVersion = JsonEncodedText.Encode("modelVersion");
    private static readonly JsonEncodedText Predictions = JsonEncodedText.Encode("predictions");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Score = JsonEncodedText.Encode("score");
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");

    public static void Write(Workspace workspace, string model, int version, long firstRow, ReadOnlySpan<double> scores, Explanations? explanations = null)
    {
        var json = workspace.Json;
        Span<byte> id = stackalloc byte[24];
        "p-"u8.CopyTo(id);
        json.WriteStartObject();
        json.WriteString(Model, model);
        json.WriteNumber(ModelVersion, version);
        json.WriteStartArray(Predictions);
        for (var i = 0; i < scores.Length; i++)
        {
            Utf8Formatter.TryFormat(firstRow + i, id[2..], out var digits);
            json.WriteStartObject();
            json.WriteString(Id, id[..(2 + digits)]);
            json.WriteNumber(Score, scores[i]);
            json.WriteNumber(Label, scores[i] >= Half ? 1 : 0);
            explanations?.Write(json, i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        explanations?.WriteRefusal(json);
        json.WriteEndObject();
        json.Flush();
    }
}
