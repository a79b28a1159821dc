using FsCheck.Fluent;
using MonitoringDemo.InferenceLog.Tests.Frames;
using MonitoringDemo.Properties;

namespace MonitoringDemo.InferenceLog.Tests;

public sealed class LogFrameReaderPropertyTests
{
    [Fact]
    public void A_copy_of_any_part_of_a_log_reads_as_that_part_however_often_it_was_closed_on_the_way() => Claim.Holds(
        from steps in Gen.ArrayOf(from kept in Gen.Choose(0, 3) from closes in Gen.Choose(0, 4) select (IsKept: kept > 0, Closes: closes == 0)).Resize(30)
        from segment in Gen.Choose(100, 2_000)
        select (Steps: steps, Options: new InferenceLogOptions { SegmentBytes = segment }),
        input =>
        {
            using var source = new LogDirectory();
            using var copied = new LogDirectory();
            using (var writer = InferenceLogWriter.Open(source.Path))
            {
                for (var i = 0; i < input.Steps.Length; i++) writer.AppendPredictions(LogDirectory.Batch(writer.NextRow, 1 + (i % 3)));
            }

            using var beside = InferenceLogReader.Open(copied.Path, truncated: TruncatedReads.Skip);
            var seen = new List<long>();
            var copy = new InferenceLogFiles(copied.Path).OpenCopy(input.Options);
            using (var frames = new InferenceLogFiles(source.Path).OpenFrames(0))
            {
                while (frames.TryRead(out var frame, out var ordinal))
                {
                    var (isKept, closes) = input.Steps[ordinal];
                    if (isKept) copy.AppendFrame(frame.Span);
                    while (beside.TryRead(out var record)) seen.Add(record.Ordinal);
                    if (!closes) continue;
                    copy.Dispose();
                    copy = new InferenceLogFiles(copied.Path).OpenCopy(input.Options);
                }
            }

            copy.Dispose();
            var kept = input.Steps.Select((step, ordinal) => (step.IsKept, Ordinal: (long)ordinal)).Where(step => step.IsKept).Select(step => step.Ordinal).ToList();
            seen.ShouldBe(kept);
            copied.ReadAll(truncated: TruncatedReads.Skip).Select(record => (record.Ordinal, record.AtRow)).ShouldBe(source.ReadAll().Where(record => kept.Contains(record.Ordinal)).Select(record => (record.Ordinal, record.AtRow)));
        },
        share: 0.5);

    [Fact]
    public void Any_bytes_are_a_record_or_are_refused_as_damaged_or_too_new() => Claim.Holds(
        from bytes in SpoiltBytes.Of(Records.Any.Select(record => WrittenFrame.Of(record)))
        from isSealed in Gen.Elements(true, false)
        select isSealed ? WrittenFrame.Sealed(bytes) : bytes,
        bytes =>
        {
            var refused = Record.Exception(() => LogFrames.Read(bytes));

            (refused is null or CorruptLogException or NotSupportedException).ShouldBeTrue($"{refused}");
        },
        SpoiltBytes.Shorter);
}
