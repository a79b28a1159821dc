using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Chaos.Blows;

/// <summary>All that is done to a fleet: to its processes, its broker and its database, their disks, their files, and their clocks.</summary>
internal sealed class Arsenal(Services services, Broker broker, Database database, Random random, TimeProvider time)
{
    private static readonly string[] _services = ["inference", "drift-detection", "retraining", "alerting", "control-room", "traffic"];
    private static readonly string[] _clocks = ["+26h", "-2d", "+90s", "-10s"];

    /// <summary>One of each kind.</summary>
    public Strike[] All() =>
    [
        .. _services.Select(name => Of($"kill -9 {name}", name, KillAsync)),
        Of("freeze inference, 2 to 8 s", "inference", (victim, token) => FreezeAsync(victim, 2, 8, token)),
        Of("freeze drift-detection past its lease, 8 to 15 s", "drift-detection", (victim, token) => FreezeAsync(victim, 8, 15, token)),
        Of("freeze retraining, 8 to 15 s", "retraining", (victim, token) => FreezeAsync(victim, 8, 15, token)),
        new("stop the broker, 3 to 15 s", token => StopBrokerAsync(isKilled: false, token)),
        new("kill -9 the broker", token => StopBrokerAsync(isKilled: true, token)),
        new("kill the database, 5 to 15 s", StopDatabaseAsync),
        new("the database answers nothing, 60 s", FreezeDatabaseAsync),
        .. services.Disks.Keys.Where(name => name is "inference" or "drift-detection" or "retraining").Select(name => new Strike($"full disk of {name}, 10 to 20 s", token => FillAsync(name, token))),
        .. services.Clocks.Keys.Where(name => name is "inference" or "retraining").Select(name => new Strike($"clock steps of {name}", token => StepAsync(name, token))),
        Of("half a record behind the log of inference", "inference", (victim, token) => DamageAsync(victim, Damage.HalfARecord, token)),
        Of("the copy of drift-detection loses its end", "drift-detection", (victim, token) => DamageAsync(victim, Damage.LostEnd, token)),
        Of("the copy of retraining loses its end", "retraining", (victim, token) => DamageAsync(victim, Damage.LostEnd, token)),
        Of("flipped byte in log-forwarded.json", "inference", (victim, token) => DamageAsync(victim, data => Damage.FlippedByte(data, "log-forwarded.json"), token)),
        Of("flipped byte in log-replica.json", "drift-detection", (victim, token) => DamageAsync(victim, data => Damage.FlippedByte(data, "log-replica.json"), token)),
        Of("flipped byte in picture.json", "control-room", (victim, token) => DamageAsync(victim, data => Damage.FlippedByte(data, "picture.json"), token)),
    ];

    private Strike Of(string kind, string victim, Func<StruckProcess, CancellationToken, Task> act) => new(kind, token => act(services.Processes.Single(process => process.Name == victim), token));

    private async Task KillAsync(StruckProcess victim, CancellationToken cancellationToken)
    {
        await victim.KillAsync(cancellationToken);
        await PauseAsync(0, 2, cancellationToken);
        victim.Start();
    }

    private async Task FreezeAsync(StruckProcess victim, double least, double most, CancellationToken cancellationToken)
    {
        await victim.FreezeAsync(cancellationToken);
        await PauseAsync(least, most, cancellationToken);
        await victim.WakeAsync(cancellationToken);
    }

    private async Task StopBrokerAsync(bool isKilled, CancellationToken cancellationToken)
    {
        await (isKilled ? broker.Process.KillAsync(cancellationToken) : broker.Process.StopAsync(cancellationToken));
        await PauseAsync(3, 15, cancellationToken);
        await broker.StartAsync(cancellationToken);
    }

    private async Task StopDatabaseAsync(CancellationToken cancellationToken)
    {
        await database.StopAsync(cancellationToken);
        await PauseAsync(5, 15, cancellationToken);
        await database.StartAsync(cancellationToken);
    }

    private async Task FreezeDatabaseAsync(CancellationToken cancellationToken)
    {
        await database.FreezeAsync(cancellationToken);
        await PauseAsync(60, 60, cancellationToken);
        await database.WakeAsync(cancellationToken);
    }

    private async Task FillAsync(string name, CancellationToken cancellationToken)
    {
        services.Disks[name].Fill();
        await PauseAsync(10, 20, cancellationToken);
        services.Disks[name].Free();
    }

    private async Task StepAsync(string name, CancellationToken cancellationToken)
    {
        services.Clocks[name].Set(_clocks[random.Next(_clocks.Length)]);
        await PauseAsync(8, 15, cancellationToken);
        services.Clocks[name].Mend();
    }

    /// <summary>What a loss of power leaves behind: the process ends, and its files are not what they were.</summary>
    private async Task DamageAsync(StruckProcess victim, Action<string> damage, CancellationToken cancellationToken)
    {
        await victim.KillAsync(cancellationToken);
        damage(services.DataOf(victim.Name));
        victim.Start();
    }

    private Task PauseAsync(double least, double most, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromSeconds(least + ((most - least) * random.NextDouble())), time, cancellationToken);
}
