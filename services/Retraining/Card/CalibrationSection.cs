using MonitoringDemo.Learning.Calibration;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Register;
using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>Whether its probabilities can be taken at their word.</summary>
internal static class CalibrationSection
{
    private static readonly string[] _heads = [">score from", ">to", ">rows", ">said", ">seen (95 %)"];

    public static CardSection Of(CardSubject subject)
    {
        var judged = ExperimentView.All(subject.State).FirstOrDefault(tried => tried.Version == subject.Version.Version)?.CalibrationError is { } error
            ? Words($"When it was chosen its expected calibration error was {error:0.000}.")
            : "Its calibration was not measured when it was chosen.";
        if (subject.Later is not { } later) return new CardSection("Calibration", [judged]);

        var (scores, events) = RowAnswers.Of(subject.Model, later).ForCalibration(later.Schema.Task);
        var table = ReliabilityTable.EqualMass(scores, events);
        var what = later.Schema.Task.Classes == 2 ? $"'{later.Schema.Label}' is {later.Schema.Task.NameOf(1)}" : "the answer is right";
        return new CardSection("Calibration",
        [
            judged,
            Words($"On the {later.Count:N0} rows that came next the error is {table.ExpectedCalibrationError:0.000}: the mean difference of the probability that {what}, as said and as seen, in ten bins of equally many rows."),
        ],
        new CardTable(_heads, [.. table.Bins.Select(bin => (IReadOnlyList<string>)[Words($"{bin.From:0.000}"), Words($"{bin.To:0.000}"), Words($"{bin.Rows:N0}"), Words($"{bin.MeanScore:0.000}"), Share((int)Math.Round(bin.Observed * bin.Rows), bin.Rows)])]));
    }
}
