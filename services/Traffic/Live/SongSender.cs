using System.Globalization;
using System.Net;
using MonitoringDemo.Traffic.Playing;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Live;

/// <summary>Sends what the course says. Whatever is sent twice after a crash is recognised by the inference service: history by its row, predictions by request id, outcomes by prediction.</summary>
internal sealed class SongSender(TrafficClient client, TrafficTelemetry telemetry, ILogger<SongSender> logger)
{
    public const int MostSongs = 1_000;

    private readonly PredictionAnswer _answer = new();
    private readonly OutcomeBody _outcomes = new();
    private readonly double[] _features = new double[MostSongs * SongSchema.Instance.Count];
    private readonly byte[] _labels = new byte[MostSongs];

    public Task<bool> IsServedAsync(CancellationToken cancellation) => client.ServesModelAsync(cancellation);

    public async Task SendHistoryAsync(TrafficCourse course, CancellationToken cancellation)
    {
        var state = course.State;
        var rows = Prepare(course);
        var count = (int)Math.Min(MostSongs, state.WarmUp - state.HistoryNext);
        rows.History(state.HistoryNext, count, complete: state.HistoryNext + count == state.WarmUp);
        try
        {
            await client.PostHistoryAsync(rows.Body, cancellation);
        }
        catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Conflict && !(e is RefusedException { NextRow: { } next } && next < state.HistoryNext))
        {
            // The process ended after the rows were taken and before that was saved. One that has fewer rows is another service than took them so far, as a
            // balancer may have it: they are sent again until the right one comes.
            logger.LogInformation("History from row {Row} on is there already", state.HistoryNext);
        }

        state.HistoryNext += rows.Count;
    }

    /// <summary>Sends the request under way, for the first time or again.</summary>
    /// <returns>Songs acknowledged.</returns>
    public async Task<int> SendSongsAsync(TrafficCourse course, CancellationToken cancellation)
    {
        var rows = Prepare(course);
        rows.Predictions(course.State.NextRow, course.State.InFlight);
        await client.PredictAsync(rows.Body, rows.Count, _answer, cancellation);
        course.Acknowledge(_answer.Ids);
        return rows.Count;
    }

    /// <summary>Reports every outcome that is due.</summary>
    public async Task SendOutcomesAsync(TrafficCourse course, CancellationToken cancellation)
    {
        while (course.Due(MostSongs) is { IsAny: true } due)
        {
            for (var from = due.From; from < due.To; from += MostSongs)
            {
                var to = Math.Min(due.To, from + MostSongs);
                Collect(course, due, from, to);
                if (_outcomes.Count > 0)
                    await PostOutcomesAsync(to, cancellation);
            }

            course.Reported(due.ServedNow);
        }
    }

    private static PreparedRows Prepare(TrafficCourse course) => new(course.World, course.State.Seed.ToString(CultureInfo.InvariantCulture));

    private void Collect(TrafficCourse course, DueOutcomes due, long from, long to)
    {
        var count = (int)(to - from);
        course.World.Generate(from, _features.AsSpan(0, count * SongSchema.Instance.Count), _labels.AsSpan(0, count));
        _outcomes.Clear();
        for (var i = 0; i < count; i++)
        {
            if (due.Includes(from + i, _labels[i]))
                _outcomes.Add(course.IdOf(from + i), course.World.ReportedLabel(from + i, _labels[i]));
        }
    }

    private async Task PostOutcomesAsync(long end, CancellationToken cancellation)
    {
        try
        {
            await client.PostOutcomesAsync(_outcomes.Write(), cancellation);
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Conflict)
        {
            // Refused for good, for instance because the log was emptied: insisting would stop the songs.
            telemetry.Failed();
            logger.LogError("The outcomes up to song {Row} were refused and are left out: {Why}", end, e.Message);
        }
    }
}
