using System.Globalization;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Tests.Fixtures;
using MonitoringDemo.Learning.Tests.Trainers;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Tests.Artifacts;

/// <summary>
/// Models that another machine trained on <c>Problem.Textbook(400, 21)</c>, and the scores that it gave to the first fifty rows.
/// When a trainer is changed on purpose, write the bytes that the failing test names.
/// </summary>
public class OtherMachinesTests
{
    [Theory]
    [InlineData("binned-logistic")]
    [InlineData("logistic-regression")]
    [InlineData("gradient-boosting")]
    public void A_model_trained_elsewhere_scores_the_same_bits_here(string name)
    {
        var data = Problem.Textbook(400, 21);
        var expected = Fixture.Json("other-machine.json").GetProperty(name).EnumerateArray()
            .Select(bits => ulong.Parse(bits.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();

        var model = ModelArtifact.Read(Fixture.Bytes($"{name}.model"));

        for (var i = 0; i < expected.Length; i++)
            BitConverter.DoubleToUInt64Bits(model.Score(data.Row(i))).ShouldBe(expected[i]);
    }

    [Theory]
    [InlineData("binned-logistic")]
    [InlineData("logistic-regression")]
    [InlineData("gradient-boosting")]
    public void The_same_rows_train_the_same_model_here(string name)
    {
        var model = TrainerCatalog.Get(name).Train(Problem.Textbook(400, 21), Problem.Defaults, 0);

        ModelArtifact.Sha256(model.ToArtifact()).ShouldBe(ModelArtifact.Sha256(Fixture.Bytes($"{name}.model")));
    }
}
