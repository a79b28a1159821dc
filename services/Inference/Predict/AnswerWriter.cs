using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MonitoringDemo.Inference.Explain;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Inference.Predict;

/// <summary>Writes an answer. But for explanations, which need the model, it depends on nothing but what the log holds, so a repeated request gets the same bytes from there.</summary>
internal static class AnswerWriter
{
    private const int LongestNumber = 32;
    private const int LongestPrediction = 128;
    private static readonly JsonEncodedText Model = JsonEncodedText.Encode("model");
    private static readonly JsonEncodedText ModelVersion = JsonEncodedText.Encode("modelVersion");
    private static readonly JsonEncodedText Predictions = JsonEncodedText.Encode("predictions");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Score = JsonEncodedText.Encode("score");
    private static readonly JsonEncodedText Label = JsonEncodedText.Encode("label");

    public static void Write(Workspace workspace, string model, int version, long firstId, ReadOnlySpan<double> scores, Explanations? explanations = null)
    {
        if (explanations is null)
        {
            WritePlain(workspace.Answer, model, version, firstId, scores);
            return;
        }

        var json = workspace.Json;
        Span<byte> id = stackalloc byte[24];
        "p-"u8.CopyTo(id);
        json.WriteStartObject();
        json.WriteString(Model, model);
        json.WriteNumber(ModelVersion, version);
        json.WriteStartArray(Predictions);
        for (var i = 0; i < scores.Length; i++)
        {
            Utf8Formatter.TryFormat(firstId + i, id[2..], out var digits);
            json.WriteStartObject();
            json.WriteString(Id, id[..(2 + digits)]);
            json.WriteNumber(Score, scores[i]);
            json.WriteNumber(Label, (int)Evaluator.Decide(scores[i]));
            explanations.Write(json, i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        explanations.WriteRefusal(json);
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>The same bytes, put together by hand: an answer has hundreds of these members.</summary>
    private static void WritePlain(ArrayBufferWriter<byte> answer, string model, int version, long firstId, ReadOnlySpan<double> scores)
    {
        answer.Write("{\"model\":\""u8);
        answer.Write(JsonEncodedText.Encode(model, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
        answer.Write("\",\"modelVersion\":"u8);
        var text = answer.GetSpan(LongestNumber);
        Utf8Formatter.TryFormat(version, text, out var length);
        answer.Advance(length);
        answer.Write(",\"predictions\":["u8);
        for (var i = 0; i < scores.Length; i++)
        {
            text = answer.GetSpan(LongestPrediction);
            var written = Put(text, 0, i == 0 ? "{\"id\":\"p-"u8 : ",{\"id\":\"p-"u8);
            Utf8Formatter.TryFormat(firstId + i, text[written..], out length);
            written = Put(text, written + length, "\",\"score\":"u8);
            Utf8Formatter.TryFormat(scores[i], text[written..], out length);
            written = Put(text, written + length, Evaluator.Decide(scores[i]) == 1 ? ",\"label\":1}"u8 : ",\"label\":0}"u8);
            answer.Advance(written);
        }

        answer.Write("]}"u8);
    }

    private static int Put(Span<byte> text, int at, ReadOnlySpan<byte> piece)
    {
        piece.CopyTo(text[at..]);
        return at + piece.Length;
    }
}
