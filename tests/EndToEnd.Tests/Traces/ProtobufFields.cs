using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace MonitoringDemo.EndToEnd.Tests.Traces;

/// <summary>The fields of a protobuf message: as much of the format as OTLP needs.</summary>
internal static class ProtobufFields
{
    /// <summary>Number and content of each field; a number that was written as such comes as its eight bytes.</summary>
    public static IEnumerable<(int Field, byte[] Content)> Of(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Varint(message, ref at);
            var length = (key & 7) switch
            {
                0 => -1,
                1 => 8,
                2 => (int)Varint(message, ref at),
                5 => 4,
                _ => throw new InvalidDataException($"Wire type {key & 7} at byte {at}."),
            };
            yield return ((int)(key >> 3), length < 0 ? Number(message, ref at) : message[at..(at += length)]);
        }
    }

    /// <summary>The messages in a field.</summary>
    public static IEnumerable<byte[]> All(byte[] message, int field) => Of(message).Where(each => each.Field == field).Select(each => each.Content);

    /// <summary>The text in a field; empty where there is none.</summary>
    public static string Text(byte[] message, int field) => All(message, field).Select(Encoding.UTF8.GetString).FirstOrDefault("");

    /// <summary>The bytes in a field, in hexadecimal.</summary>
    public static string Hex(byte[] message, int field) => All(message, field).Select(Convert.ToHexStringLower).FirstOrDefault("");

    /// <summary>The number in a field; 0 where there is none.</summary>
    public static long Number(byte[] message, int field) => All(message, field).Select(bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)).FirstOrDefault();

    /// <summary>OTLP's key and value pairs in a field, the values as text.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(byte[] message, int field) =>
        All(message, field).ToDictionary(pair => Text(pair, 1), pair => All(pair, 2).Select(Value).FirstOrDefault(""));

    private static string Value(byte[] any) => Of(any).Select(each => each.Field switch
    {
        1 => Encoding.UTF8.GetString(each.Content),
        4 => BinaryPrimitives.ReadDoubleLittleEndian(each.Content).ToString(CultureInfo.InvariantCulture),
        2 or 3 => BinaryPrimitives.ReadInt64LittleEndian(each.Content).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToHexStringLower(each.Content),
    }).FirstOrDefault("");

    private static byte[] Number(byte[] message, ref int at)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Varint(message, ref at));
        return bytes;
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
            shift += 7;
        }
    }
}
