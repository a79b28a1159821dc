using MonitoringDemo.LiveStory;

return await StoryCommandLine.RunAsync(args, Console.Out, Console.Error);
