using System.CommandLine;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>Where <c>run</c> and <c>replay</c> live: a temporary directory and a free port unless told otherwise.</summary>
internal sealed class LockstepHome : IDisposable
{
    private readonly TemporaryFolder? _temporary;
    private readonly DataFolder? _named;

    public LockstepHome(ParseResult parsed, ulong seed)
    {
        var url = parsed.GetValue(SharedOptions.Urls) ?? FleetAddress.AnyFree;
        FleetAddress.Check(url);
        if (parsed.GetValue(SharedOptions.Data) is { } directory)
        {
            _named = DataFolder.Claim(directory, parsed.GetValue(SharedOptions.Fresh));
            if (!_named.IsNew)
            {
                _named.Dispose();
                throw new UnusableInputException($"'{_named.Path}' holds an earlier run; add --fresh to delete it, or name another directory with --data DIR.");
            }
        }
        else
        {
            _temporary = new TemporaryFolder();
        }

        Settings = new FleetSettings(url, _named?.Path ?? _temporary!.Path, Lockstep: true)
        {
            Seed = seed,
            OverSocket = parsed.GetValue(SharedOptions.Urls) is not null,
        };
    }

    public FleetSettings Settings { get; }

    public void Dispose()
    {
        _named?.Dispose();
        _temporary?.Dispose();
    }
}
