using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Traffic.Live;

/// <summary>Everything that a restart goes on from. Songs and outcomes are functions of the seed and the row, so numbers suffice.</summary>
internal sealed class TrafficState
{
    public required ulong Seed { get; init; }

    /// <summary>Rows of history.</summary>
    public required long WarmUp { get; init; }

    /// <summary>The next row of history to be posted.</summary>
    public long HistoryNext { get; set; }

    /// <summary>The first song without an acknowledged prediction.</summary>
    public required long NextRow { get; set; }

    /// <summary>Songs in the request under way: after a restart the very same request is sent again. 0 when none is.</summary>
    public int InFlight { get; set; }

    /// <summary>The first song whose outcome may still have to be reported.</summary>
    public required long OutcomesNext { get; set; }

    /// <summary>One past the last song served when outcomes were reported last; null in a file of a version that kept <see cref="OutcomesNext"/> alone.</summary>
    public long? OutcomesAt { get; set; }

    /// <summary>The prediction ids of the songs from <see cref="OutcomesNext"/> on.</summary>
    public List<AcknowledgedRows> Acknowledged { get; init; } = [];

    /// <summary>Songs a second; 0 while paused.</summary>
    public double Pace { get; set; }

    /// <summary>The world as it was announced last; null before the first time.</summary>
    public WorldTold? WorldTold { get; set; }

    /// <summary>What happened to the world, as far back as outcomes are still to come.</summary>
    public required List<SavedEra> Eras { get; init; }

    /// <summary>Counts what was announced, so that every announcement has an id of its own.</summary>
    public long Announcements { get; set; }

    public Outbox Outbox { get; init; } = new();

    public Inbox Inbox { get; init; } = new();
}
