using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.ControlRoom.Stream;

/// <summary><c>GET /events</c>: a <c>snapshot</c> first and whenever a page fell behind, then <c>change</c>s,
/// and a <c>heartbeat</c> when nothing happens, so that a page can tell silence from a dead line.</summary>
internal static class EventsEndpoint
{
    private static readonly TimeSpan s_reconnectAfter = TimeSpan.FromSeconds(1);

    public static Results<ServerSentEventsResult<string>, ProblemHttpResult> Get(
        LivePicture picture,
        IHostApplicationLifetime lifetime,
        IOptions<ControlRoomOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (picture.Open() is not { } viewer)
            return TypedResults.Problem($"{LivePicture.ViewersAtMost} pages are open already; close one.", statusCode: StatusCodes.Status503ServiceUnavailable);

        // Without the lifetime an open page would hold up the end of the process.
        var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        return TypedResults.ServerSentEvents(WatchAsync(picture, viewer, options.Value.Heartbeat, time, watching, watching.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> WatchAsync(
        LivePicture picture,
        Viewer viewer,
        TimeSpan heartbeat,
        TimeProvider time,
        CancellationTokenSource watching,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                if (viewer.IsBehind)
                    yield return new SseItem<string>(picture.CatchUp(viewer), "snapshot") { ReconnectionInterval = s_reconnectAfter };

                while (!viewer.IsBehind && viewer.Changes.TryRead(out var change))
                    yield return new SseItem<string>(change, "change");

                if (!viewer.IsBehind && !await HasMoreAsync(viewer, heartbeat, time, cancellationToken))
                    yield return new SseItem<string>("{}", "heartbeat");
            }
        }
        finally
        {
            picture.Close(viewer);
            watching.Dispose();
        }
    }

    /// <summary>False when nothing came for the time of a heartbeat; true when something did, or when the page has gone.</summary>
    private static async Task<bool> HasMoreAsync(Viewer viewer, TimeSpan heartbeat, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await viewer.Changes.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return cancellationToken.IsCancellationRequested;
        }
    }
}
