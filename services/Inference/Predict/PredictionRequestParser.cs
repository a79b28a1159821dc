using System.Text.Json;
using MonitoringDemo.Inference.Requests;

namespace MonitoringDemo.Inference.Predict;

/// <summary>Reads a prediction request straight into a workspace's rows.</summary>
internal static class PredictionRequestParser
{
    public const int LongestRequestId = 100;

    /// <returns>The request's id, if it has one. Look at <paramref name="errors"/> first.</returns>
    public static string? Parse(Workspace workspace, RowParser rows, int maxInstances, RequestErrors errors)
    {
        if (PlainRequest.TryParse(workspace, rows, maxInstances, out var requestId)) return requestId;

        workspace.ForgetRows();
        return ParseThoroughly(workspace, rows, maxInstances, errors);
    }

    /// <summary>Reads any request, and says what is wrong with it.</summary>
    public static string? ParseThoroughly(Workspace workspace, RowParser rows, int maxInstances, RequestErrors errors)
    {
        var at = new FieldPath("body");
        try
        {
            return Parse(workspace, rows, maxInstances, ref at, errors);
        }
        catch (JsonException exception)
        {
            errors.Add(at.ToString(), $"is not well-formed JSON: {exception.Message}");
            return null;
        }
    }

    private static string? Parse(Workspace workspace, RowParser rows, int maxInstances, ref FieldPath at, RequestErrors errors)
    {
        var reader = new Utf8JsonReader(workspace.Body, JsonText.Strict);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            errors.Add("body", $"must be an object with 'instances'; it is {reader.Kind()}.");
            return null;
        }

        string? requestId = null;
        var (hasId, hasRows, hasTimes) = (false, false, false);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.Is("instances"u8) || reader.Is("instance"u8))
            {
                var one = reader.ValueSpan.Length == "instance".Length;
                at = new FieldPath(one ? "instance" : "instances");
                if (hasRows) errors.Add(at.ToString(), "occurs beside other rows: send either 'instance' or 'instances', once.");

                hasRows = true;
                reader.Read();
                if (one) ParseRow(ref reader, workspace, rows, ref at, errors);
                else ParseRows(ref reader, workspace, rows, maxInstances, ref at, errors);
            }
            else if (reader.Is("requestId"u8))
            {
                at = new FieldPath("requestId");
                if (hasId) errors.Add("requestId", "occurs twice: send it once.");

                hasId = true;
                reader.Read();
                requestId = ParseRequestId(ref reader, errors);
            }
            else if (reader.Is("eventTimes"u8) || reader.Is("eventTime"u8))
            {
                var one = reader.ValueSpan.Length == EventTimeParser.One.Length;
                at = new FieldPath(one ? EventTimeParser.One : EventTimeParser.Many);
                if (hasTimes) errors.Add(at.ToString(), "occurs beside other times: send either 'eventTime' or 'eventTimes', once.");

                hasTimes = true;
                reader.Read();
                if (one) EventTimeParser.ParseOne(ref reader, workspace, errors);
                else EventTimeParser.ParseMany(ref reader, workspace, maxInstances, errors);
            }
            else
            {
                errors.Add(reader.Shown(), "is not known here: send 'instances' (or 'instance') and, if you like, 'requestId' and 'eventTimes' (or 'eventTime').");
                reader.Read();
                reader.Skip();
            }

            // The rest of the body is of no interest once there is enough to mend.
            if (errors.IsFull) return null;
            at = new FieldPath("body");
        }

        reader.Read();
        if (!hasRows) errors.Add("instances", "is missing: send an array of 1 or more rows.");
        EventTimeParser.CheckCount(workspace, errors);
        return requestId;
    }

    private static void ParseRows(ref Utf8JsonReader reader, Workspace workspace, RowParser rows, int maxInstances, ref FieldPath at, RequestErrors errors)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            errors.Add("instances", $"must be an array of rows; it is {reader.Kind()}.");
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (workspace.Rows == maxInstances)
            {
                errors.AddTooMuch("instances", FormattableString.Invariant($"holds more than {maxInstances} rows: split them over several requests."));
                while (!errors.IsFull && reader.TokenType != JsonTokenType.EndArray)
                {
                    reader.Skip();
                    reader.Read();
                }

                return;
            }

            at = new FieldPath("instances", workspace.Rows);
            ParseRow(ref reader, workspace, rows, ref at, errors);
            if (errors.IsFull) return;
        }

        at = new FieldPath("instances");
        if (workspace.Rows == 0) errors.Add("instances", "is empty: send 1 or more rows.");
    }

    private static void ParseRow(ref Utf8JsonReader reader, Workspace workspace, RowParser rows, ref FieldPath at, RequestErrors errors)
    {
        rows.Parse(ref reader, workspace.NextRow(rows.Schema.Count), ref at, errors);
        workspace.Rows++;
    }

    private static string? ParseRequestId(ref Utf8JsonReader reader, RequestErrors errors)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                Span<char> text = stackalloc char[8 * LongestRequestId];
                if (reader.TryCopy(text, out var length) && length is > 0 and <= LongestRequestId) return new string(text[..length]);
                break;
            default:
                reader.Skip();
                break;
        }

        errors.Add("requestId", FormattableString.Invariant($"must be a text of 1 to {LongestRequestId} characters; leave it out when you do not need it."));
        return null;
    }
}
