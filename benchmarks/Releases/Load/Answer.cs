using System.Buffers.Text;

namespace MonitoringDemo.Releases.Load;

/// <summary>An answer that was acknowledged.</summary>
/// <param name="Number">The request.</param>
/// <param name="Id">The number in the prediction's id.</param>
/// <param name="Version">The version that it names.</param>
/// <param name="Label">What became of the song.</param>
/// <param name="Ticks">How long it took.</param>
internal readonly record struct Answer(int Number, long Id, int Version, byte Label, long Ticks)
{
    /// <summary>Reads the version and the id of the only row.</summary>
    public static (long Id, int Version) Read(ReadOnlySpan<byte> body) => ((long)NumberAfter(body, "\"id\":\"p-"u8), (int)NumberAfter(body, "\"modelVersion\":"u8));

    private static ulong NumberAfter(ReadOnlySpan<byte> body, ReadOnlySpan<byte> member)
    {
        var at = body.IndexOf(member);
        return at >= 0 && Utf8Parser.TryParse(body[(at + member.Length)..], out ulong number, out _) ? number : throw new InvalidDataException($"An answer has no {System.Text.Encoding.ASCII.GetString(member)}");
    }
}
