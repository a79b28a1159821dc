using System.Reflection;
using System.Runtime.ExceptionServices;
using MassTransit;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 12: a service of at most 50 lines that listens to the fleet and adds up what it spends.</summary>
internal sealed class OwnService : ILab
{
    private const int MostLines = 50;
    private const double Tolerance = 0.005;

    public int Number => 12;

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        if (await check.CompileAsync(cancellation) is not { } path) return;
        var lines = CodeLines.Count(check.Work);
        if (!check.Step("lines", lines <= MostLines, $"{lines} lines of code of at most {MostLines}; empty lines and comments do not count.")) return;
        var own = Assembly.LoadFrom(path).DefinedTypes.Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true } && type.IsAssignableTo(typeof(ICostAccountant))).ToList();
        var constructor = own.Count == 1 ? own[0].GetConstructor(Type.EmptyTypes) : null;
        if (!check.Step("listens", constructor is not null && own[0].IsAssignableTo(typeof(IConsumer)), own.Count != 1
            ? $"There are {own.Count} public classes that implement ICostAccountant; one is wanted."
            : constructor is null ? $"{own[0].Name} needs a public constructor without parameters in this lab."
            : own[0].IsAssignableTo(typeof(IConsumer)) ? $"{own[0].Name} listens to the bus." : $"{own[0].Name} listens to no message: it implements no IConsumer<T>."))
            return;
        await CountsAsync(check, own[0], (ICostAccountant)constructor!.Invoke(null), cancellation);
    }

    private static async Task CountsAsync(LabCheck check, Type type, ICostAccountant accountant, CancellationToken cancellation)
    {
        var heard = new HeardOnTheBus();
        await check.Plays.PlayAsync(LabWorld.Of("taste-flip", seed: 12, onset: 4_500, songs: 5_500) with
        {
            Variant = type.Assembly.GetName().Name!,
            Consumers = [typeof(RepeatForLab)],
            // One instance hears all: it keeps the sum.
            Services = services => services.AddSingleton(accountant).AddSingleton(heard),
        }, cancellation);
        if (heard.Thrown is { } thrown) ExceptionDispatchInfo.Throw(thrown);
        var (total, truth) = (accountant.Total, heard.Trainings + heard.Promotions);
        check.Step("counts", Math.Abs(total - truth) <= Tolerance,
            Near(total, truth) ? $"It counted {total:0.00}: {heard.Trainings:0.00} for trainings and {heard.Promotions:0.00} for promotions, though every message came twice."
            : Near(total, 2 * truth) ? $"It counted {total:0.00} where {truth:0.00} was spent: every message came twice, and it counted both."
            : total == 0 ? $"It counted nothing where {truth:0.00} was spent."
            : $"It counted {total:0.00} where {truth:0.00} was spent: {heard.Trainings:0.00} for trainings and {heard.Promotions:0.00} for promotions.");
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Tolerance;
}
