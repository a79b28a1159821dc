using MonitoringDemo.DetectionQuality;

return await BenchmarkCommandLine.RunAsync(args, Console.Out, Console.Error);
