namespace MonitoringDemo.Retraining.Receive;

/// <summary>Where consumers leave what they got before they acknowledge it, and the pump finds it: consumers of any process of this service, and the pump of the one that works.</summary>
internal interface IReceived
{
    /// <summary>At the start: what an earlier version kept elsewhere.</summary>
    void TakeOver();

    /// <summary>Keeps a message. When this returns it survives the death of the process.</summary>
    /// <param name="message">The message.</param>
    /// <param name="traceParent">The trace that it belongs to.</param>
    /// <param name="cancellationToken">Ends the wait for a place that is away: the message stays unacknowledged, and comes again.</param>
    Task AddAsync(object message, string? traceParent, CancellationToken cancellationToken);

    /// <summary>Everything received so far; <see cref="Forget"/> it once it is in the journal.</summary>
    IReadOnlyList<ReceivedMessage> Peek();

    /// <summary>Drops the first messages that were peeked at.</summary>
    /// <param name="count">How many.</param>
    /// <param name="fence">The number of the holding under which they were worked on.</param>
    /// <exception cref="ServiceDefaults.StandBy.LeaseLostException">Another process works; nothing was dropped.</exception>
    void Forget(int count, long fence);
}
