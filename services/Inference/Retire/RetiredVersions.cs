using System.Collections.Concurrent;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Http;

namespace MonitoringDemo.Inference.Retire;

/// <summary>Versions whose end is announced, as far as this process has heard: retraining says it when it happens, and again to whoever asks for the release in force.</summary>
internal sealed class RetiredVersions
{
    private readonly ConcurrentDictionary<int, (long Sequence, EndOfLife? End)> _versions = new();

    /// <summary>Takes what is newer than what is known.</summary>
    public void Take(VersionRetired told)
    {
        var heard = (told.Sequence, told.Stage == VersionStages.Active ? null : new EndOfLife(told.Since, told.Sunset));
        _versions.AddOrUpdate(told.Version, heard, (_, known) => known.Sequence >= told.Sequence ? known : heard);
    }

    /// <summary>Sets the headers of an answer that such a version gave.</summary>
    public void Warn(HttpResponse response, int version)
    {
        if (!_versions.IsEmpty && _versions.TryGetValue(version, out var known)) known.End?.Tell(response);
    }
}
