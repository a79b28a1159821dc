using System.Threading.Channels;

namespace MonitoringDemo.ControlRoom.Stream;

/// <summary>One open page: a short queue of changes. When it is full the viewer is behind, and must catch up from the whole picture.</summary>
internal sealed class Viewer
{
    public const int Bound = 64;

    private readonly Channel<string> _changes = Channel.CreateBounded<string>(new BoundedChannelOptions(Bound) { SingleReader = true });
    private volatile bool _behind = true;

    /// <summary>True at first too: a page begins with the whole picture.</summary>
    public bool IsBehind => _behind;

    public ChannelReader<string> Changes => _changes.Reader;

    public void Offer(string change)
    {
        if (!_behind && !_changes.Writer.TryWrite(change))
            _behind = true;
    }

    public void Clear()
    {
        while (_changes.Reader.TryRead(out _))
        {
        }

        _behind = false;
    }
}
