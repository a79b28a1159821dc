using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The cards of the strip, and what each event makes of them. Returns the cards that changed.</summary>
internal sealed class VersionStrip(int bound)
{
    private readonly KeyedList<int, ModelVersionShown> _cards = new(
        v => v.Version, bound, v => v.Version == 1 || v.Status is VersionStatuses.Champion or VersionStatuses.Shadow or VersionStatuses.Canary);

    public IReadOnlyList<ModelVersionShown> Items => [.. _cards.Items.OrderBy(v => v.Version)];

    public long ChampionSince => _cards.FirstOrDefault(v => v.Status == VersionStatuses.Champion)?.SinceRow ?? 0;

    public void PutAll(IEnumerable<ModelVersionShown>? cards) => _cards.PutAll(cards);

    public IReadOnlyList<ModelVersionShown>? Offer(ModelReference candidate, long row) =>
        _cards.TryGet(candidate.Version, out _) ? null : [_cards.Put(Card(candidate, VersionStatuses.Candidate, row))];

    public IReadOnlyList<ModelVersionShown>? Refuse(int version, string status, long row, string? gate)
    {
        // Model 1 that has to stand aside once more is what it was: the static twin, not broken.
        if (version == 1)
            (status, gate) = (VersionStatuses.Retired, null);
        var card = _cards.TryGet(version, out var known) ? known : new ModelVersionShown(version, "", 0, 0, status, row);
        return [_cards.Put(card with { Status = status, SinceRow = row, Note = gate is null ? null : $"gate: {gate}" })];
    }

    public IReadOnlyList<ModelVersionShown>? Mark(int version, string note) => _cards.TryGet(version, out var card) ? [_cards.Put(card with { Note = note })] : null;

    public IReadOnlyList<ModelVersionShown>? Retire(VersionRetired told)
    {
        var card = _cards.TryGet(told.Version, out var known) ? known : new ModelVersionShown(told.Version, "", 0, 0, VersionStatuses.Retired, told.Row);
        return card.Sequence >= told.Sequence ? null : [_cards.Put(card with { Stage = told.Stage == VersionStages.Active ? null : told.Stage, Sequence = told.Sequence })];
    }

    public IReadOnlyList<ModelVersionShown> Release(ReleaseChanged release)
    {
        var champion = release.Champion.Version;
        foreach (var card in _cards.Items.Where(c => c.Version != champion && c.Version != release.Shadow?.Version))
            if (After(card, release) is { } status && status != card.Status)
                _cards.Put(card with { Status = status, SinceRow = release.Row, Note = null });

        if (!(_cards.TryGet(champion, out var served) && served.Status == VersionStatuses.Champion))
            _cards.Put(Staged(Card(release.Champion, VersionStatuses.Champion, release.Row) with { Served = true }));

        if (release.Shadow is { } shadow)
            _cards.Put(Staged(Beside(shadow, release) with { Served = _cards.TryGet(shadow.Version, out var known) && known.Served }));

        return Items;
    }

    private ModelVersionShown Staged(ModelVersionShown card) => _cards.TryGet(card.Version, out var known) ? card with { Stage = known.Stage, Sequence = known.Sequence } : card;

    private static string? After(ModelVersionShown card, ReleaseChanged release) => card.Status switch
    {
        VersionStatuses.Champion => release.Stage == ReleaseStages.RolledBack && card.Version != 1 ? VersionStatuses.RolledBack : VersionStatuses.Retired,
        VersionStatuses.Shadow or VersionStatuses.Canary => card.Served ? VersionStatuses.Retired : VersionStatuses.Withdrawn,
        VersionStatuses.Candidate when release.Stage == ReleaseStages.Promoted => VersionStatuses.PassedOver,
        _ => null,
    };

    private static ModelVersionShown Beside(ModelReference shadow, ReleaseChanged release) => release.CanaryShare is { } share
        ? Card(shadow, VersionStatuses.Canary, release.Row) with { Note = $"answers {DecisionWords.Percent(share)} of the requests" }
        : Card(shadow, VersionStatuses.Shadow, release.Row);

    private static ModelVersionShown Card(ModelReference model, string status, long row) =>
        new(model.Version, model.Algorithm, model.TrainedFromRow, model.TrainedToRow, status, row);
}
