using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MonitoringDemo.Inference.Explain;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Tasks;

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

    private static readonly JsonEncodedText Class = JsonEncodedText.Encode("class");

    /// <param name="workspace">Takes the answer.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="version">The version that answered.</param>
    /// <param name="firstId">The id of the first row.</param>
    /// <param name="scores">One per row.</param>
    /// <param name="explanations">Why, where it was asked for.</param>
    /// <param name="task">What is answered; two classes when it is left out.</param>
    /// <param name="ranking">How probable the classes are, where it was asked for.</param>
    public static void Write(
        Workspace workspace, string model, int version, long firstId, ReadOnlySpan<double> scores, Explanations? explanations = null, ITask? task = null, ClassRanking? ranking = null)
    {
        task ??= BinaryClassification.Instance;
        if (explanations is null && task.Classes == 2)
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
            // Of many classes the probability of the one that is answered.
            json.WriteNumber(Score, task.Classes == 2 ? scores[i] : task.EventProbability(scores[i]));
            json.WriteNumber(Label, (int)task.Decide(scores[i]));
            if (task.Classes > 2) json.WriteString(Class, task.NameOf(task.Decide(scores[i])));
            ranking?.Write(json, i);
            explanations?.Write(json, i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ranking?.WriteRefusal(json);
        explanations?.WriteRefusal(json);
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
