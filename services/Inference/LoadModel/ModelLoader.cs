using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Learning;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>Applies releases, one at a time: the newest sequence wins, and what cannot be trusted changes nothing.</summary>
internal sealed class ModelLoader(
    ServingLog log,
    Replica replica,
    ArtifactStore artifacts,
    ArtifactFetcher fetcher,
    RegistryQuestion registry,
    ReleaseLag lag,
    DowngradeCheck downgrades,
    InferenceTelemetry telemetry,
    IMessageBus bus,
    IOptions<InferenceOptions> options,
    TimeProvider time,
    ILogger<ModelLoader> logger) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <param name="release">The release.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="first">Version 1, where whoever calls knows it.</param>
    public async Task ApplyAsync(ReleaseChanged release, CancellationToken cancellationToken, ModelReference? first = null)
    {
        if (release.Model != options.Value.Model) return;

        lag.Knows(release.Sequence);
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var now = log.Current;
            if (now is not null && release.Sequence <= now.Release.Sequence)
            {
                // Applied already; whoever announces it again may have missed the answer.
                if (release.Sequence == now.Release.Sequence) await AnnounceAsync(cancellationToken);
                return;
            }

            first = await FirstVersionAsync(release, first, cancellationToken);
            await fetcher.FetchAsync(first is null ? ArtifactFetcher.Named(release) : ArtifactFetcher.Named(release).Append(first.Sha256), cancellationToken);
            if (downgrades.NeedsPermit(release, now?.Champion.Reference.Version)) await fetcher.FetchPermitAsync(release.Sequence, cancellationToken);
            await SwapWhenReadableAsync(release, now, first, cancellationToken);
            await AnnounceAsync(cancellationToken);
        }
        catch (ModelRefusedException refused)
        {
            logger.LogError("Release {Sequence} is refused: {Reason}", release.Sequence, refused.Message);
            if (IsServedWithout(release, refused)) lag.GoesOnWithout(release.Sequence);
            await RefuseAsync(release, refused, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Says what serves; the message of one release always carries the same id.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (log.Current is not { Release: var release } now) return;
        // A shadow that is gone after a restart answered nobody; that a canary is gone is told, for the champion answers its requests again.
        if (release is { CanaryShare: not null, Shadow.Version: var canary } && now.Shadow is null)
        {
            await RefuseAsync(release, new ModelRefusedException(canary, $"Version {canary} could not be loaded again after a restart: the champion answers its requests."), cancellationToken);
            return;
        }

        await bus.PublishAsync(
            // Where several serve, a row of this log's own says nothing to others.
            new ModelLoaded(
                release.Model, release.UpdateId, release.Sequence, replica.IsOneOfMany ? release.Row : now.Row, now.Champion.Reference.Version, now.Shadow?.Reference.Version, replica.Instance),
            KeyOf("loaded", release.Sequence),
            cancellationToken);
    }

    /// <summary>Serves what was served before the process ended.</summary>
    /// <exception cref="ModelRefusedException">Its artifact cannot be trusted any more.</exception>
    public void Restore(AppliedRelease applied)
    {
        var release = applied.Release;
        downgrades.Pass(release, served: null);
        var champion = new ServedModel(release.Champion, Load(release.Champion, null), applied.ChampionSinceRow);
        var snapshot = new ServingSnapshot(
            release,
            applied.Row,
            champion,
            release.Shadow is null ? null : LoadIfTrusted(release.Shadow, applied.ShadowSinceRow),
            LoadIfTrusted(applied.StaticTwin, applied.StaticTwinSinceRow) ?? champion);
        log.Restore(snapshot);
        telemetry.Loaded(snapshot);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private Task RefuseAsync(ReleaseChanged release, ModelRefusedException refused, CancellationToken cancellationToken) => bus.PublishAsync(
        new ModelLoadFailed(release.Model, release.UpdateId, release.Sequence, refused.Version, refused.Message, replica.Instance),
        KeyOf("load-failed", release.Sequence),
        cancellationToken);

    /// <summary>Only the canary is missing, and the champion of that release serves here already.</summary>
    private bool IsServedWithout(ReleaseChanged release, ModelRefusedException refused) =>
        release is { CanaryShare: not null, Shadow.Version: var canary } && refused.Version == canary && log.Current?.Champion.Reference.Version == release.Champion.Version;

    private string KeyOf(string what, long sequence) =>
        replica.IsOneOfMany ? FormattableString.Invariant($"{what}-{sequence}-{replica.Instance}") : FormattableString.Invariant($"{what}-{sequence}");

    /// <summary>Version 1, wherever it is known from: the log, or the registry for a process that came later than it.</summary>
    private async Task<ModelReference?> FirstVersionAsync(ReleaseChanged release, ModelReference? first, CancellationToken cancellationToken)
    {
        if (log.FirstVersion is { } known) return new ModelReference(1, known.Sha256, "", known.TrainedFromRow, known.TrainedToRow);
        if (first is not null || release.Champion.Version == 1 || !registry.CanAsk) return first;
        return (await registry.AskAsync(cancellationToken))?.First;
    }

    /// <summary>A store that does not answer says nothing about a model: it is asked again.</summary>
    private async Task SwapWhenReadableAsync(ReleaseChanged release, ServingSnapshot? now, ModelReference? first, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                Swap(release, now, first);
                return;
            }
            catch (StoreUnavailableException e)
            {
                logger.LogWarning("Release {Sequence} waits: {Reason}", release.Sequence, e.Message);
                await Task.Delay(options.Value.AskAgainAfter, time, cancellationToken);
            }
        }
    }

    private void Swap(ReleaseChanged release, ServingSnapshot? now, ModelReference? first)
    {
        downgrades.Pass(release, now?.Champion.Reference.Version);
        var champion = Load(release.Champion, now);
        ServabilityCheck.Pass(release.Importance, release.Champion.Version, champion.Schema);
        ServabilityCheck.Pass(release.HeldOut, release.Champion.Version);
        ServabilityCheck.Pass(release.CanaryShare, release.Shadow);
        var shadow = release.Shadow is null ? null : Load(release.Shadow, now);
        var twin = now?.StaticTwin ?? StaticTwin(release, champion, first);
        var snapshot = log.Change(row => new ServingSnapshot(
            release,
            row,
            new ServedModel(release.Champion, champion, Since(row, release.Champion, now?.Champion)),
            shadow is null ? null : new ServedModel(release.Shadow!, shadow, Since(row, release.Shadow!, now?.Shadow)),
            twin.SinceRow < 0 ? twin with { SinceRow = row } : twin));
        telemetry.Loaded(snapshot);
        logger.LogInformation("Version {Version} serves from row {Row} on: {Reason}", release.Champion.Version, snapshot.Row, release.Reason);
    }

    private IModel Load(ModelReference reference, ServingSnapshot? now)
    {
        foreach (var loaded in (ReadOnlySpan<ServedModel?>)[now?.Champion, now?.Shadow, now?.StaticTwin])
        {
            if (loaded?.Reference.Sha256 != reference.Sha256) continue;
            artifacts.ThrowIfRevoked(reference);
            return loaded.Model;
        }

        var model = artifacts.Read(reference);
        ServabilityCheck.Pass(model, reference.Version, log.Rows?.Schema);
        return model;
    }

    /// <summary>Version 1, wherever it is known from; a fleet that never saw it, or lost it, goes on with what it is given.</summary>
    private ServedModel StaticTwin(ReleaseChanged release, IModel champion, ModelReference? first)
    {
        var given = new ServedModel(release.Champion, champion, SinceRow: -1);
        if (release.Champion.Version == 1 || first is null) return given;

        var twin = LoadIfTrusted(first, log.FirstVersion?.Row ?? log.NextRow);
        return twin is null ? given : twin with { Reference = twin.Reference with { Algorithm = twin.Model.Algorithm } };
    }

    /// <summary>For the models that are scored but not served: without one of them, serving goes on.</summary>
    private ServedModel? LoadIfTrusted(ModelReference reference, long sinceRow)
    {
        try
        {
            return new ServedModel(reference, Load(reference, null), sinceRow);
        }
        catch (ModelRefusedException refused)
        {
            logger.LogError("Serving goes on without version {Version}: {Reason}", refused.Version, refused.Message);
            return null;
        }
    }

    private static long Since(long row, ModelReference reference, ServedModel? before)
        => before is not null && before.Reference.Version == reference.Version ? before.SinceRow : row;
}
