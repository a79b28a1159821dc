using System.Text.Json;
using MonitoringDemo.Learning.Calibration;
using MonitoringDemo.Learning.Tests.Fixtures;

namespace MonitoringDemo.Learning.Tests.Calibration;

public sealed class CalibratorReferenceTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Fixture.Json("calibration.json").GetProperty("cases").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Isotonic_regression_agrees_with_scikit_learn(int index)
    {
        var (expected, scores, labels) = Case(index);

        var calibrator = IsotonicCalibrator.Fit(scores, labels);

        foreach (var (score, theirs) in expected.GetProperty("query").Doubles().Zip(expected.GetProperty("isotonic").Doubles()))
            calibrator.Calibrate(score).ShouldBe(theirs, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Platt_scaling_agrees_with_scikit_learn_to_its_tolerance_and_with_the_optimum_to_ours(int index)
    {
        var (expected, scores, labels) = Case(index);

        var calibrator = PlattCalibrator.Fit(scores, labels);

        calibrator.Slope.ShouldBe(expected.GetProperty("sklearnSlope").GetDouble(), 1e-4);
        calibrator.Intercept.ShouldBe(expected.GetProperty("sklearnIntercept").GetDouble(), 1e-4);
        calibrator.Slope.ShouldBe(expected.GetProperty("slope").GetDouble(), 1e-9);
        calibrator.Intercept.ShouldBe(expected.GetProperty("intercept").GetDouble(), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reliability_tables_agree_with_scikit_learn(int index)
    {
        var (expected, scores, labels) = Case(index);

        var (width, mass) = (ReliabilityTable.EqualWidth(scores, labels), ReliabilityTable.EqualMass(scores, labels));

        var theirs = expected.GetProperty("equalWidth");
        foreach (var (ours, said) in width.Bins.Zip(theirs.GetProperty("said").Doubles()))
            ours.MeanScore.ShouldBe(said, 1e-12);
        foreach (var (ours, observed) in width.Bins.Zip(theirs.GetProperty("observed").Doubles()))
            ours.Observed.ShouldBe(observed, 1e-12);
        width.ExpectedCalibrationError.ShouldBe(theirs.GetProperty("error").GetDouble(), 1e-12);
        mass.ExpectedCalibrationError.ShouldBe(expected.GetProperty("equalMassError").GetDouble(), 1e-12);
        mass.Bins.Select(bin => bin.Rows).ShouldBe(Enumerable.Repeat(scores.Length / 10, 10));
    }

    private static (JsonElement Expected, double[] Scores, byte[] Labels) Case(int index)
    {
        var expected = Fixture.Json("calibration.json").GetProperty("cases")[index];
        return (expected, expected.GetProperty("scores").Doubles(), [.. expected.GetProperty("labels").Doubles().Select(d => (byte)d)]);
    }
}
