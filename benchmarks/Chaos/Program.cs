using System.CommandLine;
using MonitoringDemo.Chaos;

// The six services as processes over a real broker, struck at random moments; prints one table. 0 = nothing lost, doubled or stuck, 1 = something was, 2 = cannot be used.
//   dotnet run -c Release --project benchmarks/Chaos -- --minutes 10 --seed 1
//   dotnet run -c Release --project benchmarks/Chaos -- --minutes 3 --only "disk of inference"
//   dotnet run -c Release --project benchmarks/Chaos -- --broker-away 10
var minutes = new Option<double>("--minutes") { Description = "How long the fleet is struck.", HelpName = "N", DefaultValueFactory = _ => 2 };
var seed = new Option<int>("--seed") { Description = "Decides what strikes whom, and after how long.", HelpName = "N", DefaultValueFactory = _ => 1 };
var keep = new Option<bool>("--keep") { Description = "Leave the data and the output of every process behind, and name the folder." };
var only = new Option<string?>("--only") { Description = "Only blows whose name has this text in it.", HelpName = "TEXT" };
var away = new Option<double?>("--broker-away") { Description = "Only take the broker away for so many minutes, and measure serving before and meanwhile.", HelpName = "N" };
minutes.Validators.Add(result =>
{
    if (result.GetValueOrDefault<double>() is not (> 0 and <= 1440)) result.AddError("--minutes must be above 0 and at most 1440.");
});
var root = new RootCommand("Strikes a fleet over RabbitMQ, and counts what was lost, doubled or done twice.") { minutes, seed, keep, only, away };
root.SetAction((parsed, cancellation) => parsed.GetValue(away) is { } gone
    ? BrokerAway.RunAsync(TimeSpan.FromMinutes(gone), Console.Out, cancellation)
    : ChaosRun.RunAsync(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(seed), parsed.GetValue(keep), parsed.GetValue(only), Console.Out, cancellation));
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
}
catch (TimeoutException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (OperationCanceledException)
{
    // Whoever stopped it knows.
    return 130;
}
catch (UnusableMachineException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
