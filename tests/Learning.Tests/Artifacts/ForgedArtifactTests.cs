using System.Text;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Artifacts;

/// <summary>Hundreds of seeded mutations of a sound model's content, each under a checksum made anew, as a forger would.</summary>
public class ForgedArtifactTests
{
    private const int Mutations = 400;
    private const string Alphabet = "{}[],:\"0123456789eE.+-ntfalsru ";

    public static TheoryData<string> Trainers => [.. TrainerCatalog.Find().Select(trainer => trainer.Name)];

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Forged_content_is_refused_with_the_reason_or_scores_as_a_model_does(string name)
    {
        var data = Problem.Textbook(200, 31);
        var body = Body(TrainerCatalog.Get(name).Train(data, Problem.Defaults, 0).ToArtifact());
        var random = new SplitMix64(32);
        var refused = 0;

        for (var i = 0; i < Mutations; i++)
        {
            var forged = Mutate(body, random);

            try
            {
                ShouldBeProbabilities(ModelArtifact.Read(Artifact(forged)), random);
            }
            catch (InvalidModelArtifactException e)
            {
                e.Message.ShouldNotBeNullOrWhiteSpace();
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(Mutations / 4);
    }

    private static void ShouldBeProbabilities(IModel model, SplitMix64 random)
    {
        var row = new double[model.Schema.Count];
        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < row.Length; j++)
                row[j] = i == 0 ? double.NaN : random.NextNormal() * (i + 1);
            model.Score(row).ShouldBeInRange(0.0, 1.0);
        }
    }

    // One to three edits: a byte changed, a stretch removed, doubled, or moved elsewhere.
    private static byte[] Mutate(byte[] body, SplitMix64 random)
    {
        var bytes = body.ToList();
        for (var edits = 1 + random.NextInt(3); edits > 0; edits--)
        {
            var at = random.NextInt(bytes.Count - 40);
            var stretch = bytes.GetRange(at, 1 + random.NextInt(40));
            switch (random.NextInt(4))
            {
                case 0:
                    bytes[at] = (byte)Alphabet[random.NextInt(Alphabet.Length)];
                    break;
                case 1:
                    bytes.RemoveRange(at, stretch.Count);
                    break;
                case 2:
                    bytes.InsertRange(at, stretch);
                    break;
                default:
                    bytes.InsertRange(random.NextInt(bytes.Count), stretch);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Body(byte[] artifact) => artifact[(Array.IndexOf(artifact, (byte)'\n') + 1)..];

    private static byte[] Artifact(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"MonitoringDemo.Model 1 {body.Length} {ModelArtifact.Sha256(body)}\n"), .. body];
}
