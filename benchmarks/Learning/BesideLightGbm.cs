using System.Globalization;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.LearningSpeed;

/// <summary>Training of 100 trees of 31 leaves beside LightGBM's on the same rows in turn, by processor time, since one uses several threads and the other one.</summary>
internal static class BesideLightGbm
{
    private const int Trees = 100;

    /// <returns>Whether ours took no more processor time.</returns>
    public static bool Run(DataSet data, DataSet held, int rounds)
    {
        var (trainer, peer) = (new GradientBoostingTrainer(), new LightGbmPeer(data));
        var parameters = new Dictionary<string, double> { ["trees"] = Trees };
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var our = Seconds(() => trainer.Train(data, parameters, 0));
            var their = Seconds(() => peer.Train(Trees));
            if (round < 0)
                continue;
            ours.Add(our);
            theirs.Add(their);
        }

        var accuracy = Evaluator.Evaluate(trainer.Train(data, parameters, 0), held).Accuracy;
        var ratio = Median(ours) / Median(theirs);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"training 100,000 rows x 20, {Trees} trees, processor s: {Median(ours):0.000}, LightGBM {Median(theirs):0.000}, ratio {ratio:0.000}; accuracy {accuracy:0.0000}, LightGBM {peer.Train(Trees, held):0.0000}"));
        return ratio <= 1.0;
    }

    private static double Seconds(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
