using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>The parameters of <see cref="GradientBoostingTrainer"/>, read and checked.</summary>
internal sealed record BoostingSettings(
    int Trees,
    double Rate,
    int Leaves,
    int Depth,
    int MinRows,
    double L2,
    int Bins,
    double RowShare,
    double ColumnShare,
    double ValidationShare,
    int Patience)
{
    public const int DefaultTrees = 100;
    public const int MostTrees = 10_000;

    public static BoostingSettings Read(string trainer, IReadOnlyDictionary<string, double> parameters)
    {
        var settings = new TrainerSettings(trainer, parameters);
        var read = new BoostingSettings(
            settings.Whole("trees", DefaultTrees, 1, MostTrees),
            settings.Number("rate", 0.1, 1e-4, 1.0),
            settings.Whole("leaves", 31, 2, 64),
            settings.Whole("depth", 0, 0, 64),
            settings.Whole("min-rows", 20, 1, 1_000_000),
            settings.Number("l2", 0.0, 0.0, 1e9),
            settings.Whole("bins", 255, 2, 255),
            settings.Number("row-share", 1.0, 0.01, 1.0),
            settings.Number("column-share", 1.0, 0.01, 1.0),
            settings.Number("validation-share", 0.0, 0.0, 0.5),
            settings.Whole("patience", 10, 1, 10_000));
        settings.RefuseOthers();
        return read;
    }
}
