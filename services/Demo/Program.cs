using MonitoringDemo.Demo.CommandLine;

return await DemoCommandLine.RunAsync(args, Console.Out, Console.Error);
