using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Trainers;
using MonitoringDemo.MicrosoftML.Trainers;

namespace MonitoringDemo.MicrosoftML.Tests.Trainers;

/// <summary>The extension's trainers that can train on this machine: without the native library of one there is nothing to test it with.</summary>
public static class TrainersHere
{
    public static TheoryData<string> Names =>
        [.. TrainerCatalog.Find(typeof(SdcaTrainer).Assembly).Where(trainer => trainer.GetType().Assembly == typeof(SdcaTrainer).Assembly && trainer.Unavailable is null).Select(trainer => trainer.Name)];

    internal static IModelTrainer Get(string name) => TrainerCatalog.Get(name, typeof(SdcaTrainer).Assembly);
}
