using System.Globalization;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.LearningSpeed;

if (args is ["hashes"])
{
    ModelHashes.Print(Console.Out);
    return 0;
}

// Training and scoring of boosted trees beside scikit-learn's HistGradientBoostingClassifier, turn by turn on the same rows;
// built with -p:LightGbm=true, training beside LightGBM as well.
// Arguments: "hashes" (see ModelHashes); or the rounds (5), and "alone" to leave scikit-learn out.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
var data = SpeedData.Make(100_000);
var file = Path.Combine(Path.GetTempPath(), $"learning-speed-{Environment.ProcessId}.bin");
SpeedData.Write(data, file);
var said = "alone";
using var peer = args.Contains("alone") ? null : Peer.Start(file, out said);
File.Delete(file);
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}; {said}");

var trainer = new GradientBoostingTrainer();
var parameters = new Dictionary<string, double> { ["trees"] = 150 };
var training = new Contest("training 100,000 rows x 20, 150 trees, s", rounds, peer);
training.Run("train", () => trainer.Train(data, parameters, 0));

#if LIGHTGBM
if (!BesideLightGbm.Run(data, SpeedData.Make(50_000, seed: 2), rounds))
    Console.WriteLine("LightGBM takes less processor time.");
#endif

var scoring = new ScoringTasks(trainer.Train(data, new Dictionary<string, double> { ["trees"] = 100 }, 0), data);
var one = new Contest("scoring one row, 100 trees of 31 leaves, s", rounds, peer, ScoringTasks.Singles, ScoringTasks.PeerSingles);
one.Run("one", scoring.OneByOne);
var batch = new Contest("scoring a row in batches of 1,000, s", rounds, peer, ScoringTasks.Rows, ScoringTasks.Rows);
batch.Run("batch", scoring.InBatches);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"allocated: {scoring.BytesPerRow():0.####} B a scored row"));
return training.Won(1.0) && batch.Won(1.0 / 3) && one.Ours <= 1e-6 ? 0 : 1;
