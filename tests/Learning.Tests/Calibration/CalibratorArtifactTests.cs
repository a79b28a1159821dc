using System.Security.Cryptography;
using System.Text;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Calibration;

namespace MonitoringDemo.Learning.Tests.Calibration;

public sealed class CalibratorArtifactTests
{
    [Theory]
    [InlineData("isotonic")]
    [InlineData("platt")]
    public void What_is_read_back_calibrates_to_the_same_bits_and_writes_the_same_bytes(string method)
    {
        var (scores, labels) = CalibratorTests.Overconfident(seed: 4, rows: 400);
        var calibrator = CalibratorTests.Fit(method, scores, labels);

        var read = CalibratorArtifact.Read(calibrator.ToArtifact());

        read.Method.ShouldBe(method);
        read.ToArtifact().ShouldBe(calibrator.ToArtifact());
        foreach (var score in scores)
            read.Calibrate(score * 0.99).ShouldBe(calibrator.Calibrate(score * 0.99));
    }

    [Fact]
    public void Damaged_truncated_and_foreign_bytes_are_refused_with_the_reason()
    {
        var artifact = new PlattCalibrator(0.5, 0.25).ToArtifact();
        var damaged = artifact.ToArray();
        damaged[^3] ^= 1;

        Refusal([]).ShouldContain("empty");
        Refusal("not one of ours"u8.ToArray()).ShouldContain("no calibrator artifact");
        Refusal(artifact[..^1]).ShouldContain("truncated");
        Refusal([.. artifact, 10]).ShouldContain("do not belong");
        Refusal(damaged).ShouldContain("damaged");
    }

    [Theory]
    [InlineData("""{"method":"magic"}""", "method 'magic'")]
    [InlineData("""{"method":"platt","slope":1}""", "malformed")]
    [InlineData("""{"method":"isotonic","scores":[0.2,0.1],"probabilities":[0,1]}""", "not sound")]
    [InlineData("""{"method":"isotonic","scores":[0.1,0.2],"probabilities":[0.5,0.4]}""", "not sound")]
    [InlineData("""{"method":"isotonic","scores":[],"probabilities":[]}""", "not sound")]
    public void Unsound_content_is_refused_with_the_reason(string json, string complaint)
    {
        var body = Encoding.ASCII.GetBytes(json);
        var header = $"MonitoringDemo.Calibrator 1 {body.Length} {Convert.ToHexStringLower(SHA256.HashData(body))}\n";

        Refusal([.. Encoding.ASCII.GetBytes(header), .. body]).ShouldContain(complaint);
    }

    private static string Refusal(byte[] artifact) => Should.Throw<InvalidModelArtifactException>(() => CalibratorArtifact.Read(artifact)).Message;
}
