using System.Globalization;
using MonitoringDemo.Classroom;

return ClassroomTrial.TryParse(args, out var trial, out var problem)
    ? await trial.RunAsync(Console.Out)
    : Refuse(problem);

static int Refuse(string problem)
{
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{problem} Usage: [--teams N] [--minutes N] [--songs-per-second N]"));
    return 2;
}
