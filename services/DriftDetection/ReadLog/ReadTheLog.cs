using System.Globalization;
using Microsoft.Extensions.Options;
using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.DriftDetection.ShowDrift;
using MonitoringDemo.DriftDetection.TellIncidents;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.DriftDetection.ReadLog;

/// <summary>Reads what is new in the inference log, and publishes what the monitor finds in it.</summary>
/// <remarks>
/// The monitor is a function of the log, so its state need not be saved often: after a restart the log is read again from
/// the last save. Findings are different, they must be told once: they are saved with the state before they are published.
/// Where several processes could do this, the one that holds the lease does, from the state that was saved last; what it saves counts only while it holds it.
/// </remarks>
internal sealed class ReadTheLog(
    [FromKeyedServices(DriftDetectionModule.Lease)] ILease lease,
    [FromKeyedServices(DriftDetectionModule.Lease)] RoundTrail trail,
    ILeasedState<DriftState> saved,
    IInferenceLog stored,
    IMessageBus bus,
    MonitorParts parts,
    DriftShown shown,
    DriftDetectionTelemetry telemetry,
    FindingsTelemetry findings,
    IOptions<DriftDetectionOptions> options,
    IOptions<PumpOptions> pumping,
    TimeProvider time,
    ILogger<ReadTheLog> logger) : IPump, IDisposable
{
    private readonly DriftDetectionOptions _options = options.Value;
    private DriftState _state = new();
    private MonitorFeed? _log;
    private IncidentBook? _stories;
    private HealthPace? _pace;
    private bool _mustSave;
    private long _savedAtRow;
    private long? _fence;

    public string Name => "drift-detection";

    public int Order => 20;

    public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        var fence = lease.Fence;
        if (fence != _fence) StandBy();
        if (fence is null) return false;

        _fence = fence;
        try
        {
            return await WorkAsync(cancellationToken);
        }
        catch (LeaseLostException e)
        {
            DriftDetectionLog.StandsBy(logger, e.Message);
            lease.Lost(fence.Value);
            StandBy();
            return true;
        }
    }

    public void Dispose() => _log?.Dispose();

    private async ValueTask<bool> WorkAsync(CancellationToken cancellationToken)
    {
        var log = _log ??= GoOn();
        var sent = await SendAsync(log, null, cancellationToken);
        if (log.Monitor is not { } monitor) return sent > 0;

        var from = log.NextOrdinal;
        var read = log.Read(_options.RecordsPerRound);
        telemetry.Read(log.NextOrdinal, read);
        if (read == 0)
        {
            await MeasureAsync(log, _pace!.Due(), cancellationToken);
            return sent > 0;
        }

        var report = Told(monitor.Check());
        if (log.WasReported && !log.IsAtBorder) return true;

        var incidents = log.WasReported ? _stories!.Reconcile([.. monitor.Open.Where(IsTold)], monitor.NextRow) : _stories!.Tell(report);
        shown.Show(report.Health, monitor, _state.Incidents);
        telemetry.Measured(monitor, report, incidents);
        findings.Told(incidents, _state.Incidents.OpenFindings.Values);
        if (incidents.Count > 0) trail.Add(new EffectiveRound(from, log.NextOrdinal, 0));
        foreach (var incident in incidents) Say(incident, monitor.NextRow, log.NextOrdinal);
        if (incidents.Count > 0 || monitor.NextRow - _savedAtRow >= _options.SaveEveryRows) _mustSave = true;
        await SendAsync(log, log.TraceParent, cancellationToken);
        await MeasureAsync(log, _pace!.Next(report.Health), cancellationToken);
        return true;
    }

    /// <summary>Without what a detector found that is switched off.</summary>
    private MonitorReport Told(MonitorReport report) => _options.DisabledDetectors.Count == 0
        ? report
        : report with { Findings = [.. report.Findings.Where(IsTold)], Ended = [.. report.Ended.Where(end => IsTold(end.Finding))] };

    private bool IsTold(DriftFinding finding) => !_options.DisabledDetectors.Contains(finding.Detector);

    /// <summary>Forgets everything: whoever works next, also this process, begins with what was saved.</summary>
    private void StandBy()
    {
        _fence = null;
        if (_log is null) return;

        _log.Dispose();
        (_log, _state, _mustSave) = (null, new DriftState(), false);
        telemetry.StandsBy();
        findings.StandsBy();
        shown.Clear();
    }

    private async ValueTask MeasureAsync(MonitorFeed log, HealthMeasured? health, CancellationToken cancellationToken)
    {
        if (health is not null)
            await bus.PublishAsync(health, string.Create(CultureInfo.InvariantCulture, $"{_options.Model}-health-{log.NextOrdinal}"), cancellationToken);
    }

    private MonitorFeed GoOn()
    {
        if (saved.TryLoad(out var state)) _state = state;
        _stories = new IncidentBook(_options.Model, _state.Incidents);
        findings.Told([], _state.Incidents.OpenFindings.Values);
        _pace = new HealthPace(_options, pumping.Value.Lockstep ? null : time);
        trail.Begin();
        var log = MonitorFeed.GoOn(stored, _state.NextOrdinal, _state.Monitor, parts);
        try
        {
            _savedAtRow = log.Monitor?.NextRow ?? 0;
            return log;
        }
        catch (InvalidDataException exception)
        {
            log.Dispose();
            DriftDetectionLog.StartsOver(logger, exception.Message, _state.NextOrdinal);
            return MonitorFeed.StartOver(stored, _state.NextOrdinal, parts);
        }
    }

    private void Say(IncidentNews incident, long row, long ordinal)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{incident.UpdateId}-{ordinal}");
        if (incident.Found.Count > 0) _state.Outbox.Add(new FindingsReported(_options.Model, incident.UpdateId, row, incident.Found), key);
        if (incident.Cleared.Count > 0) _state.Outbox.Add(new FindingsCleared(_options.Model, incident.UpdateId, row, incident.Cleared), key);
        foreach (var finding in incident.Found) DriftDetectionLog.Found(logger, incident.UpdateId, finding.Summary);
        foreach (var cleared in incident.Cleared) DriftDetectionLog.Cleared(logger, incident.UpdateId, cleared.FindingId, cleared.EndedAtRow);
    }

    private static string? IncidentOf(object message) => message switch
    {
        FindingsReported reported => reported.UpdateId,
        FindingsCleared cleared => cleared.UpdateId,
        _ => null,
    };

    /// <summary>Saves if there is a reason to, then publishes what was saved; goes on where a failure stopped it.</summary>
    private async ValueTask<int> SendAsync(MonitorFeed log, string? traceParent, CancellationToken cancellationToken)
    {
        if (_mustSave)
        {
            _state = _state with { NextOrdinal = log.NextOrdinal, Monitor = log.Monitor!.Save().Bytes };
            saved.Save(_state, _fence!.Value);
            // It is saved, and too large to keep twice.
            _state = _state with { Monitor = null };
            (_mustSave, _savedAtRow) = (false, log.Monitor.NextRow);
        }

        if (_state.Outbox.Pending.Count == 0) return 0;
        // One that was frozen meanwhile leaves it to whoever takes over, and finds these messages in the state.
        if (lease.Fence != _fence) return 0;

        using var activity = telemetry.StartReport(traceParent, traceParent is null ? [] : log.FurtherTraces, IncidentOf(_state.Outbox.Pending[0].Message));
        return await _state.Outbox.PublishAsync(bus, cancellationToken);
    }
}
