using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace MonitoringDemo.Inference.Tests.Requests;

/// <summary>Makes up bodies of requests: as programs write them, as people may, and wrong.</summary>
internal static class Bodies
{
    public static readonly byte[][] Likely = [.. new[]
    {
        "{", "}", "[", "]", ",", ":", "\"", "\\", " ", "\n", "0", "-", ".", "e", "E+", "1e999", "-0", "null", "true", "\"\"", "{}", "[]", "\\u0041", "\\ud800", "//", ",,",
        "\"tempo\":", "\"energy\":", "\"key\":", "\"mode\":", "\"instance\":", "\"instances\":", "\"requestId\":", "\"eventTime\":", "\"eventTimes\":", "\"2026-01-31T09:30:00Z\"",
        "\"outcomes\":", "\"id\":", "\"label\":", "\"p-12\"", "\"p-01\"", "9223372036854775807", new string('9', 300), new string('[', 20),
    }.Select(Encoding.UTF8.GetBytes), [0xff], [0xc3], [0xed, 0xa0, 0x80], [0]];

    private static readonly Gen<string> s_space = Gen.Frequency((6, Gen.Constant("")), (3, Gen.Constant(" ")), (1, Gen.Elements("\n", "\t ", "  ")));

    private static readonly Gen<string> s_number = Gen.Frequency(
        (4, ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(value => value.ToString("R", CultureInfo.InvariantCulture))),
        (2, ArbMap.Default.GeneratorFor<int>().Select(value => value.ToString(CultureInfo.InvariantCulture))),
        (1, Gen.Elements("0", "-0", "-0.0", "1E3", "1e-400", "0.1000000000000000055511151231257827", "123456789012345678901234567890", "1.7976931348623157e308", "1e999", "01", "+1", "1.", ".5")));

    private static readonly Gen<string> s_category = Gen.Frequency(
        (6, Gen.Elements("\"0\"", "\"1\"", "\"2\"", "\"major\"", "\"minor\"", "0", "1", "2")),
        (2, Gen.Elements("\"\"", "\"unseen\"", "\"\\u006dajor\"", "\"\\ud800\"", "1.0", "\"楽\"", "9", "-1", "\"" + new string('x', 257) + "\"")));

    private static readonly Gen<string> s_time = Gen.Frequency(
        (3, ArbMap.Default.GeneratorFor<DateTime>().Select(time => $"\"{DateTime.SpecifyKind(time, DateTimeKind.Utc):yyyy-MM-ddTHH:mm:ss.FFFFFFFK}\"")),
        (1, Gen.Constant("null")),
        (2, Gen.Elements(
            "\"2026-01-31T09:30:00+02:00\"", "\"2026-01-31T09:30:00\"", "\"2026-02-30T09:30:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59.9999999Z\"",
            "\"2026-01-31T23:59:60Z\"", "\"2026-01-31T09:30:00.123456789Z\"", "\"2026-01-31T09:30:00z\"", "\"2026-01-31T24:00:00Z\"", "\"2026-01-31T09:30Z\"", "\"2026-01-31T09:30:00-14:01\"", "1")));

    public static Gen<byte[]> Predictions { get; } =
        from rows in Gen.ListOf(Row()).Resize(4)
        from one in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from id in Gen.Frequency((3, Gen.Constant<string?>(null)), (2, Gen.Elements<string?>("\"a-1\"", "null", "\"\"", "\"\\u00e9\"", "\"" + new string('i', 101) + "\"", "7")))
        from times in Gen.Frequency((2, Gen.Constant<string?>(null)), (2, Gen.ListOf(s_time, rows.Count).Select(all => (string?)$"[{string.Join(',', all)}]")), (1, s_time.Select(time => (string?)time)))
        from space in s_space
        from order in Gen.Shuffle(new[] { 0, 1, 2 })
        let members = new[]
        {
            one ? $"\"instance\":{rows.FirstOrDefault() ?? "{}"}" : $"\"instances\":{space}[{string.Join("," + space, rows)}]",
            id is null ? null : $"\"requestId\":{space}{id}",
            times is null ? null : $"\"{(times.StartsWith('[') ? "eventTimes" : "eventTime")}\":{space}{times}",
        }
        select Encoding.UTF8.GetBytes("{" + string.Join("," + space, order.Select(i => members[i]).OfType<string>()) + "}");

    public static Gen<byte[]> Outcomes { get; } =
        from outcomes in Gen.ListOf(Outcome()).Resize(4)
        from space in s_space
        select Encoding.UTF8.GetBytes($"{{\"outcomes\":{space}[{string.Join("," + space, outcomes)}]}}");

    private static Gen<string> Row() =>
        from tempo in s_number
        from energy in Gen.Frequency((4, s_number), (1, Gen.Constant("null")))
        from key in s_category
        from mode in Gen.Frequency((4, s_category), (1, Gen.Constant("null")))
        from space in s_space
        from order in Gen.Frequency((4, Gen.Constant<int[]>([0, 1, 2, 3])), (1, Gen.Shuffle(new[] { 0, 1, 2, 3 })))
        let fields = new[] { $"\"tempo\":{space}{tempo}", $"\"energy\":{space}{energy}", $"\"key\":{space}{key}", $"\"mode\":{space}{mode}" }
        select "{" + string.Join("," + space, order.Select(i => fields[i])) + "}";

    private static Gen<string> Outcome() =>
        from row in Gen.OneOf(Gen.Choose(0, 9_999).Select(row => row.ToString(CultureInfo.InvariantCulture)), Gen.Elements("999999999999999999", "1000000000000000000", "01", "-1", "", "1a", "\\u0031"))
        from label in Gen.Frequency((6, Gen.Elements("0", "1")), (1, Gen.Elements("2", "-0", "1.0", "1e0", "true", "\"1\"", "null")))
        from turned in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from space in s_space
        select turned ? $"{{\"label\":{label},{space}\"id\":\"p-{row}\"}}" : $"{{\"id\":{space}\"p-{row}\",{space}\"label\":{space}{label}}}";
}
