using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Demo.History;

/// <summary>Keeps songs from running ahead of the fleet and of its reader: after so many requests, traffic rests until every other pump has looked once more and found nothing to do, and it is told to go on.</summary>
/// <remarks>On the clock of a history a training then takes no song's time, on a slow machine as on a fast one.</remarks>
internal sealed class KeepTogether
{
    private const string Traffic = "traffic";

    private readonly List<Follower> _followers = [];
    private readonly int _requests;
    private int _left;

    /// <param name="requests">How many are sent before the fleet is waited for.</param>
    public KeepTogether(int requests) => _left = _requests = requests;

    /// <summary>Whether traffic rests, and all others have done what there was to do.</summary>
    public bool IsAtRest => Volatile.Read(ref _left) == 0 && _followers.TrueForAll(follower => follower.HasRested);

    /// <summary>Puts itself between the loops and the pumps registered so far.</summary>
    public void Watch(IServiceCollection services)
    {
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i] is { IsKeyedService: false, ImplementationFactory: { } make } descriptor && descriptor.ServiceType == typeof(IPump))
                services[i] = ServiceDescriptor.Singleton(provider => Watched((IPump)make(provider)));
        }
    }

    /// <summary>The pump, watched; that of traffic does nothing while the fleet is waited for.</summary>
    public IPump Watched(IPump pump)
    {
        if (pump.Name == Traffic) return new Leader(pump, this);
        var follower = new Follower(pump);
        _followers.Add(follower);
        return follower;
    }

    /// <summary>Lets traffic send as many requests again.</summary>
    public void GoOn() => Volatile.Write(ref _left, _requests);

    private void Sent()
    {
        if (_left > 1)
        {
            _left--;
            return;
        }

        foreach (var follower in _followers) follower.Mark();
        Volatile.Write(ref _left, 0);
    }

    private sealed class Leader(IPump pump, KeepTogether all) : IPump
    {
        public string Name => pump.Name;

        public int Order => pump.Order;

        public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
        {
            if (Volatile.Read(ref all._left) == 0 || !await pump.PumpAsync(cancellationToken)) return false;
            all.Sent();
            return true;
        }
    }

    private sealed class Follower(IPump pump) : IPump
    {
        private long _turn;
        private long _idleTurn;
        private long _mark;

        public string Name => pump.Name;

        public int Order => pump.Order;

        public bool HasRested => Interlocked.Read(ref _idleTurn) > Interlocked.Read(ref _mark);

        // The turn under way may have looked before the last songs came.
        public void Mark() => Interlocked.Exchange(ref _mark, Interlocked.Read(ref _turn));

        public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
        {
            var turn = Interlocked.Increment(ref _turn);
            var worked = await pump.PumpAsync(cancellationToken);
            if (!worked) Interlocked.Exchange(ref _idleTurn, turn);
            return worked;
        }
    }
}
