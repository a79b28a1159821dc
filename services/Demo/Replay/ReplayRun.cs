using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Plays a file in lockstep. It has no truth, so there is no verdict.</summary>
internal sealed record ReplayRun(ReplayWorld World, ulong Seed, int Step)
{
    public async Task<RunReport> PlayAsync(FleetSettings settings, Action<long> onProgress, CancellationToken cancellation)
    {
        var stream = Seed.ToString(CultureInfo.InvariantCulture);
        var plan = new LockstepPlan(World, stream, World.Warmup, Step, Onset: null, Commands: []);
        using var run = await LockstepFleet.PlayAsync(settings, plan, onProgress, cancellation);
        return ReportBuilder.Build(World.FileName, Seed, run);
    }
}
