namespace MonitoringDemo.InferenceLog.Frames;

internal static class RecordDecoder
{
    /// <exception cref="CorruptLogException">The bytes are no record.</exception>
    /// <exception cref="NotSupportedException">A newer program wrote them.</exception>
    public static LogRecord Decode(ReadOnlySpan<byte> frame, LogPosition position)
    {
        if (frame.Length < FrameHeader.Bytes) throw new CorruptLogException($"Record {position.Ordinal} of the inference log is {frame.Length} bytes long; none has less than {FrameHeader.Bytes}.");

        var header = FrameHeader.Read(frame);
        var newest = header.Type == RecordType.Predictions ? FrameHeader.Timed : FrameHeader.Longest;
        if (header.Version < FrameHeader.First || header.Version > newest)
            throw new NotSupportedException($"Record {position.Ordinal} of the inference log has format version {header.Version}; this program reads versions {FrameHeader.First} to {newest}. Use a newer program.");

        if (header.Count < 0 || header.UtcTicks < DateTime.MinValue.Ticks || header.UtcTicks > DateTime.MaxValue.Ticks)
            throw new CorruptLogException($"Record {position.Ordinal} of the inference log is damaged: it says that it holds {header.Count} rows and was written at tick {header.UtcTicks}.");

        var payload = new PayloadReader(frame[FrameHeader.Bytes..]);
        LogRecord record = header.Type switch
        {
            RecordType.History => History(header, payload),
            RecordType.Predictions => Predictions(header, payload),
            RecordType.Outcomes => Outcomes(header, payload),
            RecordType.ModelChange => Change(header, payload),
            RecordType.AcceptedData => new AcceptedData(header.AtRow, payload.Text() ?? "", payload.Text() ?? ""),
            _ => throw new NotSupportedException($"Record {position.Ordinal} of the inference log is of the unknown type {(byte)header.Type}. Use a newer program."),
        };
        return record with
        {
            Ordinal = header.Ordinal,
            Time = new DateTimeOffset(header.UtcTicks, TimeSpan.Zero),
            AtRow = header.AtRow,
            Position = position,
        };
    }

    private static HistoryBatch History(FrameHeader header, PayloadReader payload)
    {
        var featureCount = payload.Int32();
        var complete = payload.Byte() == 1;
        return new HistoryBatch(header.AtRow, featureCount, payload.Doubles((long)header.Count * featureCount), payload.Bytes(header.Count), complete)
        {
            EventTimes = Times(header, ref payload),
        };
    }

    private static PredictionBatch Predictions(FrameHeader header, PayloadReader payload)
    {
        var featureCount = payload.Int32();
        var model = payload.Int32();
        var shadow = payload.Int32();
        var requestId = payload.Text();
        var traceParent = payload.Text();
        var batch = new PredictionBatch(
            header.AtRow,
            featureCount,
            payload.Doubles((long)header.Count * featureCount),
            model,
            payload.Doubles(header.Count),
            payload.Doubles(header.Count),
            shadow,
            payload.Doubles(shadow == 0 ? 0 : header.Count),
            requestId,
            traceParent)
        {
            EventTimes = Times(header, ref payload),
            ByCanary = header.Version == FrameHeader.OfCanary,
        };
        return header.Version < FrameHeader.Timed ? batch : batch with { ByCanary = payload.Byte() == 1, ScoreNanoseconds = payload.Int64(), ShadowNanoseconds = payload.Int64() };
    }

    private static long[] Times(FrameHeader header, ref PayloadReader payload) => header.Version switch
    {
        FrameHeader.First => [],
        FrameHeader.OfCanary or FrameHeader.Timed => payload.Int32() switch
        {
            0 => [],
            var count when count == header.Count => payload.Int64s(count),
            var count => throw new CorruptLogException($"Record {header.Ordinal} of the inference log is damaged: it says that it holds {header.Count} rows with {count} event times."),
        },
        _ => payload.Int64s(header.Count),
    };

    private static OutcomeBatch Outcomes(FrameHeader header, PayloadReader payload)
    {
        var rows = payload.Int64s(header.Count);
        return new OutcomeBatch(rows, payload.Bytes(header.Count));
    }

    private static ModelChange Change(FrameHeader header, PayloadReader payload)
    {
        var champion = payload.Int32();
        var shadow = payload.Int32();
        var sequence = payload.Int64();
        var from = payload.Int64();
        var to = payload.Int64();
        var sha256 = payload.Text() ?? "";
        return new ModelChange(header.AtRow, champion, shadow, sequence, sha256, from, to)
        {
            Importance = header.Version == FrameHeader.First ? [] : payload.Doubles(payload.Int32()),
            HeldOutRows = header.Version < FrameHeader.Longest ? 0 : payload.Int32(),
            HeldOutErrors = header.Version < FrameHeader.Longest ? 0 : payload.Int32(),
        };
    }
}
