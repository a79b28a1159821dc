using MonitoringDemo.Traffic.Tests.Scenarios;

namespace MonitoringDemo.Traffic.Tests.Songs;

/// <summary>The generated songs age a model as the real ones do.</summary>
public sealed class SongDriftTests
{
    [Fact]
    public void A_logistic_regression_of_the_sixties_decays_as_on_the_real_songs()
    {
        // Logistic regression trained on real songs of the 60s, tested on each decade.
        double[] real = [0.73, 0.67, 0.71, 0.66, 0.68, 0.70];
        const int Repeats = 5;
        var generated = new double[real.Length];

        for (ulong seed = 1; seed <= Repeats; seed++)
        {
            var model = Modelled.Train(Modelled.Draw(1965, seed, 5_000), "logistic-regression");
            for (var decade = 0; decade < real.Length; decade++)
                generated[decade] += Modelled.Accuracy(model, Modelled.Draw(1965 + (10 * decade), 100 + seed, 20_000)) / Repeats;
        }

        generated.Zip(real, (g, r) => Math.Abs(g - r)).ShouldAllBe(difference => difference <= 0.05, string.Join(" ", generated.Select(g => $"{g:0.000}")));
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
