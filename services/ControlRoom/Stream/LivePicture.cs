using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringDemo.ControlRoom.Picture;

namespace MonitoringDemo.ControlRoom.Stream;

/// <summary>The picture and everybody who looks at it. A change is written as JSON once, however many look;
/// who is too slow for the changes gets the whole picture instead, so that nobody holds up the fleet.</summary>
internal sealed class LivePicture(PictureFold fold) : IFleetGlance
{
    public const int ViewersAtMost = 200;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Lock _gate = new();
    private readonly HashSet<Viewer> _viewers = [];
    private bool _news;
    private bool _measurements;

    public Status Status
    {
        get
        {
            lock (_gate)
                return fold.Status;
        }
    }

    public FleetGlance Now
    {
        get
        {
            lock (_gate)
                return Glance.Of(fold.Whole);
        }
    }

    /// <summary>The version that answers a share of the requests; null when there is none.</summary>
    public int? Canary
    {
        get
        {
            lock (_gate)
                return fold.Canary;
        }
    }

    /// <summary>Whether an alert is shown as open.</summary>
    public bool IsOpen(string alertId)
    {
        lock (_gate)
            return fold.OpenAlerts.Contains(alertId);
    }

    public void Apply(object message)
    {
        lock (_gate)
        {
            if (fold.Apply(message) is not { } change)
                return;

            _measurements = true;
            _news |= change.Feed is not null || change.Versions is not null || change.Markers is not null || change.Experiments is not null || change.Broken is not null || change.EndedFirst is not null;
            if (_viewers.Count == 0)
                return;

            var json = Write(change);
            foreach (var viewer in _viewers)
                viewer.Offer(json);
        }
    }

    /// <summary>Null when too many look already.</summary>
    public Viewer? Open()
    {
        lock (_gate)
        {
            if (_viewers.Count >= ViewersAtMost)
                return null;

            var viewer = new Viewer();
            _viewers.Add(viewer);
            return viewer;
        }
    }

    public void Close(Viewer viewer)
    {
        lock (_gate)
            _viewers.Remove(viewer);
    }

    /// <summary>The whole picture; what the viewer has not read yet is part of it and is thrown away.</summary>
    public string CatchUp(Viewer viewer)
    {
        FleetPicture whole;
        lock (_gate)
        {
            viewer.Clear();
            whole = fold.Whole;
        }

        return Write(whole);
    }

    public bool HasNews(bool orMeasurements)
    {
        lock (_gate)
            return _news || (orMeasurements && _measurements);
    }

    public FleetPicture TakeForSaving()
    {
        lock (_gate)
        {
            _news = _measurements = false;
            return fold.Whole;
        }
    }

    private static string Write(FleetPicture picture) => JsonSerializer.Serialize(picture with { EndedFirst = null }, s_json);
}
