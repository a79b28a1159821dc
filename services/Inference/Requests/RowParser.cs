using System.Text;
using System.Text.Json;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Inference.Requests;

/// <summary>Reads one JSON object into one row of values. Fields in schema order are found at once, others by name.</summary>
internal sealed class RowParser
{
    private const int LongestName = 256;
    private readonly byte[][] _names;
    private readonly FieldParser[] _fields;
    private readonly byte[][] _plain;
    private readonly bool _canBePlain;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byName;

    private readonly UnknownColumns? _unknown;

    /// <param name="schema">Names the fields.</param>
    /// <param name="unknown">Takes the fields that the schema does not know, if they are to be passed over; null to refuse them.</param>
    public RowParser(FeatureSchema schema, UnknownColumns? unknown = null)
    {
        Schema = schema;
        _unknown = unknown is { ArePassed: true } ? unknown : null;
        _names = [.. schema.Features.Select(feature => Encoding.UTF8.GetBytes(feature.Name))];
        _fields = [.. schema.Features.Select(feature => new FieldParser(feature))];
        _plain = [.. _names.Select(name => (byte[])[(byte)'"', .. name, (byte)'"', (byte)':'])];
        _canBePlain = !_names.Any(name => name.Any(b => b is (byte)'"' or (byte)'\\' or < 0x20));
        _byName = schema.Features.Select((feature, i) => (feature.Name, i))
            .ToDictionary(f => f.Name, f => f.i, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public FeatureSchema Schema { get; }

    /// <summary>Reads an object that has the features in the order of the schema and is written as programs write it.</summary>
    /// <returns>False when it is another one, or there is something wrong with it.</returns>
    public bool TryParsePlain(ref PlainJson text, Span<double> row)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            if (!_canBePlain || !SkipName(ref text, i) || !_fields[i].TryParsePlain(ref text, out row[i])) return false;
        }

        return text.Skip((byte)'}');
    }

    /// <summary>Reads the object that the reader stands on.</summary>
    /// <param name="reader">Stands on the object's end afterwards.</param>
    /// <param name="row">One place per feature.</param>
    /// <param name="at">The row's path; names the field as reading goes on.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public void Parse(ref Utf8JsonReader reader, Span<double> row, ref FieldPath at, RequestErrors errors)
    {
        var path = at;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            errors.Add(path.ToString(), $"must be an object with the model's features; it is {reader.Kind()}.");
            reader.Skip();
            return;
        }

        var words = (_names.Length + 63) / 64;
        var seen = words <= 16 ? stackalloc ulong[16] : new ulong[words];
        seen.Clear();
        var (expected, found) = (0, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var field = expected < _names.Length && reader.Is(_names[expected]) ? expected : Find(ref reader);
            if (field < 0)
            {
                PassOver(ref reader, path, errors);
                if (errors.IsFull) return;
                continue;
            }

            at = path with { Field = Schema.Features[field].Name };
            ref var word = ref seen[field >> 6];
            var bit = 1UL << field;
            if ((word & bit) != 0) errors.Add(at.ToString(), "occurs twice: send it once.");
            else found++;

            word |= bit;
            reader.Read();
            if (_fields[field].Parse(ref reader, out row[field]) is { } error)
            {
                errors.Add(at.ToString(), error);
                reader.Skip();
            }

            if (errors.IsFull) return;
            expected = field + 1;
        }

        at = path;
        if (found < _names.Length) NameMissing(seen, path, errors);
    }

    private void PassOver(ref Utf8JsonReader reader, FieldPath path, RequestErrors errors)
    {
        var name = reader.Shown();
        if (_unknown is null) errors.Add((path with { Field = name }).ToString(), "is not a feature of this model: remove it, or correct its name.");
        reader.Read();
        _unknown?.Note(name, reader.Kind());
        reader.Skip();
    }

    private bool SkipName(ref PlainJson text, int field)
    {
        if (!(field == 0 ? text.Skip((byte)'{') : text.SkipSeparator((byte)',')) || !text.Skip(_plain[field])) return false;
        text.Skip((byte)' ');
        return true;
    }

    private int Find(ref Utf8JsonReader reader)
    {
        Span<char> name = stackalloc char[LongestName];
        return reader.TryCopy(name, out var length) && _byName.TryGetValue(name[..length], out var field) ? field : -1;
    }

    private void NameMissing(ReadOnlySpan<ulong> seen, FieldPath path, RequestErrors errors)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if ((seen[i >> 6] & (1UL << i)) == 0)
                errors.Add((path with { Field = Schema.Features[i].Name }).ToString(), $"is missing: send {_fields[i].Wanted}.");
        }
    }
}
