using System.CommandLine;
using System.CommandLine.Parsing;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Labs.OwnStream;

/// <summary>A stream as the options of <c>replay</c> declare it, and what came of it.</summary>
/// <param name="Settings">What the options say.</param>
/// <param name="Columns">What the columns were taken for.</param>
/// <param name="Warmup">Rows that model 1 was trained on.</param>
/// <param name="Report">As <c>replay</c> writes it.</param>
internal sealed record StreamPlay(ReplaySettings Settings, IReadOnlyList<InferredColumn> Columns, long Warmup, RunReport Report)
{
    private const int Step = 25;

    /// <summary>Columns that the model sees.</summary>
    public IEnumerable<string> Features => Columns.Where(column => column.Use is ColumnUse.Numeric or ColumnUse.Categorical).Select(column => column.Name);

    /// <summary>What the options of a participant say.</summary>
    /// <exception cref="UnusableInputException">They are none of <c>replay</c>.</exception>
    public static ReplaySettings Declared(string path, string options)
    {
        var (command, known) = (new Command("replay"), new ReplayOptions());
        known.AddTo(command);
        var parsed = command.Parse([path, .. CommandLineParser.SplitCommandLine(options)]);
        return parsed.Errors.Count > 0 ? throw new UnusableInputException($"{parsed.Errors[0].Message} 'replay --help' lists the options.") : known.Of(parsed);
    }

    /// <summary>Plays it through the whole fleet.</summary>
    /// <exception cref="UnusableInputException">The file cannot be read as declared.</exception>
    public static async Task<StreamPlay> PlayAsync(ReplaySettings settings, CancellationToken cancellation)
    {
        try
        {
            using var world = ReplayReader.Read(settings);
            using var folder = new TemporaryFolder();
            var report = await new ReplayRun(world, Seed: 1, Step).PlayAsync(new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true), static _ => { }, cancellation);
            return new StreamPlay(settings, world.Columns, world.Warmup, report);
        }
        catch (UnusableTableException e)
        {
            throw new UnusableInputException(e.Message, e);
        }
    }
}
