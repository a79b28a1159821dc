using MonitoringDemo.PostgreSql;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Release;

/// <summary>The processes that serve, as far as they are heard of: which release each has, and which it refused. For any thread.</summary>
/// <param name="options">How long one counts as live.</param>
/// <param name="time">The clock.</param>
/// <param name="shared">Where several processes of this service are asked: what each of them was told.</param>
/// <param name="logger">The log.</param>
internal sealed class ServingProcesses(RolloutOptions options, TimeProvider time, DatabasePresence? shared = null, ILogger<ServingProcesses>? logger = null)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset AskedAt, long Serves, long Refused)> _heard = new(StringComparer.Ordinal);

    /// <summary>One asks for the release, as each does all the time: it lives.</summary>
    /// <param name="instance">Its name.</param>
    /// <param name="serves">The release that it serves; 0 for none.</param>
    public void Asks(string instance, long serves)
    {
        lock (_gate) _heard[instance] = Of(instance) with { AskedAt = time.GetUtcNow(), Serves = serves };
        try
        {
            shared?.Tell(instance, serves);
        }
        catch (StoreUnavailableException e)
        {
            // It asks again within seconds, and readiness tells of the database.
            logger?.LogDebug("{Instance} was not told to the other processes: {Reason}", instance, e.Message);
        }
    }

    /// <summary>One says that it serves a release.</summary>
    public void Loaded(string instance, long sequence)
    {
        lock (_gate) _heard[instance] = Of(instance) with { Serves = sequence, Refused = 0 };
    }

    /// <summary>One says that it cannot load a release.</summary>
    public void Refused(string instance, long sequence)
    {
        lock (_gate) _heard[instance] = Of(instance) with { Serves = Math.Min(Of(instance).Serves, sequence - 1), Refused = sequence };
    }

    /// <summary>How far a release has come.</summary>
    /// <returns>Whether any process serves it, whether all that live do, and whether all that live refused it.</returns>
    public (bool Any, bool All, bool NoneCan) Of(long sequence)
    {
        var elsewhere = shared?.Read(options.LiveFor) ?? [];
        lock (_gate)
        {
            var now = time.GetUtcNow();
            foreach (var told in elsewhere.Where(told => Of(told.Instance).AskedAt < now - told.Ago)) _heard[told.Instance] = Of(told.Instance) with { AskedAt = now - told.Ago, Serves = told.Serves };
            var since = now - options.LiveFor;
            foreach (var gone in _heard.Where(each => each.Value.AskedAt != default && each.Value.AskedAt < since).Select(each => each.Key).ToList()) _heard.Remove(gone);
            // One that never asks has the only log: what it says is all there is to know.
            var live = _heard.Values.Where(each => each.AskedAt != default).ToList();
            var any = _heard.Values.Any(each => each.Serves >= sequence);
            return (any, any && live.TrueForAll(each => each.Serves >= sequence), !any && live.TrueForAll(each => each.Refused >= sequence));
        }
    }

    private (DateTimeOffset AskedAt, long Serves, long Refused) Of(string instance) => _heard.GetValueOrDefault(instance);
}
