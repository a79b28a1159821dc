using System.Text.Json;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>Writes rows as JSON objects with the schema's names.</summary>
internal sealed class RowWriter(IWorld world)
{
    private readonly Column[] _columns = [.. world.Schema.Features.Select((feature, i) => new Column(feature, isFirst: i == 0))];

    public int FeatureCount => _columns.Length;

    public void Write(JsonBody json, long row, ReadOnlySpan<double> values)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            json.Add(_columns[i].Before);
            var value = values[i];
            if (double.IsNaN(value))
                json.Add("null"u8);
            else if (_columns[i].Categories is not { } categories)
                json.Add(value);
            else
                json.Add((int)value < categories.Length ? categories[(int)value] : Text(world.UnseenCategory(row, i)));
        }

        if (_columns.Length == 0) json.Add("{"u8);
        if (world.AddedTo(row) is { } added)
        {
            if (_columns.Length > 0) json.Add(","u8);
            json.Add(Text(added.Name));
            json.Add(":"u8);
            json.Add(added.Value);
        }

        json.Add("}"u8);
    }

    /// <summary>Writes when rows happen, one time per row, as one more member; nothing in a world without time.</summary>
    public void WriteTimes(JsonBody json, long firstRow, int count)
    {
        var hasTimes = false;
        for (var i = 0; i < count && !hasTimes; i++)
            hasTimes = world.EventTimeOf(firstRow + i) is not null;
        if (!hasTimes)
            return;

        var before = ",\"eventTimes\":["u8;
        for (var i = 0; i < count; i++)
        {
            json.Add(before);
            if (world.EventTimeOf(firstRow + i) is { } time)
                json.Add(DateTime.UnixEpoch.AddTicks(time * TimeSpan.TicksPerMillisecond));
            else
                json.Add("null"u8);
            before = ","u8;
        }

        json.Add("]"u8);
    }

    /// <summary>A text with its quotation marks.</summary>
    public static byte[] Text(string text) => [(byte)'"', .. JsonEncodedText.Encode(text).EncodedUtf8Bytes, (byte)'"'];

    private sealed class Column(Feature feature, bool isFirst)
    {
        /// <summary>What stands before the value.</summary>
        public byte[] Before { get; } = [isFirst ? (byte)'{' : (byte)',', .. Text(feature.Name), (byte)':'];

        public byte[][]? Categories { get; } = feature.Kind == FeatureKind.Categorical ? [.. feature.Categories.Select(Text)] : null;
    }
}
