using MonitoringDemo.Traffic.Tests.Scenarios;

namespace MonitoringDemo.Traffic.Tests.Songs;

/// <summary>The generated songs age a model as the real ones do.</summary>
public sealed class SongDriftTests
{
    /// <summary>Accuracy of a model of the 60s on the songs of each decade, 60s to 10s: what the real songs, and a generator in another language, gave.</summary>
    [Theory]
    [InlineData("logistic-regression", 0.05, new[] { 0.73, 0.67, 0.71, 0.66, 0.68, 0.70 })]
    [InlineData("gradient-boosting", 0.04, new[] { 0.84, 0.66, 0.63, 0.61, 0.62, 0.64 })]
    public void A_model_of_the_sixties_decays_as_it_does_elsewhere(string trainer, double tolerance, double[] elsewhere)
    {
        const int Repeats = 5;
        var here = new double[elsewhere.Length];

        for (ulong seed = 1; seed <= Repeats; seed++)
        {
            var model = Modelled.Train(Modelled.Draw(1965, seed, 5_000), trainer);
            for (var decade = 0; decade < here.Length; decade++)
                here[decade] += Modelled.Accuracy(model, Modelled.Draw(1965 + (10 * decade), 100 + seed, 20_000)) / Repeats;
        }

        here.Zip(elsewhere, (a, b) => Math.Abs(a - b)).ShouldAllBe(difference => difference <= tolerance, string.Join(" ", here.Select(a => $"{a:0.000}")));
    }

    [Fact]
    public void The_model_of_the_fleet_decays_when_it_stands_still_and_holds_when_it_is_trained_again()
    {
        var still = Modelled.Train(Modelled.Draw(1962, 1, 5_000));
        var again = Modelled.Train(Modelled.Draw(2019, 2, 5_000));

        Modelled.Accuracy(still, Modelled.Draw(1962, 3, 20_000)).ShouldBeGreaterThan(0.79);
        Modelled.Accuracy(still, Modelled.Draw(2019, 3, 20_000)).ShouldBeLessThan(0.70);
        Modelled.Accuracy(again, Modelled.Draw(2019, 3, 20_000)).ShouldBeGreaterThan(0.87);
    }
}
