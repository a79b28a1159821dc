using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MonitoringDemo.Demo.Replay.Stated;

/// <summary>Reads and writes schema files. What a file says and nobody would understand is refused, not passed over.</summary>
internal static class StatedSchemaFile
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="UnusableInputException">There is no such file, or it is no schema; the message says where and what is wanted.</exception>
    public static StatedSchema Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var schema = (JsonSerializer.Deserialize<StatedSchema>(File.ReadAllText(path), s_options) ?? throw new UnusableInputException($"{name}: null, where a schema is wanted.")) with { FileName = name };
            Check(schema);
            return schema;
        }
        catch (JsonException e)
        {
            throw new UnusableInputException($"{name}, {JsonMistake.Of(e)}; --save-schema writes an example.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"--schema {path}: cannot be read ({e.Message.TrimEnd('.')}).", e);
        }
    }

    /// <exception cref="UnusableInputException">It cannot be written there.</exception>
    public static void Write(StatedSchema schema, string path)
    {
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(schema, s_options) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"--save-schema {path}: cannot be written ({e.Message.TrimEnd('.')}).", e);
        }
    }

    private static void Check(StatedSchema schema)
    {
        foreach (var column in schema.Columns)
        {
            Require(StatedRole.All.Contains(column.Role), column, $"the role '{column.Role}'; there are {string.Join(", ", StatedRole.All)}");
            Require(column.Type is null or "number" or "category", column, $"the type '{column.Type}'; there are number and category");
            Require(column.DecimalSign is null or "." or ",", column, $"the decimal sign '{column.DecimalSign}'; a point or a comma");
            Require(column.Monotone is null or "up" or "down", column, $"monotone '{column.Monotone}'; up or down");
            Require(column.Allowed is null || column.Type == "category", column, "values are allowed for the type category only");
            Require(column.Allowed is not { Count: 0 }, column, "no value is allowed; leave 'allowed' out for those of the warm-up");
            Require(column.Allowed?.Distinct(StringComparer.Ordinal).Count() == column.Allowed?.Count, column, "a value is allowed twice");
            Require(column.Format is null || column.Role == StatedRole.Time, column, "a format is for the role time only");
            Require(column.Positive is null || column.Role == StatedRole.Label, column, "a positive class is for the role label only");
            Require(schema.Columns.Count(each => string.Equals(each.Name, column.Name, StringComparison.Ordinal)) == 1, column, "named twice");
        }

        if (schema.Columns.Count(column => column.Role == StatedRole.Label) != 1)
            throw new UnusableInputException($"{schema.FileName}: {schema.Columns.Count(column => column.Role == StatedRole.Label)} columns with the role label; one is wanted.");
        if (schema.Columns.Count(column => column.Role == StatedRole.Time) > 1)
            throw new UnusableInputException($"{schema.FileName}: several columns with the role time; one at most.");

        void Require(bool isSo, StatedColumn column, string what)
        {
            if (!isSo)
                throw new UnusableInputException($"{schema.FileName}, column '{column.Name}': {what}.");
        }
    }
}
