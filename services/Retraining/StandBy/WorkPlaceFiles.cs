using System.Diagnostics.CodeAnalysis;
using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.StandBy;

/// <summary>The place as two files of the data directory, which one process claims.</summary>
internal sealed class WorkPlaceFiles(DataDirectory data) : ILeasedState<WorkPlace>
{
    private readonly Checkpoint<PublishedTo> _published = new(data.PathOf("registry", "published.json"));
    private readonly Checkpoint<ReadFrom> _read = new(data.PathOf("registry", "reader.json"));
    private WorkPlace _saved = WorkPlace.Start;

    /// <inheritdoc/>
    public bool TryLoad([NotNullWhen(true)] out WorkPlace? value)
    {
        var (isPublished, isRead) = (_published.TryLoad(out var published), _read.TryLoad(out var read));
        var place = new WorkPlace(published?.Seq ?? 0, read?.Ordinal ?? 0, 0);
        value = isPublished || isRead ? place : null;
        _saved = place;
        return value is not null;
    }

    /// <inheritdoc/>
    public void Save(WorkPlace value, long fence)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.PublishedTo != _saved.PublishedTo) _published.Save(new PublishedTo(value.PublishedTo));
        if (value.ReadTo != _saved.ReadTo) _read.Save(new ReadFrom(value.ReadFrom));
        _saved = value;
    }

    /// <inheritdoc/>
    public bool CanGoOn([NotNullWhen(false)] out string? why)
    {
        why = null;
        return true;
    }

    private sealed record PublishedTo(long Seq);

    private sealed record ReadFrom(long Ordinal);
}
