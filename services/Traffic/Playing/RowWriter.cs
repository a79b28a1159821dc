using System.Text.Json;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>Writes rows as JSON objects with the schema's names.</summary>
internal sealed class RowWriter(IWorld world)
{
    private readonly Column[] _columns = [.. world.Schema.Features.Select(feature => new Column(feature))];

    public int FeatureCount => _columns.Length;

    public void Write(Utf8JsonWriter json, long row, ReadOnlySpan<double> values)
    {
        Span<byte> number = stackalloc byte[DecimalText.MaxLength];
        json.WriteStartObject();
        for (var i = 0; i < _columns.Length; i++)
        {
            json.WritePropertyName(_columns[i].Name);
            var value = values[i];
            if (double.IsNaN(value))
                json.WriteNullValue();
            else if (_columns[i].Categories is not { } categories)
                json.WriteRawValue(number[..DecimalText.Format(value, number)], skipInputValidation: true);
            else if ((int)value < categories.Length)
                json.WriteStringValue(categories[(int)value]);
            else
                json.WriteStringValue(world.UnseenCategory(row, i));
        }

        json.WriteEndObject();
    }

    /// <summary>Writes when rows happen, one time per row; nothing in a world without time.</summary>
    public void WriteTimes(Utf8JsonWriter json, long firstRow, int count)
    {
        var hasTimes = false;
        for (var i = 0; i < count && !hasTimes; i++)
            hasTimes = world.EventTimeOf(firstRow + i) is not null;
        if (!hasTimes)
            return;

        json.WriteStartArray("eventTimes"u8);
        for (var i = 0; i < count; i++)
        {
            if (world.EventTimeOf(firstRow + i) is { } time)
                json.WriteStringValue(DateTime.UnixEpoch.AddTicks(time * TimeSpan.TicksPerMillisecond));
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private sealed class Column(Feature feature)
    {
        public JsonEncodedText Name { get; } = JsonEncodedText.Encode(feature.Name);

        public JsonEncodedText[]? Categories { get; } = feature.Kind == FeatureKind.Categorical
            ? [.. feature.Categories.Select(category => JsonEncodedText.Encode(category))]
            : null;
    }
}
