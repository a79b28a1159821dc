using MonitoringDemo.KeepingUp;

return await KeepingUpCommand.RunAsync(args, Console.Out, Console.Error);
