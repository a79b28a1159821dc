using System.Text.Json;
using MonitoringDemo.Inference.Requests;

namespace MonitoringDemo.Inference.Observe;

/// <summary>Reads <c>{"modelVersion":"2026-05","instances":[{…}],"scores":[0.73],"requestId":"batch-17","eventTimes":["2026-01-31T09:30:00Z"]}</c>, in any order.</summary>
internal sealed class ObservationRequestParser(Workspace workspace, RowParser rows, int most, RequestErrors errors)
{
    private const int LongestText = 100;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<double> _scores = [];
    private FieldPath _at = new("body");
    private string? _requestId;
    private string? _version;

    public ObservationRequest? Parse()
    {
        try
        {
            ParseMembers();
        }
        catch (JsonException exception)
        {
            errors.Add(_at.ToString(), $"is not well-formed JSON: {exception.Message}");
        }

        if (errors.Any) return null;
        Check("modelVersion", "the version of the model that made the scores, as a text");
        Check("instances", "an array of 1 or more rows");
        Check("scores", "the probability of class 1, one per row");
        EventTimeParser.CheckCount(workspace, errors);
        if (!errors.Any && _scores.Count != workspace.Rows)
            errors.Add("scores", FormattableString.Invariant($"holds {_scores.Count} scores for {workspace.Rows} rows: send one per row."));
        if (errors.Any) return null;

        _scores.CopyTo(workspace.Scores(0));
        return new ObservationRequest(_requestId, _version!);
    }

    private void ParseMembers()
    {
        var reader = new Utf8JsonReader(workspace.Body, JsonText.Strict);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            errors.Add("body", $"must be an object with 'modelVersion', 'instances' and 'scores'; it is {reader.Kind()}.");
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject && !errors.IsFull)
        {
            var name = reader.Shown();
            _at = new FieldPath(name);
            if (!_seen.Add(name)) errors.Add(name, "occurs twice: send it once.");
            reader.Read();
            ParseMember(name, ref reader);
            _at = new FieldPath("body");
        }

        if (!errors.IsFull) reader.Read();
    }

    private void ParseMember(string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "modelVersion":
                _version = Text(name, ref reader);
                break;
            case "requestId":
                _requestId = reader.TokenType == JsonTokenType.Null ? null : Text(name, ref reader);
                break;
            case "instances":
                ParseInstances(ref reader);
                break;
            case "scores":
                ParseScores(ref reader);
                break;
            case EventTimeParser.Many:
                EventTimeParser.ParseMany(ref reader, workspace, most, errors);
                break;
            default:
                errors.Add(name, "is not known here: send 'modelVersion', 'instances', 'scores' and, if you like, 'requestId' and 'eventTimes'.");
                reader.Skip();
                break;
        }
    }

    private string? Text(string name, ref Utf8JsonReader reader)
    {
        Span<char> text = stackalloc char[8 * LongestText];
        if (reader.TokenType == JsonTokenType.String && reader.TryCopy(text, out var length) && length is > 0 and <= LongestText) return new string(text[..length]);
        errors.Add(name, FormattableString.Invariant($"must be a text of 1 to {LongestText} characters."));
        reader.Skip();
        return null;
    }

    private void ParseInstances(ref Utf8JsonReader reader)
    {
        if (!IsArray("instances", ref reader)) return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && !errors.IsFull)
        {
            if (workspace.Rows == most)
            {
                errors.AddTooMuch("instances", FormattableString.Invariant($"holds more than {most} rows: split them over several requests."));
                SkipRest(ref reader);
                return;
            }

            _at = new FieldPath("instances", workspace.Rows);
            rows.Parse(ref reader, workspace.NextRow(rows.Schema.Count), ref _at, errors);
            workspace.Rows++;
        }

        if (workspace.Rows == 0) errors.Add("instances", "is empty: send 1 or more rows.");
    }

    private void ParseScores(ref Utf8JsonReader reader)
    {
        if (!IsArray("scores", ref reader)) return;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && !errors.IsFull)
        {
            _at = new FieldPath("scores", _scores.Count);
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var score) && score is >= 0 and <= 1)
            {
                if (_scores.Count <= most) _scores.Add(score);
                continue;
            }

            errors.Add(_at.ToString(), "must be a number from 0 to 1: the probability of class 1.");
            reader.Skip();
            _scores.Add(0);
        }
    }

    private bool IsArray(string name, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray) return true;
        errors.Add(name, $"must be an array; it is {reader.Kind()}.");
        reader.Skip();
        return false;
    }

    // The reader stands on the first token of a value that is not wanted.
    private static void SkipRest(ref Utf8JsonReader reader)
    {
        do
            reader.Skip();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray);
    }

    private void Check(string name, string wanted)
    {
        if (!_seen.Contains(name)) errors.Add(name, $"is missing: send {wanted}.");
    }
}
