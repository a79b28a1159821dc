using System.Collections.Concurrent;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>Counts wrong codes, so that nobody tries them all: so many a minute from one address.</summary>
internal sealed class JoinTries(TimeProvider time)
{
    public const int AMinute = 20;
    private const int MostAddresses = 1_000;

    private readonly ConcurrentDictionary<string, (long Minute, int Wrong)> _wrong = new(StringComparer.Ordinal);

    private long Minute => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    public bool MayTry(string address) => !_wrong.TryGetValue(address, out var known) || known.Minute != Minute || known.Wrong < AMinute;

    public void Failed(string address)
    {
        var minute = Minute;
        if (_wrong.Count >= MostAddresses)
        {
            foreach (var old in _wrong.Where(entry => entry.Value.Minute != minute)) _wrong.TryRemove(old.Key, out _);
        }

        _wrong.AddOrUpdate(address, (minute, 1), (_, known) => known.Minute == minute ? (minute, known.Wrong + 1) : (minute, 1));
    }
}
