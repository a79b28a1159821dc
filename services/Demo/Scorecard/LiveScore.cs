using MonitoringDemo.Demo.WhatIf;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Pages;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The scorecard of the fleet in this process: a page that looks thoroughly, and figures that follow the settings and the registry.</summary>
internal sealed class LiveScore
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly Lock _look = new();
    private readonly IConfiguration _configuration;
    private readonly IJournal _journal;
    private readonly IBlobStore _blobs;
    private readonly ArtifactVerifier _verifier;
    private readonly ModelSlot _slot;
    private (long At, FleetScore Score)? _last;

    public LiveScore(IConfiguration configuration, IJournal journal, IBlobStore blobs, ArtifactVerifier verifier, ModelSlot slot)
    {
        (_configuration, _journal, _blobs, _verifier, _slot) = (configuration, journal, blobs, verifier, slot);
    }

    /// <summary>The points of each section, of settings and journal as they are now.</summary>
    public IReadOnlyDictionary<string, double> Sections => Now().Sections;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/scorecard", (LiveScore score, HttpResponse response) => HtmlPage.Answer(response, ScorePage.Write(score.Thorough(), score._slot.Model))).ExcludeFromDescription();

    /// <summary>With an audit of the registry and a training of the version that serves: one look at a time, and no scrape waits for it.</summary>
    private FleetScore Thorough()
    {
        lock (_look) return FleetScore.Of(FleetEvidenceReader.ReadThoroughly(RecordedSettings.Of(_configuration), _journal, _blobs, _verifier));
    }

    /// <summary>Of the journal alone, and not more often than a scrape needs it.</summary>
    private FleetScore Now()
    {
        lock (_gate)
        {
            if (_last is { } last && TimeProvider.System.GetElapsedTime(last.At) < _every) return last.Score;
            _last = (TimeProvider.System.GetTimestamp(), FleetScore.Of(FleetEvidenceReader.Read(RecordedSettings.Of(_configuration), _journal)));
            return _last.Value.Score;
        }
    }
}
