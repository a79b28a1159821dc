namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Compares the first messages of a subscription with what was read before, for the broker says nothing when a position does not fit: before the first message it gives the first one, past the last one it gives nothing.</summary>
/// <param name="position">Where reading ended.</param>
/// <param name="since">When the subscription began.</param>
internal sealed class StreamStart(ReplicaPosition position, long since)
{
    private const string Mend = "Where that is as it should be, stop this service, delete its file log-replica.json and start it: it then reads the stream from its first message on and drops what it knows.";
    private bool _isLater;

    /// <summary>True when what is read fits what was read before.</summary>
    public bool IsPassed { get; private set; }

    /// <summary>Looks at the next message.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="nextOf">The record of a log that is wanted next.</param>
    /// <returns>True when it is the one that was taken last, or one before it.</returns>
    /// <exception cref="StreamPositionException">It is another stream, or what lies between is gone from it.</exception>
    public bool Meets(StreamDelivery delivery, Func<string, long> nextOf)
    {
        if (IsPassed) return false;
        if (!_isLater && delivery.Offset <= position.Offset)
        {
            if (delivery.Offset < position.Offset) return true;
            if (delivery.Sha256 != position.Sha256)
                throw new StreamPositionException($"At offset {position.Offset} of the stream '{position.Stream}' stands another message than this service has read there: it is another stream. {Mend}");
            IsPassed = true;
            return true;
        }

        // Numbers of messages are not dense: only records tell whether some are gone.
        _isLater = true;
        if (delivery.Message is not { Ordinal: >= 0 } message) return false;
        if (nextOf(message.Log) is var wanted && message.Ordinal > wanted)
            throw new StreamPositionException(
                $"The stream '{position.Stream}' begins at offset {delivery.Offset} with record {message.Ordinal} of the log {message.Log}, and this service had read up to offset {position.Offset} and wants record {wanted}: what lies between is gone from the stream. {Mend}");
        IsPassed = true;
        return false;
    }

    /// <exception cref="StreamPositionException">Nothing came for so long.</exception>
    public void ThrowIfLate(TimeProvider time, TimeSpan within)
    {
        if (_isLater || time.GetElapsedTime(since) < within) return;
        throw new StreamPositionException($"The stream '{position.Stream}' gives nothing at offset {position.Offset}, up to which this service has read: it ends before that, so it is another stream. {Mend}");
    }
}
