using System.Buffers.Text;
using System.Text.Json;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Inference.RecordOutcomes;

/// <summary>Reads <c>{"outcomes":[{"id":"p-5000","label":1}]}</c>.</summary>
internal static class OutcomeRequestParser
{
    private const int LongestId = 21;
    private const string IdWanted = "must be the id of a prediction, such as 'p-5000'";

    /// <param name="body">The request's body.</param>
    /// <param name="outcomes">Takes the outcomes.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="errors">Gets what is wrong.</param>
    /// <param name="task">Which labels there are; two classes when it is left out.</param>
    public static void Parse(ReadOnlySpan<byte> body, OutcomeRows outcomes, int most, RequestErrors errors, ITask? task = null)
    {
        if (PlainOutcomes.TryParse(body, outcomes, most)) return;

        outcomes.Clear();
        ParseThoroughly(body, outcomes, most, errors, task);
    }

    /// <summary>Reads any body, and says what is wrong with it.</summary>
    public static void ParseThoroughly(ReadOnlySpan<byte> body, OutcomeRows outcomes, int most, RequestErrors errors, ITask? task = null)
    {
        var at = new FieldPath("body");
        try
        {
            var reader = new Utf8JsonReader(body, JsonText.Strict);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                errors.Add("body", $"must be an object with 'outcomes'; it is {reader.Kind()}.");
                return;
            }

            ParseObject(ref reader, outcomes, most, task ?? BinaryClassification.Instance, ref at, errors);
        }
        catch (JsonException exception)
        {
            errors.Add(at.ToString(), $"is not well-formed JSON: {exception.Message}");
        }
    }

    private static void ParseObject(ref Utf8JsonReader reader, OutcomeRows outcomes, int most, ITask task, ref FieldPath at, RequestErrors errors)
    {
        var found = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (!reader.Is("outcomes"u8))
            {
                errors.Add(reader.Shown(), "is not known here: send 'outcomes'.");
                reader.Read();
                reader.Skip();
                if (errors.IsFull) return;
                continue;
            }

            if (found) errors.Add("outcomes", "occurs twice: send it once.");

            found = true;
            reader.Read();
            ParseArray(ref reader, outcomes, most, task, ref at, errors);
            if (errors.IsFull) return;
            at = new FieldPath("body");
        }

        reader.Read();
        if (!found) errors.Add("outcomes", "is missing: send an array of 1 or more outcomes.");
    }

    private static void ParseArray(ref Utf8JsonReader reader, OutcomeRows outcomes, int most, ITask task, ref FieldPath at, RequestErrors errors)
    {
        at = new FieldPath("outcomes");
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            errors.Add("outcomes", $"must be an array; it is {reader.Kind()}.");
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (outcomes.Count == most)
                errors.AddTooMuch("outcomes", FormattableString.Invariant($"holds more than {most}: split them over several requests."));
            if (errors.IsFull || outcomes.Count >= most)
            {
                reader.Skip();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) reader.Skip();
                return;
            }

            at = new FieldPath("outcomes", outcomes.Count);
            ParseOutcome(ref reader, outcomes, task, at, errors);
        }

        if (outcomes.Count == 0) errors.Add("outcomes", "is empty: send 1 or more.");
    }

    private static void ParseOutcome(ref Utf8JsonReader reader, OutcomeRows outcomes, ITask task, FieldPath at, RequestErrors errors)
    {
        var (row, label) = (-1L, -1);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            errors.Add(at.ToString(), $"must be an object with 'id' and 'label'; it is {reader.Kind()}.");
            reader.Skip();
            outcomes.Add(0, 0);
            return;
        }

        var (hasId, hasLabel) = (false, false);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.Is("id"u8))
            {
                Once(ref hasId, at with { Field = "id" }, errors);
                reader.Read();
                if (!TryParseId(ref reader, out row)) errors.Add((at with { Field = "id" }).ToString(), $"{IdWanted}.");
            }
            else if (reader.Is("label"u8))
            {
                Once(ref hasLabel, at with { Field = "label" }, errors);
                reader.Read();
                if (!reader.TryLabel(task, out label))
                    errors.Add((at with { Field = "label" }).ToString(), $"must be {JsonText.LabelsWanted(task)}.");
            }
            else
            {
                errors.Add((at with { Field = reader.Shown() }).ToString(), "is not known here: send 'id' and 'label'.");
                reader.Read();
            }

            reader.Skip();
        }

        if (!hasId) errors.Add((at with { Field = "id" }).ToString(), $"is missing: it {IdWanted}.");
        if (!hasLabel) errors.Add((at with { Field = "label" }).ToString(), task.Classes == 2 ? "is missing: send 0 or 1." : $"is missing: send {JsonText.LabelsWanted(task)}.");
        outcomes.Add(row, (byte)label);
    }

    private static void Once(ref bool seen, FieldPath at, RequestErrors errors)
    {
        if (seen) errors.Add(at.ToString(), "occurs twice: send it once.");
        seen = true;
    }

    /// <summary>One spelling for one id: no sign, no leading zero, no escapes.</summary>
    private static bool TryParseId(ref Utf8JsonReader reader, out long row)
    {
        row = -1;
        return reader.TokenType == JsonTokenType.String && TryParseId(reader.ValueSpan, out row);
    }

    /// <inheritdoc cref="TryParseId(ref Utf8JsonReader, out long)"/>
    public static bool TryParseId(ReadOnlySpan<byte> id, out long row)
    {
        row = -1;
        if (!id.StartsWith("p-"u8) || id.Length is < 3 or > LongestId) return false;

        var digits = id[2..];
        return (digits[0] != '0' || digits.Length == 1)
            && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && Utf8Parser.TryParse(digits, out row, out var used)
            && used == digits.Length;
    }
}
