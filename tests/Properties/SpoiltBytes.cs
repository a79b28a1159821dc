using FsCheck;
using FsCheck.Fluent;

namespace MonitoringDemo.Properties;

/// <summary>Bytes as they come from programs that are wrong: good ones, changed here and there, and nonsense.</summary>
internal static class SpoiltBytes
{
    /// <summary>Whole, changed in up to six places, or nothing but chance.</summary>
    /// <param name="good">Bytes that are as they should be.</param>
    /// <param name="likely">Pieces that mean something there.</param>
    public static Gen<byte[]> Of(Gen<byte[]> good, params byte[][] likely) => Gen.Frequency(
        (1, good),
        (12, from bytes in good from places in Gen.Choose(1, 6) from chances in Gen.ArrayOf(Chance(likely), places) select chances.Aggregate(bytes, Spoil)),
        (1, Gen.ArrayOf(Byte)));

    /// <summary>The same with less in it.</summary>
    public static IEnumerable<byte[]> Shorter(byte[] bytes)
    {
        for (var length = bytes.Length / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= bytes.Length; at += length)
                yield return [.. bytes[..at], .. bytes[(at + length)..]];
        }
    }

    private static Gen<byte> Byte => Gen.Choose(0, byte.MaxValue).Select(value => (byte)value);

    private static Gen<Change> Chance(byte[][] likely) =>
        from way in Gen.Choose(0, 4)
        from at in Gen.Choose(0, 1 << 20)
        from length in Gen.Choose(1, 40)
        from piece in likely.Length == 0 ? Byte.Select(value => (byte[])[value]) : Gen.OneOf(Gen.Elements(likely), Byte.Select(value => (byte[])[value]))
        select new Change(way, at, length, piece);

    private static byte[] Spoil(byte[] bytes, Change change)
    {
        if (bytes.Length == 0) return change.Piece;

        var at = change.At % bytes.Length;
        var end = Math.Min(bytes.Length, at + change.Length);
        return change.Way switch
        {
            0 => [.. bytes[..at], .. change.Piece, .. bytes[Math.Min(bytes.Length, at + change.Piece.Length)..]],
            1 => [.. bytes[..at], .. change.Piece, .. bytes[at..]],
            2 => [.. bytes[..at], .. bytes[end..]],
            3 => [.. bytes[..end], .. bytes[at..]],
            _ => [.. bytes[..at], (byte)(bytes[at] ^ (1 << (change.Length % 8))), .. bytes[(at + 1)..]],
        };
    }

    private sealed record Change(int Way, int At, int Length, byte[] Piece);
}
