using System.Globalization;
using System.Text;
using System.Text.Json;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Inference.Requests;

/// <summary>Reads the value of one feature.</summary>
internal sealed class FieldParser
{
    private const int LongestCategory = 256;
    private readonly Feature _feature;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _codes;
    private readonly Dictionary<double, int> _byValue = [];
    private readonly byte[][] _plain;

    public FieldParser(Feature feature)
    {
        _feature = feature;
        Wanted = (feature.Kind == FeatureKind.Numeric ? "a number" : "a category as text or number") + (feature.Nullable ? ", or null" : "");
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < feature.Categories.Count; i++)
        {
            codes.TryAdd(feature.Categories[i], i);
            if (double.TryParse(feature.Categories[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
                _byValue.TryAdd(number, i);
        }

        _plain = [.. feature.Categories.Select(category => Encoding.UTF8.GetBytes(category))];
        _codes = codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Wanted { get; }

    /// <returns>What is wrong and how to mend it, or null.</returns>
    public string? Parse(ref Utf8JsonReader reader, out double value)
    {
        var numeric = _feature.Kind == FeatureKind.Numeric;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when numeric:
                return reader.TryGetDouble(out value) && double.IsFinite(value) ? null : "is too large for a 64-bit floating-point number: send a finite one.";
            case JsonTokenType.Number:
                value = CodeOf(reader.ValueSpan, reader.TryGetDouble(out var number) ? number : double.NaN);
                return null;
            case JsonTokenType.String when !numeric:
                Span<char> text = stackalloc char[LongestCategory];
                value = reader.TryCopy(text, out var length) ? CodeOf(text[..length]) : _feature.Categories.Count;
                return null;
            case JsonTokenType.Null when _feature.Nullable:
                value = double.NaN;
                return null;
            default:
                value = double.NaN;
                return $"must be {Wanted}; it is {reader.Kind()}.";
        }
    }

    /// <summary>Reads a value that is written as programs write it.</summary>
    /// <returns>False when it is not, or is not wanted here.</returns>
    public bool TryParsePlain(ref PlainJson text, out double value)
    {
        value = double.NaN;
        if (_feature.Kind == FeatureKind.Numeric && text.TryNumber(out _, out value)) return double.IsFinite(value);
        var number = double.NaN;
        if (_feature.Kind != FeatureKind.Numeric && (text.Next == (byte)'"' ? text.TryText(out var category) : text.TryNumber(out category, out number)))
        {
            value = CodeOf(category, number);
            return true;
        }

        value = double.NaN;
        return _feature.Nullable && text.Skip("null"u8);
    }

    /// <param name="category">As it was sent.</param>
    /// <param name="number">Its value where it was sent as a number, which is the same one however it is written; otherwise NaN.</param>
    private double CodeOf(ReadOnlySpan<byte> category, double number)
    {
        var code = 0;
        while (code < _plain.Length && !category.SequenceEqual(_plain[code])) code++;
        return code == _plain.Length && _byValue.TryGetValue(number, out var same) ? same : code;
    }

    // A category that was never seen is the model's business, not an error.
    private double CodeOf(ReadOnlySpan<char> category) => _codes.TryGetValue(category, out var code) ? code : _feature.Categories.Count;
}
