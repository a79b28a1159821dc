using MonitoringDemo.ControlRoom;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Demo.Live.Schedule;

/// <summary>The cron job beside the running fleet, only while somebody asks: each question has the log read on in the background, on one thread that gives way to the fleet's.</summary>
internal sealed class LiveSchedule(IInferenceLog log, IHostApplicationLifetime lifetime, ILogger<LiveSchedule> logger) : IDisposable
{
    /// <summary>How far before the newest row it begins: what the page shows.</summary>
    private const int RowsBack = 20_000;

    private const ulong Seed = 1;

    private readonly Lock _gate = new();
    private ScheduleFold? _fold;
    private long? _since;
    private long _ordinal;
    private Thread? _reading;
    private string? _problem;

    /// <summary>Where the host offers the comparison.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<ScheduleOffered>() is null) return;
        app.MapGet("/v1/schedule", (LiveSchedule schedule) => TypedResults.Ok(schedule.Ask()))
            .WithName("GetSchedule").WithSummary("A cron job that trains on a schedule, on the same rows: computed from the log while somebody asks.");
    }

    /// <summary>What it has come to; more the next time.</summary>
    public ScheduleShown Ask()
    {
        lock (_gate)
        {
            if (_reading is null && _problem is null)
            {
                _reading = new Thread(ReadOn) { IsBackground = true, Priority = ThreadPriority.BelowNormal, Name = "schedule" };
                _reading.Start();
            }

            return new ScheduleShown(ScheduleFold.Every, ScheduleFold.Window, ScheduleFold.Trainer, _since, _fold?.Row ?? 0, _fold?.Trainings ?? 0, _problem, _fold?.Points.Newest ?? []);
        }
    }

    /// <summary>The host has stopped: what is being read is ended before the log's files may go.</summary>
    public void Dispose()
    {
        Thread? reading;
        lock (_gate) (reading, _problem) = (_reading, "The fleet has stopped.");
        reading?.Join();
    }

    private void ReadOn()
    {
        string? problem = null;
        try
        {
            if (_fold is null) Begin();
            Read();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or ArgumentException or NotSupportedException or TrainingException)
        {
            problem = $"The cron job stands still: {e.Message}";
            logger.LogWarning(e, "The cron job beside the fleet stands still.");
        }

        lock (_gate) (_reading, _problem) = (null, _problem ?? problem);
    }

    private void Begin()
    {
        var (end, first) = (0L, long.MaxValue);
        using var reader = log.OpenReader(truncated: TruncatedReads.Skip);
        while (!lifetime.ApplicationStopping.IsCancellationRequested && reader.TryRead(out var record))
        {
            if (record is not PredictionBatch served) continue;
            (end, first) = (served.FirstRow + served.Count, Math.Min(first, served.FirstRow));
        }

        // Nothing has been answered yet: ask again later.
        if (end == 0) return;
        var since = Math.Max(first, end - RowsBack);
        lock (_gate) (_fold, _since) = (new ScheduleFold(since, Seed), since);
    }

    private void Read()
    {
        if (_fold is not { } fold) return;
        using var reader = log.OpenReader(_ordinal, TruncatedReads.Skip);
        if (!reader.HasSchema) return;
        var schema = SchemaJson.Read(reader.Schema.Span);
        while (!lifetime.ApplicationStopping.IsCancellationRequested && reader.TryRead(out var record))
        {
            fold.Take(record, schema);
            _ordinal = reader.NextOrdinal;
        }
    }
}
