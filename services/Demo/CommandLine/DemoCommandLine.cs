using System.CommandLine;
using MonitoringDemo.Demo.CommandLine.Keys;
using MonitoringDemo.Demo.CommandLine.Labs;
using MonitoringDemo.Demo.CommandLine.Mystery;
using MonitoringDemo.Demo.CommandLine.People;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>The command line: one file per command. 0 = done (or pass), 1 = fail, 2 = cannot be used, told in one line.</summary>
public static class DemoCommandLine
{
    internal const int Unusable = 2;
    private const int Interrupted = 130;

    /// <summary>All commands, which write to <paramref name="output"/>.</summary>
    internal static RootCommand Root(TextWriter output)
    {
        var root = LiveCommand.Create(output);
        root.Add(ScenariosCommand.Create(output));
        root.Add(RunCommand.Create(output));
        root.Add(ReplayCommand.Create(output));
        root.Add(ModelsCommand.Create(output));
        root.Add(ExperimentsCommand.Create(output));
        root.Add(ReportCommand.Create(output));
        root.Add(WhatIfCommand.Create(output));
        root.Add(ScorecardCommand.Create(output));
        root.Add(HistoryCommand.Create(output));
        root.Add(TrainersCommand.Create(output));
        root.Add(CasesCommand.Create(output));
        root.Add(SlidesCommand.Create(output));
        root.Add(AcceptCommand.Create(output));
        root.Add(BusCommand.Create(output));
        root.Add(PeopleCommand.Create(output));
        root.Add(KeysCommand.Create(output));
        root.Add(McpCommand.Create());
        root.Add(PrivacyCommand.Create(output));
        root.Add(RegistryCommand.Create(output));
        root.Add(LabCommand.Create(output));
        root.Add(ClassroomCommand.Create(output));
        root.Add(MysteryCommand.Create(output));
        foreach (var command in ReleaseCommands.Create(output)) root.Add(command);
        SharedOptions.AddTo(root);
        Examples.AddToHelp(root);
        return root;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        var parsed = Root(output).Parse(args);
        // Help asked for beside a typing error is still help.
        if (parsed.Errors.Count > 0 && parsed.Action?.ClearsParseErrors != true)
        {
            await error.WriteLineAsync($"{OneLine(parsed.Errors[0].Message)} See --help.");
            return Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
                },
                cancellation);
        }
        catch (Exception e) when ((e is UnusableInputException or UnusableTableException ? e.Message : StartupFailure.Explain(e)) is { } line)
        {
            await error.WriteLineAsync(OneLine(line));
            return Unusable;
        }
        catch (Lockstep.LockstepException e)
        {
            await error.WriteLineAsync(OneLine(e.Message));
            return 1;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped.");
            return Interrupted;
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
