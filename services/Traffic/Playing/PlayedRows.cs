namespace MonitoringDemo.Traffic.Playing;

/// <summary>What the fleet acknowledged in a session, row by row.</summary>
public sealed class PlayedRows
{
    /// <summary>Stands in <see cref="Served"/> where no answer came.</summary>
    public const byte NoAnswer = 255;

    private const long NoId = -1;

    private long[] _ids = [];
    private byte[] _served = [];
    private byte[] _truth = [];

    /// <summary>The world's row number of the first row that is kept.</summary>
    public long FirstRow { get; private set; }

    /// <summary>Rows sent for a prediction and not forgotten.</summary>
    public int Count { get; private set; }

    /// <summary>The rows named by the acknowledged prediction ids (<c>p-{row}</c>), in the order of the stream; -1 where no answer came.</summary>
    public ReadOnlySpan<long> Ids => _ids.AsSpan(0, Count);

    /// <summary>The label that was served, 0 or 1; <see cref="NoAnswer"/> where none came.</summary>
    public ReadOnlySpan<byte> Served => _served.AsSpan(0, Count);

    /// <summary>The true label.</summary>
    public ReadOnlySpan<byte> Truth => _truth.AsSpan(0, Count);

    /// <summary>Rows that got no answer.</summary>
    public long Failed { get; private set; }

    /// <summary>Outcomes acknowledged.</summary>
    public long Outcomes { get; private set; }

    /// <summary>Outcomes that were refused or did not arrive.</summary>
    public long FailedOutcomes { get; private set; }

    /// <summary>What went wrong first; null when nothing did.</summary>
    public string? FirstFailure { get; private set; }

    internal void Begin(long row) => FirstRow = row;

    internal void Drop(int rows)
    {
        Ids[rows..].CopyTo(_ids);
        Served[rows..].CopyTo(_served);
        Truth[rows..].CopyTo(_truth);
        FirstRow += rows;
        Count -= rows;
    }

    internal void Answered(ReadOnlySpan<byte> truth, PredictionAnswer answer)
    {
        var at = Grow(truth);
        answer.Ids.CopyTo(_ids.AsSpan(at));
        answer.Labels.CopyTo(_served.AsSpan(at));
    }

    internal void Unanswered(ReadOnlySpan<byte> truth, Exception why)
    {
        var at = Grow(truth);
        _ids.AsSpan(at, truth.Length).Fill(NoId);
        _served.AsSpan(at, truth.Length).Fill(NoAnswer);
        Failed += truth.Length;
        FirstFailure ??= why.Message;
    }

    internal void OutcomesAnswered(int count) => Outcomes += count;

    internal void OutcomesUnanswered(int count, Exception why)
    {
        FailedOutcomes += count;
        FirstFailure ??= why.Message;
    }

    private int Grow(ReadOnlySpan<byte> truth)
    {
        var at = Count;
        Count += truth.Length;
        if (Count > _ids.Length)
        {
            var size = Math.Max(Count, _ids.Length * 2);
            Array.Resize(ref _ids, size);
            Array.Resize(ref _served, size);
            Array.Resize(ref _truth, size);
        }

        truth.CopyTo(_truth.AsSpan(at));
        return at;
    }
}
