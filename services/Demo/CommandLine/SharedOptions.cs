using System.CommandLine;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>Options that every command accepts.</summary>
internal static class SharedOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The directory for all state (default: .demo at the root of the repository; run and replay take a temporary one).",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Fresh { get; } = new("--fresh")
    {
        Description = "Delete the state of an earlier run in the data directory first.",
        Recursive = true,
    };

    public static Option<string?> Urls { get; } = new("--urls")
    {
        Description = $"The address to listen on (default: {FleetAddress.Default}; run and replay take a free port).",
        HelpName = "URL",
        Recursive = true,
    };

    public static Option<ulong> Seed() => new("--seed")
    {
        Description = "Decides everything random; the same seed gives the same report.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public static Option<int> Step() => AtLeast(1, new Option<int>("--step")
    {
        Description = "Rows between two moments at which the fleet comes to rest.",
        HelpName = "N",
        DefaultValueFactory = _ => 25,
    });

    public static Option<string?> Json() => new("--json")
    {
        Description = "Write the report to this file; - writes it to standard output.",
        HelpName = "FILE",
    };

    public static void AddTo(RootCommand root)
    {
        root.Add(Data);
        root.Add(Fresh);
        root.Add(Urls);
    }

    /// <summary>A name that begins like an option is a misspelt option, not a file of that name; that one can be given as <c>./--name</c>.</summary>
    public static Argument<string[]> NoOptionAmong(Argument<string[]> argument)
    {
        argument.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
                result.AddError($"There is no option '{option.Value}'.");
        });
        return argument;
    }

    public static Option<T> AtLeast<T>(T least, Option<T> option)
        where T : struct, IComparable<T>
    {
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is var value && value.CompareTo(least) < 0)
                result.AddError($"{option.Name} must be at least {least}, not {value}.");
        });
        return option;
    }
}
