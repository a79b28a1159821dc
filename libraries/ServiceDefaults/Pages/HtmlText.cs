using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>Builds a piece of HTML from an interpolated text; see <see cref="Html.Of"/>.</summary>
[InterpolatedStringHandler]
public sealed class HtmlText
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public HtmlText(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Markup as it stands.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>Another piece.</summary>
    public void AppendFormatted(Html value) => _text.Append(value.Text);

    /// <summary>A value, encoded.</summary>
    public void AppendFormatted<T>(T value, string? format = null) =>
        _text.Append(_encoder.Encode(value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? ""));

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
