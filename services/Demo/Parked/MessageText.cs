using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MonitoringDemo.Demo.Parked;

/// <summary>A message's bytes as a terminal may show them: they may come from anybody, so no control character gets through.</summary>
internal static class MessageText
{
    private const int Most = 64 * 1024;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON with line breaks, other text as it is; the first 64 KiB.</summary>
    public static string Of(ReadOnlyMemory<byte> body)
    {
        var part = body.Length > Most ? body[..Most] : body;
        var text = Visible(Indented(body) ?? Encoding.UTF8.GetString(part.Span), keepLines: true);
        return body.Length > Most ? FormattableString.Invariant($"{text[..Math.Min(text.Length, Most)]}\n(the first part of {body.Length:N0} bytes)") : text;
    }

    /// <summary>Line breaks become spaces.</summary>
    public static string OneLine(string text) => Visible(text, keepLines: false);

    private static string? Indented(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return JsonSerializer.Serialize(json.RootElement, _indented);
        }
        catch (JsonException)
        {
            // It is shown as it came.
            return null;
        }
    }

    private static string Visible(string text, bool keepLines) =>
        string.Concat(text.Select(each => each == '\n' && keepLines ? '\n' : char.IsControl(each) ? ' ' : each));
}
