using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>The services of a hosted fleet, each to be called for one round.</summary>
/// <param name="pumps">Of all services.</param>
/// <param name="activity">What is under way on the bus.</param>
/// <param name="control">How far retraining reads.</param>
/// <param name="journal">What it writes.</param>
/// <param name="bus">What holds messages back.</param>
internal sealed class FleetRounds(IEnumerable<IPump> pumps, BusActivity activity, RoundControl control, IJournal journal, HeldBus bus)
{
    private const int MostRounds = 100;

    private readonly IPump[] _pumps = [.. pumps.OrderBy(pump => pump.Order).ThenBy(pump => pump.Name, StringComparer.Ordinal)];

    public HeldBus Bus => bus;

    public long JournalSeq => control.JournalSeq;

    public IReadOnlyList<RecordedEntry> EntriesAfter(long seq) => RecordedJournal.ReadAfter(journal, seq);

    public Task QuietAsync(CancellationToken cancellation) => activity.QuietAsync(cancellation);

    /// <summary>One round of drift detection, over all there is.</summary>
    public Task DetectAsync(CancellationToken cancellation) => OnceAsync("drift-detection", cancellation);

    /// <summary>One round of retraining, over the records before <paramref name="ordinal"/>.</summary>
    public Task RetrainAsync(long ordinal, CancellationToken cancellation)
    {
        control.ReadTo = ordinal;
        return OnceAsync("retraining", cancellation);
    }

    /// <summary>Lets those work who decide nothing.</summary>
    public async Task OthersAsync(CancellationToken cancellation)
    {
        foreach (var pump in _pumps.Where(pump => pump.Name is not ("drift-detection" or "retraining")))
        {
            for (var round = 0; round < MostRounds && await pump.PumpAsync(cancellation); round++) await QuietAsync(cancellation);
        }
    }

    /// <summary>Nothing is held back any more.</summary>
    public async Task GoFreeAsync(CancellationToken cancellation)
    {
        control.ReadTo = null;
        await bus.OpenAsync(cancellation);
        await DrainAsync(cancellation);
    }

    public Task DrainAsync(CancellationToken cancellation) => new FleetDrain(_pumps, activity).DrainAsync(cancellation);

    private async Task OnceAsync(string name, CancellationToken cancellation)
    {
        await _pumps.Single(pump => pump.Name == name).PumpAsync(cancellation);
        await QuietAsync(cancellation);
    }
}
