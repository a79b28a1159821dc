using FsCheck;
using FsCheck.Fluent;

namespace MonitoringDemo.InferenceLog.Tests.Frames;

/// <summary>Makes up records of every kind, as a writer takes them.</summary>
internal static class Records
{
    private static readonly Gen<double> s_value = Gen.OneOf(
        Gen.Elements(0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, BitConverter.Int64BitsToDouble(-1)),
        ArbMap.Default.GeneratorFor<double>());

    private static readonly Gen<long> s_number = Gen.OneOf(Gen.Elements(0, 1, -1, long.MinValue, long.MaxValue), ArbMap.Default.GeneratorFor<long>());

    private static readonly Gen<int> s_version = Gen.OneOf(Gen.Choose(0, 5), Gen.Elements(int.MaxValue, int.MinValue, -1));

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.Elements("", "p-1", "anfrage-ü", "\0", "楽曲", "🎵", new string('a', 70_000)),
        ArbMap.Default.GeneratorFor<UnicodeString>().Select(text => text.Get ?? ""));

    public static Gen<LogRecord> Any { get; } = Gen.OneOf(History(), Predictions(), Outcomes(), Changes(), Accepted());

    private static Gen<byte> Label => Gen.Choose(0, byte.MaxValue).Select(label => (byte)label);

    private static Gen<LogRecord> History() =>
        from count in Gen.Choose(0, 6)
        from features in Gen.Choose(0, 4)
        from values in Gen.ArrayOf(s_value, count * features)
        from labels in Gen.ArrayOf(Label, count)
        from complete in Gen.Elements(true, false)
        from times in Times(count)
        select (LogRecord)new HistoryBatch(0, features, values, labels, complete) { EventTimes = times };

    private static Gen<LogRecord> Predictions() =>
        from count in Gen.Choose(0, 6)
        from features in Gen.Choose(0, 4)
        from values in Gen.ArrayOf(s_value, count * features)
        from versions in Gen.Two(s_version)
        from scores in Gen.Three(Gen.ArrayOf(s_value, count))
        from texts in Gen.Two(s_text.OrNull())
        from times in Times(count)
        from byCanary in Gen.Elements(true, false)
        from took in Gen.Two(Gen.Choose(1, int.MaxValue))
        from isTimed in Gen.Elements(true, false)
        select (LogRecord)new PredictionBatch(
            0, features, values, versions.Item1, scores.Item1, scores.Item2, versions.Item2, versions.Item2 == 0 ? [] : scores.Item3, texts.Item1, texts.Item2)
        {
            EventTimes = times,
            ByCanary = byCanary && versions.Item2 != 0,
            ScoreNanoseconds = isTimed && versions.Item2 != 0 ? took.Item1 : 0,
            ShadowNanoseconds = isTimed && versions.Item2 != 0 ? took.Item2 : 0,
        };

    private static Gen<LogRecord> Outcomes() =>
        from count in Gen.Choose(0, 6)
        from rows in Gen.ArrayOf(s_number, count)
        from labels in Gen.ArrayOf(Label, count)
        select (LogRecord)new OutcomeBatch(rows, labels);

    private static Gen<LogRecord> Changes() =>
        from versions in Gen.Two(s_version)
        from numbers in Gen.Three(s_number)
        from sha256 in s_text
        from importance in Gen.OneOf(Gen.Constant<double[]>([]), Gen.ArrayOf(s_value))
        from heldOut in Gen.Choose(0, 3)
        select (LogRecord)new ModelChange(0, versions.Item1, versions.Item2, numbers.Item1, sha256, numbers.Item2, numbers.Item3)
        {
            Importance = importance,
            HeldOutRows = heldOut,
            HeldOutErrors = heldOut / 2,
        };

    private static Gen<LogRecord> Accepted() =>
        from texts in Gen.Two(s_text)
        select (LogRecord)new AcceptedData(0, texts.Item1, texts.Item2);

    private static Gen<long[]> Times(int count) => Gen.OneOf(Gen.Constant<long[]>([]), Gen.ArrayOf(s_number, count));
}
