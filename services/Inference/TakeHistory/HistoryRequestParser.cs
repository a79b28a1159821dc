using System.Text;
using System.Text.Json;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Inference.TakeHistory;

/// <summary>
/// Reads <c>{"schema":{…},"label":"hit","firstRow":0,"instances":[{…}],"labels":[0],"eventTimes":["2026-01-31T09:30:00Z"],"complete":true}</c>, in any order. First it
/// notes where the members begin, for rows cannot be read before the schema.
/// </summary>
internal sealed class HistoryRequestParser(Workspace workspace, FeatureSchema? known, int maxRows, RequestErrors errors)
{
    private static readonly string[] Members = ["schema", "label", "firstRow", "instances", "labels", "eventTimes", "complete"];
    private readonly Dictionary<string, Range> _members = new(StringComparer.Ordinal);
    private FieldPath _at = new("body");

    public HistoryRequest? Parse()
    {
        try
        {
            FindMembers();
            if (errors.Any || ParseSchema() is not { } schema) return null;

            CheckLabelName(schema);
            ParseInstances(new RowParser(schema));
            ParseEventTimes();
            var request = new HistoryRequest(schema, ParseFirstRow(), ParseLabels(schema.Task), ParseComplete());
            return errors.Any ? null : request;
        }
        catch (JsonException exception)
        {
            errors.Add(_at.ToString(), $"is not well-formed JSON: {exception.Message}");
            return null;
        }
    }

    private void FindMembers()
    {
        var reader = new Utf8JsonReader(workspace.Body, JsonText.Strict);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            errors.Add("body", $"must be an object with 'schema', 'instances' and 'labels'; it is {reader.Kind()}.");
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.Shown();
            _at = new FieldPath(name);
            if (!Members.Contains(name)) errors.Add(name, $"is not known here: send {string.Join(", ", Members)}.");
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (!_members.TryAdd(name, start..(int)reader.BytesConsumed)) errors.Add(name, "occurs twice: send it once.");
        }

        reader.Read();
    }

    private FeatureSchema? ParseSchema()
    {
        if (!_members.TryGetValue("schema", out var range))
        {
            if (known is null) errors.Add("schema", "is missing: the first history names its features.");
            return known;
        }

        try
        {
            return SchemaJson.Read(workspace.Body[range]);
        }
        catch (InvalidDataException exception)
        {
            errors.Add("schema", exception.Message);
            return null;
        }
    }

    private void CheckLabelName(FeatureSchema schema)
    {
        if (TryOpen("label", out var reader) && !(reader.TokenType == JsonTokenType.String && reader.Is(Encoding.UTF8.GetBytes(schema.Label))))
            errors.Add("label", $"must be '{schema.Label}', as in the schema.");
    }

    private void ParseInstances(RowParser rows)
    {
        if (!TryOpen("instances", out var reader) || reader.TokenType != JsonTokenType.StartArray)
        {
            errors.Add("instances", "must be an array of rows.");
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && !errors.IsFull)
        {
            if (workspace.Rows == maxRows)
            {
                errors.AddTooMuch("instances", FormattableString.Invariant($"holds more than {maxRows} rows: split them over several requests."));
                return;
            }

            _at = new FieldPath("instances", workspace.Rows);
            rows.Parse(ref reader, workspace.NextRow(rows.Schema.Count), ref _at, errors);
            workspace.Rows++;
        }
    }

    private long? ParseFirstRow()
    {
        if (!TryOpen("firstRow", out var reader)) return null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var row) && row >= 0) return row;

        errors.Add("firstRow", "must be the number of the first row, from 0.");
        return null;
    }

    private byte[] ParseLabels(ITask task)
    {
        if (!TryOpen("labels", out var reader) || reader.TokenType != JsonTokenType.StartArray)
        {
            errors.Add("labels", task.Classes == 2 ? "must be an array of 0 and 1, one per row." : "must be an array of classes, one per row.");
            return [];
        }

        var labels = new List<byte>(workspace.Rows);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && !errors.IsFull)
        {
            if (reader.TryLabel(task, out var label)) labels.Add((byte)label);
            else
            {
                errors.Add(FormattableString.Invariant($"labels[{labels.Count}]"), $"must be {JsonText.LabelsWanted(task)}.");
                return [];
            }
        }

        if (labels.Count != workspace.Rows && !errors.Any)
            errors.Add("labels", FormattableString.Invariant($"holds {labels.Count} labels for {workspace.Rows} rows: send one per row."));
        return [.. labels];
    }

    private void ParseEventTimes()
    {
        if (!TryOpen(EventTimeParser.Many, out var reader)) return;

        _at = new FieldPath(EventTimeParser.Many);
        EventTimeParser.ParseMany(ref reader, workspace, maxRows, errors);
        EventTimeParser.CheckCount(workspace, errors);
    }

    private bool ParseComplete()
    {
        if (!TryOpen("complete", out var reader)) return false;
        if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) errors.Add("complete", "must be true or false.");
        return reader.TokenType == JsonTokenType.True;
    }

    private bool TryOpen(string member, out Utf8JsonReader reader)
    {
        reader = default;
        if (!_members.TryGetValue(member, out var range)) return false;

        reader = new Utf8JsonReader(workspace.Body[range], JsonText.Strict);
        return reader.Read();
    }
}
