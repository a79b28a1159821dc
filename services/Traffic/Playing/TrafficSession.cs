using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>Plays a world against the inference service, step by step, and keeps what was acknowledged.</summary>
/// <remarks>Nothing is tried twice: what fails is counted, and the world goes on. While the fleet works on some steps, the next are made on another thread.</remarks>
/// <param name="client">The inference service.</param>
/// <param name="world">Where the rows come from.</param>
/// <param name="stream">The name of the stream, usually the seed; request ids are <c>{stream}-{firstRow}</c>.</param>
public sealed class TrafficSession(TrafficClient client, IWorld world, string stream)
{
    private const int HistoryBatch = 1_000;
    private const int RowsMadeAhead = 500;

    private readonly OutcomeBody _outcomes = new();
    private TrafficClient _client = client;
    private readonly PredictionAnswer _answer = new();
    private readonly PreparedRows _history = new(world, stream);
    // Of a step whose rows are too wide for one request, those after the first.
    private readonly PreparedRows _rest = new(world, stream);
    private List<PreparedRows> _now = [];
    private List<PreparedRows> _next = [];
    private int _taken;
    private Task _making = Task.CompletedTask;
    private long _firstServed;
    private long _reportedAt;

    /// <summary>The next row to be served.</summary>
    public long NextRow { get; private set; }

    /// <summary>What was acknowledged so far.</summary>
    public PlayedRows Played { get; } = new();

    /// <summary>Posts the rows [0, rows) with their labels as history, which model 1 is trained on.</summary>
    /// <exception cref="HttpRequestException">Refused or unreachable; the message says why.</exception>
    public async Task PostHistoryAsync(long rows, CancellationToken cancellation)
    {
        while (NextRow < rows)
        {
            var count = (int)Math.Min(HistoryBatch, rows - NextRow);
            _history.History(NextRow, count, complete: NextRow + count == rows);
            await _client.PostHistoryAsync(_history.Body, cancellation);
            NextRow += _history.Count;
        }

        Played.Begin(NextRow);
        _firstServed = _reportedAt = NextRow;
    }

    /// <summary>Asks for the predictions of the next rows (at most 1,000), then reports every outcome that is due.</summary>
    /// <returns>How many rows were sent: fewer than asked for at the end of the world, then 0.</returns>
    public async Task<int> StepAsync(int rows, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        var count = (int)Math.Min(rows, world.Rows - NextRow);
        if (count <= 0)
            return 0;

        var end = NextRow + count;
        var prepared = await PreparedAsync(rows, count);
        while (true)
        {
            NextRow += prepared.Count;
            await PredictAsync(prepared, cancellation);
            if (NextRow >= end)
                break;
            prepared = _rest;
            prepared.Predictions(NextRow, (int)(end - NextRow));
        }

        await ReportOutcomesAsync(cancellation);
        return count;
    }

    /// <summary>Goes on with another connection: the service was started anew, on the log that it had.</summary>
    /// <param name="anew">The inference service, as it is reached now.</param>
    public void Connect(TrafficClient anew) => _client = anew;

    /// <summary>Drops the played rows whose outcome has been reported; who has counted them keeps memory flat however long it plays.</summary>
    public void Forget() => Played.Drop((int)Math.Max(0, _reportedAt - world.Outcomes.Longest - Played.FirstRow));

    /// <summary>The request for the next rows. It was made before, unless the size of the steps has changed.</summary>
    private async ValueTask<PreparedRows> PreparedAsync(int rows, int count)
    {
        if (_taken == _now.Count)
        {
            await _making;
            (_now, _next, _taken) = (_next, _now, 0);
            if (_now.Count == 0 || _now[0].FirstRow != NextRow || _now[0].Asked != count)
                Make(_now, NextRow, rows);
            var (next, from) = (_next, _now[^1].FirstRow + _now[^1].Asked);
            _making = Task.Run(() => Make(next, from, rows));
        }
        else if (_now[_taken].FirstRow != NextRow || _now[_taken].Asked != count)
        {
            _now[_taken].Predictions(NextRow, count);
        }

        return _now[_taken++];
    }

    /// <summary>Makes requests of so many rows each, for at least as many rows as are worth another thread.</summary>
    private void Make(List<PreparedRows> requests, long from, int rows)
    {
        var made = 0;
        for (var left = RowsMadeAhead; left > 0 && from < world.Rows; left -= rows)
        {
            var count = (int)Math.Min(rows, world.Rows - from);
            if (made == requests.Count)
                requests.Add(new PreparedRows(world, stream));
            requests[made++].Predictions(from, count);
            from += count;
        }

        requests.RemoveRange(made, requests.Count - made);
    }

    private async Task PredictAsync(PreparedRows prepared, CancellationToken cancellation)
    {
        try
        {
            await _client.PredictAsync(prepared.Body, prepared.Count, _answer, cancellation);
            Played.Answered(prepared.Labels, _answer);
        }
        catch (Exception e) when (IsFailure(e, cancellation))
        {
            Played.Unanswered(prepared.Labels, e);
        }
    }

    private async Task ReportOutcomesAsync(CancellationToken cancellation)
    {
        var due = DueOutcomes.Between(world.Outcomes, _firstServed, _reportedAt, NextRow);
        _reportedAt = NextRow;
        _outcomes.Clear();
        for (var row = due.From; row < due.To; row++)
        {
            var at = (int)(row - Played.FirstRow);
            if (Played.Ids[at] >= 0 && due.Includes(row, Played.Truth[at]))
                _outcomes.Add(Played.Ids[at], world.ReportedLabel(row, Played.Truth[at]));
            if (_outcomes.IsFull)
                await PostOutcomesAsync(cancellation);
        }

        if (_outcomes.Count > 0)
            await PostOutcomesAsync(cancellation);
    }

    private async Task PostOutcomesAsync(CancellationToken cancellation)
    {
        try
        {
            await _client.PostOutcomesAsync(_outcomes.Write(), cancellation);
            Played.OutcomesAnswered(_outcomes.Count);
        }
        catch (Exception e) when (IsFailure(e, cancellation))
        {
            Played.OutcomesUnanswered(_outcomes.Count, e);
        }

        _outcomes.Clear();
    }

    private static bool IsFailure(Exception e, CancellationToken cancellation) =>
        !cancellation.IsCancellationRequested && e is HttpRequestException or IOException or InvalidDataException or System.Text.Json.JsonException or OperationCanceledException;
}
